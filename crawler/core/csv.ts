/**
 * CSV as RFC 4180 has it, for every table the project writes: exports, twins of pages, what a reader saves. Cells that a
 * spreadsheet would take for a formula are disarmed by an apostrophe before them, as OWASP's page on CSV injection
 * advises: texts here were written by others, and some will begin with such a character on purpose.
 */

export type CsvValue = string | number | boolean | null | undefined;

/** Characters with which a formula may begin, their full-width forms included, and those that would hide one behind them. */
const FORMULA_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** One cell. Null is empty, a flag 1 or 0; numbers are never guarded, since a sign is part of them. */
export function formatCell(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  const safe = FORMULA_START.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One line with its end. */
export const formatCsvLine = (cells: readonly CsvValue[]): string => `${cells.map(formatCell).join(',')}\r\n`;

/** A table: a line of names, a line per row. */
export const formatCsv = (columns: readonly string[], rows: readonly (readonly CsvValue[])[]): string =>
  formatCsvLine(columns) + rows.map(formatCsvLine).join('');

/** A line of a table with its number in the text. */
export interface CsvLine {
  readonly cells: readonly string[];
  readonly number: number;
}

/**
 * The lines of a CSV text (any line end), empty ones left out. `brokenAt` is the number of the line at which a quotation
 * mark stands where none can, and the reading ended.
 */
export function splitCsv(text: string): {
  readonly lines: readonly CsvLine[];
  readonly brokenAt: number | null;
} {
  const lines: CsvLine[] = [];
  let number = 1;
  let cells: string[] = [];
  let read = 0;
  // Sticky: what fits nowhere stops the reading instead of being passed over.
  for (const [whole, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n?|\n|$)/gy,
  )) {
    read += whole.length;
    if (whole === '' && cells.length === 0) break;
    cells.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    if (cells.join('') !== '') lines.push({ cells, number });
    number += whole.match(/\r\n?|\n/g)?.length ?? 0;
    cells = [];
  }
  return { lines, brokenAt: read < text.length ? number : null };
}
