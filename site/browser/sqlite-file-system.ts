/**
 * A file system of one read-only file for SQLite's WebAssembly build: what sqlite.org/c3ref/vfs.html and io_methods.html
 * ask for, laid out in its memory by hand. SQLite's own JavaScript would do it too, at fifteen times the code.
 */

/** The parts of the WebAssembly instance that are used here. */
export interface SqliteMemory {
  readonly memory: WebAssembly.Memory;
  readonly malloc: (lengthBytes: number) => number;
  readonly table: WebAssembly.Table;
  readonly registerVfs: (vfs: number, isDefault: number) => number;
}

/** The file that is read. */
export interface ReadableFile {
  readonly sizeBytes: number;
  /** Fills `target` from `offset`; false where that cannot be done now. */
  readonly read: (target: Uint8Array, offset: number) => boolean;
}

// Result codes, sqlite.org/rescode.html.
const OK = 0;
const READ_ONLY = 8;
const NOT_FOUND = 12;
const CANNOT_OPEN = 14;
const READ_FAILED = 266;
const SHORT_READ = 522;

/** The flag with which the database itself is opened (`SQLITE_OPEN_MAIN_DB`). */
const MAIN_DATABASE = 0x100;

/** The file never changes: no locks, no journal (`SQLITE_IOCAP_IMMUTABLE`). */
const IMMUTABLE = 0x2000;

const SECTOR_BYTES = 4096;
const POINTER_BYTES = 4;
const LONGEST_NAME = 512;

type Method = (...values: never[]) => number | undefined;

/** A function and the types of its parameters: `i` 32 bits, `j` 64 bits. All give a number. */
type TypedMethod = readonly [types: string, method: Method];

const VALUE_TYPES: Readonly<Record<string, number>> = { i: 0x7f, j: 0x7e };

/** An unsigned number as WebAssembly writes it (LEB128). */
function encodeNumber(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...encodeNumber(value >>> 7)];
}

const encodeList = (items: readonly (readonly number[])[]) => [
  ...encodeNumber(items.length),
  ...items.flat(),
];
const encodeName = (name: string) => [name.length, ...[...name].map((char) => char.charCodeAt(0))];
const encodeSection = (id: number, bytes: readonly number[]) => [id, ...encodeNumber(bytes.length), ...bytes];

/**
 * Makes functions that a WebAssembly table takes: a module that imports each and exports it again. Format:
 * webassembly.github.io/spec/core/binary/modules.html.
 */
function exportFunctions(methods: readonly TypedMethod[]): WebAssembly.ExportValue[] {
  const names = methods.map((_, at) => `m${at}`);
  const types = methods.map(([parameters]) => [
    0x60,
    ...encodeList([...parameters].map((type) => [VALUE_TYPES[type]!])),
    ...encodeList([[VALUE_TYPES.i!]]),
  ]);
  const imports = names.map((name, at) => [...encodeName('e'), ...encodeName(name), 0, at]);
  const exports = names.map((name, at) => [...encodeName(name), 0, at]);
  const bytes = new Uint8Array([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...encodeSection(1, encodeList(types)),
    ...encodeSection(2, encodeList(imports)),
    ...encodeSection(7, encodeList(exports)),
  ]);
  const given = Object.fromEntries(methods.map(([, method], at) => [names[at]!, method]));
  const { exports: made } = new WebAssembly.Instance(new WebAssembly.Module(bytes), {
    e: given as WebAssembly.ModuleImports,
  });
  return names.map((name) => made[name]!);
}

/** Writes a struct of 32-bit fields; functions become places in the table. */
function writeStruct(sqlite: SqliteMemory, fields: readonly (number | TypedMethod)[]): number {
  const methods = fields.filter((field) => typeof field !== 'number');
  const made = exportFunctions(methods);
  let place = sqlite.table.grow(made.length);
  for (const [at, method] of made.entries()) sqlite.table.set(place + at, method);
  const address = sqlite.malloc(fields.length * POINTER_BYTES);
  const words = fields.map((field) => (typeof field === 'number' ? field : place++));
  new Int32Array(sqlite.memory.buffer, address, words.length).set(words);
  return address;
}

/** `struct sqlite3_io_methods`, version 1. */
function writeFileMethods(sqlite: SqliteMemory, file: ReadableFile): number {
  const view = () => new DataView(sqlite.memory.buffer);
  const done: TypedMethod = ['i', () => OK];
  const doneWith: TypedMethod = ['ii', () => OK];
  const read = (_file: number, target: number, length: number, offset: bigint) => {
    const bytes = new Uint8Array(sqlite.memory.buffer, target, length);
    const there = Math.max(0, Math.min(length, file.sizeBytes - Number(offset)));
    if (!file.read(bytes.subarray(0, there), Number(offset))) return READ_FAILED;
    bytes.fill(0, there);
    return there < length ? SHORT_READ : OK;
  };
  const tellSize = (_file: number, size: number) => {
    view().setBigInt64(size, BigInt(file.sizeBytes), true);
    return OK;
  };
  const tellUnlocked = (_file: number, answer: number) => {
    view().setInt32(answer, 0, true);
    return OK;
  };
  return writeStruct(sqlite, [
    1,
    done, // xClose
    ['iiij', read],
    ['iiij', () => READ_ONLY], // xWrite
    ['ij', () => READ_ONLY], // xTruncate
    doneWith, // xSync
    ['ii', tellSize],
    doneWith, // xLock
    doneWith, // xUnlock
    ['ii', tellUnlocked],
    ['iii', () => NOT_FOUND], // xFileControl
    ['i', () => SECTOR_BYTES],
    ['i', () => IMMUTABLE],
  ]);
}

/**
 * Makes `file` the only file SQLite knows, under any name: registers a default file system (`struct sqlite3_vfs`,
 * version 1). Throws an Error where SQLite refuses it.
 */
export function registerFile(sqlite: SqliteMemory, file: ReadableFile): void {
  const view = () => new DataView(sqlite.memory.buffer);
  const fileMethods = writeFileMethods(sqlite, file);
  const open = (_vfs: number, _name: number, opened: number, flags: number, flagsOut: number) => {
    // No journal and no temporary file: they would be read from the one file there is.
    view().setInt32(opened, flags & MAIN_DATABASE ? fileMethods : 0, true);
    if (!(flags & MAIN_DATABASE)) return CANNOT_OPEN;
    if (flagsOut !== 0) view().setInt32(flagsOut, flags, true);
    return OK;
  };
  const tellAbsent = (_vfs: number, _name: number, _flags: number, answer: number) => {
    view().setInt32(answer, 0, true);
    return OK;
  };
  const copyName = (_vfs: number, name: number, length: number, target: number) => {
    const bytes = new Uint8Array(sqlite.memory.buffer);
    const end = bytes.indexOf(0, name);
    if (end - name >= length) return CANNOT_OPEN;
    bytes.copyWithin(target, name, end + 1);
    return OK;
  };
  // Days since noon of 24 November 4714 before Christ, as `date('now')` wants them.
  const tellTime = (_vfs: number, time: number) => {
    view().setFloat64(time, Date.now() / 86_400_000 + 2_440_587.5, true);
    return OK;
  };
  const fillZero = (_vfs: number, length: number, target: number) => {
    new Uint8Array(sqlite.memory.buffer, target, length).fill(0);
    return length;
  };
  const name = sqlite.malloc(2);
  new Uint8Array(sqlite.memory.buffer, name, 2).set([0x70, 0]);
  const vfs = writeStruct(sqlite, [
    1,
    POINTER_BYTES, // an open file is the address of its methods
    LONGEST_NAME,
    0,
    name,
    0,
    ['iiiii', open],
    ['iii', () => READ_ONLY], // xDelete
    ['iiii', tellAbsent],
    ['iiii', copyName],
    ...[0, 0, 0, 0], // extensions: there are none
    ['iii', fillZero], // xRandomness: nothing is written that would need it
    ['ii', () => OK], // xSleep
    ['ii', tellTime], // xCurrentTime
    ['iii', () => OK], // xGetLastError
  ]);
  if (sqlite.registerVfs(vfs, 1) !== OK) throw new Error('SQLite takes no file system');
}
