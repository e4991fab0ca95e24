import { formatCsv } from '../../crawler/core/index.ts';
import { explainSqlError } from '../view/collection/sql-page.ts';
import { fetchModule } from './fetch-unpacked.ts';
import { openBlob, openPublished, type SqlSource } from './sql-source.ts';
import { type ResultTable, SqliteFile } from './sqlite-file.ts';

/** The worker that runs SQL over a file. Who wants to stop it ends the worker. */

export interface SqlRequest {
  readonly number: number;
  readonly sql: string;
  /** Rows to be shown; null for all of them, as CSV. */
  readonly most: number | null;
  /** The file to ask from now on: the reader's own, or the published one; null for the one before, which there is. */
  readonly file: Blob | PublishedAddress | null;
  /** Address of SQLite's WebAssembly. */
  readonly sqlite: string;
}

export interface PublishedAddress {
  readonly address: string;
  readonly sizeBytes: number;
}

export type SqlReply = { readonly number: number } & (
  | { readonly loadedBytes: number }
  | { readonly isReady: true }
  | { readonly table: ResultTable; readonly ms: number; readonly readBytes: number | null }
  | { readonly csv: Blob; readonly rowCount: number }
  | { readonly failure: string }
);

let source: SqlSource | undefined;
let opened: SqliteFile | undefined;

async function open(
  file: NonNullable<SqlRequest['file']>,
  sqlite: string,
  tell: (loadedBytes: number) => void,
): Promise<void> {
  [source, opened] = [undefined, undefined];
  source = file instanceof Blob ? openBlob(file) : await openPublished(file.address, file.sizeBytes, tell);
  const started = await SqliteFile.start(await fetchModule(sqlite), source);
  started.ask('pragma temp_store = memory', []);
  opened = started;
}

/** Names of tables, views and their columns. */
const NAMES = `select name from sqlite_schema where type in ('table', 'view') union
  select c.name from sqlite_schema s join pragma_table_info(s.name) c where s.type in ('table', 'view')`;

function explain(error: unknown): string {
  const message = source?.failure() ?? (error as Error).message;
  try {
    return explainSqlError(message, opened ? opened.ask(NAMES, []).map(({ name }) => String(name)) : []);
  } catch {
    // A file whose names cannot be read is told of by the message itself.
    return message;
  }
}

function ask({ number, sql, most }: SqlRequest): SqlReply {
  const before = source!.loadedBytes();
  const start = performance.now();
  const table = opened!.read(sql, most ?? Number.MAX_SAFE_INTEGER);
  if (most === null) {
    const csv = new Blob([formatCsv(table.columns, table.rows)], { type: 'text/csv' });
    return { number, csv, rowCount: table.rows.length };
  }
  const readBytes = source!.isInParts ? source!.loadedBytes() - before : null;
  return { number, table, ms: performance.now() - start, readBytes };
}

async function answer(request: SqlRequest): Promise<void> {
  const { number, file, sqlite } = request;
  try {
    if (file)
      await open(file, sqlite, (loadedBytes) => postMessage({ number, loadedBytes } satisfies SqlReply));
    if (!opened) throw new Error('the file is not open');
    postMessage({ number, isReady: true } satisfies SqlReply);
    postMessage(ask(request));
  } catch (error) {
    postMessage({ number, failure: explain(error) } satisfies SqlReply);
  }
}

let turn = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<SqlRequest>) => {
  turn = turn.then(() => answer(data));
});
