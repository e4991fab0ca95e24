import { parseSearchQuery, type SearchQuery, widenSearchQuery } from '../../crawler/core/search-query.ts';
import {
  type ClauseRow,
  cutExcerpt,
  groupByLineage,
  HIT_END,
  HIT_START,
  type HitGroup,
  parseRuns,
  passesFilter,
} from '../../crawler/core/search-results.ts';
import type { SearchCounts, SearchHit, SearchMessage, WiderQuestion } from '../view/search-answer.ts';
import { countHits } from '../view/search-counts.ts';
import type { SearchState } from '../view/search-state.ts';
import type { Question, SearchDatabase } from './search-database.ts';

/** The questions of the search page to the search file, cheapest first: hits are shown before all are counted. */

export const HITS_PER_PAGE = 20;

/** Hits that a download holds, and hits that are counted, at most. */
const MOST_DOWNLOADED = 2000;
const MOST_COUNTED = 20_000;

/** Wordings looked at for a first page; hardly ever do they come to fewer clauses than it shows. */
const FIRST_ROWS = 100;

/** Rows asked for at a time: the pieces they lie in are fetched together. */
const CHUNK = 100;

export interface PolicyRow {
  readonly id: number;
  readonly domain: string;
  readonly policy: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

export interface TopicRow {
  readonly id: number;
  readonly name: string;
  readonly title: string;
}

/** Small tables that every question needs; read once. */
export interface Catalogue {
  readonly policies: readonly PolicyRow[];
  readonly topics: readonly TopicRow[];
}

/** The hits of one lineage, and whose it is. */
export type PolicyGroup = HitGroup<ClauseRow> & { readonly policy: PolicyRow };

export async function readCatalogue(database: SearchDatabase): Promise<Catalogue> {
  const [policies, topics] = await database.answer<PolicyRow & TopicRow>([
    {
      sql: `select id, domain, policy, first_row as firstRow, last_row as lastRow, first_day as firstDay,
              last_day as lastDay from policies order by id`,
      values: [],
    },
    { sql: 'select id, name, title from topics order by id', values: [] },
  ]);
  return { policies: policies!, topics: topics! };
}

/** Numbers of all rows that a MATCH expression finds, policy by policy. Reads the index only. */
async function findRows(database: SearchDatabase, expression: string): Promise<number[]> {
  const rows = await database.all<{ id: number }>(
    'select rowid as id from search where search match ? order by rowid',
    expression,
  );
  return rows.map(({ id }) => id);
}

function isOfCompany(policies: readonly PolicyRow[], domain: string): (id: number) => boolean {
  if (domain === '') return () => true;
  const own = policies.filter((policy) => policy.domain === domain);
  return (id) => own.some(({ firstRow, lastRow }) => firstRow <= id && id <= lastRow);
}

async function readRows(database: SearchDatabase, ids: readonly number[]): Promise<ClauseRow[]> {
  const questions: Question[] = [];
  for (let at = 0; at < ids.length; at += CHUNK) {
    questions.push({
      sql: `select id, lineage, versions, years, topics from clauses
            where id in (select value from json_each(?)) order by id`,
      values: [JSON.stringify(ids.slice(at, at + CHUNK))],
    });
  }
  return (await database.answer<ClauseRow>(questions)).flat();
}

function groupRows(
  { policies, topics }: Catalogue,
  rows: readonly ClauseRow[],
  state: SearchState,
): PolicyGroup[] {
  const topic = state.topic ? (topics.find(({ name }) => name === state.topic)?.id ?? -1) : undefined;
  const filter = { from: state.from ?? undefined, to: state.to ?? undefined, topic };
  const left = rows.filter((row) => passesFilter(row, filter));
  return policies.flatMap((policy) => {
    const own = left.filter(({ id }) => policy.firstRow <= id && id <= policy.lastRow);
    return own.length === 0 ? [] : groupByLineage(own).map((group) => ({ ...group, policy }));
  });
}

const yearsOf = ({ rows }: PolicyGroup) => rows.flatMap((row) => parseRuns(row.years));

/** Undated clauses come last in either order of time. */
function sortGroups(groups: PolicyGroup[], sort: SearchState['sort']): PolicyGroup[] {
  if (sort === 'company') return groups;
  const key = (group: PolicyGroup) => {
    const years = yearsOf(group);
    if (years.length === 0) return Number.POSITIVE_INFINITY;
    return sort === 'oldest' ? Math.min(...years) : -Math.max(...years);
  };
  const keyed = groups.map((group) => [key(group), group] as const);
  return keyed.sort(([left], [right]) => (left === right ? 0 : left - right)).map(([, group]) => group);
}

const lastVersion = (row: ClauseRow) => parseRuns(row.versions).at(-1)!;

/** The questions for all that one hit shows. */
function hitQuestions(expression: string, { policy, rows, versions, lineage }: PolicyGroup): Question[] {
  const newest = rows.reduce((best, row) => (lastVersion(row) >= lastVersion(best) ? row : best));
  const version = (number: number) => ({
    sql: 'select slug, first_day as firstDay, last_day as lastDay from versions where policy = ? and version = ?',
    values: [policy.id, number],
  });
  return [
    version(versions[0]!),
    version(lastVersion(newest)),
    {
      sql: 'select slug, label from lineages where policy = ? and lineage = ?',
      values: [policy.id, lineage],
    },
    {
      sql: `select highlight(search, 0, ?, ?) as marked, (select anchor from texts where id = search.rowid) as anchor
            from search where search match ? and rowid = ?`,
      values: [HIT_START, HIT_END, expression, newest.id],
    },
  ];
}

async function readHits(
  database: SearchDatabase,
  expression: string,
  groups: readonly PolicyGroup[],
  excerptLength?: number,
): Promise<SearchHit[]> {
  const questions = groups.map((group) => hitQuestions(expression, group));
  const answers = await database.answer<Record<string, string | null>>(questions.flat());
  return groups.map(({ policy, rows, versions }, at) => {
    const [first, last, lineage, text] = answers.slice(at * 4, at * 4 + 4).map(([row]) => row!) as [
      never,
      never,
      { slug: string | null; label: string },
      Record<string, string>,
    ];
    return {
      domain: policy.domain,
      policy: policy.policy,
      label: lineage.label,
      clauseSlug: lineage.slug,
      first,
      last,
      anchor: text.anchor!,
      versionCount: versions.length,
      wordingCount: rows.length,
      parts: cutExcerpt(text.marked!, excerptLength),
    };
  });
}

async function listWider(
  database: SearchDatabase,
  { policies }: Catalogue,
  query: SearchQuery,
): Promise<WiderQuestion[]> {
  const wider: WiderQuestion[] = [];
  for (const typed of widenSearchQuery(query)) {
    const ids = await findRows(database, parseSearchQuery(typed).expression!);
    const companies = new Set(
      policies
        .filter(({ firstRow, lastRow }) => ids.some((id) => firstRow <= id && id <= lastRow))
        .map(({ domain }) => domain),
    );
    if (companies.size > 0) wider.push({ typed, companies: companies.size });
  }
  return wider;
}

function countOutsideYears({ policies }: Catalogue, { from, to }: SearchState): number {
  if (from === null && to === null) return 0;
  const isOutside = ({ firstDay, lastDay }: PolicyRow) =>
    firstDay === null ||
    lastDay === null ||
    Number(lastDay.slice(0, 4)) < (from ?? 0) ||
    Number(firstDay.slice(0, 4)) > (to ?? 9999);
  const domains = new Set(policies.map(({ domain }) => domain));
  const seen = new Set(policies.filter((policy) => !isOutside(policy)).map(({ domain }) => domain));
  return domains.size - seen.size;
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
  const ids = (await findRows(database, expression)).filter(isOfCompany(catalogue.policies, state.company));
  const isPlain = state.from === null && state.to === null && !state.topic && state.sort === 'company';
  const showsFirst = !isDownload && isPlain && state.page === 1;
  if (showsFirst && ids.length > FIRST_ROWS) {
    const groups = groupRows(catalogue, await readRows(database, ids.slice(0, FIRST_ROWS)), state);
    tell({ kind: 'hits', hits: await readHits(database, expression, groups.slice(0, HITS_PER_PAGE)) });
  }
  const rows = await readRows(database, ids.slice(0, MOST_COUNTED));
  const groups = sortGroups(groupRows(catalogue, rows, state), state.sort);
  const isPartial = ids.length > MOST_COUNTED;
  if (isDownload) {
    const all = groups.slice(0, MOST_DOWNLOADED);
    const hits = await readHits(database, expression, all, Number.POSITIVE_INFINITY);
    tell({ kind: 'all', hits, isPartial: isPartial || groups.length > all.length });
    return;
  }
  if (groups.length === 0) {
    const wider = await listWider(database, catalogue, query);
    tell({ kind: 'nothing', wider, outsideYears: countOutsideYears(catalogue, state) });
    return;
  }
  const counts: SearchCounts = countHits(groups, catalogue.topics, isPartial);
  tell({ kind: 'counts', counts });
  const start = (state.page - 1) * HITS_PER_PAGE;
  const shown = groups.slice(start, start + HITS_PER_PAGE);
  tell({ kind: 'hits', hits: await readHits(database, expression, shown) });
}
