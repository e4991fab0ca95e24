import { brotliDecompressSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';

/**
 * Content codings of HTTP, undone as leniently as browsers do it: what follows the end of the coded bytes is no part of
 * them, a checksum that is wrong or missing is not looked at, `deflate` comes with and without its wrapper (RFC 9110,
 * section 8.4.1.2, names the second a common mistake).
 */

const SMALLEST_CHUNK = 16 * 1024;
const LARGEST_CHUNK = 4 * 1024 * 1024;

/** The text is larger unpacked than we accept. */
export class UnpackedTooLarge extends Error {}

/** What is left when codings are undone. */
export interface Unpacked {
  readonly bytes: Uint8Array;
  /** A coding ends before its end: what it holds is not known as a whole, and `bytes` are still coded. */
  readonly isCut: boolean;
}

type Unpacker = (bytes: Uint8Array, maxBytes: number) => Uint8Array;

/** All at once and not in other threads: between the last byte of an answer and its keeping nothing should come. */
const unpackers: Readonly<Record<string, Unpacker>> = {
  gzip: unpackGzip,
  'x-gzip': unpackGzip,
  deflate: unpackDeflate,
  br: (bytes, maxOutputLength) => brotliDecompressSync(bytes, { maxOutputLength }),
  zstd: (bytes, maxOutputLength) => zstdDecompressSync(bytes, { maxOutputLength }),
};

/**
 * Undoes the coding that an HTTP answer names. The archive has sent broken headers: empty values, `, gzip`, and `gzip`
 * before bytes that are not; so empty names are passed over, and bytes that do not unpack stay as they are.
 * @throws UnpackedTooLarge
 */
export function undoNamedCodings(bytes: Uint8Array, codings: string, maxBytes: number): Uint8Array {
  let current = bytes;
  for (const name of listNames(codings).reverse()) {
    const unpack = unpackers[name];
    const unpacked = unpack && tryUnpack(unpack, current, maxBytes);
    if (!unpacked || unpacked.isCut) return current;
    current = unpacked.bytes;
  }
  return current;
}

/** Codings over each other that are undone; more are none. */
const MAX_ROUNDS = 3;

/**
 * Undoes whatever codings bytes are found in. Captures are kept compressed without saying so, compressed twice, and
 * under another coding's name, so the bytes decide: gzip, zstd and wrapped deflate show what they are; brotli and bare
 * deflate are tried where a coding was named and what is there is no text.
 * @throws UnpackedTooLarge
 */
export function undoContentCoding(bytes: Uint8Array, named: string | null, maxBytes: number): Unpacked {
  let current = bytes;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const unpacked = undoOne(current, listNames(named ?? ''), maxBytes);
    if (unpacked === null) break;
    if (unpacked.isCut) return unpacked;
    current = unpacked.bytes;
  }
  return { bytes: current, isCut: false };
}

function undoOne(bytes: Uint8Array, named: readonly string[], maxBytes: number): Unpacked | null {
  if (hasPrefix(bytes, 0x1f, 0x8b)) return tryUnpack(unpackGzip, bytes, maxBytes);
  if (hasPrefix(bytes, 0x28, 0xb5, 0x2f, 0xfd)) return tryUnpack(unpackers.zstd!, bytes, maxBytes);
  if (looksReadable(bytes)) return null;
  const isWrapped = bytes[0] === 0x78 && ((bytes[0] << 8) | (bytes[1] ?? 0)) % 31 === 0;
  for (const name of ['br', 'deflate']) {
    const isNamed = named.includes(name) || (name === 'deflate' && isWrapped);
    if (!isNamed && named.length === 0) continue;
    const unpacked = tryUnpack(unpackers[name]!, bytes, maxBytes);
    if (unpacked && (unpacked.isCut ? isNamed : isNamed || looksReadable(unpacked.bytes))) return unpacked;
  }
  return null;
}

const listNames = (codings: string): string[] =>
  codings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const hasPrefix = (bytes: Uint8Array, ...prefix: number[]) => prefix.every((byte, at) => bytes[at] === byte);

/** Bytes looked at to tell text from coded bytes, and the share of controls that no text has. */
const SAMPLE_BYTES = 1024;
const MAX_CONTROL_SHARE = 0.02;

/** Whether bytes are text, or a format that shows itself: nothing to be undone by trying. */
function looksReadable(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  if (Buffer.from(sample).toString('latin1').includes('%PDF-')) return true;
  const controls = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  return controls <= sample.length * MAX_CONTROL_SHARE;
}

/** Null where the bytes are in no such coding, or damaged. */
function tryUnpack(unpack: Unpacker, bytes: Uint8Array, maxBytes: number): Unpacked | null {
  try {
    return { bytes: unpack(bytes, maxBytes), isCut: false };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new UnpackedTooLarge();
    return code === 'Z_BUF_ERROR' ? { bytes, isCut: true } : null;
  }
}

function unpackDeflate(bytes: Uint8Array, maxOutputLength: number): Uint8Array {
  try {
    return inflateSync(bytes, { maxOutputLength });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'Z_DATA_ERROR') throw error;
    return inflateRawSync(bytes, { maxOutputLength });
  }
}

/** Length of the checksum and the length that end a member of a gzip file. */
const TRAILER_LENGTH = 8;

/** Bytes that are no gzip stay as they are. Members are read one after the other; what follows the last is none of it. */
function unpackGzip(bytes: Uint8Array, maxOutputLength: number): Uint8Array {
  const members: Uint8Array[] = [];
  let left = maxOutputLength;
  let at = 0;
  for (let start = gzipBodyStart(bytes, 0); start !== null; start = gzipBodyStart(bytes, at)) {
    const chunkSize = guessGzipSize(bytes, left);
    const { buffer, engine } = inflateRawSync(bytes.subarray(start), {
      maxOutputLength: left,
      chunkSize,
      info: true,
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    members.push(buffer);
    left = Math.max(1, left - buffer.length);
    at = start + engine.bytesWritten + TRAILER_LENGTH;
  }
  if (members.length === 0) return bytes;
  return members.length === 1 ? members[0]! : Buffer.concat(members);
}

const FLAG_HEADER_CHECK = 2;
const FLAG_EXTRA = 4;
const FLAG_NAME = 8;
const FLAG_COMMENT = 16;

/** Where the deflated bytes of a gzip member begin (RFC 1952); null where no member begins at `at`. */
export function gzipBodyStart(bytes: Uint8Array, at: number): number | null {
  if (bytes[at] !== 0x1f || bytes[at + 1] !== 0x8b || bytes[at + 2] !== 8) return null;
  const flags = bytes[at + 3] ?? 0;
  let start = at + 10;
  if (flags & FLAG_EXTRA) start += 2 + ((bytes[start] ?? 0) | ((bytes[start + 1] ?? 0) << 8));
  for (const flag of [FLAG_NAME, FLAG_COMMENT]) {
    if (!(flags & flag)) continue;
    const end = bytes.indexOf(0, start);
    start = end < 0 ? bytes.length : end + 1;
  }
  return flags & FLAG_HEADER_CHECK ? start + 2 : start;
}

/**
 * What the last four bytes say the text is long, within reason: they may be cut off, or lie. It is only a first guess, in
 * order to unpack in one piece.
 */
function guessGzipSize(bytes: Uint8Array, maxBytes: number): number {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-4);
  const stated = end.length === 4 ? end.readUInt32LE(0) : 0;
  // One more, since a full piece makes zlib begin another.
  return Math.max(64, Math.min(Math.max(SMALLEST_CHUNK, stated + 1), LARGEST_CHUNK, maxBytes));
}
