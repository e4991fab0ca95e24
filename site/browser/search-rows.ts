import {
  CLAUSE_FLAGS,
  type ClauseRow,
  groupByLineage,
  type HitFilter,
  type HitGroup,
  type HitState,
  isEnglishForm,
  listHitStates,
  passesFilter,
  type SearchedHistory,
  type SearchQuery,
  splitByPolicy,
  unpackHistory,
} from '../../crawler/core/index.ts';
import type { SearchState } from '../view/search/search-state.ts';
import type { SearchDatabase, SqlQuestion } from './search-database.ts';

/** Rows of the search file, and what of them a search asks for. */

export interface PolicyRow {
  readonly id: number;
  readonly domain: string;
  readonly policy: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Number of the newest dated version. */
  readonly newest: number;
}

export interface TopicRow {
  readonly id: number;
  readonly name: string;
  readonly title: string;
}

/** Small tables that every question needs; read once. Those of the start: no piece is fetched for them. */
export interface Catalogue {
  readonly policies: readonly PolicyRow[];
  readonly topics: readonly TopicRow[];
  /** How many clauses there are in each language. */
  readonly clauses: ReadonlyMap<string, number>;
  /** Rows of the policies that held a hit so far, by id. */
  readonly histories: Map<number, SearchedHistory>;
}

/** The hits of one lineage, whose it is, and what became of them. */
export type PolicyGroup = HitGroup<ClauseRow> & {
  readonly policy: PolicyRow;
  readonly states: readonly HitState[];
};

/** What is asked besides the words. */
export interface Narrowing {
  readonly filter: HitFilter;
  /** Flags that must all be among a hit's states. */
  readonly states: readonly HitState[];
}

export async function readCatalogue(database: SearchDatabase): Promise<Catalogue> {
  const [policies, topics, languages] = await database.answer<
    PolicyRow & TopicRow & { readonly code: string; readonly clauses: number }
  >([
    {
      sql: `select id, domain, policy, first_row as firstRow, last_row as lastRow, first_day as firstDay,
              last_day as lastDay, newest from policies order by id`,
      values: [],
    },
    { sql: 'select id, name, title from topics order by id', values: [] },
    { sql: 'select code, clauses from languages', values: [] },
  ]);
  return {
    policies: policies!,
    topics: topics!,
    clauses: new Map(languages!.map(({ code, clauses }) => [code, clauses])),
    histories: new Map(),
  };
}

/** `typed` is what the words themselves ask: `in:removed`. */
export function toNarrowing({ topics }: Catalogue, state: SearchState, typed: HitState | null): Narrowing {
  const position = (all: readonly { readonly name: string }[], wanted: string) =>
    wanted === '' ? undefined : all.findIndex(({ name }) => name === wanted);
  const topic = topics.find(({ name }) => name === state.topic)?.id ?? -1;
  return {
    filter: {
      from: state.from ?? undefined,
      to: state.to ?? undefined,
      topic: state.topic === '' ? undefined : topic,
      flag: position(CLAUSE_FLAGS, state.flag),
      length: state.length || undefined,
    },
    states: [state.state, typed].filter((one): one is HitState => one !== null && one !== ''),
  };
}

/** Rows of a company's policies, which follow each other; of all where `domain` is ''. */
export function rowsOfCompany({ policies }: Catalogue, domain: string): { first: number; last: number } {
  const own = policies.filter((policy) => domain === '' || policy.domain === domain);
  return { first: own[0]?.firstRow ?? 0, last: own.at(-1)?.lastRow ?? -1 };
}

/** Asks for the numbers of the rows that a MATCH expression finds, policy by policy. It reads the index only. */
export const matchQuestion = (
  expression: string,
  { first, last }: { first: number; last: number },
  limit: number,
): SqlQuestion => ({
  sql: `select rowid as id from search where search match ? and rowid >= ? and rowid <= ? order by rowid limit ?`,
  values: [expression, first, last, limit],
});

/** Rows by their numbers, which ascend. Histories of their policies that are not known yet are fetched together. */
export async function readRows(
  database: SearchDatabase,
  { policies, histories }: Catalogue,
  ids: readonly number[],
): Promise<ClauseRow[]> {
  const own = splitByPolicy(policies, ids, (id) => id);
  const unknown = own.map(({ policy }) => policy.id).filter((id) => !histories.has(id));
  const answers = await database.answer<{ packed: string }>(
    unknown.map((id) => ({ sql: 'select packed from histories where policy = ?', values: [id] })),
  );
  for (const [at, id] of unknown.entries()) histories.set(id, unpackHistory(answers[at]![0]!.packed));
  return own.flatMap(({ policy, items }) => {
    const { clauseAt } = histories.get(policy.id)!;
    return items.map((id) => ({ id, ...clauseAt(id - policy.firstRow) }));
  });
}

/** Rows by lineage, without those that are not asked for. `rows` are all that hold the words, of each policy they are of. */
export function groupRows(
  { policies }: Catalogue,
  rows: readonly ClauseRow[],
  { filter, states: wanted }: Narrowing,
): PolicyGroup[] {
  return splitByPolicy(policies, rows, ({ id }) => id).flatMap(({ policy, items }) =>
    groupByLineage(items).flatMap((whole) => {
      const states = listHitStates(whole.versions, policy.newest);
      if (!wanted.every((state) => states.includes(state))) return [];
      return groupByLineage(whole.rows.filter((row) => passesFilter(row, filter))).map((group) => ({
        ...group,
        policy,
        states,
      }));
    }),
  );
}

/** Topics that are called like one of the words: texts in other languages may say it in words of their own. */
export function listTopicsCalledSo({ topics }: Catalogue, { terms }: SearchQuery) {
  const typed = terms.filter(({ isExcluded }) => !isExcluded).map(({ text }) => text.toLowerCase());
  const words = (title: string) => title.toLowerCase().split(/[^a-z]+/);
  return topics
    .filter(({ title }) => words(title).some((word) => typed.some((one) => isEnglishForm(one, word))))
    .map(({ name, title }) => ({ name, title }));
}
