import Database from 'better-sqlite3';
import { datasetViews, nullRule } from '../core/index.ts';
import { type Store, unusable } from './sqlite.ts';

/**
 * What a dataset's file holds beside a store's tables: what it is (`meta`), what its columns are (`columns_doc`), and a
 * full-text search. It is true of the file as it was published; a store that is written to again has none of it.
 */

const NAMES = ['clause_search', 'clause_spans', 'columns_doc', 'meta'] as const;

const TABLES = `
  create table meta (
    key text primary key,               -- release, licence, program …
    value text not null                 -- what it is
  ) without rowid;
  create table columns_doc (
    view_name text not null,            -- v_versions …
    position integer not null,          -- from 1, in the order of the view
    column_name text not null,          -- its name
    type text not null,                 -- text | integer | real | instant | timestamp | flag (0 or 1) | list (JSON)
    description text not null,          -- what it says
    null_where text,                    -- when it is null; null for one that never is
    one_row_per text not null,          -- what a row of the view stands for
    primary key (view_name, position)
  ) without rowid;
  create table clause_spans (
    clause integer not null references clauses (id),        -- the clause: clause_search.rowid
    policy_id integer not null references policies (id),    -- in whose policy
    first_version integer not null,                         -- versions from this one
    last_version integer not null,                          -- to this one hold it, all of them
    primary key (clause, policy_id, first_version)
  ) without rowid;
  create view v_clause_spans as
    select s.clause, p.domain, p.policy, s.first_version, s.last_version, k.kind, k.text, k.text_hash
    from clause_spans s join policies p on p.id = s.policy_id join clauses k on k.id = s.clause;
  create virtual table clause_search using fts5 (text, content = 'clauses', content_rowid = 'id',
    tokenize = 'unicode61 remove_diacritics 2');`;

/** Runs of successive versions that hold a clause; one may hold it more than once. */
const FILL_SPANS = `
  insert into clause_spans (clause, policy_id, first_version, last_version)
  select clause_id, policy_id, min(version), max(version) from (
    select clause_id, policy_id, version,
      version - row_number() over (partition by clause_id, policy_id order by version) as run
    from (select distinct tc.clause_id, v.policy_id, v.version
      from versions v join text_clauses tc on tc.text_id = v.text_id))
  group by clause_id, policy_id, run`;

/** Takes away what is true of a published file alone. */
export function dropDatasetTables(store: Store): void {
  if (!hasDatasetTables(store)) return;
  store.exec(
    `drop view if exists v_clause_spans; ${NAMES.map((name) => `drop table if exists ${name};`).join(' ')}`,
  );
}

export const hasDatasetTables = (store: Store): boolean =>
  store.prepare(`select 1 from sqlite_schema where name = 'columns_doc'`).get() !== undefined;

/** What the file says of itself; empty for a store that was never published. */
export function readDatasetMeta(store: Store): ReadonlyMap<string, string> {
  if (!hasDatasetTables(store)) return new Map();
  return new Map(store.prepare('select key, value from meta order by key').raw().all() as [string, string][]);
}

const NO_PAYLOADS = 'left out';

/** A file without payloads shows what was read from them, and nothing can be made anew. */
export function refuseWithoutPayloads(store: Store, file: string): void {
  if (readDatasetMeta(store).get('payloads') !== NO_PAYLOADS) return;
  throw unusable(
    file,
    'was exported without payloads: it can be read and exported, not added to',
    'Use the store it was made from, or import its tables into a new one.',
  );
}

/** Completes the copy of a store that is to be published. The same content and `meta` give the same bytes. */
export function writeDatasetTables(
  file: string,
  meta: Readonly<Record<string, string>>,
  hasPayloads: boolean,
): void {
  const store = new Database(file);
  try {
    store.pragma('journal_mode = off');
    store.exec(TABLES);
    const say = store.prepare('insert into meta values (?, ?)');
    for (const [key, value] of Object.entries(meta)) say.run(key, value);
    say.run('payloads', hasPayloads ? 'held' : NO_PAYLOADS);
    const column = store.prepare('insert into columns_doc values (?, ?, ?, ?, ?, ?, ?)');
    for (const view of [...datasetViews, CLAUSE_SPANS]) {
      for (const [at, one] of view.columns.entries()) {
        const words = [one.name, one.type, one.description, nullRule(one), view.row];
        column.run(view.name, at + 1, ...words);
      }
    }
    store.exec(FILL_SPANS);
    store.exec(`insert into clause_search (clause_search) values ('rebuild')`);
    store.exec(`insert into clause_search (clause_search) values ('optimize')`);
    // A count of changes of the schema, by which copies of copies would differ.
    store.unsafeMode(true);
    store.pragma('schema_version = 1');
  } finally {
    store.close();
  }
}

const text = (name: string, type: 'text' | 'integer', description: string) =>
  ({ name, type, description }) as const;

/** The view that goes with the search, and stands in a published file alone. */
const CLAUSE_SPANS = {
  name: 'v_clause_spans',
  row: 'clause and run of successive versions that hold it, in this file alone',
  columns: [
    text('clause', 'integer', 'number of the clause in this file: `clause_search.rowid`'),
    text('domain', 'text', 'the company’s domain name'),
    text('policy', 'text', 'short name of the policy within the domain'),
    text('first_version', 'integer', 'first version of the run'),
    text('last_version', 'integer', 'last version of the run'),
    text('kind', 'text', 'heading, paragraph, item or row'),
    text('text', 'text', 'inline Markdown on one line'),
    text('text_hash', 'text', 'SHA-256 of the text; null where rules from before this hash cut it'),
  ],
};

/** How the search in a dataset's file is asked. */
export const SEARCH_EXAMPLE = `select s.domain, s.policy, s.first_version, s.last_version, s.text
from clause_search
join v_clause_spans s on s.clause = clause_search.rowid
where clause_search match '"personal information" NOT sell'
order by s.domain, s.policy, s.first_version, s.clause limit 5`;
