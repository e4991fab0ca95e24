import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UnpackedTooLarge, undoContentCoding } from './content-coding.ts';

const plain = Buffer.from('We collect as little as we can. '.repeat(20));
const max = 1_000_000;
const undo = (bytes: Uint8Array, codings: string) =>
  Buffer.from(undoContentCoding(bytes, codings, max)).toString();

describe('undoContentCoding', () => {
  it.each([
    ['gzip', gzipSync(plain)],
    [', gzip', gzipSync(plain)],
    ['GZIP', gzipSync(plain)],
    ['gzip, gzip', gzipSync(gzipSync(plain))],
    ['deflate', deflateSync(plain)],
    ['br', brotliCompressSync(plain)],
    ['zstd', zstdCompressSync(plain)],
    ['', plain],
    // Said to be packed and is not.
    ['gzip', plain],
    ['br', plain],
    ['rot13', plain],
  ])('undoes "%s"', (codings, bytes) => expect(undo(bytes, codings)).toBe(plain.toString()));

  it('leaves the coding of the capture itself, which the header does not name', () => {
    const bytes = gzipSync(plain);
    expect(undoContentCoding(bytes, '', max)).toBe(bytes);
  });

  it('reads what there is of a gzip that was cut', () => {
    const text = undo(gzipSync(plain).subarray(0, 40), 'gzip');
    expect(text.length).toBeGreaterThan(0);
    expect(plain.toString().startsWith(text)).toBe(true);
  });

  it('unpacks what states a wrong length', () => {
    for (const stated of [0, 1, 0xffff_ffff]) {
      const bytes = gzipSync(plain);
      bytes.writeUInt32LE(stated, bytes.length - 4);
      // Zlib checks the length; bytes that do not unpack stay as they are.
      expect(undoContentCoding(bytes, 'gzip', max)).toBe(bytes);
    }
  });

  it('refuses to unpack a bomb', () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000));
    expect(() => undoContentCoding(bomb, 'gzip', max)).toThrow(UnpackedTooLarge);
  });
});
