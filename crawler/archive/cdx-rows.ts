import { type Capture, repairTimestamp } from '../core/index.ts';
import { isWebAddress } from './memento-url.ts';

/** One answer of the index, read. */
export interface IndexPage {
  /** Rows with their fields, in the order received; damaged ones are counted only. */
  readonly rows: readonly IndexRow[];
  readonly junkCount: number;
  readonly resumeKey: string | null;
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
  const lines = body.replaceAll('\r\n', '\n').split('\n');
  const blank = lines.indexOf('');
  const rowLines = lines.slice(0, blank < 0 ? undefined : blank);
  const rest = blank < 0 ? [] : lines.slice(blank + 1).filter((line) => line !== '');
  const rows = rowLines.map((line) => toRow(line.split(' '))).filter((row) => row !== null);
  if (rows.length === 0 && rowLines.length > 0) throw new NotRows(firstWords(body));
  if (rest.length > 1 || (rest[0] && toRow(rest[0].split(' '))))
    throw new NotRows(firstWords(rest.join(' ')));
  return { rows, junkCount: rowLines.length - rows.length, resumeKey: rest[0] ?? null };
}

/**
 * Reads an answer in JSON: a table whose first row names its columns, as the Wayback Machine writes it, or an object a
 * line, as pywb does, which calls some columns otherwise.
 * @throws NotRows
 */
export function parseJsonPage(body: string): IndexPage {
  const records =
    body.trim() === '' ? [] : body.trimStart().startsWith('[') ? readTable(body) : readLines(body);
  const rows = records
    .map((record) =>
      toRow(
        [
          record.urlkey,
          record.timestamp,
          record.original ?? record.url,
          record.mimetype ?? record.mime,
          record.statuscode ?? record.status,
          record.digest,
          record.length,
        ].map((value) => (value === undefined || value === null ? '-' : String(value))),
      ),
    )
    .filter((row) => row !== null);
  return { rows, junkCount: records.length - rows.length, resumeKey: null };
}

type JsonRecord = Readonly<Record<string, unknown>>;

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
  return text.replace(/\s+/g, ' ').trim().slice(0, 100);
}
