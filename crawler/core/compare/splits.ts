import { addGroup, type Draft, isFreeLeft, isFreeRight, NONE } from './draft.ts';
import type { LikelyPair, LikelyPairs } from './likely-pairs.ts';
import type { Thresholds } from './thresholds.ts';
import { type Budget, LEAST_RUN, type SplitSides, tileWhole } from './tile.ts';

/** Most words compared in search of runs, over all of an alignment. */
const MAX_STEPS = 20_000_000;
/** Share of a clause's weight that a whole must have for it to be thought of as a part. */
const LEAST_SHARE = 0.2;

/** A pair that a group may break: not alike enough to be sure, and not next to where it was. */
function isLoosePair(draft: Draft, i: number, j: number, thresholds: Thresholds): boolean {
  if (i === NONE || j === NONE) return false;
  const isInPlace = draft.rightOf[i - 1] === j - 1 || draft.rightOf[i + 1] === j + 1;
  return !isInPlace && draft.score[i]! < thresholds.loose;
}

/** For each whole the clauses that may be parts of it. */
function indexParts(all: readonly LikelyPair[], whole: 'i' | 'j'): Map<number, number[]> {
  const part = whole === 'i' ? 'j' : 'i';
  const share = whole === 'i' ? 'rightShare' : 'leftShare';
  const index = new Map<number, number[]>();
  for (const likely of all) {
    if (likely[share] < LEAST_SHARE) continue;
    const known = index.get(likely[whole]);
    if (known) known.push(likely[part]);
    else index.set(likely[whole], [likely[part]]);
  }
  return index;
}

/** So much of the best likeness of a part must that with its whole be. */
const LIKEST = 0.9;

/** Left clauses as wholes: splits. */
function sidesOfSplits(draft: Draft, likelyPairs: LikelyPairs, thresholds: Thresholds): SplitSides {
  const parts = indexParts(likelyPairs.all, 'i');
  return {
    wholes: draft.left,
    parts: draft.right,
    isGrouped: (whole) => draft.leftGrouped[whole]!,
    groupOf: (whole) => draft.groups.find(({ left }) => left.length === 1 && left[0] === whole)?.right ?? [],
    pairOf: (whole) => draft.rightOf[whole]!,
    isFree: (part) => isFreeRight(draft, part),
    isLoose: (part) => isLoosePair(draft, draft.leftOf[part]!, part, thresholds),
    likelyPartsOf: (whole) => parts.get(whole) ?? [],
    isLikest: (whole, part) =>
      (likelyPairs.of(whole, part)?.likeness ?? 0) >= LIKEST * likelyPairs.bestOfRight[part]!,
    join: (whole, members, score) => addGroup(draft, { left: [whole], right: members, score }),
  };
}

/** Right clauses as wholes: merges. */
function sidesOfMerges(draft: Draft, likelyPairs: LikelyPairs, thresholds: Thresholds): SplitSides {
  const parts = indexParts(likelyPairs.all, 'j');
  return {
    wholes: draft.right,
    parts: draft.left,
    isGrouped: (whole) => draft.rightGrouped[whole]!,
    groupOf: (whole) =>
      draft.groups.find(({ right }) => right.length === 1 && right[0] === whole)?.left ?? [],
    pairOf: (whole) => draft.leftOf[whole]!,
    isFree: (part) => isFreeLeft(draft, part),
    isLoose: (part) => isLoosePair(draft, part, draft.rightOf[part]!, thresholds),
    likelyPartsOf: (whole) => parts.get(whole) ?? [],
    isLikest: (whole, part) =>
      (likelyPairs.of(part, whole)?.likeness ?? 0) >= LIKEST * likelyPairs.bestOfLeft[part]!,
    join: (whole, members, score) => addGroup(draft, { left: members, right: [whole], score }),
  };
}

/** The draft as splits see it, and as merges do. */
export function sidesOfDraft(draft: Draft, likelyPairs: LikelyPairs, thresholds: Thresholds): SplitSides[] {
  return [sidesOfSplits(draft, likelyPairs, thresholds), sidesOfMerges(draft, likelyPairs, thresholds)];
}

/**
 * Finds clauses that became several, and several that became one, by exclusive tiling of word runs; those that cover
 * most words first, whichever side they are on.
 */
export function groupSplitsAndMerges(draft: Draft, likelyPairs: LikelyPairs, thresholds: Thresholds): void {
  const budget: Budget = { steps: MAX_STEPS };
  const tile = (sides: SplitSides, whole: number) =>
    sides.isGrouped(whole) || sides.wholes[whole]!.words.length < 2 * LEAST_RUN
      ? null
      : tileWhole(sides, whole, thresholds, budget);
  const found = sidesOfDraft(draft, likelyPairs, thresholds).flatMap((sides) =>
    sides.wholes.flatMap((_, whole) => {
      const covered = tile(sides, whole)?.covered;
      return covered === undefined ? [] : [{ sides, whole, covered }];
    }),
  );
  for (const { sides, whole } of found.sort((a, b) => b.covered - a.covered || a.whole - b.whole)) {
    // Once more: a part may have gone to another whole meanwhile.
    const tiler = tile(sides, whole);
    if (!tiler) continue;
    const members = tiler.parts.sort((a, b) => a - b);
    sides.join(whole, members, Math.min(1, tiler.coverage));
  }
  if (budget.steps <= 0) draft.approximate = true;
}
