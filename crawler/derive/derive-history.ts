import { deriveVersions, nameVersions, type Observation } from '../core/index.ts';
import {
  type CitedCapture,
  type DerivedOutcome,
  type DerivedVersion,
  listPublished,
  mapClauseSlugs,
  readMemento,
  readText,
  type Store,
  type StoredPolicy,
  writeHistory,
} from '../store/index.ts';
import { compareHistory } from './compare-history.ts';
import { decideDates } from './decide-dates.ts';
import { isUsable, type KnownCapture } from './known-captures.ts';
import { readOwnHistory } from './language-histories.ts';

/**
 * Builds a policy's history from its captures and their normalizations, and replaces the stored one: versions, the
 * outcome of every capture, comparisons of successive versions, lineages. `historyRules` is the version of these rules.
 * Returns the policies whose histories other captures of its addresses belong to, or did: they are to be derived after it.
 */
export function deriveHistory(store: Store, policy: StoredPolicy, historyRules: string): StoredPolicy[] {
  const { known, isInLanguage, lentTo } = readOwnHistory(store, policy);
  const isText = (k: KnownCapture) => isUsable(k) && isInLanguage(k);
  const dated = known.filter((k) => isText(k) && k.capture.timestamp !== null);
  const undated = known.filter((k) => isText(k) && k.capture.timestamp === null);
  const versions = [...datedVersions(store, dated), ...undated.map(undatedVersion)];
  const slugs = nameVersions(
    versions.map((version) => ({
      firstSeen: version.firstSeen,
      timestamps: version.members.map((k) => k.capture.timestamp ?? ''),
      textHash: version.members[0]!.source!.textHash!,
    })),
    listPublished(store, policy.id),
  );
  const texts = versions.map((version) => readText(store, version.textId));
  const { comparisons, lineages, lineagesOf } = compareHistory(
    texts.map((text, k) => ({ clauses: text.clauses, isDated: versions[k]!.firstSeen !== null })),
    mapClauseSlugs(store, policy.id),
  );
  const versionOf = new Map(
    versions.flatMap((version, k) => version.members.map((m) => [m.capture.id, k] as const)),
  );
  writeHistory(store, policy.id, {
    versions: versions.map(
      ({ members: _members, ...version }, k): DerivedVersion => ({
        ...version,
        slug: slugs[k]!,
        lineages: lineagesOf[k]!,
        comparison: comparisons[k]!,
      }),
    ),
    outcomes: known.map((k) => outcomeOf(k, versionOf.get(k.capture.id) ?? null, isInLanguage(k))),
    lineages,
    statedDates: decideDates(store, policy.id),
    historyRules,
  });
  return lentTo;
}

type UnnamedVersion = Omit<DerivedVersion, 'slug' | 'lineages' | 'comparison'> & {
  readonly members: readonly KnownCapture[];
};

function datedVersions(store: Store, dated: readonly KnownCapture[]): UnnamedVersion[] {
  const observations = dated.map(
    (k): Observation => ({ timestamp: k.capture.timestamp!, textHash: k.source!.textHash! }),
  );
  return deriveVersions(observations).map((run) => {
    const members = run.observations.map((index) => dated[index]!);
    const { shown, citation } = chooseShown(store, members, run);
    return {
      captureId: shown.source!.captureId,
      citation,
      textId: shown.source!.textId!,
      firstSeen: run.firstSeen,
      lastSeen: run.lastSeen,
      changedAfter: run.changedAfter,
      captureCount: members.length,
      members,
    };
  });
}

/**
 * The member whose text is shown, and what bears witness to it. Best is one whose own memento was captured within the
 * run. A text that came back has none where its payload was fetched for an earlier capture with the same digest; nor has
 * one for which the archive played a neighbour. Such a version cites its own capture by the address the archive lists.
 */
function chooseShown(
  store: Store,
  members: readonly KnownCapture[],
  span: { readonly firstSeen: string; readonly lastSeen: string },
): { shown: KnownCapture; citation: CitedCapture | null } {
  const fetched = members.filter((k) => k.choice.action === 'fetch');
  const witness = fetched.find(({ capture }) => {
    const landed = readMemento(store, capture.id)?.timestamp ?? capture.timestamp!;
    return landed >= span.firstSeen && landed <= span.lastSeen;
  });
  if (witness) return { shown: witness, citation: null };
  const shown = fetched[0] ?? members[0]!;
  const { id, timestamp, listedTimestamp, original } = shown.capture;
  return { shown, citation: { captureId: id, timestamp: listedTimestamp ?? timestamp!, original } };
}

function undatedVersion(known: KnownCapture): UnnamedVersion {
  return {
    captureId: known.capture.id,
    citation: null,
    textId: known.source!.textId!,
    firstSeen: null,
    lastSeen: null,
    changedAfter: null,
    captureCount: 1,
    members: [known],
  };
}

/** The one outcome of a capture. */
function outcomeOf(k: KnownCapture, version: number | null, isInLanguage: boolean): DerivedOutcome {
  const captureId = k.capture.id;
  const { choice, source } = k;
  if (choice.action === 'skip')
    return { captureId, outcome: 'skipped', reason: choice.reason, version: null };
  if (choice.action === 'duplicate') {
    return { captureId, outcome: 'duplicate', reason: 'same-digest', version };
  }
  if (!k.capture.hasMemento) {
    const { failure, passReason } = k.capture;
    if (failure) return { captureId, outcome: 'failed', reason: failure.reason, version: null };
    if (passReason) return { captureId, outcome: 'skipped', reason: passReason, version: null };
    return { captureId, outcome: 'pending', reason: null, version: null };
  }
  if (!source || source.outcome === 'failed') {
    return { captureId, outcome: 'failed', reason: source?.reason ?? 'not-normalized', version: null };
  }
  if (source.outcome === 'not-a-policy') {
    return { captureId, outcome: 'not-a-policy', reason: source.reason, version: null };
  }
  if (k.isWrongDocument) {
    return { captureId, outcome: 'not-a-policy', reason: 'wrong-document', version: null };
  }
  if (k.isCut) return { captureId, outcome: 'failed', reason: 'truncated', version: null };
  if (k.isIncomplete) return { captureId, outcome: 'failed', reason: 'incomplete', version: null };
  if (!isInLanguage) {
    return { captureId, outcome: 'not-a-policy', reason: 'other-language', version: null };
  }
  return { captureId, outcome: 'version', reason: null, version };
}
