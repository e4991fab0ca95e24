import { asRead } from '../as-read.ts';
import type { Alignment, Clause } from '../model.ts';

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

/** 64 bits of a text as hexadecimal: two runs of FNV-1a with different seeds. Not a cryptographic hash. */
function fingerprint(text: string): string {
  let a = 0x811c9dc5;
  let b = 0x1b873593;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x85ebca6b) ^ (b >>> 13);
  }
  return (a >>> 0).toString(16).padStart(8, '0') + (b >>> 0).toString(16).padStart(8, '0');
}

const keyOf = (clause: Clause) => fingerprint(asRead(clause.text));

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
export function startLineages(clauses: readonly Clause[]): { state: LineageState; ids: number[] } {
  const ids = clauses.map((_, position) => position);
  const empty: LineageState = { next: 0, ids: [], byText: {}, byVersion: {} };
  return { state: remember(empty, clauses.map(keyOf), ids, ids.length), ids };
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
 * whose text was seen before takes its lineage up again, and so does a whole version.
 */
export function extendLineages(
  state: LineageState,
  alignment: Alignment,
  left: readonly Clause[],
  right: readonly Clause[],
): { state: LineageState; ids: number[] } {
  const keys = right.map(keyOf);
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
