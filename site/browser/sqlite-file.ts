import { type ReadableFile, registerFile } from './sqlite-file-system.ts';

/**
 * SQLite's own WebAssembly build, driven by the few functions of its C interface that a question needs
 * (sqlite.org/c3ref/intro.html). It comes with half a megabyte of JavaScript, none of which is loaded.
 */

/** Numbers are whole ones: a full-text index takes no others for the bounds of its rows. */
export type Value = string | number | null;
export type Row = Record<string, Value>;

/** What a statement of any kind answers: columns may share a name. */
export interface ResultTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Value[])[];
  /** True where there are more rows. */
  readonly isCut: boolean;
}

/** The functions that are called; addresses and codes are numbers. */
interface Exports extends WebAssembly.Exports {
  __wasm_call_ctors(): void;
  malloc(lengthBytes: number): number;
  free(address: number): void;
  sqlite3_initialize(): number;
  sqlite3_vfs_register(vfs: number, isDefault: number): number;
  sqlite3_open_v2(name: number, database: number, flags: number, vfs: number): number;
  sqlite3_close_v2(database: number): number;
  sqlite3_errmsg(database: number): number;
  sqlite3_prepare_v2(database: number, sql: number, length: number, statement: number, tail: number): number;
  sqlite3_finalize(statement: number): number;
  sqlite3_step(statement: number): number;
  sqlite3_bind_text(statement: number, at: number, text: number, length: number, free: number): number;
  sqlite3_bind_int64(statement: number, at: number, value: bigint): number;
  sqlite3_bind_null(statement: number, at: number): number;
  sqlite3_column_count(statement: number): number;
  sqlite3_column_name(statement: number, at: number): number;
  sqlite3_column_type(statement: number, at: number): number;
  sqlite3_column_double(statement: number, at: number): number;
  sqlite3_column_text(statement: number, at: number): number;
  sqlite3_column_bytes(statement: number, at: number): number;
  __indirect_function_table: WebAssembly.Table;
}

const ROW = 100;
const DONE = 101;
const OPEN_READ_ONLY = 1;
const NUMBERS = [1, 2];
const TEXT = 3;
const BYTES = 4;
/** SQLite copies the text at once (`SQLITE_TRANSIENT`). */
const COPIED = -1;

const PAGE_BYTES = 65_536;
/** What the build asks for at the start, and may grow to, in pages of WebAssembly. */
const FIRST_PAGES = 128;
const MOST_PAGES = 32_768;

/** What a file or a clock of the system would answer here: there is none. */
const ABSENT = -44;

/** Functions the module wants from its surroundings. Only memory is really asked for: the file system is ours. */
function surround(module: WebAssembly.Module, memory: WebAssembly.Memory): WebAssembly.Imports {
  const imports: Record<string, Record<string, WebAssembly.ImportValue>> = {};
  for (const wanted of WebAssembly.Module.imports(module)) {
    imports[wanted.module] ??= {};
    imports[wanted.module]![wanted.name] = () => ABSENT;
  }
  const writeZeros = (count: number, size: number) => {
    new DataView(memory.buffer).setInt32(count, 0, true);
    new DataView(memory.buffer).setInt32(size, 0, true);
    return 0;
  };
  Object.assign(imports.env!, {
    memory,
    emscripten_get_heap_max: () => MOST_PAGES * PAGE_BYTES,
    emscripten_resize_heap: (lengthBytes: number) => {
      const more = Math.ceil((lengthBytes - memory.buffer.byteLength) / PAGE_BYTES);
      try {
        memory.grow(more);
        return 1;
      } catch {
        return 0;
      }
    },
    emscripten_date_now: () => Date.now(),
    emscripten_get_now: () => performance.now(),
  });
  Object.assign(imports.wasi_snapshot_preview1!, { environ_sizes_get: writeZeros, environ_get: () => 0 });
  return imports;
}

/** One read-only database file. */
export class SqliteFile {
  private readonly sqlite: Exports;
  private readonly memory: WebAssembly.Memory;
  private database = 0;

  private constructor(sqlite: Exports, memory: WebAssembly.Memory) {
    this.sqlite = sqlite;
    this.memory = memory;
  }

  /** Starts SQLite over a file, which is not read yet. */
  static async start(module: WebAssembly.Module, file: ReadableFile): Promise<SqliteFile> {
    const memory = new WebAssembly.Memory({ initial: FIRST_PAGES, maximum: MOST_PAGES });
    const { exports } = await WebAssembly.instantiate(module, surround(module, memory));
    const sqlite = exports as Exports;
    sqlite.__wasm_call_ctors();
    if (sqlite.sqlite3_initialize() !== 0) throw new Error('SQLite did not start');
    registerFile(
      {
        memory,
        malloc: sqlite.malloc,
        table: sqlite.__indirect_function_table,
        registerVfs: sqlite.sqlite3_vfs_register,
      },
      file,
    );
    return new SqliteFile(sqlite, memory);
  }

  /** All rows of a question; texts, numbers and null only. Throws an Error that says what SQLite says. */
  ask(sql: string, values: readonly Value[]): Row[] {
    this.database ||= this.open();
    const { statement } = this.prepare(sql);
    try {
      values.forEach((value, at) => {
        this.bind(statement, at + 1, value);
      });
      const names = this.columnNames(statement);
      const rows: Row[] = [];
      while (this.step(statement)) {
        rows.push(Object.fromEntries(names.map((name, at) => [name, this.column(statement, at)])));
      }
      return rows;
    } finally {
      this.sqlite.sqlite3_finalize(statement);
    }
  }

  /**
   * The first `most` rows of one statement, whatever it asks; bytes that are no text are told by their number. Throws an Error
   * that says what SQLite says, or that there is no statement, or more than one.
   */
  read(sql: string, most: number): ResultTable {
    this.database ||= this.open();
    const { statement, rest } = this.prepare(sql);
    try {
      if (statement === 0) throw new Error('there is no statement');
      if (rest.replace(/--.*|;/g, '').trim() !== '') throw new Error('one statement at a time');
      const columns = this.columnNames(statement);
      const rows: Value[][] = [];
      while (this.step(statement)) {
        if (rows.length === most) return { columns, rows, isCut: true };
        rows.push(columns.map((_, at) => this.column(statement, at) ?? this.tellBytes(statement, at)));
      }
      return { columns, rows, isCut: false };
    } finally {
      this.sqlite.sqlite3_finalize(statement);
    }
  }

  private tellBytes(statement: number, at: number): Value {
    if (this.sqlite.sqlite3_column_type(statement, at) !== BYTES) return null;
    return `(${this.sqlite.sqlite3_column_bytes(statement, at)} bytes)`;
  }

  /** The first statement of a text, 0 where it holds none, and what follows it. */
  private prepare(sql: string): { readonly statement: number; readonly rest: string } {
    return this.withText(sql, (text) =>
      this.withPlace((place) =>
        this.withPlace((tail) => {
          if (this.sqlite.sqlite3_prepare_v2(this.database, text, -1, place, tail) !== 0) throw this.fault();
          return { statement: this.readNumber(place), rest: this.readText(this.readNumber(tail)) };
        }),
      ),
    );
  }

  /** Reads the head of the file; where that fails there is no connection, and the next question tries again. */
  private open(): number {
    const [code, database] = this.withText('search', (name) =>
      this.withPlace((place) => {
        const opened = this.sqlite.sqlite3_open_v2(name, place, OPEN_READ_ONLY, 0);
        return [opened, this.readNumber(place)] as const;
      }),
    );
    if (code === 0) return database;
    const fault = new Error(this.readText(this.sqlite.sqlite3_errmsg(database)));
    this.sqlite.sqlite3_close_v2(database);
    throw fault;
  }

  /** Goes on to the next row; false where there is none. */
  private step(statement: number): boolean {
    const code = this.sqlite.sqlite3_step(statement);
    if (code !== ROW && code !== DONE) throw this.fault();
    return code === ROW;
  }

  private bind(statement: number, at: number, value: Value): void {
    if (value === null) this.sqlite.sqlite3_bind_null(statement, at);
    else if (typeof value === 'number') this.sqlite.sqlite3_bind_int64(statement, at, BigInt(value));
    else {
      this.withText(value, (text, length) =>
        this.sqlite.sqlite3_bind_text(statement, at, text, length, COPIED),
      );
    }
  }

  private columnNames(statement: number): string[] {
    const count = this.sqlite.sqlite3_column_count(statement);
    return Array.from({ length: count }, (_, at) =>
      this.readText(this.sqlite.sqlite3_column_name(statement, at)),
    );
  }

  private column(statement: number, at: number): Value {
    const type = this.sqlite.sqlite3_column_type(statement, at);
    if (NUMBERS.includes(type)) return this.sqlite.sqlite3_column_double(statement, at);
    if (type !== TEXT) return null;
    const address = this.sqlite.sqlite3_column_text(statement, at);
    return this.readText(address, this.sqlite.sqlite3_column_bytes(statement, at));
  }

  private fault(): Error {
    return new Error(this.readText(this.sqlite.sqlite3_errmsg(this.database)));
  }

  private readNumber(address: number): number {
    return new DataView(this.memory.buffer).getInt32(address, true);
  }

  private readText(address: number, length?: number): string {
    const bytes = new Uint8Array(this.memory.buffer);
    const end = length === undefined ? bytes.indexOf(0, address) : address + length;
    return new TextDecoder().decode(bytes.subarray(address, end));
  }

  private withPlace<T>(use: (place: number) => T): T {
    const place = this.sqlite.malloc(4);
    new DataView(this.memory.buffer).setInt32(place, 0, true);
    try {
      return use(place);
    } finally {
      this.sqlite.free(place);
    }
  }

  private withText<T>(text: string, use: (address: number, length: number) => T): T {
    const bytes = new TextEncoder().encode(text);
    const address = this.sqlite.malloc(bytes.length + 1);
    const target = new Uint8Array(this.memory.buffer, address, bytes.length + 1);
    target.set(bytes);
    target[bytes.length] = 0;
    try {
      return use(address, bytes.length);
    } finally {
      this.sqlite.free(address);
    }
  }
}
