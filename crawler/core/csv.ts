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
