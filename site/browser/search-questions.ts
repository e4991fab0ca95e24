import { parseSearchQuery, type SearchQuery, widenSearchQuery } from '../../crawler/core/search-query.ts';
import {
  type ClauseRow,
  cutExcerpt,
  HIT_END,
  HIT_START,
  parseRuns,
} from '../../crawler/core/search-results.ts';
import type { SearchHit, SearchMessage, WiderQuestion } from '../view/search-answer.ts';
import { countHits } from '../view/search-counts.ts';
import type { SearchState } from '../view/search-state.ts';
import type { SearchDatabase } from './search-database.ts';
import { orderPolicies, sortGroups } from './search-order.ts';
import {
  type Catalogue,
  groupRows,
  loadVersions,
  matchQuestion,
  type Narrowing,
  type PolicyGroup,
  readRows,
  rowsOfCompany,
  toNarrowing,
} from './search-rows.ts';

/** The questions of the search page to the search file, cheapest first: hits are shown before all are counted. */

export const HITS_PER_PAGE = 20;

/** Hits that a download holds, and wordings that are ordered and counted, at most. */
const MOST_DOWNLOADED = 2000;
const MOST_COUNTED = 20_000;

/** Fetching rounds that all the hits are waited for before the first found are shown: about fifteen pieces a word. */
const PATIENT_ROUNDS = 4;

/** Wordings looked at for hits to be shown while the others are looked for; more where too few are asked for. */
const FIRST_ROWS = [50, 1000, MOST_COUNTED];

/** Wordings read at a time until a page is full. */
const ROWS_AT_A_TIME = 60;

/** One search: what is asked, and of what. */
interface Search {
  readonly database: SearchDatabase;
  readonly catalogue: Catalogue;
  readonly expression: string;
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

async function findIds({ database, expression, range }: Search, limit: number): Promise<FoundIds> {
  const [rows] = await database.answer<IdRow>([matchQuestion(expression, range, limit + 1)]);
  return limitIds(rows!, limit);
}

/** All that are counted where they are soon found, else null. */
async function findIdsSoon({ database, expression, range }: Search): Promise<FoundIds | null> {
  const question = matchQuestion(expression, range, MOST_COUNTED + 1);
  const answers = await database.answer<IdRow>([question], PATIENT_ROUNDS);
  return answers && limitIds(answers[0]!, MOST_COUNTED);
}

const lastVersion = (row: ClauseRow) => parseRuns(row.versions).at(-1)!;

interface TextRow {
  readonly marked: string;
  readonly anchor: string;
  readonly label: string;
  readonly slug: string | null;
}

async function readHits(
  { database, catalogue, expression }: Search,
  groups: readonly PolicyGroup[],
  excerptLength?: number,
): Promise<SearchHit[]> {
  const newest = groups.map(({ rows }) =>
    rows.reduce((best, row) => (lastVersion(row) >= lastVersion(best) ? row : best)),
  );
  const [texts] = await Promise.all([
    database.answer<TextRow>(
      newest.map(({ id }) => ({
        sql: `select highlight(search, 0, ?, ?) as marked, anchor, label, slug
              from search join texts on texts.id = search.rowid where search match ? and search.rowid = ?`,
        values: [HIT_START, HIT_END, expression, id],
      })),
    ),
    loadVersions(database, catalogue, groups),
  ]);
  return groups.map(({ policy, rows, versions }, at) => {
    const { marked, anchor, label, slug } = texts[at]![0]!;
    const known = catalogue.versions.get(policy.id)!;
    return {
      domain: policy.domain,
      policy: policy.policy,
      label,
      clauseSlug: slug,
      first: known.get(versions[0]!)!,
      last: known.get(lastVersion(newest[at]!))!,
      anchor,
      versionCount: versions.length,
      wordingCount: rows.length,
      parts: cutExcerpt(marked, excerptLength),
    };
  });
}

/** Some hits of a question whose answer takes long. */
async function showFirstFound(search: Search, tell: (message: SearchMessage) => void): Promise<void> {
  for (const limit of FIRST_ROWS) {
    const { ids, isPartial } = await findIds(search, limit);
    const rows = await readRows(search.database, ids);
    const groups = groupRows(search.catalogue, rows, search.narrowing).slice(0, HITS_PER_PAGE);
    if (groups.length > 0) tell({ kind: 'hits', hits: await readHits(search, groups), isFirst: true });
    if (groups.length > 0 || !isPartial) return;
  }
}

/** The first page in order of relevance, from the policies that come first in it alone. */
async function findFirstPage(search: Search, ids: readonly number[]): Promise<PolicyGroup[]> {
  const { database, catalogue, narrowing } = search;
  const found: PolicyGroup[] = [];
  let batch: number[] = [];
  const ordered = orderPolicies(catalogue, ids);
  for (const [at, { items }] of ordered.entries()) {
    batch.push(...items);
    if (batch.length < ROWS_AT_A_TIME && at < ordered.length - 1) continue;
    const rows = await readRows(database, batch);
    const ascending = rows.sort((left, right) => left.id - right.id);
    found.push(...sortGroups(search, ids, groupRows(catalogue, ascending, narrowing)));
    batch = [];
    if (found.length >= HITS_PER_PAGE) break;
  }
  return found.slice(0, HITS_PER_PAGE);
}

async function listWider(
  database: SearchDatabase,
  catalogue: Catalogue,
  query: SearchQuery,
): Promise<WiderQuestion[]> {
  const typed = widenSearchQuery(query);
  const range = rowsOfCompany(catalogue, '');
  const answers = await database.answer<IdRow>(
    typed.map((text) => matchQuestion(parseSearchQuery(text).expression!, range, MOST_COUNTED)),
  );
  return typed.flatMap((text, at) => {
    const policies = orderPolicies(catalogue, limitIds(answers[at]!, MOST_COUNTED).ids);
    const companies = new Set(policies.map(({ policy }) => policy.domain)).size;
    return companies === 0 ? [] : [{ typed: text, companies }];
  });
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

/** All hits, those of the page asked for, and what there is to narrow. */
async function tellAll(
  search: Search,
  { ids, isPartial }: FoundIds,
  query: SearchQuery,
  tell: (message: SearchMessage) => void,
): Promise<void> {
  const { database, catalogue, state } = search;
  const isFirstPage = state.page === 1 && state.sort === 'relevance';
  if (isFirstPage && ids.length > ROWS_AT_A_TIME) {
    const groups = await findFirstPage(search, ids);
    if (groups.length > 0) tell({ kind: 'hits', hits: await readHits(search, groups), isFirst: false });
  }
  const groups = await listGroups(search, ids);
  if (groups.length === 0) {
    const wider = await listWider(database, catalogue, query);
    tell({ kind: 'nothing', wider, outsideYears: countOutsideYears(catalogue, state) });
    return;
  }
  const start = (state.page - 1) * HITS_PER_PAGE;
  const hits = await readHits(search, groups.slice(start, start + HITS_PER_PAGE));
  tell({ kind: 'hits', hits, isFirst: false });
  tell({ kind: 'counts', counts: countHits(groups, catalogue.topics, isPartial) });
}

async function listGroups(search: Search, ids: readonly number[]): Promise<PolicyGroup[]> {
  const { database, catalogue, narrowing, state } = search;
  const rows = await readRows(database, ids);
  const groups = groupRows(catalogue, rows, narrowing);
  if (state.sort === 'first-seen' || state.sort === 'last-seen') {
    await loadVersions(database, catalogue, groups);
  }
  return sortGroups(search, ids, groups);
}

/** Answers what an address asks, part by part. With `isDownload` all hits with their whole texts. */
export async function answerState(
  database: SearchDatabase,
  catalogue: Catalogue,
  state: SearchState,
  isDownload: boolean,
  tell: (message: SearchMessage) => void,
): Promise<void> {
  const query = parseSearchQuery(state.q);
  const { expression } = query;
  if (!isDownload) tell({ kind: 'read', reading: query.reading, notes: query.notes });
  if (expression === null) return;
  const search: Search = {
    database,
    catalogue,
    expression,
    range: rowsOfCompany(catalogue, state.company),
    narrowing: toNarrowing(catalogue, state, query.state),
    state,
  };
  let found = await findIdsSoon(search);
  if (found === null) {
    if (!isDownload) await showFirstFound(search, tell);
    found = await findIds(search, MOST_COUNTED);
  }
  if (!isDownload) {
    await tellAll(search, found, query, tell);
    return;
  }
  const groups = await listGroups(search, found.ids);
  const hits = await readHits(search, groups.slice(0, MOST_DOWNLOADED), Number.POSITIVE_INFINITY);
  tell({ kind: 'all', hits, isPartial: found.isPartial || groups.length > MOST_DOWNLOADED });
}
