/** A file of a ZIP, compressed already. */
export interface ZipEntry {
  readonly name: string;
  /** What is stored: the bytes themselves, or deflated. */
  readonly stored: Uint8Array;
  readonly isDeflated: boolean;
  /** Size of the bytes before they are packed; `crc` is of these, too. */
  readonly size: number;
  readonly crc: number;
}

/** 1 January 1980, the first day that ZIP knows: the same files make the same archive, whenever it is made. */
const DAY = 0x21;
const VERSION = 20;
const UTF8 = 0x800;

const encoder = new TextEncoder();

/** The fields that a file's own header and its line in the directory share. */
function describe(view: DataView, at: number, entry: ZipEntry, nameLength: number): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8, true);
  view.setUint16(at + 4, entry.isDeflated ? 8 : 0, true);
  view.setUint16(at + 6, 0, true);
  view.setUint16(at + 8, DAY, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.stored.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, nameLength, true);
}

function localHeader(entry: ZipEntry, name: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(30 + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x04034b50, true);
  describe(view, 4, entry, name.length);
  bytes.set(name, 30);
  return bytes;
}

function directoryLine(entry: ZipEntry, name: Uint8Array, offset: number): Uint8Array {
  const bytes = new Uint8Array(46 + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, VERSION, true);
  describe(view, 6, entry, name.length);
  view.setUint32(42, offset, true);
  bytes.set(name, 46);
  return bytes;
}

function endOf(count: number, size: number, offset: number): Uint8Array {
  const bytes = new Uint8Array(22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return bytes;
}

/** A ZIP of the entries, in their order: plain and small enough for any program, without ZIP64. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = encoder.encode(entry.name);
    const header = localHeader(entry, name);
    directory.push(directoryLine(entry, name, offset));
    parts.push(header, entry.stored);
    offset += header.length + entry.stored.length;
  }
  const size = directory.reduce((sum, line) => sum + line.length, 0);
  const all = [...parts, ...directory, endOf(entries.length, size, offset)];
  const zip = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of all) {
    zip.set(part, at);
    at += part.length;
  }
  return zip;
}
