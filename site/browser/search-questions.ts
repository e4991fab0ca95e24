import {
  climbLadder,
  cutExcerpt,
  describeQuery,
  type FormRow,
  LAST_CHARACTER,
  markHits,
  newestWording,
  parseSearchQuery,
  type SearchAsk,
  type SearchMatch,
  tellAttempt,
  tellNothing,
  type WordRow,
} from '../../crawler/core/index.ts';
import type { SearchHit, SearchMessage } from '../view/search/search-answer.ts';
import { countHits } from '../view/search/search-counts.ts';
import { isNarrowed, type SearchState } from '../view/search/search-state.ts';
import type { SearchDatabase, SqlQuestion } from './search-database.ts';
import { orderPolicies, sortGroups } from './search-order.ts';
import {
  type Catalogue,
  groupRows,
  listTopicsCalledSo,
  matchQuestion,
  type Narrowing,
  type PolicyGroup,
  readRows,
  rowsOfCompany,
  toNarrowing,
} from './search-rows.ts';

/** The questions of the search page to the search file, cheapest first: hits are shown before all are counted. */

export const HITS_PER_PAGE = 20;

/** Shown before the rest of a page is read: their texts lie in as many pieces. */
const FIRST_HITS = 4;

/** Hits that a download holds, and wordings that are ordered and counted, at most. */
const MOST_DOWNLOADED = 2000;
const MOST_COUNTED = 20_000;

/** Fetching rounds that all the hits are waited for before the first found are shown: about seven pieces a word. */
const PATIENT_ROUNDS = 3;

/** Wordings looked at for hits to be shown while the others are looked for; more where too few are asked for. */
const FIRST_ROWS = [8, 400, MOST_COUNTED];

/** Policies whose wordings are read first for a page; twice as many each time until it is full. */
const FIRST_POLICIES = 4;

/** One search: what is asked, and of what. */
interface Search {
  readonly database: SearchDatabase;
  readonly catalogue: Catalogue;
  readonly match: SearchMatch;
  readonly range: { readonly first: number; readonly last: number };
  readonly narrowing: Narrowing;
  readonly state: SearchState;
}

interface IdRow {
  readonly id: number;
}

/** Numbers of wordings that hold the words. */
interface FoundIds {
  readonly ids: readonly number[];
  /** True where there are more. */
  readonly isPartial: boolean;
}

function limitIds(rows: readonly IdRow[], limit: number): FoundIds {
  return { ids: rows.slice(0, limit).map(({ id }) => id), isPartial: rows.length > limit };
}

async function findIds({ database, match, range }: Search, limit: number): Promise<FoundIds> {
  const [rows] = await database.answer<IdRow>([matchQuestion(match.expression, range, limit + 1)]);
  return limitIds(rows!, limit);
}

/** Ids of all hits where they are soon found and may be counted, else null. */
async function findIdsSoon({ database, match, range }: Search): Promise<FoundIds | null> {
  const question = matchQuestion(match.expression, range, MOST_COUNTED + 1);
  const answers = await database.answer<IdRow>([question], PATIENT_ROUNDS);
  return answers && limitIds(answers[0]!, MOST_COUNTED);
}

interface HitText {
  readonly text: string;
  readonly anchor: string;
  readonly label: string;
  readonly slug: string | null;
}

async function readHits(
  { database, catalogue, match }: Search,
  groups: readonly PolicyGroup[],
  excerptLength?: number,
): Promise<SearchHit[]> {
  const newest = groups.map(({ rows }) => newestWording(rows));
  const texts = await database.answer<HitText>(
    newest.map(({ id }) => ({
      sql: 'select text, anchor, label, slug from texts where id = ?',
      values: [id],
    })),
  );
  return groups.map(({ policy, rows, versions }, at) => {
    const { text, anchor, label, slug } = texts[at]![0]!;
    const { versions: known } = catalogue.histories.get(policy.id)!;
    return {
      domain: policy.domain,
      policy: policy.policy,
      label,
      clauseSlug: slug,
      first: known.get(versions[0]!)!,
      last: known.get(versions.at(-1)!)!,
      anchor,
      versionCount: versions.length,
      wordingCount: rows.length,
      parts: cutExcerpt(markHits(text, match.rows), excerptLength),
    };
  });
}

type Tell = (message: SearchMessage) => void;

/** Tells a page of hits, the first few before the others. */
async function tellHits(
  search: Search,
  groups: readonly PolicyGroup[],
  isFirst: boolean,
  tell: Tell,
): Promise<void> {
  if (groups.length === 0) return;
  const first = await readHits(search, groups.slice(0, FIRST_HITS));
  tell({ kind: 'hits', hits: first, isFirst });
  if (groups.length <= FIRST_HITS) return;
  const rest = await readHits(search, groups.slice(FIRST_HITS));
  tell({ kind: 'hits', hits: [...first, ...rest], isFirst });
}

/** Some hits of a question whose answer takes long. */
async function showFirstFound(search: Search, tell: Tell): Promise<void> {
  for (const limit of FIRST_ROWS) {
    const { ids, isPartial } = await findIds(search, limit);
    const rows = await readRows(search.database, search.catalogue, ids);
    const groups = groupRows(search.catalogue, rows, search.narrowing).slice(0, HITS_PER_PAGE);
    await tellHits(search, groups, true, tell);
    if (groups.length > 0 || !isPartial) return;
  }
}

/** The groups of some policies, in the order of those. */
async function readGroups(
  { database, catalogue, narrowing }: Search,
  policies: ReturnType<typeof orderPolicies>,
): Promise<PolicyGroup[]> {
  const ids = policies.flatMap(({ items }) => items).sort((left, right) => left - right);
  const groups = groupRows(catalogue, await readRows(database, catalogue, ids), narrowing);
  return policies.flatMap(({ policy }) => groups.filter((group) => group.policy.id === policy.id));
}

/**
 * Tells the first page in order of relevance, from the policies that come first in it alone: few of many pieces are
 * needed for it. Where another order is asked for, these are only the first found.
 */
async function tellFirstPage(search: Search, ids: readonly number[], tell: Tell): Promise<void> {
  const isFirst = search.state.sort !== 'relevance';
  const policies = orderPolicies(search.catalogue, ids);
  const found: PolicyGroup[] = [];
  let [at, count] = [0, FIRST_POLICIES];
  while (at < policies.length && found.length < HITS_PER_PAGE) {
    const isNothingShown = found.length === 0;
    found.push(...(await readGroups(search, policies.slice(at, at + count))));
    if (isNothingShown) await tellHits(search, found.slice(0, FIRST_HITS), isFirst, tell);
    at += count;
    count *= 2;
  }
  await tellHits(search, found.slice(0, HITS_PER_PAGE), isFirst, tell);
}

/** What the ladder asks of the words in the file. */
function wordQuestions(ask: Exclude<SearchAsk, { kind: 'match' }>): SqlQuestion[] {
  const columns = 'select word, language, key, uses from words';
  switch (ask.kind) {
    case 'words':
      return ask.words.map((word) => ({ sql: `${columns} where word = ?`, values: [word] }));
    case 'forms':
      return ask.keys.map((key) => ({ sql: 'select key, words from forms where key = ?', values: [key] }));
    case 'alike':
      return ask.beginnings.map((start) => ({
        sql: `${columns} where word >= ? and word < ?`,
        values: [start, start + LAST_CHARACTER],
      }));
  }
}

function countOutsideYears({ policies }: Catalogue, { from, to }: SearchState): number {
  if (from === null && to === null) return 0;
  const isSeen = policies.filter(
    ({ firstDay, lastDay }) =>
      firstDay !== null &&
      lastDay !== null &&
      Number(lastDay.slice(0, 4)) >= (from ?? 0) &&
      Number(firstDay.slice(0, 4)) <= (to ?? 9999),
  );
  const count = (some: typeof policies) => new Set(some.map(({ domain }) => domain)).size;
  return count(policies) - count(isSeen);
}

/** All hits, those of the page asked for, and what there is to narrow. Whether there are any. */
async function tellAll(search: Search, { ids, isPartial }: FoundIds, tell: Tell): Promise<boolean> {
  const { catalogue, state } = search;
  if (state.page === 1) await tellFirstPage(search, ids, tell);
  const groups = await listGroups(search, ids);
  if (groups.length === 0) return false;
  const start = (state.page - 1) * HITS_PER_PAGE;
  if (state.page > 1 || state.sort !== 'relevance') {
    await tellHits(search, groups.slice(start, start + HITS_PER_PAGE), false, tell);
  }
  tell({ kind: 'counts', counts: countHits(groups, catalogue.topics, isPartial) });
  return true;
}

async function listGroups(search: Search, ids: readonly number[]): Promise<PolicyGroup[]> {
  const { database, catalogue, narrowing } = search;
  const rows = await readRows(database, catalogue, ids);
  return sortGroups(search, ids, groupRows(catalogue, rows, narrowing));
}

/** All hits with their whole texts. Whether there are any. */
async function tellDownload(search: Search, found: FoundIds, tell: Tell): Promise<boolean> {
  const groups = await listGroups(search, found.ids);
  if (groups.length === 0) return false;
  const hits = await readHits(search, groups.slice(0, MOST_DOWNLOADED), Number.POSITIVE_INFINITY);
  tell({ kind: 'all', hits, isPartial: found.isPartial || groups.length > MOST_DOWNLOADED });
  return true;
}

async function tryMatch(search: Search, isDownload: boolean, tell: Tell): Promise<boolean> {
  let found = await findIdsSoon(search);
  if (found === null) {
    if (!isDownload) await showFirstFound(search, tell);
    found = await findIds(search, MOST_COUNTED);
  }
  if (found.ids.length === 0) return false;
  return isDownload ? tellDownload(search, found, tell) : tellAll(search, found, tell);
}

/** Answers what an address asks, part by part. With `isDownload` all hits with their whole texts. */
export async function answerState(
  database: SearchDatabase,
  catalogue: Catalogue,
  state: SearchState,
  isDownload: boolean,
  tell: Tell,
): Promise<void> {
  const query = parseSearchQuery(state.q);
  const { notes } = query;
  if (query.isEmpty) {
    tell({ kind: 'read', reading: '', notes, instead: '', topics: [] });
    return;
  }
  const topics = listTopicsCalledSo(catalogue, query);
  const range = rowsOfCompany(catalogue, state.company);
  const narrowing = toNarrowing(catalogue, state, query.state);
  const ladder = climbLadder(query, catalogue.clauses);
  let step = ladder.next();
  while (!step.done) {
    const ask = step.value;
    if (ask.kind !== 'match') {
      const rows = await database.answer<WordRow & FormRow>(wordQuestions(ask));
      step = ladder.next(rows.flat());
      continue;
    }
    const { match } = ask.attempt;
    if (!isDownload) {
      const instead = tellAttempt(query, ask.attempt, isNarrowed(state));
      tell({ kind: 'read', reading: match.reading, notes, instead, topics: instead === '' ? [] : topics });
    }
    step = ladder.next(
      await tryMatch({ database, catalogue, match, range, narrowing, state }, isDownload, tell),
    );
  }
  if (step.value === null) {
    tell({ kind: 'read', reading: describeQuery(query), notes, instead: '', topics: [] });
    tell({
      kind: 'nothing',
      words: tellNothing(query),
      topics,
      outsideYears: countOutsideYears(catalogue, state),
    });
  }
}
