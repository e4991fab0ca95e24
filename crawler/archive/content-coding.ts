import { promisify } from 'node:util';
import { brotliDecompress, constants, gunzip, inflate, zstdDecompress } from 'node:zlib';

/** The text is larger unpacked than we accept. */
export class UnpackedTooLarge extends Error {}

const unpackers: Readonly<Record<string, (bytes: Uint8Array, maxBytes: number) => Promise<Uint8Array>>> = {
  gzip: unpackGzip,
  'x-gzip': unpackGzip,
  deflate: (bytes, maxOutputLength) => promisify(inflate)(bytes, { maxOutputLength }),
  br: (bytes, maxOutputLength) =>
    promisify<Uint8Array, object, Buffer>(brotliDecompress)(bytes, { maxOutputLength }),
  zstd: (bytes, maxOutputLength) =>
    promisify<Uint8Array, object, Buffer>(zstdDecompress)(bytes, { maxOutputLength }),
};

/**
 * Undoes the coding of an HTTP answer. The archive has sent broken headers: empty values, `, gzip`, and `gzip` before
 * bytes that are not; so empty names are passed over, and bytes that do not unpack stay as they are.
 * @throws UnpackedTooLarge
 */
export async function undoContentCoding(
  bytes: Uint8Array,
  codings: string,
  maxBytes: number,
): Promise<Uint8Array> {
  let current = bytes;
  const names = codings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  for (const name of names.filter((coding) => coding !== '').reverse()) {
    const unpack = unpackers[name];
    if (!unpack) return current;
    try {
      current = await unpack(current, maxBytes);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new UnpackedTooLarge();
      return current;
    }
  }
  return current;
}

/** Lenient about a missing end: a crawler that cut a response has cut its gzip too, and what there is can be read. */
async function unpackGzip(bytes: Uint8Array, maxOutputLength: number): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return await promisify(gunzip)(bytes, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH });
}
