import { siteAddress } from '../addresses.ts';
import { escapeHtml } from '../html.ts';
import { groupDigits, plural } from '../plural.ts';
import { nearestNames } from './near-address.ts';

/** What the page that runs SQL shows of an answer. */

type SqlValue = string | number | null;

export interface SqlTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SqlValue[])[];
  readonly isCut: boolean;
}

/** Characters of a cell that are shown; all of them are saved. */
const MOST_SHOWN = 400;

function renderCell(value: SqlValue): string {
  if (value === null) return '<td class="aside">null</td>';
  if (typeof value === 'number') return `<td class="number">${value}</td>`;
  const shown = value.length > MOST_SHOWN ? `${value.slice(0, MOST_SHOWN)}…` : value;
  return `<td>${escapeHtml(shown)}</td>`;
}

/** The rows as an HTML table; every name and value comes from a file and is escaped. */
export function renderSqlTable({ columns, rows }: SqlTable): string {
  const head = columns.map((name) => `<th scope="col" class="mono">${escapeHtml(name)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map(renderCell).join('')}</tr>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

/** `12 rows in 3 ms.`; says so where there are more. */
export function countSqlRows({ rows, isCut }: SqlTable, ms: number): string {
  const time = `in ${groupDigits(Math.max(1, Math.round(ms)))} ms`;
  return isCut
    ? `The first ${groupDigits(rows.length)} rows ${time}; there are more.`
    : `${plural(rows.length, 'row')} ${time}.`;
}

const NO_SUCH_NAME = /^no such (?:column|table): (?:.*\.)?"?([^".]+)"?$/;

/** SQLite's message with a hint: the names of this file that are most like one it does not know. */
export function explainSqlError(message: string, names: readonly string[]): string {
  if (/readonly database/.test(message)) return `${message}. The file is only read here.`;
  const [, wanted] = NO_SUCH_NAME.exec(message) ?? [];
  if (wanted === undefined) return `${message}.`;
  const near = nearestNames(wanted.toLowerCase(), names);
  return near.length === 0 ? `${message}.` : `${message}. Did you mean ${near.join(' or ')}?`;
}

/** The page with a statement in it. */
export const sqlAddress = (sql: string): string =>
  `${siteAddress('sql/')}?${new URLSearchParams({ q: sql })}`;
