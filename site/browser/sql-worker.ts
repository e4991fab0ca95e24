import { explainSqlError } from '../view/collection/sql-page.ts';
import { fetchModule } from './fetch-unpacked.ts';
import { SqliteFile, type Table } from './sqlite-file.ts';

/** The worker that runs SQL over a whole file in memory. Who wants to stop it ends the worker. */

export interface SqlRequest {
  readonly number: number;
  readonly sql: string;
  readonly most: number;
  /** The file to ask from now on; null for the one before, which there is. */
  readonly file: Blob | null;
  /** Address of SQLite's WebAssembly. */
  readonly sqlite: string;
}

export type SqlReply = { readonly number: number } & (
  | { readonly table: Table; readonly ms: number }
  | { readonly failure: string }
);

let held: Blob | undefined;
let opened: SqliteFile | undefined;

/** Where a header says that the file has a write-ahead log (sqlite.org/fileformat2.html, 1.3.3). */
const JOURNAL_FIELDS = [18, 19] as const;

async function open(file: Blob, sqlite: string): Promise<SqliteFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // A log cannot be opened here. What it would hold is not in the file.
  for (const at of JOURNAL_FIELDS) if (bytes[at] === 2) bytes[at] = 1;
  const started = await SqliteFile.start(await fetchModule(sqlite), {
    sizeBytes: bytes.length,
    read: (target, offset) => {
      target.set(bytes.subarray(offset, offset + target.length));
      return true;
    },
  });
  started.ask('pragma temp_store = memory', []);
  return started;
}

/** Names of tables, views and their columns. */
const NAMES = `select name from sqlite_schema where type in ('table', 'view') union
  select c.name from sqlite_schema s join pragma_table_info(s.name) c where s.type in ('table', 'view')`;

function explain(file: SqliteFile | undefined, error: unknown): string {
  const message = (error as Error).message;
  try {
    return explainSqlError(message, file ? file.ask(NAMES, []).map(({ name }) => String(name)) : []);
  } catch {
    // A file whose names cannot be read is told of by the message itself.
    return message;
  }
}

async function answer({ number, sql, most, file, sqlite }: SqlRequest): Promise<void> {
  try {
    if (file) [held, opened] = [file, undefined];
    opened ??= await open(held!, sqlite);
    const start = performance.now();
    const table = opened.read(sql, most);
    postMessage({ number, table, ms: performance.now() - start } satisfies SqlReply);
  } catch (error) {
    postMessage({ number, failure: explain(opened, error) } satisfies SqlReply);
  }
}

let turn = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<SqlRequest>) => {
  turn = turn.then(() => answer(data));
});
