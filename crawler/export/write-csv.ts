import type { DatasetView, ViewColumn } from '../core/dataset-views.ts';
import type { ViewRow } from '../store/read/dataset.ts';

/** Said in every description of a CSV file. */
export const CSV_NOTE =
  'UTF-8, RFC 4180; null is an empty cell; lists are JSON. A text that begins with `=`, `+`, `-`, `@`, a tab or a line ' +
  'break has an apostrophe before it, since spreadsheets would take it for a formula; the JSON Lines have it as it is.';

/** The line of column names. */
export function csvHead({ columns }: Pick<DatasetView, 'columns'>): string {
  return `${columns.map(({ name }) => name).join(',')}\r\n`;
}

export function csvRow(columns: readonly ViewColumn[], row: ViewRow): string {
  return `${columns.map((column) => csvCell(column, row[column.name] ?? null)).join(',')}\r\n`;
}

function csvCell(column: ViewColumn, value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  if (column.type === 'integer' || column.type === 'flag') return text;
  const safe = /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
