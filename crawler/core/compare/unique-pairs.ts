import { byPlace, type Draft, isFreeLeft, isFreeRight, NONE, pair } from './draft.ts';
import type { ClauseKeys } from './keys.ts';

type Key = (keys: ClauseKeys) => string;

/** Positions of each key among the free clauses of one side. */
function indexBy(
  clauses: readonly ClauseKeys[],
  key: Key,
  isFree: (index: number) => boolean,
): Map<string, number[]> {
  const index = new Map<string, number[]>();
  clauses.forEach((keys, position) => {
    if (!isFree(position)) return;
    const known = index.get(key(keys));
    if (known) known.push(position);
    else index.set(key(keys), [position]);
  });
  return index;
}

/**
 * Pairs clauses whose key occurs once on either side, wherever they stand. Bare labels (`Contact`, `1.`) are left to
 * their neighbours: they say too little to tie two places together.
 */
export function pairUnique(draft: Draft, key: Key, minWeight: number, score: number): void {
  const right = indexBy(draft.right, key, (j) => isFreeRight(draft, j));
  for (const [text, [i, ...others]] of indexBy(draft.left, key, (k) => isFreeLeft(draft, k))) {
    const there = right.get(text);
    if (i === undefined || others.length > 0 || there?.length !== 1) continue;
    if (text.length >= minWeight) pair(draft, i, there[0]!, score);
  }
}

/** Walks from every pair in both directions and pairs neighbours with equal keys: settles labels and duplicates. */
export function pairAlong(draft: Draft, key: Key, score: number): void {
  const walk = (from: number, step: 1 | -1) => {
    let i = from + step;
    let j = draft.rightOf[from]! + step;
    while (isFreeLeft(draft, i) && isFreeRight(draft, j) && key(draft.left[i]!) === key(draft.right[j]!)) {
      pair(draft, i, j, score);
      i += step;
      j += step;
    }
  };
  const paired = draft.left.map((_, i) => i).filter((i) => draft.rightOf[i]! >= 0);
  for (const i of paired) walk(i, 1);
  for (const i of paired) walk(i, -1);
  const startsAlike = draft.left.length > 0 && draft.right.length > 0;
  if (startsAlike && isFreeLeft(draft, 0) && isFreeRight(draft, 0)) {
    if (key(draft.left[0]!) === key(draft.right[0]!)) {
      pair(draft, 0, 0, score);
      walk(0, 1);
    }
  }
}

/** How far `to` is from where the pairs around `from` would have it: 0 at the same place. */
function offset(partner: readonly number[], from: number, to: number): number {
  for (let step = 1; step <= partner.length; step++) {
    const before = partner[from - step] ?? NONE;
    const after = partner[from + step] ?? NONE;
    const offsets = [
      before >= 0 ? Math.abs(before + step - to) : null,
      after >= 0 ? Math.abs(after - step - to) : null,
    ];
    const known = offsets.filter((each) => each !== null);
    if (known.length > 0) return Math.min(...known);
  }
  return Math.abs(from - to);
}

/** How far apart two clauses stand, judged by the pairs around either; the same when sides are swapped. */
function distance(draft: Draft, i: number, j: number): number {
  return offset(draft.rightOf, i, j) + offset(draft.leftOf, j, i);
}

/** Most pairings of equal clauses that are weighed against each other; more are paired in order. */
const MAX_OPTIONS = 20_000;

/** Every pairing of equal clauses, nearest places first; in order where there are too many. */
function rankOptions(draft: Draft, lefts: readonly number[], rights: readonly number[]) {
  if (lefts.length * rights.length > MAX_OPTIONS) {
    draft.approximate = true;
    return lefts.slice(0, rights.length).map((i, k) => ({ i, j: rights[k]!, far: 0 }));
  }
  const options = lefts.flatMap((i) => rights.map((j) => ({ i, j, far: distance(draft, i, j) })));
  return options.sort((a, b) => a.far - b.far || byPlace(a, b));
}

/** Pairs what is left of equal keys, nearest places first: duplicates keep their identity, surplus ones stay free. */
export function pairDuplicates(draft: Draft, key: Key, maxDistance: (keys: ClauseKeys) => number): void {
  const right = indexBy(draft.right, key, (j) => isFreeRight(draft, j));
  for (const [text, lefts] of indexBy(draft.left, key, (i) => isFreeLeft(draft, i))) {
    for (const { i, j, far } of rankOptions(draft, lefts, right.get(text) ?? [])) {
      if (far > maxDistance(draft.left[i]!)) break;
      if (isFreeLeft(draft, i) && isFreeRight(draft, j)) pair(draft, i, j, 1);
    }
  }
}
