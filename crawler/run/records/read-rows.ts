import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { toUrlkey } from '../../archive/index.ts';
import { isTimestamp } from '../../core/index.ts';
import { UserError } from '../../errors.ts';
import type { PlacedCapture } from '../../store/index.ts';
import { parquetCompressors } from '../parquet-compressors.ts';

/** Columns of Common Crawl's index as a table that a capture cannot do without: https://commoncrawl.org/columnar-index */
const NEEDED = [
  'url',
  'fetch_time',
  'fetch_status',
  'warc_filename',
  'warc_record_offset',
  'warc_record_length',
] as const;
/** Columns that are read where they are there; the first of those that say the same. */
const DIGEST = 'content_digest';
const TYPES = ['content_mime_type', 'content_mime_detected'];

/** Rows taken into memory at a time. */
const ROWS_AT_ONCE = 10_000;

/** What stood in a file of rows. */
export interface RowsRead {
  readonly rowCount: number;
  /** Rows that name no capture, and the first of them in words. */
  readonly junkCount: number;
  readonly firstJunk: string | null;
}

/**
 * Reads rows of Common Crawl's columnar index, as DuckDB, Spark or Athena write them to a Parquet file, some at a time.
 * @throws UserError for a file that is none, or lacks a column
 */
export async function readRows(
  path: string,
  take: (captures: readonly PlacedCapture[]) => void,
): Promise<RowsRead> {
  const { file, metadata, columns } = await openRows(path);
  const rowCount = Number(metadata.num_rows);
  let junkCount = 0;
  let firstJunk: string | null = null;
  for (let rowStart = 0; rowStart < rowCount; rowStart += ROWS_AT_ONCE) {
    const rowEnd = Math.min(rowCount, rowStart + ROWS_AT_ONCE);
    const options = { file, metadata, columns, compressors: parquetCompressors, rowStart, rowEnd };
    const rows = await parquetReadObjects(options).catch((error: Error) => {
      throw damaged(path, error);
    });
    const captures = rows.map(toCapture);
    take(captures.filter((capture) => capture !== null));
    const junk = rows.filter((_, k) => captures[k] === null);
    junkCount += junk.length;
    firstJunk ??= junk.length > 0 ? describeRow(junk[0]!) : null;
  }
  return { rowCount, junkCount, firstJunk };
}

async function openRows(path: string) {
  try {
    const file = await asyncBufferFromFile(path);
    const metadata = await parquetMetadataAsync(file);
    const names = metadata.schema.slice(1).map(({ name }) => name);
    const missing = NEEDED.filter((name) => !names.includes(name));
    if (missing.length > 0) {
      throw new UserError(
        `--index ${path} lacks ${missing.join(', ')}`,
        `It has ${names.slice(0, 12).join(', ') || 'no columns'}. Select at least ${NEEDED.join(', ')}, and ${DIGEST}, of Common Crawl's index.`,
      );
    }
    const columns = names.filter((name) => [...NEEDED, DIGEST, ...TYPES].includes(name));
    return { file, metadata, columns };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw damaged(path, error as NodeJS.ErrnoException);
  }
}

function damaged(path: string, error: NodeJS.ErrnoException): UserError {
  return error.code === 'ENOENT'
    ? new UserError(`--index ${path} does not exist`, 'Name a Parquet file with rows of an index.')
    : new UserError(
        `--index ${path} cannot be read: ${error.message}`,
        "Name a Parquet file with rows of an index, such as DuckDB's `copy (select …) to 'rows.parquet'` writes it.",
      );
}

type Row = Readonly<Record<string, unknown>>;

/** Null for a row that names no capture. */
function toCapture(row: Row): PlacedCapture | null {
  const { url, warc_filename: file } = row;
  const timestamp = toTimestamp(row.fetch_time);
  const [offset, length] = [Number(row.warc_record_offset), Number(row.warc_record_length)];
  const isPlaced =
    typeof file === 'string' && file !== '' && Number.isSafeInteger(offset) && offset >= 0 && length > 0;
  if (typeof url !== 'string' || !/^https?:\/\/[^/\s]/i.test(url) || timestamp === null || !isPlaced)
    return null;
  if (!URL.canParse(url) || !Number.isSafeInteger(length)) return null;
  return {
    urlkey: toUrlkey(url),
    timestamp,
    listedTimestamp: timestamp,
    original: url,
    mimetype: String(
      TYPES.map((name) => row[name]).find((type) => typeof type === 'string' && type !== '') ?? 'unk',
    ),
    statuscode: String(row.fetch_status ?? '-'),
    digest: typeof row[DIGEST] === 'string' && row[DIGEST] !== '' ? row[DIGEST] : '-',
    length: String(length),
    warc: { file, offset, length },
  };
}

/** A moment as Parquet has it, or as text: `2024-03-05 12:00:00.000`, `2024-03-05T12:00:00Z`, `20240305120000`. */
function toTimestamp(value: unknown): string | null {
  const text = value instanceof Date && !Number.isNaN(value.getTime()) ? value.toISOString() : value;
  if (typeof text !== 'string') return null;
  const digits = text.replace(/\D/g, '').slice(0, 14);
  return isTimestamp(digits) ? digits : null;
}

const describeRow = (row: Row): string =>
  ['url', 'fetch_time', 'warc_filename', 'warc_record_offset', 'warc_record_length']
    .map(
      (name) => `${name} ${row[name] instanceof Date ? row[name].toJSON() : String(row[name]).slice(0, 80)}`,
    )
    .join(', ');
