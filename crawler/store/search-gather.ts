import { CLAUSE_FLAGS, nameAnchors, plainText, type SearchedVersion, TOPICS } from '../core/index.ts';
import type { Store } from './open.ts';

/** What the search file is made of, read from the store: the distinct clauses of each policy. */

export interface PolicyRow {
  readonly id: number;
  readonly domain: string;
  readonly policy: string;
}

export interface VersionRow extends SearchedVersion {
  readonly id: number;
  /** Language of the version's text; null where undecided. */
  readonly language: string | null;
}

interface PlacedRow {
  readonly clauseId: number;
  readonly text: string;
  readonly label: string;
  readonly isHeading: number;
  readonly lineage: number | null;
  readonly lineageLabel: string | null;
  readonly slug: string | null;
  /** Names joined by commas; null where there are none. */
  readonly topics: string | null;
}

/** A distinct clause of a policy while its versions are read. */
export interface GatheredClause {
  readonly text: string;
  /** Language of the first version that holds the clause. */
  readonly language: string | null;
  readonly lineage: number;
  readonly label: string;
  readonly slug: string | null;
  readonly versions: number[];
  readonly topics: Set<number>;
  readonly flags: readonly number[];
  anchor: string;
}

/** Flags of a policy's clauses, by clause. */
type FlagsByClause = ReadonlyMap<number, readonly number[]>;

const topicNumbers = new Map(TOPICS.map(({ name }, at) => [name, at]));

/** Text on one line without control characters, which mark hits. */
const searchedText = (markdown: string) =>
  plainText(markdown)
    .replace(/[\u0000-\u001f\u007f-\u009f\s]+/g, ' ')
    .trim();

/** The policy's distinct clauses, in the order they were first seen; the same words in two lineages are two. */
export function gatherClauses(
  versions: readonly VersionRow[],
  flags: FlagsByClause,
  readPlaced: (versionId: number) => PlacedRow[],
): GatheredClause[] {
  const gathered = new Map<string, GatheredClause>();
  /** Lineages that were more than a heading at some time: those have pages. */
  const withPage = new Set<number | null>();
  for (const version of versions) {
    const placed = readPlaced(version.id);
    const anchors = nameAnchors(placed);
    placed.forEach((row, at) => {
      const key = `${row.clauseId} ${row.lineage}`;
      let clause = gathered.get(key);
      if (!clause) {
        clause = {
          text: searchedText(row.text),
          language: version.language,
          lineage: row.lineage ?? -1 - gathered.size,
          label: row.lineageLabel ?? row.label,
          slug: row.slug,
          versions: [],
          topics: new Set(),
          flags: flags.get(row.clauseId) ?? [],
          anchor: '',
        };
        gathered.set(key, clause);
      }
      if (row.isHeading === 0) withPage.add(row.lineage);
      if (clause.versions.at(-1) !== version.version) clause.versions.push(version.version);
      for (const name of row.topics?.split(',') ?? []) clause.topics.add(topicNumbers.get(name)!);
      clause.anchor = anchors[at]!;
    });
  }
  return [...gathered.values()].map((one) => (withPage.has(one.lineage) ? one : { ...one, slug: null }));
}

export function prepareReading(store: Store) {
  const versions = store.prepare(
    `select v.id, version, slug, substr(first_seen, 1, 10) as firstDay, substr(last_seen, 1, 10) as lastDay, n.language
     from versions v left join normalizations n on n.capture_id = v.capture_id where policy_id = ? order by version`,
  );
  const placed = store.prepare(
    `select tc.clause_id as clauseId, k.text, x.label, k.kind = 'heading' as isHeading,
       l.lineage, l.label as lineageLabel, l.slug,
       (select group_concat(ct.topic) from clause_topics ct
         where ct.policy_id = v.policy_id and ct.clause_id = tc.clause_id and ct.context_id = tc.context_id) as topics
     from versions v
     join text_clauses tc on tc.text_id = v.text_id
     join clauses k on k.id = tc.clause_id
     join contexts x on x.id = tc.context_id
     left join version_lineages vl on vl.version_id = v.id and vl.position = tc.position
     left join lineages l on l.id = vl.lineage_id
     where v.id = ? order by tc.position`,
  );
  const terms = store.prepare(
    'select distinct clause_id as clauseId, kind from clause_terms where policy_id = ? order by clause_id, kind',
  );
  return {
    /** Lists all policies that have versions, or one domain's. */
    listPolicies: (domain: string | null) =>
      store
        .prepare(
          `select id, domain, policy from policies p where (:domain is null or domain = :domain)
             and exists (select 1 from versions v where v.policy_id = p.id) order by domain, policy`,
        )
        .all({ domain }) as PolicyRow[],
    mapFlags: (policyId: number): FlagsByClause => {
      const rows = terms.all(policyId) as { clauseId: number; kind: string }[];
      const flags = new Map<number, number[]>();
      for (const { clauseId, kind } of rows) {
        const number = CLAUSE_FLAGS.findIndex(({ name }) => name === kind);
        if (number < 0) throw new Error(`the store knows a kind of term that the search does not: ${kind}`);
        flags.set(clauseId, [...(flags.get(clauseId) ?? []), number]);
      }
      return flags;
    },
    listVersions: (policyId: number) => versions.all(policyId) as VersionRow[],
    listPlaced: (versionId: number) => placed.all(versionId) as PlacedRow[],
  };
}
