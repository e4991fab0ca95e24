import type { ClauseKeys } from './keys.ts';

/** No partner. */
export const NONE = -1;

/** Several clauses of one side held to be one clause of the other. */
export interface Group {
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly score: number;
}

/** An alignment in the making: pairs of one and one, and groups; the steps of alignment add to it in turn. */
export interface Draft {
  readonly left: readonly ClauseKeys[];
  readonly right: readonly ClauseKeys[];
  /** For each left clause the right one it is paired with, or NONE; and the other way round. */
  readonly rightOf: number[];
  readonly leftOf: number[];
  /** Likeness of each left clause's pair, 0 to 1. */
  readonly score: number[];
  readonly groups: Group[];
  /** Clauses that stand in a group, and are out of bounds for pairs. */
  readonly leftGrouped: boolean[];
  readonly rightGrouped: boolean[];
  approximate: boolean;
}

export function startDraft(left: readonly ClauseKeys[], right: readonly ClauseKeys[]): Draft {
  return {
    left,
    right,
    rightOf: left.map(() => NONE),
    leftOf: right.map(() => NONE),
    score: left.map(() => 0),
    groups: [],
    leftGrouped: left.map(() => false),
    rightGrouped: right.map(() => false),
    approximate: false,
  };
}

export function pair(draft: Draft, i: number, j: number, score: number): void {
  draft.rightOf[i] = j;
  draft.leftOf[j] = i;
  draft.score[i] = score;
}

export function unpair(draft: Draft, i: number): void {
  const j = draft.rightOf[i]!;
  if (j === NONE) return;
  draft.leftOf[j] = NONE;
  draft.rightOf[i] = NONE;
  draft.score[i] = 0;
}

export function isFreeLeft(draft: Draft, i: number): boolean {
  return i >= 0 && i < draft.left.length && draft.rightOf[i] === NONE && !draft.leftGrouped[i];
}

export function isFreeRight(draft: Draft, j: number): boolean {
  return j >= 0 && j < draft.right.length && draft.leftOf[j] === NONE && !draft.rightGrouped[j];
}

export function freeLeft(draft: Draft): number[] {
  return draft.left.map((_, i) => i).filter((i) => isFreeLeft(draft, i));
}

export function freeRight(draft: Draft): number[] {
  return draft.right.map((_, j) => j).filter((j) => isFreeRight(draft, j));
}

/** The same alignment with left and right exchanged. */
export function turnDraft(draft: Draft): Draft {
  return {
    left: draft.right,
    right: draft.left,
    rightOf: draft.leftOf,
    leftOf: draft.rightOf,
    score: draft.leftOf.map((i) => (i === NONE ? 0 : draft.score[i]!)),
    groups: draft.groups.map((group) => ({ ...group, left: group.right, right: group.left })),
    leftGrouped: draft.rightGrouped,
    rightGrouped: draft.leftGrouped,
    approximate: draft.approximate,
  };
}

/** Order of pairs that are equally good: early ones first, then those that move least; the same when sides are swapped. */
export function byPlace(a: { i: number; j: number }, b: { i: number; j: number }): number {
  return a.i + a.j - b.i - b.j || Math.abs(a.i - a.j) - Math.abs(b.i - b.j) || a.i - b.i;
}

/** Takes a group into the draft; its members give up their pairs, and a smaller group of the same goes. */
export function addGroup(draft: Draft, group: Group): void {
  const smaller = draft.groups.findIndex(
    ({ left, right }) => group.left.includes(left[0]!) && group.right.includes(right[0]!),
  );
  if (smaller >= 0) draft.groups.splice(smaller, 1);
  for (const i of group.left) {
    unpair(draft, i);
    draft.leftGrouped[i] = true;
  }
  for (const j of group.right) {
    if (draft.leftOf[j] !== NONE) unpair(draft, draft.leftOf[j]!);
    draft.rightGrouped[j] = true;
  }
  draft.groups.push(group);
}
