import {
  type ClauseRow,
  climbLadder,
  type FormRow,
  groupByLineage,
  type HitState,
  LAST_CHARACTER,
  listHitStates,
  markHits,
  newestWording,
  type SearchAsk,
  type SearchedHistory,
  type SearchedVersion,
  type SearchMatch,
  type SearchQuery,
  splitByPolicy,
  unpackHistory,
  type WordRow,
} from '../../core/index.ts';
import { prepareOnce } from '../prepare-once.ts';
import type { SearchFile } from '../search-file.ts';

export interface SearchedPolicy {
  readonly id: number;
  readonly domain: string;
  readonly policy: string;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Number of the newest dated version. */
  readonly newest: number;
}

export function listSearchedPolicies(file: SearchFile): SearchedPolicy[] {
  return file
    .prepare(
      'select id, domain, policy, first_row as firstRow, last_row as lastRow, newest from policies order by id',
    )
    .all() as SearchedPolicy[];
}

/** Numbers of the clauses that a MATCH expression finds, within some rows. */
function findRows(file: SearchFile, expression: string, first: number, last: number): number[] {
  // Whole numbers: a full-text index takes no others for the bounds of its rows.
  return prepareOnce(
    file,
    'select rowid from search where search match ? and rowid >= ? and rowid <= ? order by rowid',
  )
    .pluck()
    .all(expression, BigInt(first), BigInt(last)) as number[];
}

/** Answers what the ladder of core asks of the words in a file. */
export function answerWords(
  file: SearchFile,
  ask: Exclude<SearchAsk, { kind: 'match' }>,
): readonly WordRow[] | readonly FormRow[] {
  if (ask.kind === 'words') {
    const find = prepareOnce(file, 'select word, language, key, uses from words where word = ?');
    return ask.words.flatMap((word) => find.all(word) as WordRow[]);
  }
  if (ask.kind === 'forms') {
    const find = prepareOnce(file, 'select key, words from forms where key = ?');
    return ask.keys.flatMap((key) => find.all(key) as FormRow[]);
  }
  const find = prepareOnce(file, 'select word, language, key, uses from words where word >= ? and word < ?');
  return ask.beginnings.flatMap((start) => find.all(start, start + LAST_CHARACTER) as WordRow[]);
}

/** How many clauses there are in each language. */
export function countClauses(file: SearchFile): ReadonlyMap<string, number> {
  return new Map(prepareOnce(file, 'select code, clauses from languages').raw().all() as [string, number][]);
}

/** The first question for a query that is not empty: with the forms its words have in a file. */
export function matchIn(file: SearchFile, query: SearchQuery): SearchMatch {
  const ladder = climbLadder(query, countClauses(file));
  let step = ladder.next();
  while (!step.done && step.value.kind !== 'match') step = ladder.next(answerWords(file, step.value));
  return (step.value as Extract<SearchAsk, { kind: 'match' }>).attempt.match;
}

/** Histories that one question after the other asks for, by policy: as many as one page of hits shows, and more. */
const unpacked = new WeakMap<SearchFile, Map<number, SearchedHistory>>();
const MOST_UNPACKED = 100;

export function readSearchedHistory(file: SearchFile, policyId: number): SearchedHistory {
  const known = unpacked.get(file) ?? new Map<number, SearchedHistory>();
  unpacked.set(file, known);
  const before = known.get(policyId);
  if (before) return before;
  const read = prepareOnce(file, 'select packed from histories where policy = ?').pluck();
  const history = unpackHistory(read.get(policyId) as string);
  if (known.size >= MOST_UNPACKED) known.delete(known.keys().next().value!);
  known.set(policyId, history);
  return history;
}

/** A clause that holds what was looked for, in one wording or several, with the span of versions that hold it. */
export interface FoundPlace {
  readonly domain: string;
  readonly policy: string;
  /** Null where no lineage is traced: the policy's date is unknown. */
  readonly lineage: number | null;
  /** Version numbers, ascending. */
  readonly versions: readonly number[];
  readonly first: SearchedVersion;
  readonly last: SearchedVersion;
  readonly wordingCount: number;
  /** Row of its newest wording. */
  readonly row: number;
}

/** A place where a clause was found, with the clause's words. */
export interface FoundClause extends Omit<FoundPlace, 'row'> {
  readonly label: string;
  /** Newest wording, with marks of `search-results.ts` around the hits. */
  readonly marked: string;
  /** Slug of the page of the clause's history; null where it has none. */
  readonly clauseSlug: string | null;
  /** Where it stands in the page of `last`. */
  readonly anchor: string;
}

export interface SearchScope {
  readonly domain?: string | undefined;
  /** First and last day, inclusive, or any beginning of one: `2004`, `2004-06`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The clauses that a question finds, policy by policy. */
export function listFoundPlaces(
  file: SearchFile,
  { expression }: SearchMatch,
  state: HitState | null,
  scope: SearchScope = {},
): FoundPlace[] {
  const policies = listSearchedPolicies(file);
  const own = policies.filter(({ domain }) => scope.domain === undefined || domain === scope.domain);
  if (own.length === 0) return [];
  const ids = findRows(file, expression, own[0]!.firstRow, own.at(-1)!.lastRow);
  const isOwn = new Set(own.map(({ id }) => id));
  return splitByPolicy(policies, ids, (id) => id)
    .filter(({ policy }) => isOwn.has(policy.id))
    .flatMap((found) => listPlacesOf(file, found.policy, found.items, state, scope))
    .sort((left, right) => compare(left.domain, right.domain) || compare(left.policy, right.policy));
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

function listPlacesOf(
  file: SearchFile,
  { id, domain, policy, firstRow, newest }: SearchedPolicy,
  rows: readonly number[],
  state: HitState | null,
  scope: SearchScope,
): FoundPlace[] {
  const { versions: known, clauseAt } = readSearchedHistory(file, id);
  const own = rows.map((row): ClauseRow => ({ id: row, ...clauseAt(row - firstRow) }));
  const isSeen = (hit: ClauseRow) => hit.versions.some((number) => isWithin(scope, known.get(number)!));
  // Whether words are gone is asked of the whole life of a clause, whatever years are looked at.
  const asked = new Set(
    groupByLineage(own)
      .filter(({ versions }) => state === null || listHitStates(versions, newest).includes(state))
      .map(({ lineage }) => lineage),
  );
  const left = own.filter((hit) => asked.has(hit.lineage) && isSeen(hit));
  return groupByLineage(left).map(({ lineage, rows: wordings, versions }) => ({
    domain,
    policy,
    lineage: lineage < 0 ? null : lineage,
    versions,
    first: known.get(versions[0]!)!,
    last: known.get(versions.at(-1)!)!,
    wordingCount: wordings.length,
    row: newestWording(wordings).id,
  }));
}

/** Places with their words, those that were found marked. */
export function readFoundClauses(
  file: SearchFile,
  places: readonly FoundPlace[],
  { rows }: SearchMatch,
): FoundClause[] {
  const read = prepareOnce(file, 'select label, slug as clauseSlug, anchor, text from texts where id = ?');
  return places.map(({ row, ...place }) => {
    const { text, ...rest } = read.get(row) as {
      label: string;
      clauseSlug: string | null;
      anchor: string;
      text: string;
    };
    return { ...place, ...rest, marked: markHits(text, rows) };
  });
}

/** Undated versions stand outside every span of time. */
function isWithin({ from, to }: SearchScope, { firstDay, lastDay }: SearchedVersion): boolean {
  if (from === undefined && to === undefined) return true;
  if (firstDay === null || lastDay === null) return false;
  return (from === undefined || lastDay >= from) && (to === undefined || firstDay.slice(0, to.length) <= to);
}
