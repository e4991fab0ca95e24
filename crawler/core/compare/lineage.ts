import type { Alignment, Clause } from '../model.ts';
import { fingerprint } from './fingerprint.ts';
import { createKeyCache, type KeyCache, makeKeys } from './keys.ts';

/**
 * What has to be remembered of a history to give each clause of the next version its lineage. Plain data: it may be
 * stored as JSON and taken up again.
 */
export interface LineageState {
  /** Number for the next new lineage; lineages count from 0. */
  readonly next: number;
  /** The lineage of each clause of the latest version. */
  readonly ids: readonly number[];
  /** Lineages by the fingerprint of a text they once had: so a clause that returns is recognised. */
  readonly byText: Readonly<Record<string, readonly number[]>>;
  /** The ids of a version by the fingerprint of its whole text: so a version that returns is recognised. */
  readonly byVersion: Readonly<Record<string, readonly number[]>>;
}

/** The fingerprints of the clauses' texts as read. */
const fingerprintAll = (clauses: readonly Clause[], cache: KeyCache) =>
  makeKeys(clauses, cache).map((keys) => keys.fingerprint);

/** Adds what the latest version teaches to the memory. */
function remember(
  state: LineageState,
  keys: readonly string[],
  ids: readonly number[],
  next: number,
): LineageState {
  const byText: Record<string, readonly number[]> = { ...state.byText };
  keys.forEach((key, j) => {
    const known = byText[key] ?? [];
    if (!known.includes(ids[j]!)) byText[key] = [...known, ids[j]!];
  });
  const byVersion = { ...state.byVersion, [fingerprint(keys.join())]: ids };
  return { next, ids, byText, byVersion };
}

/** The lineages of a first version: a new one for each clause. */
export function startLineages(
  clauses: readonly Clause[],
  cache: KeyCache = createKeyCache(),
): { state: LineageState; ids: number[] } {
  const ids = clauses.map((_, position) => position);
  const empty: LineageState = { next: 0, ids: [], byText: {}, byVersion: {} };
  return { state: remember(empty, fingerprintAll(clauses, cache), ids, ids.length), ids };
}

/** Index among `members` of the clause with most text; the first of equals. */
function longest(members: readonly number[], clauses: readonly Clause[]): number {
  return members.reduce((best, member) =>
    clauses[member]!.text.length > clauses[best]!.text.length ? member : best,
  );
}

/**
 * The lineages of the next version's clauses, from the alignment with the version before. A lineage lives through edits
 * and moves; of a split the part with most text inherits it, of a merge the clause with most text gives it; a clause
 * whose text was seen before takes its lineage up again, and so does a whole version. The cache saves work, as in
 * alignment.
 */
export function extendLineages(
  state: LineageState,
  alignment: Alignment,
  left: readonly Clause[],
  right: readonly Clause[],
  cache: KeyCache = createKeyCache(),
): { state: LineageState; ids: number[] } {
  const keys = fingerprintAll(right, cache);
  const before = state.byVersion[fingerprint(keys.join())];
  if (before) return { state: { ...state, ids: before }, ids: [...before] };
  const ids = right.map(() => -1);
  for (const match of alignment.matches) {
    if (match.left.length === 0 || match.right.length === 0) continue;
    ids[longest(match.right, right)] = state.ids[longest(match.left, left)]!;
  }
  const taken = new Set(ids);
  let next = state.next;
  keys.forEach((key, j) => {
    if (ids[j] !== -1) return;
    const earlier = state.byText[key]?.find((id) => !taken.has(id));
    ids[j] = earlier ?? next++;
    taken.add(ids[j]!);
  });
  return { state: remember(state, keys, ids, next), ids };
}
