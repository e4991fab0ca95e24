import { type DatasetView, formatCsvLine, type ViewColumn } from '../core/index.ts';
import type { ViewRow } from '../store/index.ts';

/** Said in every description of a CSV file. */
export const CSV_NOTE =
  'UTF-8, RFC 4180; null is an empty cell; lists are JSON. A text that begins with `=`, `+`, `-`, `@`, their full-width ' +
  'forms, a tab or a line break has an apostrophe before it, since spreadsheets would take it for a formula; the JSON ' +
  'Lines have it as it is.';

/** The line of column names. */
export const csvHead = ({ columns }: Pick<DatasetView, 'columns'>): string =>
  formatCsvLine(columns.map(({ name }) => name));

export const csvRow = (columns: readonly ViewColumn[], row: ViewRow): string =>
  formatCsvLine(columns.map(({ name }) => row[name] ?? null));
