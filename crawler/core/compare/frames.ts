import { type Draft, isFreeLeft, isFreeRight, NONE } from './draft.ts';
import { findStaying } from './moves.ts';

/** What is free between two neighbours among the pairs that stay in order: clauses that may be the same, in place. */
export interface Frame {
  readonly lefts: readonly number[];
  readonly rights: readonly number[];
}

/** The pairs and groups in order, by their first places; what has moved is left out. */
function listStaying(draft: Draft): { left: number; right: number }[] {
  // Text of both sides, so that the frames are the same when sides are swapped.
  const place = (lefts: readonly number[], rights: readonly number[]) => ({
    left: lefts[0]!,
    right: rights[0]!,
    weight:
      lefts.reduce((sum, i) => sum + draft.left[i]!.weight, 4) +
      rights.reduce((sum, j) => sum + draft.right[j]!.weight, 4),
  });
  const placed = draft.groups.map(({ left, right }) => place(left, right));
  draft.rightOf.forEach((j, i) => {
    if (j !== NONE) placed.push(place([i], [j]));
  });
  return [...findStaying(placed)].map((k) => placed[k]!).sort((a, b) => a.left - b.left);
}

/** The frames of a draft, in order, those with nothing free on one side left out. */
export function listFrames(draft: Draft): Frame[] {
  const frames: Frame[] = [];
  let [i, j] = [0, 0];
  for (const { left, right } of [
    ...listStaying(draft),
    { left: draft.left.length, right: draft.right.length },
  ]) {
    const lefts: number[] = [];
    const rights: number[] = [];
    for (; i < left; i++) if (isFreeLeft(draft, i)) lefts.push(i);
    for (; j < right; j++) if (isFreeRight(draft, j)) rights.push(j);
    if (lefts.length > 0 && rights.length > 0) frames.push({ lefts, rights });
  }
  return frames;
}
