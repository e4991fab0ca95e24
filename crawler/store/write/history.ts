import { type Comparison, formatInstant, type Outcome, type StatedDate } from '../../core/index.ts';
import type { Store } from '../open.ts';

/** What a version cites in place of the memento of the capture shown. */
export interface CitedCapture {
  readonly captureId: number;
  readonly timestamp: string;
  readonly original: string;
}

/** A version as derived, with what belongs to it. Timestamps are 14 digits; null: undated. */
export interface DerivedVersion {
  /** The capture whose Markdown is shown. */
  readonly captureId: number;
  /** Null where that capture's memento lies within the version's span. */
  readonly citation: CitedCapture | null;
  readonly textId: number;
  readonly slug: string;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly changedAfter: string | null;
  readonly captureCount: number;
  /** Number (from 1) of the lineage of each clause; [] where lineages are not traced. */
  readonly lineages: readonly number[];
  /** Comparison with the version before; null for the first, and where either is undated. */
  readonly comparison: Comparison | null;
}

export interface DerivedOutcome {
  readonly captureId: number;
  readonly outcome: Outcome;
  readonly reason: string | null;
  /** Index into the versions, or null. */
  readonly version: number | null;
}

export interface DerivedLineage {
  readonly slug: string;
  readonly label: string;
  readonly changeCount: number;
}

export interface DerivedHistory {
  readonly versions: readonly DerivedVersion[];
  readonly outcomes: readonly DerivedOutcome[];
  /** In order of birth: number 1 is the first. */
  readonly lineages: readonly DerivedLineage[];
  /** Dates that texts state which the history decided, or no longer decides. */
  readonly statedDates: readonly DecidedDate[];
  /** Version of the rules that made it. */
  readonly historyRules: string;
}

/** What the text of a capture states, as its policy's history has it read. */
export interface DecidedDate {
  readonly captureId: number;
  readonly statedDate: StatedDate;
  readonly flags: readonly string[];
}

/** Replaces everything derived on one policy, in one transaction: readers see the old history or the new, never half. */
export function writeHistory(store: Store, policyId: number, history: DerivedHistory): void {
  store.transaction(() => {
    deleteHistory(store, policyId);
    const versionIds = history.versions.map((version, index) =>
      insertVersion(store, policyId, index + 1, version, history.historyRules),
    );
    insertLineages(store, policyId, history, versionIds);
    history.versions.forEach((version, index) => {
      if (version.comparison) {
        insertComparison(
          store,
          versionIds[index - 1]!,
          versionIds[index]!,
          version.comparison,
          history.historyRules,
        );
      }
    });
    const insert = store.prepare(
      // A capture that another policy held until now is this one's.
      'insert or replace into outcomes (capture_id, outcome, reason, version_id, history_rules) values (?, ?, ?, ?, ?)',
    );
    for (const { captureId, outcome, reason, version } of history.outcomes) {
      insert.run(
        captureId,
        outcome,
        reason,
        version === null ? null : versionIds[version]!,
        history.historyRules,
      );
    }
    const decide = store.prepare('update normalizations set stated_date = ?, flags = ? where capture_id = ?');
    for (const { captureId, statedDate, flags } of history.statedDates) {
      decide.run(JSON.stringify(statedDate), JSON.stringify(flags), captureId);
    }
  })();
}

function deleteHistory(store: Store, policyId: number): void {
  const versions = 'select id from versions where policy_id = :policyId';
  const comparisons = `select id from comparisons where right_version_id in (${versions})`;
  const captures =
    'select c.id from captures c join addresses a on a.id = c.address_id where a.policy_id = :policyId';
  for (const statement of [
    `delete from outcomes where version_id in (${versions})`,
    `delete from outcomes where version_id is null and capture_id in (${captures})`,
    `delete from changes where comparison_id in (${comparisons})`,
    `delete from comparisons where right_version_id in (${versions})`,
    `delete from version_lineages where version_id in (${versions})`,
    'delete from lineages where policy_id = :policyId',
    `delete from citations where version_id in (${versions})`,
    'delete from versions where policy_id = :policyId',
  ]) {
    store.prepare(statement).run({ policyId });
  }
}

const toInstant = (timestamp: string | null) => timestamp && formatInstant(timestamp);

function insertVersion(
  store: Store,
  policyId: number,
  number: number,
  version: DerivedVersion,
  historyRules: string,
): number {
  const id = store
    .prepare(
      `insert into versions (policy_id, version, slug, text_id, capture_id, first_seen, last_seen, changed_after,
         capture_count, history_rules)
       values (:policyId, :number, :slug, :textId, :captureId, :firstSeen, :lastSeen, :changedAfter, :captureCount,
         :historyRules)`,
    )
    .run({
      policyId,
      number,
      slug: version.slug,
      textId: version.textId,
      captureId: version.captureId,
      firstSeen: toInstant(version.firstSeen),
      lastSeen: toInstant(version.lastSeen),
      changedAfter: toInstant(version.changedAfter),
      captureCount: version.captureCount,
      historyRules,
    }).lastInsertRowid as number;
  if (version.citation) {
    store
      .prepare('insert into citations (version_id, capture_id, timestamp, original) values (?, ?, ?, ?)')
      .run(id, version.citation.captureId, version.citation.timestamp, version.citation.original);
  }
  return id;
}

function insertLineages(
  store: Store,
  policyId: number,
  history: DerivedHistory,
  versionIds: readonly number[],
): void {
  const seen = history.lineages.map(() => [] as number[]);
  history.versions.forEach((version, index) => {
    for (const number of new Set(version.lineages)) seen[number - 1]?.push(index);
  });
  const insert = store.prepare(
    `insert into lineages (policy_id, lineage, slug, label, first_version_id, last_version_id, version_count,
       change_count, present_in_latest)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const ids = history.lineages.map((lineage, k) => {
    const holders = seen[k]!;
    const [first, last] = [versionIds[holders[0]!]!, versionIds[holders.at(-1)!]!];
    const isLatest = holders.at(-1) === history.versions.length - 1 ? 1 : 0;
    return insert.run(
      policyId,
      k + 1,
      lineage.slug,
      lineage.label,
      first,
      last,
      holders.length,
      lineage.changeCount,
      isLatest,
    ).lastInsertRowid as number;
  });
  const place = store.prepare(
    'insert into version_lineages (version_id, position, lineage_id) values (?, ?, ?)',
  );
  history.versions.forEach((version, index) => {
    version.lineages.forEach((number, position) => {
      place.run(versionIds[index]!, position, ids[number - 1]!);
    });
  });
}

function insertComparison(
  store: Store,
  leftId: number,
  rightId: number,
  comparison: Comparison,
  historyRules: string,
): void {
  const id = store
    .prepare(
      `insert into comparisons (left_version_id, right_version_id, matches, counts, words_added, words_removed,
         carried_share, significance, size_class, approximate, history_rules)
       values (:leftId, :rightId, :matches, :counts, :wordsAdded, :wordsRemoved, :carriedShare, :significance,
         :sizeClass, :approximate, :historyRules)`,
    )
    .run({
      leftId,
      rightId,
      matches: JSON.stringify(comparison.matches),
      counts: JSON.stringify(comparison.counts),
      wordsAdded: comparison.wordsAdded,
      wordsRemoved: comparison.wordsRemoved,
      carriedShare: comparison.carriedShare,
      significance: comparison.significance,
      sizeClass: comparison.sizeClass,
      approximate: comparison.approximate ? 1 : 0,
      historyRules,
    }).lastInsertRowid as number;
  const insert = store.prepare(
    `insert into changes (comparison_id, position, kind, moved, left_positions, right_positions, words_added,
       words_removed, significance, size_class, spans)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  comparison.changes.forEach((change, position) => {
    insert.run(
      id,
      position,
      change.kind,
      change.moved ? 1 : 0,
      JSON.stringify(change.left),
      JSON.stringify(change.right),
      change.wordsAdded,
      change.wordsRemoved,
      change.significance,
      change.sizeClass,
      JSON.stringify(change.spans),
    );
  });
}
