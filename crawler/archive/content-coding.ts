import { brotliDecompressSync, constants, gunzipSync, inflateSync, zstdDecompressSync } from 'node:zlib';

const SMALLEST_CHUNK = 16 * 1024;
const LARGEST_CHUNK = 4 * 1024 * 1024;

/** The text is larger unpacked than we accept. */
export class UnpackedTooLarge extends Error {}

/** All at once and not in other threads: between the last byte of an answer and its keeping nothing should come. */
const unpackers: Readonly<Record<string, (bytes: Uint8Array, maxBytes: number) => Uint8Array>> = {
  gzip: unpackGzip,
  'x-gzip': unpackGzip,
  deflate: (bytes, maxOutputLength) => inflateSync(bytes, { maxOutputLength }),
  br: (bytes, maxOutputLength) => brotliDecompressSync(bytes, { maxOutputLength }),
  zstd: (bytes, maxOutputLength) => zstdDecompressSync(bytes, { maxOutputLength }),
};

/**
 * Undoes the coding of an HTTP answer. The archive has sent broken headers: empty values, `, gzip`, and `gzip` before
 * bytes that are not; so empty names are passed over, and bytes that do not unpack stay as they are.
 * @throws UnpackedTooLarge
 */
export function undoContentCoding(bytes: Uint8Array, codings: string, maxBytes: number): Uint8Array {
  let current = bytes;
  const names = codings
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  for (const name of names.filter((coding) => coding !== '').reverse()) {
    const unpack = unpackers[name];
    if (!unpack) return current;
    try {
      current = unpack(current, maxBytes);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw new UnpackedTooLarge();
      return current;
    }
  }
  return current;
}

/** Lenient about a missing end: a crawler that cut a response has cut its gzip too, and what there is can be read. */
function unpackGzip(bytes: Uint8Array, maxOutputLength: number): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  return gunzipSync(bytes, {
    maxOutputLength,
    finishFlush: constants.Z_SYNC_FLUSH,
    chunkSize: guessGzipSize(bytes, maxOutputLength),
  });
}

/**
 * What the last four bytes say the text is long, within reason: they may be cut off, or lie. It is only a first guess, in
 * order to unpack in one piece.
 */
function guessGzipSize(bytes: Uint8Array, maxBytes: number): number {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-4);
  const stated = end.length === 4 ? end.readUInt32LE(0) : 0;
  // One more, since a full piece makes zlib begin another.
  return Math.min(Math.max(SMALLEST_CHUNK, stated + 1), LARGEST_CHUNK, maxBytes);
}
