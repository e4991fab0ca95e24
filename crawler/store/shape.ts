import type { Store } from './sqlite.ts';

/** What a store is made of: `table versions`, `column versions.slug`, `index …`, `view v_versions`, each with its definition. */
export type Shape = ReadonlyMap<string, string>;

/** A view's text without comments and in one spacing: stores made in different ways spell the same view alike. */
const spell = (sql: string) =>
  sql
    .replace(/--[^\n]*/g, '')
    .replace(/\s+/g, ' ')
    .trim();

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: number;
  readonly dflt_value: string | null;
  readonly pk: number;
}

function describeTable(store: Store, table: string): [string, string][] {
  const columns = store.prepare('select * from pragma_table_xinfo(?)').all(table) as Column[];
  const keys = store.prepare('select "from", "table", "to" from pragma_foreign_key_list(?)').raw().all(table);
  return [
    [`table ${table}`, keys.map(String).sort().join('; ')],
    ...columns.map(({ name, type, notnull, dflt_value, pk }): [string, string] => [
      `column ${table}.${name}`,
      [type.toLowerCase(), notnull, dflt_value, pk].join(' '),
    ]),
  ];
}

/** All that a program can rely on in a store: columns, keys, indices and views. The order of columns is none of it. */
export function describeShape(store: Store): Shape {
  const parts = store
    .prepare("select type, name, sql from sqlite_schema where name not like 'sqlite_%' order by name")
    .all() as { type: string; name: string; sql: string }[];
  return new Map(
    parts.flatMap(({ type, name, sql }) =>
      type === 'table' ? describeTable(store, name) : [[`${type} ${name}`, spell(sql)] as [string, string]],
    ),
  );
}

/** What a store lacks of a shape, or has otherwise, a phrase each. What it has besides does no harm. */
export function compareShapes(wanted: Shape, found: Shape): string[] {
  const lackedTables = [...wanted.keys()].filter((part) => part.startsWith('table ') && !found.has(part));
  const isInLackedTable = (part: string) =>
    lackedTables.some((table) => part.startsWith(`column ${table.slice('table '.length)}.`));
  return [...wanted].flatMap(([part, definition]) => {
    if (isInLackedTable(part)) return [];
    if (!found.has(part)) return [`lacks ${part}`];
    return found.get(part) === definition ? [] : [`has another ${part}`];
  });
}
