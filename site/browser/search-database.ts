import sqlite3InitModule, { type Database, type Sqlite3Static } from '@sqlite.org/sqlite-wasm';
import { fetchUnpacked, type PieceList, Pieces } from './search-pieces.ts';

/**
 * SQLite's own WebAssembly build over the published pieces, read-only. SQLite reads at once, pieces come later: a read
 * that misses a piece fails, the piece is fetched, the question is asked again. Questions are short, so asking again
 * costs little, and no host needs to know ranges or special headers.
 */

type Value = string | number | null;
type Row = Record<string, Value>;

/** A question and its values. */
export interface Question {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** More rounds than any question needs: a file that never gives what it lists would be asked forever. */
const MOST_ROUNDS = 10_000;

const VFS = 'pieces';

/** Registers a file system of one file that is read from pieces; source: sqlite.org/c3ref/vfs.html. */
function registerPieces({ capi, wasm, vfs }: Sqlite3Static, pieces: Pieces): void {
  // The package's types put on instances what lies on the class, and ask for structs that need not be there.
  const fileStruct = capi.sqlite3_file as unknown as { structInfo: { sizeof: number } };
  const install = vfs.installVfs as unknown as (methods: object) => void;
  const pokeWide = wasm.poke as unknown as (address: number, value: bigint, type: 'i64') => void;
  const done = () => 0;
  const refuse = () => capi.SQLITE_READONLY;
  const methods = new capi.sqlite3_io_methods();
  const system = new capi.sqlite3_vfs();
  Object.assign(methods, { $iVersion: 1 });
  Object.assign(system, {
    $iVersion: 1,
    $szOsFile: fileStruct.structInfo.sizeof,
    $mxPathname: 512,
  });
  install({
    io: {
      struct: methods,
      methods: {
        xClose: done,
        xRead: (_file: number, target: number, length: number, offset: bigint | number) => {
          const bytes = wasm.heap8u().subarray(target, target + length);
          const there = Math.max(0, Math.min(length, pieces.sizeBytes - Number(offset)));
          if (!pieces.read(bytes.subarray(0, there), Number(offset))) return capi.SQLITE_IOERR_READ;
          bytes.fill(0, there);
          return there < length ? capi.SQLITE_IOERR_SHORT_READ : 0;
        },
        xWrite: refuse,
        xTruncate: refuse,
        xSync: done,
        xFileSize: (_file: number, size: number) => {
          pokeWide(size, BigInt(pieces.sizeBytes), 'i64');
          return 0;
        },
        xLock: done,
        xUnlock: done,
        xCheckReservedLock: (_file: number, out: number) => {
          wasm.poke(out, 0, 'i32');
          return 0;
        },
        xFileControl: () => capi.SQLITE_NOTFOUND,
        xSectorSize: () => 4096,
        xDeviceCharacteristics: () => capi.SQLITE_IOCAP_IMMUTABLE,
      },
    },
    vfs: {
      struct: system,
      name: VFS,
      methods: {
        xOpen: (_vfs: number, _name: number, file: number, flags: number, outFlags: number) => {
          const opened = new capi.sqlite3_file(file);
          opened.$pMethods = methods.pointer;
          opened.dispose();
          if (outFlags) wasm.poke(outFlags, flags, 'i32');
          return 0;
        },
        xDelete: refuse,
        xAccess: (_vfs: number, _name: number, _flags: number, out: number) => {
          wasm.poke(out, 0, 'i32');
          return 0;
        },
        xFullPathname: (_vfs: number, name: number, length: number, out: number) =>
          wasm.cstrncpy(out, name, length) < length ? 0 : capi.SQLITE_CANTOPEN,
      },
    },
  });
}

/** The types of the package know no options; its own documentation does (`wasmBinary` is Emscripten's). */
const initialize = sqlite3InitModule as unknown as (options: {
  wasmBinary: Uint8Array;
}) => Promise<Sqlite3Static>;

/** What reading gives, or null where a piece was missing. */
function tryReading<T>(pieces: Pieces, read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (pieces.isMissingSome) return null;
    throw error;
  }
}

/** Reads again until no piece is missing; what several readings miss is fetched at the same time. */
async function untilRead<T>(pieces: Pieces, readings: readonly (() => T)[]): Promise<T[]> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const results = readings.map((read) => tryReading(pieces, read));
    if (!pieces.isMissingSome) return results as T[];
    await pieces.loadMissing();
  }
  throw new Error('the search file does not hold what it should');
}

export class SearchDatabase {
  readonly clauseCount: number;
  private readonly pieces: Pieces;
  private readonly database: Database;

  private constructor(list: PieceList, pieces: Pieces, database: Database) {
    this.clauseCount = list.clause_count;
    this.pieces = pieces;
    this.database = database;
  }

  /** Opens what lies in the folder `base` (ends with `/`). Throws an Error where that cannot be loaded. */
  static async open(base: string): Promise<SearchDatabase> {
    const [list, wasmBinary] = await Promise.all([
      fetchUnpacked(`${base}pieces.json`).then(
        (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as PieceList,
      ),
      fetchUnpacked(`${base}sqlite3.wasm.gz`),
    ]);
    if (list.format !== 1) throw new Error('the search file is in an unknown format');
    const sqlite = await initialize({ wasmBinary });
    // A read that misses a piece is no fault; SQLite would tell the console of each.
    sqlite.config.warn = () => {};
    const pieces = new Pieces(list, base);
    registerPieces(sqlite, pieces);
    const openFile = () => new sqlite.oo1.DB({ filename: 'file:search?immutable=1', flags: 'r', vfs: VFS });
    const [database] = await untilRead(pieces, [openFile]);
    return new SearchDatabase(list, pieces, database!);
  }

  /** Answers several questions; what they miss is fetched at the same time. */
  async answer<R extends object = Row>(questions: readonly Question[]): Promise<R[][]> {
    return untilRead(
      this.pieces,
      questions.map(
        ({ sql, values }) =>
          () =>
            this.ask<R>(sql, values),
      ),
    );
  }

  async all<R extends object = Row>(sql: string, ...values: Value[]): Promise<R[]> {
    return (await this.answer<R>([{ sql, values }]))[0]!;
  }

  /** To be called between questions. */
  trim(): void {
    this.pieces.trim();
  }

  private ask<R extends object>(sql: string, values: readonly Value[]): R[] {
    return this.database.exec({
      sql,
      bind: [...values],
      rowMode: 'object',
      returnValue: 'resultRows',
    }) as unknown as R[];
  }
}
