import { constants, zstdCompressSync } from 'node:zlib';
import { type BasicType, fileWriter, parquetWriteRows } from 'hyparquet-writer';
import type { ColumnType, DatasetView } from '../core/index.ts';
import type { ViewRow } from '../store/index.ts';

/** Said in every description of a Parquet file. */
export const PARQUET_NOTE =
  'Compressed with zstd. Instants are timestamps in UTC, flags booleans, lists JSON.';

/** So many rows are in memory at a time. */
const GROUP_ROWS = 50_000;

const PARQUET_TYPES: Readonly<Record<ColumnType, BasicType>> = {
  text: 'STRING',
  integer: 'INT32',
  real: 'DOUBLE',
  instant: 'TIMESTAMP',
  timestamp: 'STRING',
  flag: 'BOOLEAN',
  list: 'JSON',
};

/** Writes a view's rows as a Parquet file. Returns how many there were. */
export function writeParquet(
  file: string,
  { columns }: Pick<DatasetView, 'columns'>,
  rows: Iterable<ViewRow>,
): number {
  let rowCount = 0;
  function* converted() {
    for (const row of rows) {
      rowCount++;
      yield Object.fromEntries(columns.map(({ name, type }) => [name, convert(type, row[name] ?? null)]));
    }
  }
  parquetWriteRows({
    writer: fileWriter(file),
    rows: converted(),
    columns: columns.map(({ name, type }) => ({ name, type: PARQUET_TYPES[type], nullable: true })),
    codec: 'ZSTD',
    compressors: {
      ZSTD: (bytes) => zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 9 } }),
    },
    rowGroupSize: GROUP_ROWS,
    createdBy: 'palimpsest',
  });
  return rowCount;
}

function convert(type: ColumnType, value: string | number | null): unknown {
  if (value === null) return null;
  if (type === 'instant') return new Date(value);
  if (type === 'list') return JSON.parse(String(value));
  return type === 'flag' ? value === 1 : value;
}
