import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import type { ColumnType, ViewColumn } from '../core/index.ts';
import type { ViewRow } from '../store/index.ts';

/** Said in every description of Parquet files. */
export const PARQUET_NOTE =
  'Compressed with zstd. Instants are timestamps in UTC, flags booleans, lists lists. Tables of many rows are folders with a ' +
  'folder `year=…` for each year (of `first_seen`, of the capture, of `changed_before`), as DuckDB, Spark and Arrow read ' +
  'them: a question about one year reads the files of that year. What is undated lies in `year=__HIVE_DEFAULT_PARTITION__`.';

/** The folder of rows without a year: null to those who read it. */
export const NO_YEAR = '__HIVE_DEFAULT_PARTITION__';

/** So many bytes of one file, and of all files of a table together, are in memory at a time. */
const GROUP_LENGTH = 16 << 20;
const MOST_HELD = 48 << 20;

type SchemaElements = ConstructorParameters<typeof ParquetWriter>[0]['schema'];

const STRING = { type: 'BYTE_ARRAY', converted_type: 'UTF8' } as const;
const WHOLE = { type: 'INT32' } as const;

const listOf = (name: string, element: typeof STRING | typeof WHOLE): SchemaElements => [
  { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
  { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  { name: 'element', repetition_type: 'OPTIONAL', ...element },
];

const PARQUET_TYPES: Readonly<Record<ColumnType, (name: string) => SchemaElements>> = {
  text: (name) => [{ name, repetition_type: 'OPTIONAL', ...STRING }],
  integer: (name) => [{ name, repetition_type: 'OPTIONAL', ...WHOLE }],
  real: (name) => [{ name, repetition_type: 'OPTIONAL', type: 'DOUBLE' }],
  instant: (name) => [
    { name, repetition_type: 'OPTIONAL', type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
  ],
  timestamp: (name) => [{ name, repetition_type: 'OPTIONAL', ...STRING }],
  flag: (name) => [{ name, repetition_type: 'OPTIONAL', type: 'BOOLEAN' }],
  list: (name) => listOf(name, STRING),
  numbers: (name) => listOf(name, WHOLE),
};

function convert(type: ColumnType, value: string | number | null): unknown {
  if (value === null) return null;
  if (type === 'instant') return new Date(value);
  if (type === 'list' || type === 'numbers') return JSON.parse(String(value));
  return type === 'flag' ? value === 1 : value;
}

/** Bytes in memory, roughly: a text has a head of its own, a list stands for its texts. */
const measure = (value: string | number | null) => (typeof value === 'string' ? 48 + 2 * value.length : 16);

/** One Parquet file, written a group of rows at a time. */
class ParquetFile {
  rowCount = 0;
  held = 0;
  #columns: unknown[][];
  readonly #parquet: ParquetWriter;
  readonly #described: readonly ViewColumn[];

  constructor(path: string, described: readonly ViewColumn[]) {
    mkdirSync(dirname(path), { recursive: true });
    this.#described = described;
    this.#columns = described.map(() => []);
    const leaves = described.flatMap(({ name, type }) => PARQUET_TYPES[type](name));
    this.#parquet = new ParquetWriter({
      writer: fileWriter(path),
      schema: [{ name: 'root', num_children: described.length }, ...leaves],
      codec: 'ZSTD',
      compressors: {
        ZSTD: (bytes) => zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 9 } }),
      },
      createdBy: 'palimpsest',
    });
  }

  /** Returns how much more is held. */
  add(row: ViewRow): number {
    const before = this.held;
    for (const [at, { name, type }] of this.#described.entries()) {
      const value = row[name] ?? null;
      this.#columns[at]!.push(convert(type, value));
      this.held += measure(value);
    }
    this.rowCount++;
    return this.held - before;
  }

  flush(): void {
    const [count] = this.#columns.map(({ length }) => length);
    if (!count) return;
    this.#parquet.write({
      columnData: this.#described.map(({ name }, at) => ({ name, data: this.#columns[at]! })),
      rowGroupSize: count,
    });
    this.#columns = this.#described.map(() => []);
    this.held = 0;
  }

  finish(): void {
    this.flush();
    this.#parquet.finish();
  }
}

/** A file as it was written. */
export interface WrittenParquet {
  readonly path: string;
  readonly rowCount: number;
}

/**
 * Writes a table's rows: as one file `NAME.parquet`, or, where each row has a year, as `NAME/year=2004/part-0.parquet` and so
 * on. Rows keep their order within a file. What is in memory is bounded by bytes, however many rows there are.
 */
export function writeParquet(
  folder: string,
  name: string,
  columns: readonly ViewColumn[],
  rows: Iterable<ViewRow>,
  yearOf: ((row: ViewRow) => string | null) | null,
): WrittenParquet[] {
  const files = new Map<string, ParquetFile>();
  const open = (path: string) => {
    const file = new ParquetFile(`${folder}/${path}`, columns);
    files.set(path, file);
    return file;
  };
  const single = `${name}.parquet`;
  if (yearOf === null) open(single);
  let held = 0;
  for (const row of rows) {
    const path = yearOf === null ? single : `${name}/year=${yearOf(row) ?? NO_YEAR}/part-0.parquet`;
    let file = files.get(path) ?? open(path);
    held += file.add(row);
    if (held > MOST_HELD) for (const one of files.values()) if (one.held > file.held) file = one;
    if (file.held <= GROUP_LENGTH && held <= MOST_HELD) continue;
    held -= file.held;
    file.flush();
  }
  for (const file of files.values()) file.finish();
  return [...files]
    .map(([path, { rowCount }]) => ({ path, rowCount }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
