import { datasetViews } from '../core/index.ts';
import { iterateView, type Store, type ViewRow } from '../store/index.ts';
import { CLAUSE_NOTE, clauseTables, type ExportedTable, writeClauseTables } from './clause-tables.ts';
import type { DescribedFile } from './data-package.ts';
import type { ExportFolder, RowFile } from './export-folder.ts';
import type { Redactor } from './redact.ts';
import { CSV_NOTE, csvHead, csvRow } from './write-csv.ts';
import { JSONL_NOTE, jsonlRow } from './write-jsonl.ts';
import { PARQUET_NOTE, type WrittenParquet, writeParquet } from './write-parquet.ts';

/** What one form adds to the folder before its descriptions. */
export interface FilledFolder {
  /** What lies in the folder and how to open it, in Markdown. */
  readonly opening: string;
  readonly files: readonly DescribedFile[];
  readonly tables: readonly {
    readonly title: string;
    readonly table: Pick<ExportedTable, 'row' | 'columns'>;
  }[];
}

const tableOf = ({ name, row, key, columns }: (typeof datasetViews)[number]): ExportedTable => ({
  name: name.slice(2),
  row,
  key,
  columns,
});

/** Views whose rows are written as they are; those of clauses have tables of their own. */
const plainViews = datasetViews.filter(({ name }) => !Object.hasOwn(clauseTables, name.slice(2)));

type LineFormat = 'csv' | 'jsonl';

const formatLine = { csv: csvRow, jsonl: jsonlRow } as const;
const formatHead = (format: LineFormat, table: ExportedTable) => (format === 'csv' ? csvHead(table) : '');

/** Tables of lines: CSV and JSON Lines. */
export function fillLines(
  store: Store,
  folder: ExportFolder,
  format: LineFormat,
  redactor: Redactor | null,
): FilledFolder {
  const tables = [...plainViews.map(tableOf), ...Object.values(clauseTables)];
  const open = new Map<string, { readonly file: RowFile; readonly table: ExportedTable }>();
  const write = (name: string, row: ViewRow) => {
    const { file, table } = open.get(name)!;
    file.write(formatLine[format](table.columns, redactor?.row(row) ?? row));
  };
  try {
    for (const table of tables) {
      const file = folder.openRows(`${table.name}.${format}`, formatHead(format, table));
      open.set(table.name, { file, table });
    }
    for (const view of plainViews) {
      for (const row of iterateView(store, view)) write(view.name.slice(2), row);
    }
    writeClauseTables(store, write);
  } finally {
    for (const { file } of open.values()) file.close();
  }
  return {
    opening: `${format === 'csv' ? CSV_NOTE : JSONL_NOTE}\n\n${CLAUSE_NOTE}`,
    files: tables.map((table, at) => ({
      file: folder.files[at]!,
      format,
      name: table.name,
      title: `a row per ${table.row}`,
      view: table,
    })),
    tables: tables.map((table) => ({ title: `${table.name}.${format}`, table })),
  };
}

/** The column that a table of many rows is divided by, by years; by that of their version where it is none of their own. */
const YEARS: Readonly<Record<string, string>> = {
  v_captures: 'timestamp',
  v_versions: 'first_seen',
  v_steps: 'changed_before',
  v_changes: 'changed_before',
  v_clauses: 'version',
  v_topics: 'version',
  v_terms: 'version',
  v_links: 'version',
};

const yearOfText = (value: unknown) =>
  value === null || value === undefined ? null : String(value).slice(0, 4);

/** The year in which each version was first seen. */
function mapYears(store: Store): (row: ViewRow) => string | null {
  const view = { ...datasetViews.find(({ name }) => name === 'v_versions')! };
  const wanted = new Set(['domain', 'policy', 'version', 'first_seen']);
  const rows = iterateView(store, { ...view, columns: view.columns.filter(({ name }) => wanted.has(name)) });
  const keyOf = ({ domain, policy, version }: ViewRow) => `${domain} ${policy} ${version}`;
  const years = new Map<string, string | null>();
  for (const row of rows) years.set(keyOf(row), yearOfText(row.first_seen));
  return (row) => years.get(keyOf(row)) ?? null;
}

function* redactRows(rows: Iterable<ViewRow>, redactor: Redactor | null): Generator<ViewRow> {
  for (const row of rows) yield redactor?.row(row) ?? row;
}

export function fillParquet(store: Store, folder: ExportFolder, redactor: Redactor | null): FilledFolder {
  const yearOfVersion = mapYears(store);
  const files = datasetViews.map((view): DescribedFile => {
    const table = tableOf(view);
    const by = YEARS[view.name];
    const yearOf = by === 'version' ? yearOfVersion : by ? (row: ViewRow) => yearOfText(row[by]) : null;
    const rows = redactRows(iterateView(store, view), redactor);
    const written = writeParquet(folder.path, table.name, table.columns, rows, yearOf);
    return describeParts(folder, table, written, yearOf !== null);
  });
  return {
    opening: PARQUET_NOTE,
    files,
    tables: datasetViews.map((view) => ({
      title: YEARS[view.name] ? `${view.name.slice(2)}/` : `${view.name.slice(2)}.parquet`,
      table: view,
    })),
  };
}

function describeParts(
  folder: ExportFolder,
  table: ExportedTable,
  written: readonly WrittenParquet[],
  isDivided: boolean,
): DescribedFile {
  const from = folder.files.length;
  for (const { path, rowCount } of written) folder.take(path, rowCount);
  const parts = folder.files.slice(from);
  const sum = (count: (file: (typeof parts)[number]) => number) =>
    parts.reduce((all, one) => all + count(one), 0);
  const common = {
    format: 'parquet' as const,
    name: table.name,
    title: `a row per ${table.row}`,
    view: table,
  };
  if (!isDivided) return { ...common, file: parts[0]! };
  const file = {
    path: `${table.name}/`,
    lengthBytes: sum(({ lengthBytes }) => lengthBytes),
    hash: '',
    rowCount: sum(({ rowCount }) => rowCount ?? 0),
  };
  return { ...common, file, parts, glob: `${table.name}/*/*.parquet` };
}
