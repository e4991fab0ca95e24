import { readFileSync } from 'node:fs';
import type { DatasetView } from '../../core/index.ts';
import { readNewestVersion } from '../migrate.ts';
import type { Store } from '../open.ts';

export type ViewRow = Readonly<Record<string, string | number | null>>;

/** A table as schema.sql documents it. */
export interface DocumentedTable {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly comment: string;
    readonly isNullable: boolean;
  }[];
}

/**
 * Every row of a view, or of one policy in it, one at a time, in the order the view's description names: the same for the
 * same store.
 */
export function iterateView(
  store: Store,
  view: DatasetView,
  only: { readonly domain: string; readonly policy: string } | null = null,
): IterableIterator<ViewRow> {
  const columns = view.columns.map(({ name }) => name).join(', ');
  const order = view.order.length > 0 ? `order by ${view.order.join(', ')}` : '';
  const which = only === null ? '' : 'where domain = :domain and policy = :policy';
  const statement = store.prepare(`select ${columns} from ${view.name} ${which} ${order}`);
  return (only === null ? statement.iterate() : statement.iterate(only)) as IterableIterator<ViewRow>;
}

/** Runs work that sees the store as it is at this moment, whatever a crawl writes meanwhile. */
export function inOneSnapshot<T>(store: Store, work: () => T): T {
  return store.transaction(work).deferred();
}

/** Rows that are looked at for examples. */
const EXAMPLE_ROWS = 200;

/** For each column of a view or table a value that is not null, where the first rows have one. */
export function readExamples(store: Store, name: string): ViewRow {
  const columns = listColumns(store, name);
  const examples: Record<string, string | number | null> = {};
  const wanted = columns.map((column) => `"${column}"`).join(', ');
  const rows = store.prepare(`select ${wanted} from "${name}" limit ${EXAMPLE_ROWS}`).iterate();
  for (const row of rows as IterableIterator<ViewRow>) {
    for (const column of columns) examples[column] ??= row[column] ?? null;
    if (columns.every((column) => examples[column] != null)) break;
  }
  return examples;
}

/** Names of a view's or table's columns, in order. */
export function listColumns(store: Store, name: string): string[] {
  return store.prepare('select name from pragma_table_info(?) order by cid').pluck().all(name) as string[];
}

/** Rows of each table of the store. */
export function countTableRows(store: Store): ReadonlyMap<string, number> {
  const names = store
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name")
    .pluck()
    .all() as string[];
  return new Map(
    names.map((name) => [name, store.prepare(`select count(*) from "${name}"`).pluck().get() as number]),
  );
}

/** Rows of a view. */
export const countViewRows = (store: Store, view: string): number =>
  store.prepare(`select count(*) from "${view}"`).pluck().get() as number;

/** When the store's newest ground state was gathered, as an instant; null for an empty store. */
export function readGatheredAt(store: Store): string | null {
  return store.prepare('select max(ifnull(finished_at, started_at)) from crawls').pluck().get() as
    | string
    | null;
}

/** The tables as schema.sql has them, with what its comments say of them and their columns. */
export function describeTables(): { schemaVersion: number; tables: DocumentedTable[] } {
  const schema = readFileSync(new URL('../schema.sql', import.meta.url), 'utf8');
  return { schemaVersion: readNewestVersion(), tables: parseTables(schema) };
}

/** Tables in the text of schema.sql: a comment above each, one behind each column. */
export function parseTables(schema: string): DocumentedTable[] {
  return schema.split(/^\)/m).flatMap((text) => {
    const start = /^create table (\w+) \(\n/m.exec(text);
    if (!start) return [];
    const above = text.slice(0, start.index).split('\n').slice(0, -1);
    const comment = above.slice(above.findLastIndex((line) => !line.startsWith('--')) + 1);
    return {
      name: start[1]!,
      description: comment.join('\n').replace(/^-- ?/gm, '').replace(/\s+/g, ' ').trim(),
      columns: text
        .slice(start.index + start[0].length)
        .split('\n')
        .flatMap(describeColumn),
    };
  });
}

/** A line of a table's definition; nothing for a constraint. */
function describeColumn(line: string): DocumentedTable['columns'] {
  const found = /^ {2}(\w+) (text|integer|real|blob)\b([^-]*)(?:-- *(.*))?$/.exec(line);
  if (!found) return [];
  const [, name = '', type = '', constraints = '', comment = ''] = found;
  return [{ name, type, comment: comment.trim(), isNullable: !/not null|primary key/.test(constraints) }];
}
