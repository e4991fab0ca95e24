import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UnpackedTooLarge, undoContentCoding } from './content-coding.ts';

const plain = Buffer.from('We collect as little as we can. '.repeat(20));
const max = 1_000_000;
const undo = async (bytes: Uint8Array, codings: string) =>
  Buffer.from(await undoContentCoding(bytes, codings, max)).toString();

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
  ])('undoes "%s"', async (codings, bytes) => expect(await undo(bytes, codings)).toBe(plain.toString()));

  it('leaves the coding of the capture itself, which the header does not name', async () => {
    const bytes = gzipSync(plain);
    expect(await undoContentCoding(bytes, '', max)).toBe(bytes);
  });

  it('reads what there is of a gzip that was cut', async () => {
    const text = await undo(gzipSync(plain).subarray(0, 40), 'gzip');
    expect(text.length).toBeGreaterThan(0);
    expect(plain.toString().startsWith(text)).toBe(true);
  });

  it('refuses to unpack a bomb', async () => {
    await expect(undoContentCoding(gzipSync(Buffer.alloc(5_000_000)), 'gzip', max)).rejects.toThrow(
      UnpackedTooLarge,
    );
  });
});
