import { createReadStream, existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { splitCsv } from '../../../core/index.ts';
import { UserError } from '../../../errors.ts';
import { parseProvenanceHeader } from '../../../normalize/index.ts';
import { parquetCompressors as compressors } from '../../parquet-compressors.ts';

/** A row of an exported view; instants, lists and flags as text or numbers, as they came. */
export type TableRow = Readonly<Record<string, string | number | null>>;

export type TableFormat = 'csv' | 'jsonl' | 'parquet' | 'markdown';

/** The rows of one of an export's tables, a few in memory at a time. @throws UserError for a table that is damaged */
export async function* readTable(
  folder: string,
  table: 'versions' | 'captures',
  format: TableFormat,
): AsyncGenerator<TableRow> {
  const file = join(folder, format === 'markdown' ? 'index.csv' : `${table}.${format}`);
  try {
    if (format === 'parquet') yield* readParquetParts(folder, table);
    else if (format === 'jsonl') yield* readJsonLines(file);
    else if (format === 'csv') yield* readCsv(file);
    else
      for await (const row of readCsv(file)) yield { ...row, markdown: readText(folder, String(row.path)) };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(
      `${file} cannot be read: ${(error as Error).message}`,
      'It is damaged or missing: `sha256sum --check SHA256SUMS` in its folder tells; export it again.',
    );
  }
}

/** The text of a version's file, without its header. A path never leads out of the export. */
function readText(folder: string, path: string): string {
  if (path.split('/').includes('..')) throw new Error(`"${path}" leads out of the folder`);
  return parseProvenanceHeader(readFileSync(join(folder, path), 'utf8')).text;
}

/** Pieces of a file up to line feeds that `isEnd` takes for the end of a row. */
async function* readRows(file: string, isEnd: (row: string) => boolean): AsyncGenerator<string> {
  let pending = '';
  for await (const chunk of createReadStream(file, 'utf8') as AsyncIterable<string>) {
    const lines = chunk.split('\n');
    for (const [k, line] of lines.entries()) {
      pending += line;
      if (k === lines.length - 1) break;
      pending += '\n';
      if (!isEnd(pending)) continue;
      yield pending;
      pending = '';
    }
  }
  if (pending.trim() !== '') yield pending;
}

async function* readJsonLines(file: string): AsyncGenerator<TableRow> {
  for await (const line of readRows(file, () => true)) yield JSON.parse(line) as TableRow;
}

/** Numbers of the views; all else is text. */
const NUMBERS: ReadonlySet<string> = new Set(['version', 'capture_count', 'word_count']);

async function* readCsv(file: string): AsyncGenerator<TableRow> {
  let names: readonly string[] | null = null;
  for await (const row of readRows(file, endsOutsideQuotes())) {
    const { lines, brokenAt } = splitCsv(row);
    if (brokenAt !== null) throw new Error('a quotation mark stands where none can');
    const cells = lines[0]?.cells;
    if (!cells) continue;
    if (names === null) names = cells;
    else yield Object.fromEntries(names.map((name, k) => [name, readCell(name, cells[k] ?? '')]));
  }
}

/** Counts quotation marks as a row grows, each only once. */
function endsOutsideQuotes(): (row: string) => boolean {
  let [seen, quotes] = [0, 0];
  return (row) => {
    for (let at = row.indexOf('"', seen); at >= 0; at = row.indexOf('"', at + 1)) quotes++;
    seen = row.length;
    const isEnd = quotes % 2 === 0;
    if (isEnd) [seen, quotes] = [0, 0];
    return isEnd;
  };
}

/** What the writer disarmed is armed again. */
function readCell(name: string, cell: string): string | number | null {
  if (cell === '') return null;
  if (NUMBERS.has(name)) return Number(cell);
  return cell.replace(/^'(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])/, '');
}

/** A table lies in one file, or in a file for each year, each in the order of policies: read side by side. */
async function* readParquetParts(folder: string, table: string): AsyncGenerator<TableRow> {
  const single = join(folder, `${table}.parquet`);
  const parts = existsSync(single)
    ? [single]
    : globSync(`${table}/*/*.parquet`, { cwd: folder })
        .sort()
        .map((path) => join(folder, path));
  if (parts.length === 0) throw new Error('there is no such file');
  const readers = parts.map((part) => readParquet(part));
  const heads = await Promise.all(readers.map(async (reader) => ({ reader, next: await reader.next() })));
  for (;;) {
    const open = heads.filter(({ next }) => !next.done);
    const [first, ...others] = open;
    if (!first) return;
    const least = others.reduce((a, b) => (isBefore(b.next.value!, a.next.value!) ? b : a), first);
    yield least.next.value!;
    least.next = await least.reader.next();
  }
}

/** The order of versions and captures: by policy, then by time; undated ones first, as SQLite has them, or by number. */
function isBefore(a: TableRow, b: TableRow): boolean {
  for (const name of [
    'domain',
    'policy',
    a.timestamp === undefined || 'slug' in a ? 'version' : 'timestamp',
  ]) {
    const [left, right] = [a[name] ?? '', b[name] ?? ''];
    if (left !== right) return left < right;
  }
  return false;
}

/** Rows of a Parquet file taken into memory at a time. */
const ROWS_AT_ONCE = 500;

async function* readParquet(path: string): AsyncGenerator<TableRow> {
  // Loaded when first needed: few imports are of Parquet.
  const { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } = await import('hyparquet');
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const count = Number(metadata.num_rows);
  for (let rowStart = 0; rowStart < count; rowStart += ROWS_AT_ONCE) {
    const rowEnd = Math.min(count, rowStart + ROWS_AT_ONCE);
    const rows = await parquetReadObjects({ file, metadata, compressors, rowStart, rowEnd });
    for (const row of rows)
      yield Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toCell(value)]));
  }
}

function toCell(value: unknown): string | number | null {
  if (value instanceof Date) return value.toISOString().replace(/\.\d+Z$/, 'Z');
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}
