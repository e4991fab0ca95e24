import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** The ustar form of POSIX.1-1988, which every tar reads: a head of 512 bytes before each file, blocks of as many. */
const BLOCK_BYTES = 512;
const MOST_NAME = 100;
const MOST_PREFIX = 155;

/** Files of 8 GiB and more do not fit the octal field of their length. */
const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;

/** A long path in two parts, between two of its folders. */
function splitPath(path: string): readonly [name: string, prefix: string] {
  if (Buffer.byteLength(path) <= MOST_NAME) return [path, ''];
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
    const [prefix, name] = [path.slice(0, at), path.slice(at + 1)];
    if (Buffer.byteLength(name) <= MOST_NAME && Buffer.byteLength(prefix) <= MOST_PREFIX)
      return [name, prefix];
  }
  throw new Error(`${path} is too long for a tar file`);
}

/** Nothing of the day, the machine or the user: the same files give the same bytes. */
function formatHead(path: string, lengthBytes: number): Buffer {
  const [name, prefix] = splitPath(path);
  const head = Buffer.alloc(BLOCK_BYTES);
  const put = (text: string, at: number) => head.write(text, at, 'utf8');
  put(name, 0);
  put(octal(0o644, 7), 100);
  put(octal(0, 7), 108);
  put(octal(0, 7), 116);
  put(octal(lengthBytes, 11), 124);
  put(octal(0, 11), 136);
  put('        ', 148);
  put('0', 156);
  put('ustar\0', 257);
  put('00', 263);
  put(prefix, 345);
  const sum = head.reduce((all, byte) => all + byte, 0);
  put(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return head;
}

async function* tarOf(folder: string, paths: readonly string[], root: string): AsyncGenerator<Buffer> {
  for (const path of paths) {
    const file = join(folder, path);
    const { size } = statSync(file);
    yield formatHead(`${root}/${path}`, size);
    yield* createReadStream(file) as AsyncIterable<Buffer>;
    yield Buffer.alloc((BLOCK_BYTES - (size % BLOCK_BYTES)) % BLOCK_BYTES);
  }
  yield Buffer.alloc(2 * BLOCK_BYTES);
}

/** Packs files of a folder into one `.tar.gz`, below the folder `root` in it. */
export async function packTar(
  folder: string,
  paths: readonly string[],
  root: string,
  target: string,
): Promise<void> {
  await pipeline(
    tarOf(folder, paths, root),
    createGzip({ level: 6 }),
    createWriteStream(target, { flags: 'wx' }),
  );
}
