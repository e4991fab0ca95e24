import type { ZipEntry } from './zip.ts';

const decoder = new TextDecoder();

/** The files of a ZIP that `writeZip` made, still compressed. Throws for anything else. */
export function readZip(zip: Uint8Array): ZipEntry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.length - 22;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) throw new Error('this is no evidence of ours');
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const nameLength = view.getUint16(at + 28, true);
    const stored = view.getUint32(at + 20, true);
    const start = view.getUint32(at + 42, true) + 30 + nameLength;
    entries.push({
      name: decoder.decode(zip.subarray(at + 46, at + 46 + nameLength)),
      isDeflated: view.getUint16(at + 10, true) === 8,
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      stored: zip.subarray(start, start + stored),
    });
    at += 46 + nameLength;
  }
  return entries;
}

/** The checksum that ZIP asks for, bit by bit: for files of a few kilobytes. */
export function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
