import { type Choice, holdingOf, isRemoved, selectCaptures } from '../core/index.ts';
import {
  listPolicyRemovals,
  listStoredCaptures,
  mapNormalizations,
  type Store,
  type StoredCapture,
  type StoredNormalization,
} from '../store/index.ts';
import { findCutCaptures } from './cut-captures.ts';
import { findIncompleteCaptures } from './incomplete-captures.ts';
import { findWrongDocuments } from './wrong-documents.ts';

/** A capture with what is known of its text; `source` is the capture whose payload it shares, itself if fetched. */
export interface KnownCapture {
  readonly capture: StoredCapture;
  readonly choice: Choice;
  readonly source: StoredNormalization | null;
  readonly isWrongDocument: boolean;
  /** Holds only the beginning of a text known as a whole. */
  readonly isCut: boolean;
  /** Holds a part of a text that stood whole before and after. */
  readonly isIncomplete: boolean;
}

/** Whether a capture's text is one of its policy's, in whatever language. */
export const isUsable = (k: KnownCapture): boolean =>
  k.choice.action !== 'skip' &&
  k.source?.outcome === 'version' &&
  !k.isWrongDocument &&
  !k.isCut &&
  !k.isIncomplete;

/** Pairs every capture of a policy's addresses with the normalization of its own payload, or of the one it shares a digest with. */
export function resolveSources(store: Store, policyId: number): KnownCapture[] {
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
