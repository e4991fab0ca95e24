import { createHash } from 'node:crypto';
import type { Store } from './sqlite.ts';

/**
 * Seals: a hash of all rows of a policy, written when they were, so that `check` and exports can tell what was written from
 * what a failing disk, or another program, made of it. SQLite's own check sees broken pages and indices, not a changed word.
 *
 * Whatever changes a row breaks the seal of its policy: temporary triggers, made whenever a store is opened for writing, see
 * to that, so that no statement can forget it. A policy without a seal was being written when a run was killed; the next
 * run that writes seals it.
 */

/** Seal 0 is that of all that belongs to no policy: runs, removals, home pages, rejected addresses. */
const NO_POLICY = 0;

const OF_ADDRESS = (address: string) =>
  `select ifnull(policy_id, ${NO_POLICY}) from addresses where id = ${address}`;
const OF_CAPTURE = (capture: string) =>
  `select ifnull(a.policy_id, ${NO_POLICY}) from captures c join addresses a on a.id = c.address_id where c.id = ${capture}`;
const OF_VERSION = (version: string) => `select policy_id from versions where id = ${version}`;

/** Whose a row is, table by table: an expression over `row`, which stands for the row's name in a statement. */
const OWNERS: Readonly<Record<string, string>> = {
  crawls: `${NO_POLICY}`,
  requests: `${NO_POLICY}`,
  removals: `${NO_POLICY}`,
  policies: 'row.id',
  addresses: `ifnull(row.policy_id, ${NO_POLICY})`,
  captures: `(${OF_ADDRESS('row.address_id')})`,
  mementos: `(${OF_CAPTURE('row.capture_id')})`,
  failures: `(${OF_CAPTURE('row.capture_id')})`,
  passes: `(${OF_CAPTURE('row.capture_id')})`,
  published: 'row.policy_id',
  published_changes: 'row.policy_id',
  normalizations: `(${OF_CAPTURE('row.capture_id')})`,
  versions: 'row.policy_id',
  citations: `(${OF_VERSION('row.version_id')})`,
  outcomes: `(${OF_CAPTURE('row.capture_id')})`,
  comparisons: `(${OF_VERSION('row.right_version_id')})`,
  changes: `(select v.policy_id from comparisons o join versions v on v.id = o.right_version_id where o.id = row.comparison_id)`,
  lineages: 'row.policy_id',
  version_lineages: `(${OF_VERSION('row.version_id')})`,
  text_labels: 'row.policy_id',
  clause_topics: 'row.policy_id',
  clause_perhaps: 'row.policy_id',
  clause_terms: 'row.policy_id',
  clause_links: 'row.policy_id',
};

const ownerOf = (table: string, row: string) => OWNERS[table]!.replaceAll('row.', `${row}.`);

/** Lets every later change of a row of this connection break the seal it stands under. */
export function breakSealsOnChange(store: Store): void {
  for (const table of Object.keys(OWNERS)) {
    for (const [event, rows] of [
      ['insert', ['new']],
      ['update', ['old', 'new']],
      ['delete', ['old']],
    ] as const) {
      const owners = rows.map((row) => ownerOf(table, row)).join(', ');
      store.exec(
        `create temp trigger if not exists seal_${table}_${event} after ${event} on main.${table}
         begin delete from seals where policy_id in (${owners}); end`,
      );
    }
  }
}

/** Captures, with all that hangs on them, of the addresses of a policy, or of those that belong to none. */
const CAPTURES = `select c.id from captures c join addresses a on a.id = c.address_id
  where ifnull(a.policy_id, ${NO_POLICY}) = :id`;
const VERSIONS = 'select id from versions where policy_id = :id';
const COMPARISONS = `select id from comparisons where right_version_id in (${VERSIONS})`;

const TEXTS = `select text_id from versions where policy_id = :id
  union select text_id from normalizations where text_id is not null and capture_id in (${CAPTURES})`;

/**
 * Which rows of each table a seal covers. Rows of texts are shared and only ever added to, so no trigger watches them; a text
 * that is mended breaks all seals.
 */
const ROWS: Readonly<Record<string, string>> = {
  crawls: `:id = ${NO_POLICY}`,
  requests: `:id = ${NO_POLICY}`,
  removals: `:id = ${NO_POLICY}`,
  policies: 'id = :id',
  addresses: `ifnull(policy_id, ${NO_POLICY}) = :id`,
  captures: `id in (${CAPTURES})`,
  mementos: `capture_id in (${CAPTURES})`,
  failures: `capture_id in (${CAPTURES})`,
  passes: `capture_id in (${CAPTURES})`,
  published: 'policy_id = :id',
  published_changes: 'policy_id = :id',
  normalizations: `capture_id in (${CAPTURES})`,
  versions: 'policy_id = :id',
  citations: `version_id in (${VERSIONS})`,
  outcomes: `capture_id in (${CAPTURES})`,
  comparisons: `right_version_id in (${VERSIONS})`,
  changes: `comparison_id in (${COMPARISONS})`,
  texts: `id in (${TEXTS})`,
  text_clauses: `text_id in (${TEXTS})`,
  clauses: `id in (select clause_id from text_clauses where text_id in (${TEXTS}))`,
  contexts: `id in (select context_id from text_clauses where text_id in (${TEXTS}))`,
  lineages: 'policy_id = :id',
  version_lineages: `version_id in (${VERSIONS})`,
  text_labels: 'policy_id = :id',
  clause_topics: 'policy_id = :id',
  clause_perhaps: 'policy_id = :id',
  clause_terms: 'policy_id = :id',
  clause_links: 'policy_id = :id',
};

/** Tables whose rows a seal covers. */
export const SEALED_TABLES: readonly string[] = Object.keys(ROWS);

/** Reads the rows of a seal table by table, each in the order of its key. */
function prepareRows(store: Store): (id: number) => string {
  const keyOf = store
    .prepare(
      `select group_concat(name) from (select name from pragma_table_info(?) where pk > 0 order by pk)`,
    )
    .pluck();
  const statements = Object.entries(ROWS).map(([table, which]) =>
    store.prepare(`select * from ${table} where ${which} order by ${keyOf.get(table)}`).raw(),
  );
  return (id) => {
    const hash = createHash('sha256');
    for (const statement of statements) {
      hash.update('table\n');
      for (const row of statement.iterate({ id })) hash.update(`${JSON.stringify(row)}\n`);
    }
    return hash.digest('hex');
  };
}

const listOwners = (store: Store): number[] => [
  NO_POLICY,
  ...(store.prepare('select id from policies order by id').pluck().all() as number[]),
];

/** Seals what is not sealed, a policy at a time, until asked to stop. */
export function sealStore(store: Store, isStopping: () => boolean = () => false): void {
  const sealed = new Set(store.prepare('select policy_id from seals').pluck().all());
  const seal = store.prepare('insert into seals (policy_id, hash) values (?, ?)');
  const hashRows = prepareRows(store);
  for (const id of listOwners(store)) {
    if (isStopping()) return;
    if (!sealed.has(id)) seal.run(id, hashRows(id));
  }
}

/** Policies, as `domain/policy`, of which something is not as it was written; `the runs and home pages` for all else. */
export function* iterateBrokenSeals(store: Store): Generator<string> {
  const seals = store.prepare('select policy_id, hash from seals order by policy_id').raw().all();
  const hashRows = prepareRows(store);
  const name = store.prepare("select domain || '/' || policy from policies where id = ?").pluck();
  for (const [id, hash] of seals as [number, string][]) {
    if (hashRows(id) === hash) continue;
    yield id === NO_POLICY ? 'the runs and home pages' : ((name.get(id) as string) ?? `policy ${id}`);
  }
}
