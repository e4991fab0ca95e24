import { byPlace, type Draft, isFreeLeft, isFreeRight, pair } from './draft.ts';
import type { LikelyPair } from './likely-pairs.ts';
import type { Thresholds } from './thresholds.ts';

/** What speaks for two clauses besides their words: the same run-in title, the same kind. */
export function judgeForm(draft: Draft, i: number, j: number, thresholds: Thresholds): number {
  const left = draft.left[i]!;
  const right = draft.right[j]!;
  const title = left.title !== '' && left.title === right.title ? thresholds.titleBonus : 0;
  const isOtherKind = (left.clause.kind === 'heading') !== (right.clause.kind === 'heading');
  return title - (isOtherKind ? thresholds.kindPenalty : 0);
}

/** Whether neighbours are paired with each other: 0 to 2 of them. */
export function countNeighbours(draft: Draft, i: number, j: number): number {
  return Number(i > 0 && draft.rightOf[i - 1] === j - 1) + Number(draft.rightOf[i + 1] === j + 1);
}

function judge(draft: Draft, likely: LikelyPair, thresholds: Thresholds): number {
  const { i, j, evidence } = likely;
  const neighbours = countNeighbours(draft, i, j);
  return evidence + neighbours * thresholds.neighbourBonus + judgeForm(draft, i, j, thresholds);
}

/**
 * Takes likely pairs best first, wherever they stand, in rounds: what a round settles is a neighbour's bonus in the next.
 * One is taken once its score, bonuses included, is above the floor.
 */
export function pairBestFirst(
  draft: Draft,
  likelyPairs: readonly LikelyPair[],
  floor: number,
  thresholds: Thresholds,
): void {
  let open = [...likelyPairs];
  for (const level of [0.8, 0.65, 0.5, floor].filter((each) => each >= floor)) {
    for (let settled = -1; settled !== 0; ) {
      settled = 0;
      open = open.filter(({ i, j }) => isFreeLeft(draft, i) && isFreeRight(draft, j));
      const ranked = open
        .map((likely) => ({ ...likely, score: judge(draft, likely, thresholds) }))
        .filter(({ score }) => score >= level)
        .sort((a, b) => b.score - a.score || byPlace(a, b));
      for (const { i, j, likeness } of ranked) {
        if (!isFreeLeft(draft, i) || !isFreeRight(draft, j)) continue;
        pair(draft, i, j, likeness);
        settled++;
      }
    }
  }
}

/** The highest evidence and the next highest of each clause, among pairs that are free. */
function rankTwo(
  likelyPairs: readonly LikelyPair[],
  key: 'i' | 'j',
): Map<number, [best: number, next: number]> {
  const ranks = new Map<number, [number, number]>();
  for (const likely of likelyPairs) {
    const [best, next] = ranks.get(likely[key]) ?? [0, 0];
    const { evidence } = likely;
    ranks.set(likely[key], evidence > best ? [evidence, best] : [best, Math.max(next, evidence)]);
  }
  return ranks;
}

/** Pairs heavily edited clauses, wherever they stand, that are far more like each other than like any other. */
export function pairDistinct(draft: Draft, likelyPairs: readonly LikelyPair[], thresholds: Thresholds): void {
  const open = likelyPairs.filter(({ i, j }) => isFreeLeft(draft, i) && isFreeRight(draft, j));
  const ofLeft = rankTwo(open, 'i');
  const ofRight = rankTwo(open, 'j');
  for (const { i, j, evidence, likeness } of open) {
    const [bestLeft, nextLeft] = ofLeft.get(i)!;
    const [bestRight, nextRight] = ofRight.get(j)!;
    const isBest = evidence === bestLeft && evidence === bestRight && evidence >= thresholds.distinct;
    if (isBest && evidence >= thresholds.distinctRatio * Math.max(nextLeft, nextRight))
      pair(draft, i, j, likeness);
  }
}
