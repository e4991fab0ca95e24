import {
  areNear,
  type Choice,
  deriveVersions,
  dominantLanguage,
  holdingOf,
  isRemoved,
  nameVersions,
  type Observation,
  selectCaptures,
} from '../core/index.ts';
import {
  type CitedCapture,
  type DerivedOutcome,
  type DerivedVersion,
  listPolicyRemovals,
  listPublished,
  listStoredCaptures,
  mapClauseSlugs,
  mapNormalizations,
  readMemento,
  readText,
  type Store,
  type StoredCapture,
  type StoredNormalization,
  type StoredPolicy,
  writeHistory,
} from '../store/index.ts';
import { compareHistory } from './compare-history.ts';
import { findCutCaptures } from './cut-captures.ts';
import { decideDates } from './decide-dates.ts';
import { findIncompleteCaptures } from './incomplete-captures.ts';
import { findWrongDocuments } from './wrong-documents.ts';

/** A capture with what is known of its text; `source` is the capture whose payload it shares, itself if fetched. */
interface KnownCapture {
  readonly capture: StoredCapture;
  readonly choice: Choice;
  readonly source: StoredNormalization | null;
  readonly isWrongDocument: boolean;
  /** Holds only the beginning of a text known as a whole. */
  readonly isCut: boolean;
  /** Holds a part of a text that stood whole before and after. */
  readonly isIncomplete: boolean;
}

/**
 * Builds a policy's history from its captures and their normalizations, and replaces the stored one: versions, the
 * outcome of every capture, comparisons of successive versions, lineages. `historyRules` is the version of these rules.
 */
export function deriveHistory(store: Store, policy: StoredPolicy, historyRules: string): void {
  const known = resolveSources(store, policy.id);
  const language = dominantLanguage(known.map((k) => (usable(k) ? (k.source?.language ?? null) : null)));
  const isText = (k: KnownCapture) => usable(k) && !isOtherLanguage(k, language);
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
    outcomes: known.map((k) => outcomeOf(k, versionOf.get(k.capture.id) ?? null, language)),
    lineages,
    statedDates: decideDates(store, policy.id),
    historyRules,
  });
}

type UnnamedVersion = Omit<DerivedVersion, 'slug' | 'lineages' | 'comparison'> & {
  readonly members: readonly KnownCapture[];
};

const usable = (k: KnownCapture) =>
  k.choice.action !== 'skip' &&
  k.source?.outcome === 'version' &&
  !k.isWrongDocument &&
  !k.isCut &&
  !k.isIncomplete;

const isOtherLanguage = (k: KnownCapture, language: string | null) =>
  language !== null && k.source?.language != null && !areNear(k.source.language, language);

/** Pairs every capture with the normalization of its own payload, or of the one it shares a digest with. */
function resolveSources(store: Store, policyId: number): KnownCapture[] {
  const captures = listStoredCaptures(store, { policyId });
  const normalizations = mapNormalizations(store, policyId);
  const wrong = findWrongDocuments(store, policyId, captures, normalizations);
  const cut = findCutCaptures(store, captures, normalizations);
  const incomplete = findIncompleteCaptures(store, captures, normalizations);
  const removals = listPolicyRemovals(store, policyId);
  const choices = selectCaptures(
    captures,
    (index) => holdingOf(captures[index]!),
    (index) => isRemoved(removals, captures[index]!.timestamp),
  );
  return captures.map((capture, index) => {
    const choice = choices[index]!;
    const from = choice.action === 'duplicate' ? captures[choice.of]! : capture;
    const source = normalizations.get(from.id) ?? null;
    return {
      capture,
      choice,
      source,
      isWrongDocument: wrong.has(from.id),
      isCut: cut.has(from.id),
      isIncomplete: incomplete.has(from.id),
    };
  });
}

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
function outcomeOf(k: KnownCapture, version: number | null, language: string | null): DerivedOutcome {
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
  if (isOtherLanguage(k, language)) {
    return { captureId, outcome: 'not-a-policy', reason: 'other-language', version: null };
  }
  return { captureId, outcome: 'version', reason: null, version };
}
