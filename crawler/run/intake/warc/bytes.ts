import { readSync } from 'node:fs';

/** Bytes that can be read at any place. */
export interface Bytes {
  readonly length: number;
  /** What there is of the bytes from `from` up to `to`. */
  slice(from: number, to: number): Buffer;
}

export const bytesOf = (buffer: Buffer): Bytes => ({
  length: buffer.length,
  slice: (from, to) => buffer.subarray(from, to),
});

/** Read at once; the next question is mostly about what follows. */
const WINDOW = 256 * 1024;

/** An open file's bytes, a window of them in memory. */
export function bytesOfFile(file: number, length: number): Bytes {
  let start = 0;
  let window: Buffer = Buffer.alloc(0);
  const read = (from: number, count: number): Buffer => {
    const buffer = Buffer.allocUnsafe(count);
    let filled = 0;
    while (filled < count) {
      const got = readSync(file, buffer, filled, count - filled, from + filled);
      if (got === 0) break;
      filled += got;
    }
    return buffer.subarray(0, filled);
  };
  return {
    length,
    slice(from, to) {
      const end = Math.min(to, length);
      if (end <= from) return Buffer.alloc(0);
      if (end - from > WINDOW) return read(from, end - from);
      if (from < start || end > start + window.length) {
        window = read(from, Math.min(WINDOW, length - from));
        start = from;
      }
      return window.subarray(from - start, end - start);
    },
  };
}
