import type { ViewColumn } from '../core/index.ts';
import type { ViewRow } from '../store/index.ts';

/** Said in every description of a JSON Lines file. */
export const JSONL_NOTE = 'UTF-8, one JSON object a line; lists are lists, flags are true or false.';

export function jsonlRow(columns: readonly ViewColumn[], row: ViewRow): string {
  const entries = columns.map(
    (column) => [column.name, jsonValue(column, row[column.name] ?? null)] as const,
  );
  return `${JSON.stringify(Object.fromEntries(entries))}\n`;
}

function jsonValue(column: ViewColumn, value: string | number | null): unknown {
  if (value === null) return null;
  if (column.type === 'list' || column.type === 'numbers') return JSON.parse(String(value));
  return column.type === 'flag' ? value === 1 : value;
}
