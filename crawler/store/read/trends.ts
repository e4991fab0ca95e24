import type { ClauseKind, SizeClass } from '../../core/model.ts';
import type { Store } from '../open.ts';

/** The questions of charts over all policies: read once and in bulk, since they need every version. */

/** A version as a chart counts it. Days are ISO; a version without a date has none. */
export interface TrendVersion {
  readonly domain: string;
  readonly policy: string;
  readonly version: number;
  readonly slug: string;
  readonly language: string | null;
  readonly flags: readonly string[];
  readonly wordCount: number;
  /** Days of the captures that hold it, ascending. */
  readonly days: readonly string[];
  /** Ids of its clauses in reading order; one that stands twice is there twice. */
  readonly clauseIds: readonly number[];
  /** Topics that a clause other than a heading speaks of, ascending. */
  readonly topics: readonly string[];
  readonly thirdPartyCount: number;
  readonly vagueCount: number;
}

/** The comparison of two successive versions, named by their numbers. */
export interface TrendComparison {
  readonly domain: string;
  readonly policy: string;
  readonly left: number;
  readonly right: number;
  readonly sizeClass: SizeClass;
}

export interface DistinctClause {
  readonly id: number;
  readonly kind: ClauseKind;
  readonly level: number;
  readonly text: string;
}

type VersionRow = Omit<TrendVersion, 'flags' | 'days' | 'clauseIds' | 'topics'> & {
  readonly id: number;
  readonly textId: number;
  readonly flags: string;
};

const VERSIONS = `
  select v.id, v.text_id as textId, p.domain, p.policy, v.version, v.slug, n.language, n.flags,
    t.word_count as wordCount,
    (select count(*) from text_clauses tc join clause_terms ct on ct.policy_id = v.policy_id
        and ct.clause_id = tc.clause_id and ct.kind = 'third-party' where tc.text_id = v.text_id) as thirdPartyCount,
    (select count(*) from text_clauses tc join clause_terms ct on ct.policy_id = v.policy_id
        and ct.clause_id = tc.clause_id and ct.kind = 'vague' where tc.text_id = v.text_id) as vagueCount
  from versions v
  join policies p on p.id = v.policy_id
  join texts t on t.id = v.text_id
  join normalizations n on n.capture_id = v.capture_id
  order by p.domain, p.policy, v.version`;

const DAYS = `
  select distinct substr(c.timestamp, 1, 4) || '-' || substr(c.timestamp, 5, 2) || '-' || substr(c.timestamp, 7, 2)
  from outcomes o join captures c on c.id = o.capture_id
  where o.version_id = ? and c.timestamp is not null order by 1`;

const TOPICS = `
  select distinct ct.topic from text_clauses tc
  join clauses k on k.id = tc.clause_id and k.kind <> 'heading'
  join clause_topics ct on ct.clause_id = tc.clause_id and ct.context_id = tc.context_id
  where tc.text_id = ? order by 1`;

/** Every version of every policy, by domain, policy and number. */
export function listTrendVersions(store: Store): TrendVersion[] {
  const days = store.prepare(DAYS).pluck();
  const topics = store.prepare(TOPICS).pluck();
  const clauses = store
    .prepare('select clause_id from text_clauses where text_id = ? order by position')
    .pluck();
  const rows = store.prepare(VERSIONS).all() as VersionRow[];
  return rows.map(({ id, textId, ...row }) => ({
    ...row,
    flags: JSON.parse(row.flags),
    days: days.all(id) as string[],
    clauseIds: clauses.all(textId) as number[],
    topics: topics.all(textId) as string[],
  }));
}

/** Every comparison of successive versions, by domain, policy and number. */
export function listTrendComparisons(store: Store): TrendComparison[] {
  return store
    .prepare(
      `select p.domain, p.policy, l.version as left, r.version as right, o.size_class as sizeClass
       from comparisons o
       join versions l on l.id = o.left_version_id
       join versions r on r.id = o.right_version_id
       join policies p on p.id = r.policy_id
       order by p.domain, p.policy, r.version`,
    )
    .all() as TrendComparison[];
}

/** Every distinct clause, one at a time: all of them at once would not fit into memory everywhere. */
export function eachDistinctClause(store: Store): IterableIterator<DistinctClause> {
  return store
    .prepare('select id, kind, level, text from clauses order by id')
    .iterate() as IterableIterator<DistinctClause>;
}
