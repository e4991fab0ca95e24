import {
  type Change,
  type Match,
  parseInstant,
  type Removal,
  type StepSummary,
  type Topic,
  type VersionSummary,
} from '../../core/index.ts';
import type { Store } from '../open.ts';
import { prepareOnce } from '../prepare-once.ts';
import { readText, type StoredClause } from './derived.ts';
import { readLabelling, readTopics, type StoredLabelling } from './labels.ts';
import { playbackUrl } from './playback-url.ts';
import { readChanges } from './steps.ts';

/** Timestamps are 14 digits; null stands for an unknown date. */
export interface PolicySummary {
  readonly domain: string;
  readonly policy: string;
  readonly title: string | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly captureCount: number;
  readonly versionCount: number;
}

export interface ShownClause extends StoredClause {
  readonly topics: readonly Topic[];
  /** Topics of which it perhaps speaks. Both lists are empty where the text was not judged. */
  readonly perhaps: readonly Topic[];
  readonly lineage: number | null;
  /** Third parties it names, each once, in the order of the text. */
  readonly names: readonly string[];
}

export interface ShownVersion extends VersionSummary {
  readonly markdown: string;
  readonly clauses: readonly ShownClause[];
  /** By which rules its clauses were labelled; null where not judged. */
  readonly labelling: StoredLabelling | null;
  readonly removed: readonly Removal[];
  readonly headers: Readonly<Record<string, string>>;
}

export interface ShownStep extends StepSummary {
  readonly matches: readonly Match[];
  readonly changes: readonly Change[];
}

const timestampOf = (instant: unknown) => (instant === null ? null : parseInstant(instant as string));

export function listPolicies(store: Store): PolicySummary[] {
  const rows = store
    .prepare(
      `select domain, policy, title, first_seen as firstSeen, last_seen as lastSeen, capture_count as captureCount,
         version_count as versionCount
       from v_policies order by domain, policy`,
    )
    .all() as PolicySummary[];
  return rows.map((row) => ({
    ...row,
    firstSeen: timestampOf(row.firstSeen),
    lastSeen: timestampOf(row.lastSeen),
  }));
}

/** All that is told of the versions of a policy but what their texts say. */
export const VERSIONS = `
  select v.id, v.policy_id as policyId, v.text_id as textId, v.version, v.slug, n.title, n.language, v.first_seen as firstSeen,
    v.last_seen as lastSeen, v.changed_after as changedAfter, v.capture_count as captureCount,
    t.word_count as wordCount, n.stated_date as statedDate, n.flags, n.removed, t.text_hash as textHash,
    ifnull(q.original, m.original) as original, a.archive, m.headers,
    coalesce(q.timestamp, m.timestamp, c.listed_timestamp) as timestamp, y.hash as payloadHash,
    cast(n.payload_rules as integer) + cast(t.text_rules as integer) + cast(v.label_rules as integer)
      + cast(v.history_rules as integer) as rulesVersion
  from versions v
  join policies p on p.id = v.policy_id
  join texts t on t.id = v.text_id
  join captures c on c.id = v.capture_id
  left join citations q on q.version_id = v.id
  left join captures qc on qc.id = q.capture_id
  join addresses a on a.id = ifnull(qc.address_id, c.address_id)
  join mementos m on m.capture_id = c.id
  join payloads y on y.id = m.payload_id
  join normalizations n on n.capture_id = c.id
  where p.domain = :domain and p.policy = :policy`;

type VersionRow = Omit<VersionSummary, 'statedDate' | 'flags' | 'mementoUrl' | 'rawUrl'> & {
  id: number;
  policyId: number;
  textId: number;
  statedDate: string | null;
  flags: string;
  removed: string;
  headers: string;
  archive: string;
};

function toVersionSummary(row: VersionRow): VersionSummary {
  const {
    id: _id,
    policyId: _policyId,
    textId: _textId,
    removed: _removed,
    headers: _headers,
    archive,
    ...rest
  } = row;
  const memento = (mode: '' | 'id_') =>
    row.timestamp && playbackUrl(archive, row.timestamp, mode, row.original);
  return {
    ...rest,
    firstSeen: timestampOf(row.firstSeen),
    lastSeen: timestampOf(row.lastSeen),
    changedAfter: timestampOf(row.changedAfter),
    statedDate: row.statedDate === null ? null : JSON.parse(row.statedDate),
    flags: JSON.parse(row.flags),
    mementoUrl: memento(''),
    rawUrl: memento('id_'),
  };
}

/** Versions of a policy in time order, undated ones last. */
export function listVersions(store: Store, domain: string, policy: string): VersionSummary[] {
  const rows = store.prepare(`${VERSIONS} order by v.version`).all({ domain, policy }) as VersionRow[];
  return rows.map(toVersionSummary);
}

/** The third parties that a text's clauses name in a policy, by position. */
function readNames(store: Store, textId: number, policyId: number): Map<number, Set<string>> {
  const rows = prepareOnce(
    store,
    `select tc.position, ct.term from text_clauses tc
         join clause_terms ct on ct.policy_id = ? and ct.clause_id = tc.clause_id and ct.kind = 'third-party'
       where tc.text_id = ? order by tc.position, ct.start`,
  )
    .raw()
    .all(policyId, textId) as [number, string][];
  const names = new Map<number, Set<string>>();
  for (const [position, name] of rows) {
    const own = names.get(position);
    if (own) own.add(name);
    else names.set(position, new Set([name]));
  }
  return names;
}

/** One version with its text, or null where the policy has none of that number. */
export function readVersion(
  store: Store,
  domain: string,
  policy: string,
  version: number,
): ShownVersion | null {
  const row = prepareOnce(store, `${VERSIONS} and v.version = :version`).get({ domain, policy, version }) as
    | VersionRow
    | undefined;
  if (!row) return null;
  const { markdown, clauses } = readText(store, row.textId);
  const lineages = new Map(
    prepareOnce(
      store,
      `select vl.position, l.lineage from version_lineages vl join lineages l on l.id = vl.lineage_id
         where vl.version_id = ?`,
    )
      .raw()
      .all(row.id) as [number, number][],
  );
  const names = readNames(store, row.textId, row.policyId);
  const topics = readTopics(store, row, 'clause_topics');
  const perhaps = readTopics(store, row, 'clause_perhaps');
  const labelling = readLabelling(store, row.id);
  return {
    ...toVersionSummary(row),
    markdown,
    clauses: clauses.map((clause) => ({
      ...clause,
      topics: (labelling && topics.get(clause.position)) ?? [],
      perhaps: (labelling && perhaps.get(clause.position)) ?? [],
      lineage: lineages.get(clause.position) ?? null,
      names: [...(names.get(clause.position) ?? [])],
    })),
    labelling,
    removed: JSON.parse(row.removed),
    headers: JSON.parse(row.headers),
  };
}

/** All that is told of the comparisons of a policy but their changes. */
export const STEPS = `
  select o.id, lv.version as left, rv.version as right, o.matches, o.counts, o.words_added as wordsAdded,
    o.words_removed as wordsRemoved, o.carried_share as carriedShare, o.significance, o.size_class as sizeClass,
    o.approximate, o.gist, o.gist_short as gistShort
  from comparisons o
  join versions lv on lv.id = o.left_version_id
  join versions rv on rv.id = o.right_version_id
  join policies p on p.id = rv.policy_id
  where p.domain = :domain and p.policy = :policy`;

type StepRow = Omit<StepSummary, 'counts' | 'approximate'> & {
  id: number;
  counts: string;
  matches: string;
  approximate: number;
};

function toStepSummary({ id: _id, matches: _matches, ...row }: StepRow): StepSummary {
  return { ...row, counts: JSON.parse(row.counts), approximate: row.approximate === 1 };
}

/** Comparisons of successive versions of a policy, in time order. */
export function listSteps(store: Store, domain: string, policy: string): StepSummary[] {
  const rows = store.prepare(`${STEPS} order by rv.version`).all({ domain, policy }) as StepRow[];
  return rows.map(toStepSummary);
}

/** The comparison that leads to a version, with its changes; null for a first or undated version. */
export function readStep(store: Store, domain: string, policy: string, right: number): ShownStep | null {
  const row = prepareOnce(store, `${STEPS} and rv.version = :right`).get({ domain, policy, right }) as
    | StepRow
    | undefined;
  if (!row) return null;
  return { ...toStepSummary(row), matches: JSON.parse(row.matches), changes: readChanges(store, row.id) };
}
