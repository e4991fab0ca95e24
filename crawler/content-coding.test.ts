import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UnpackedTooLarge, undoContentCoding, undoNamedCodings } from './content-coding.ts';

const plain = Buffer.from('We collect as little as we can. '.repeat(20));
const tail = Buffer.from('\n \n');
const max = 1_000_000;

const spoiltTrailer = (at: number, value: number) => {
  const bytes = gzipSync(plain);
  bytes.writeUInt32LE(value, bytes.length - at);
  return bytes;
};

/** Every field that RFC 1952 lets stand before the body. */
const fullHeader = Buffer.concat([
  Buffer.from([0x1f, 0x8b, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3, 3, 0, 1, 2, 3]),
  Buffer.from('policy.html\0a remark\0\x01\x02'),
  gzipSync(plain).subarray(10),
]);

const coded: readonly (readonly [string, string, Buffer])[] = [
  ['gzip', 'gzip', gzipSync(plain)],
  ['a broken list', ', gzip', gzipSync(plain)],
  ['capitals', 'GZIP', gzipSync(plain)],
  ['gzip twice, said', 'gzip, gzip', gzipSync(gzipSync(plain))],
  ['gzip with bytes after it', 'gzip', Buffer.concat([gzipSync(plain), tail])],
  ['gzip with zeros after it', 'gzip', Buffer.concat([gzipSync(plain), Buffer.alloc(9)])],
  ['gzip in members', 'gzip', Buffer.concat([gzipSync(plain.subarray(0, 99)), gzipSync(plain.subarray(99))])],
  ['gzip with every field in its head', 'gzip', fullHeader],
  ['gzip without its trailer', 'gzip', gzipSync(plain).subarray(0, -8)],
  ['gzip that states a wrong length', 'gzip', spoiltTrailer(4, 1)],
  ['gzip with a wrong checksum', 'gzip', spoiltTrailer(8, 7)],
  ['deflate', 'deflate', deflateSync(plain)],
  ['deflate without its wrapper', 'deflate', deflateRawSync(plain)],
  ['deflate with bytes after it', 'deflate', Buffer.concat([deflateRawSync(plain), tail])],
  ['brotli', 'br', brotliCompressSync(plain)],
  ['zstd', 'zstd', zstdCompressSync(plain)],
  ['two codings', 'br, gzip', gzipSync(brotliCompressSync(plain))],
  ['none', '', plain],
  ['one named that it is not in', 'gzip', plain],
  ['brotli named, and it is not', 'br', plain],
  ['deflate named, and it is not', 'deflate', plain],
  ['an unknown one', 'rot13', plain],
];

describe.each(coded)('bytes in %s', (_name, codings, bytes) => {
  it('are undone by name', () =>
    expect(Buffer.from(undoNamedCodings(bytes, codings, max)).toString()).toBe(plain.toString()));
  it('are undone by what they are', () => {
    const { bytes: undone, isCut } = undoContentCoding(bytes, codings, max);
    expect([Buffer.from(undone).toString(), isCut]).toEqual([plain.toString(), false]);
  });
});

describe('undoNamedCodings', () => {
  it('leaves the coding of the capture itself, which the header does not name', () => {
    const bytes = gzipSync(plain);
    expect(undoNamedCodings(bytes, '', max)).toBe(bytes);
  });

  it.each([
    ['gzip', gzipSync(plain)],
    ['deflate', deflateSync(plain)],
    ['br', brotliCompressSync(plain)],
    ['zstd', zstdCompressSync(plain)],
  ])('leaves %s that was cut as it came: half a text is none', (codings, bytes) => {
    const cut = bytes.subarray(0, Math.floor(bytes.length * 0.6));
    expect(undoNamedCodings(cut, codings, max)).toBe(cut);
    expect(undoContentCoding(cut, codings, max)).toEqual({ bytes: cut, isCut: true });
  });

  it('refuses to unpack a bomb', () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000));
    expect(() => undoNamedCodings(bomb, 'gzip', max)).toThrow(UnpackedTooLarge);
    const members = Buffer.concat(Array.from({ length: 5 }, () => gzipSync(Buffer.alloc(400_000))));
    expect(() => undoNamedCodings(members, 'gzip', max)).toThrow(UnpackedTooLarge);
  });
});

describe('undoContentCoding', () => {
  it.each([
    ['gzip that nothing names', null, gzipSync(plain)],
    ['gzip twice, named once', 'gzip', gzipSync(gzipSync(plain))],
    ['gzip named deflate', 'deflate', gzipSync(plain)],
    ['brotli named gzip', 'gzip', brotliCompressSync(plain)],
    ['bare deflate named gzip', 'gzip', deflateRawSync(plain)],
    ['wrapped deflate that nothing names', null, deflateSync(plain)],
    ['zstd named br', 'br', zstdCompressSync(plain)],
  ])('reads %s', (_name, named, bytes) => {
    expect(Buffer.from(undoContentCoding(bytes, named, max).bytes).toString()).toBe(plain.toString());
  });

  it('leaves damaged bytes as they are', () => {
    const damaged = gzipSync(plain);
    damaged.fill(0xff, 12, 30);
    expect(undoContentCoding(damaged, 'gzip', max)).toEqual({ bytes: damaged, isCut: false });
  });
});
