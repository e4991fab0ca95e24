import { type Capture, repairTimestamp, type WarcPlace } from '../core/index.ts';
import { isWebAddress } from './memento-url.ts';

/** One answer of the index, read. */
export interface IndexPage {
  /** Rows with their fields, in the order received; damaged ones are counted only. */
  readonly rows: readonly IndexRow[];
  readonly junkCount: number;
  readonly resumeKey: string | null;
  /**
   * Where the last line has no end, although every line has one: `row` after a whole row, whose last field may be cut;
   * `mid-row` after less than a row. Null for an answer that ends as it should.
   */
  readonly cut: 'row' | 'mid-row' | null;
}

export interface IndexRow {
  /** The seven fields as one text, by which equal rows are told. */
  readonly line: string;
  /** The timestamp as listed, also where it is no date. */
  readonly timestamp: string;
  /** Null where the row names no capture. */
  readonly capture: Capture | null;
}

/** The body is not rows: an error in disguise. */
export class NotRows extends Error {}

/** What servers send in place of rows, or after rows when they break off: pages for people, and Java's exceptions. */
const DISGUISED_ERROR = /^[ \t]*(?:<|(?:Caused by: )?(?:[a-z]\w*\.)*[A-Z]\w*(?:Exception|Error)\b)/m;

/**
 * Reads an answer in text: seven fields separated by spaces, more may follow; then, after a blank line, the resume key.
 * @throws NotRows where it holds an error, or no row at all
 */
export function parseTextPage(body: string): IndexPage {
  if (DISGUISED_ERROR.test(body)) throw new NotRows(firstWords(body));
  const lines = body.split(/\r?\n/);
  const blank = lines.indexOf('');
  const rowLines = lines.slice(0, blank < 0 ? undefined : blank);
  const rest = blank < 0 ? [] : lines.slice(blank + 1).filter((line) => line !== '');
  const rows = rowLines.map((line) => toRow(splitFields(line))).filter((row) => row !== null);
  if (rows.length === 0 && rowLines.length > 0) throw new NotRows(firstWords(body));
  if (rest.length > 1 || (rest[0] && toRow(splitFields(rest[0]))))
    throw new NotRows(firstWords(rest.join(' ')));
  const last = lines.at(-1)!;
  const isWholeRow = rest.length === 0 && toRow(splitFields(last)) !== null;
  const cut = last === '' ? null : isWholeRow ? 'row' : 'mid-row';
  return { rows, junkCount: rowLines.length - rows.length, resumeKey: rest[0] ?? null, cut };
}

/** Status, digest and length as they follow the media type; what comes after them does not matter. */
const STATUS = /^-?\d{0,4}$/;
const DIGEST = /^(?:[A-Z2-7]{32}|-)$/;
const LENGTH = /^(?:\d+|-)$/;

/**
 * The seven fields of a line. An address that was captured with blanks in it has them in its key and in itself: the
 * timestamp between the two, followed by an address, and the four fields behind them tell where they end.
 */
function splitFields(line: string): string[] {
  const fields = line.split(' ');
  if (fields.length <= 7 || (/^\d+$/.test(fields[1]!) && isTail(fields, 3))) return fields;
  const start = fields.findIndex(
    (field, k) => /^\d{14}$/.test(field) && /^https?:/i.test(fields[k + 1] ?? ''),
  );
  if (start < 1) return fields;
  for (let tail = start + 2; tail + 3 < fields.length; tail += 1) {
    if (!isTail(fields, tail)) continue;
    const urlkey = fields.slice(0, start).join(' ');
    const original = fields.slice(start + 1, tail).join(' ');
    return [urlkey, fields[start]!, original, ...fields.slice(tail, tail + 4)];
  }
  return fields;
}

function isTail(fields: readonly string[], at: number): boolean {
  return STATUS.test(fields[at + 1]!) && DIGEST.test(fields[at + 2]!) && LENGTH.test(fields[at + 3]!);
}

/**
 * Reads an answer in JSON: a table whose first row names its columns, as the Wayback Machine writes it, or an object a
 * line, as pywb does, which calls some columns otherwise.
 * @throws NotRows
 */
export function parseJsonPage(body: string): IndexPage {
  const records =
    body.trim() === '' ? [] : body.trimStart().startsWith('[') ? readTable(body) : readLines(body);
  const rows = records.map(toJsonRow).filter((row) => row !== null);
  return { rows, junkCount: records.length - rows.length, resumeKey: null, cut: null };
}

type JsonRecord = Readonly<Record<string, unknown>>;

function toJsonRow(record: JsonRecord): IndexRow | null {
  const fields = [
    record.urlkey,
    record.timestamp,
    record.original ?? record.url,
    record.mimetype ?? record.mime,
    record.statuscode ?? record.status,
    record.digest,
    record.length,
  ];
  const row = toRow(fields.map((value) => (value === undefined || value === null ? '-' : String(value))));
  const warc = readPlace(record);
  return row?.capture && warc ? { ...row, capture: { ...row.capture, warc } } : row;
}

/** Where the record of a capture lies, for an index that says so. */
function readPlace({ filename, offset, length }: JsonRecord): WarcPlace | null {
  const [start, bytes] = [Number(offset), Number(length)];
  const isPlace = typeof filename === 'string' && filename !== '' && Number.isSafeInteger(start) && bytes > 0;
  return isPlace && start >= 0 && Number.isSafeInteger(bytes)
    ? { file: filename, offset: start, length: bytes }
    : null;
}

function readTable(body: string): JsonRecord[] {
  const table = parseJson(body);
  if (!Array.isArray(table) || !table.every((row) => Array.isArray(row))) throw new NotRows(firstWords(body));
  const [names = [], ...rows] = table as unknown[][];
  return rows.map((row) => Object.fromEntries(names.map((name, column) => [String(name), row[column]])));
}

function readLines(body: string): JsonRecord[] {
  return body
    .trimEnd()
    .split('\n')
    .map((line) => {
      const record = parseJson(line);
      if (typeof record !== 'object' || record === null || Array.isArray(record))
        throw new NotRows(firstWords(line));
      return record as JsonRecord;
    });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NotRows(firstWords(text));
  }
}

/** Null for what has not even the shape of a row. */
function toRow(fields: readonly string[]): IndexRow | null {
  const [urlkey, listedTimestamp, original, mimetype, statuscode, digest, length] = fields;
  if (length === undefined || !/^\d+$/.test(listedTimestamp ?? '')) return null;
  const line = fields.slice(0, 7).join(' ');
  const timestamp = repairTimestamp(listedTimestamp!);
  if (timestamp === null || !isWebAddress(original!))
    return { line, timestamp: listedTimestamp!, capture: null };
  const capture = {
    urlkey: urlkey!,
    timestamp,
    listedTimestamp: listedTimestamp!,
    original: original!,
    mimetype: mimetype!,
    statuscode: statuscode!,
    digest: digest!,
    length,
  };
  return { line, timestamp: listedTimestamp!, capture };
}

function firstWords(text: string): string {
  return text.slice(0, 1_000).replace(/\s+/g, ' ').trim().slice(0, 100);
}
