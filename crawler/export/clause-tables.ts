import { type DatasetView, datasetViews, type ViewColumn } from '../core/index.ts';
import { iterateView, type Store, type ViewRow } from '../store/index.ts';

/**
 * The tables of texts that are written row by row (CSV, JSON Lines). A clause stands in most versions of a policy as it
 * stood in the one before; so each is written once, under a number, and what stands where apart from it. Views repeat it
 * for every version: forty times the size.
 */

export interface ExportedTable {
  readonly name: string;
  readonly row: string;
  readonly key: readonly string[];
  readonly columns: readonly ViewColumn[];
}

const view = (name: string): DatasetView => datasetViews.find((one) => one.name === name)!;

const CLAUSE: ViewColumn = {
  name: 'clause',
  type: 'integer',
  description:
    'number of the clause within the policy, from 1, in the order in which clauses first stand there',
};

/** A view's columns where a clause's number stands for its place in each version. */
const byClause = (name: string): readonly ViewColumn[] => {
  const { columns } = view(name);
  return [...columns.slice(0, 2), CLAUSE, ...columns.filter((one) => !OF_PLACE.has(one.name)).slice(2)];
};

const OF_PLACE: ReadonlySet<string> = new Set(['version', 'position', 'lineage', 'label_language']);

const OWNER = ['domain', 'policy', 'clause'];

export const clauseTables = {
  clauses: {
    name: 'clauses',
    row: 'distinct clause of a policy, as it stands under its headings',
    key: OWNER,
    columns: byClause('v_clauses'),
  },
  occurrences: {
    name: 'occurrences',
    row: 'clause of a version: what stands where',
    key: ['domain', 'policy', 'version', 'position'],
    columns: [
      ...view('v_clauses').columns.slice(0, 4),
      CLAUSE,
      view('v_clauses').columns.find(({ name }) => name === 'lineage')!,
    ],
  },
  topics: {
    name: 'topics',
    row: 'topic of a clause; `versions.label_language` is null where a text was not judged',
    key: [...OWNER, 'topic', 'standing'],
    columns: byClause('v_topics'),
  },
  terms: {
    name: 'terms',
    row: 'name, promise or vague wording in a clause',
    key: [...OWNER, 'kind', 'start'],
    columns: byClause('v_terms'),
  },
  links: {
    name: 'links',
    row: 'link or mail address in a clause',
    key: [...OWNER, 'start'],
    columns: byClause('v_links'),
  },
} as const satisfies Readonly<Record<string, ExportedTable>>;

type TableName = keyof typeof clauseTables;

/** Said beside these tables. */
export const CLAUSE_NOTE =
  'Each clause of a policy stands once in `clauses`; `occurrences` says in which versions, where, and of which lineage it ' +
  'is. Topics, terms and links are those of a clause, in whatever version. Join them by `domain`, `policy` and `clause`.';

/** Versions have fewer clauses. */
const MOST_POSITIONS = 2 ** 20;
const placeOf = (row: ViewRow) => Number(row.version) * MOST_POSITIONS + Number(row.position);

/** Writes all rows of these tables, a policy at a time; `write` takes a row of a table. */
export function writeClauseTables(store: Store, write: Write): void {
  for (const { domain, policy } of iterateView(store, view('v_policies'))) {
    writePolicyClauses(store, { domain: String(domain), policy: String(policy) }, write);
  }
}

/** The rows of one policy. */
export function writePolicyClauses(store: Store, only: PolicyName, write: Write): void {
  const places = writeClauses(store, only, write);
  for (const table of ['topics', 'terms', 'links'] as const) writeOnce(store, table, only, places, write);
}

type PolicyName = { readonly domain: string; readonly policy: string };
type Write = (table: TableName, row: ViewRow) => void;

/** Numbers the clauses of a policy; returns which stands at which place. */
function writeClauses(store: Store, only: PolicyName, write: Write): ReadonlyMap<number, number> {
  const names = clauseTables.clauses.columns.map(({ name }) => name).filter((name) => name !== 'clause');
  const numbers = new Map<string, number>();
  const places = new Map<number, number>();
  for (const row of iterateView(store, view('v_clauses'), only)) {
    const key = JSON.stringify(names.map((name) => row[name]));
    const known = numbers.get(key);
    const clause = known ?? numbers.size + 1;
    if (known === undefined) {
      numbers.set(key, clause);
      write('clauses', { ...row, clause });
    }
    places.set(placeOf(row), clause);
    write('occurrences', { ...row, clause });
  }
  return places;
}

/** What is said of a clause is the same wherever it stands: written where it stands first. */
function writeOnce(
  store: Store,
  table: 'topics' | 'terms' | 'links',
  only: PolicyName,
  places: ReadonlyMap<number, number>,
  write: Write,
): void {
  const key = clauseTables[table].key.filter((name) => !OWNER.includes(name));
  const written = new Set<string>();
  for (const row of iterateView(store, view(`v_${table}`), only)) {
    const clause = places.get(placeOf(row))!;
    const id = `${clause} ${key.map((name) => row[name]).join(' ')}`;
    if (written.has(id)) continue;
    written.add(id);
    write(table, { ...row, clause });
  }
}
