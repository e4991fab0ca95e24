import { areNear, dominantLanguage, isRemoved } from '../core/index.ts';
import {
  ensurePolicy,
  listBorrowers,
  listPolicyRemovals,
  listPolicyRows,
  type Store,
  type StoredPolicy,
} from '../store/index.ts';
import { isUsable, type KnownCapture, resolveSources } from './known-captures.ts';

/**
 * One address that speaks several languages holds several documents, none of them a change of another. The history of its
 * policy is that of the language most captures are in; those in another are lent to a policy named after theirs, `privacy-fr`,
 * as an address of its own in that language is. No capture moves: the version that it bears witness to says whose it is.
 */
export interface OwnHistory {
  /** In time order: the captures of its addresses but those lent to others, and those lent to it. */
  readonly known: readonly KnownCapture[];
  readonly isInLanguage: (known: KnownCapture) => boolean;
  /** Policies to which captures of its addresses are lent, or were when it was last derived. */
  readonly lentTo: StoredPolicy[];
}

/** The captures of a policy's addresses, and those in other languages by the name of the policy they are lent to. */
interface SplitCaptures {
  readonly kept: readonly KnownCapture[];
  readonly language: string | null;
  readonly lent: ReadonlyMap<string, readonly KnownCapture[]>;
}

/** `privacy-fr` to `privacy` and `fr`. */
const NAMED_AFTER_LANGUAGE = /^(.+)-([a-z]{2})$/;
const stemOf = (policy: string) => NAMED_AFTER_LANGUAGE.exec(policy)?.[1] ?? policy;

const languageOf = (k: KnownCapture) => (isUsable(k) ? (k.source?.language ?? null) : null);
const isIn = (k: KnownCapture, language: string | null) =>
  language === null || k.source?.language == null || areNear(k.source.language, language);

/** What is to be derived of a policy, and of whom else. */
export function readOwnHistory(store: Store, policy: StoredPolicy): OwnHistory {
  const mates = listMates(store, policy);
  const own = splitCaptures(store, policy, mates);
  const borrowed = mates.flatMap(
    (mate) => splitCaptures(store, mate, listMates(store, mate)).lent.get(policy.policy) ?? [],
  );
  const language = own.language ?? dominantLanguage(borrowed.map(languageOf));
  const lentNow = [...own.lent.keys()].map((name) => ({
    ...{ id: ensurePolicy(store, policy.domain, name), domain: policy.domain, policy: name },
  }));
  const lentTo = [...lentNow, ...mates.filter(({ id }) => listBorrowers(store, policy.id).includes(id))];
  return {
    known: borrowed.length === 0 ? own.kept : [...own.kept, ...borrowed].sort(byTime),
    isInLanguage: (k) => isIn(k, language),
    lentTo: [...new Map(lentTo.map((one) => [one.id, one])).values()],
  };
}

/** The other policies of a domain that may be the same one in another language. */
const listMates = (store: Store, { id, domain, policy }: StoredPolicy) =>
  listPolicyRows(store).filter(
    (row) => row.id !== id && row.domain === domain && stemOf(row.policy) === stemOf(policy),
  );

function byTime({ capture: one }: KnownCapture, { capture: other }: KnownCapture): number {
  const key = ({ timestamp, original, digest }: typeof one) => `${timestamp ?? '~'} ${original} ${digest}`;
  return key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : one.id - other.id;
}

function splitCaptures(store: Store, policy: StoredPolicy, mates: readonly StoredPolicy[]): SplitCaptures {
  const all = resolveSources(store, policy.id);
  const language = dominantLanguage(all.map(languageOf));
  const kept = new Set(all);
  const lent = new Map<string, KnownCapture[]>();
  let rest = all.filter((k) => isUsable(k) && !isIn(k, language));
  while (rest.length > 0) {
    const other = dominantLanguage(rest.map(languageOf))!;
    const inOther = rest.filter((k) => isIn(k, other));
    const name = nameFor(store, policy, mates, language, other);
    if (name !== null) lent.set(name, inOther);
    if (name !== null) for (const k of inOther) kept.delete(k);
    rest = rest.filter((k) => !isIn(k, other));
  }
  return removeLent(store, mates, { kept: all.filter((k) => kept.has(k)), language, lent });
}

const readLanguage = (store: Store, { id }: StoredPolicy) =>
  dominantLanguage(resolveSources(store, id).map(languageOf));

/**
 * Whose the captures in another language are: the main policy's, where this one is named after its own language and the main
 * one is in theirs; else that of the policy named after theirs. Null where a policy of that name is in a third language.
 */
function nameFor(
  store: Store,
  { policy }: StoredPolicy,
  mates: readonly StoredPolicy[],
  own: string | null,
  other: string,
): string | null {
  const isNamedAfterOwn = own !== null && areNear(own, NAMED_AFTER_LANGUAGE.exec(policy)?.[2] ?? '');
  const stem = isNamedAfterOwn ? stemOf(policy) : policy;
  const takers = isNamedAfterOwn ? [stem, `${stem}-${other}`] : [`${stem}-${other}`];
  const fits = (name: string, isFree: boolean) => {
    const taker = mates.find((mate) => mate.policy === name);
    const theirs = taker === undefined ? null : readLanguage(store, taker);
    return theirs === null ? isFree : areNear(theirs, other);
  };
  return takers.find((name) => fits(name, name !== stem)) ?? null;
}

/** A removal that names the policy they are lent to covers captures as one that names their address's: they stay, removed. */
function removeLent(store: Store, mates: readonly StoredPolicy[], split: SplitCaptures): SplitCaptures {
  const removals = new Map(mates.map(({ id, policy }) => [policy, listPolicyRemovals(store, id)]));
  if ([...removals.values()].every((entries) => entries.length === 0)) return split;
  const all = [...removals.values()].flat();
  const remove = (k: KnownCapture): KnownCapture => ({ ...k, choice: { action: 'skip', reason: 'removed' } });
  const isCovered = (name: string, k: KnownCapture) =>
    isRemoved(removals.get(name) ?? [], k.capture.timestamp);
  const removed = [...split.lent].flatMap(([name, list]) => list.filter((k) => isCovered(name, k)));
  // What was withheld has no language any more.
  const kept = split.kept.map((k) =>
    k.source === null && k.capture.hasMemento && isRemoved(all, k.capture.timestamp) ? remove(k) : k,
  );
  const lent = [...split.lent].map(
    ([name, list]) => [name, list.filter((k) => !isCovered(name, k))] as const,
  );
  return { ...split, kept: [...kept, ...removed.map(remove)].sort(byTime), lent: new Map(lent) };
}
