import { type Draft, freeLeft, isFreeLeft, isFreeRight, NONE, pair } from './draft.ts';
import { likeness, type Weights } from './likeness.ts';
import type { Thresholds } from './thresholds.ts';

/** A stretch of free clauses on either side between two pairs that are next to each other on both. */
interface Gap {
  readonly lefts: readonly number[];
  readonly rights: readonly number[];
}

/** Largest gap, in cells of the table, that is aligned; a larger one is new text anyway. */
const MAX_CELLS = 40_000;

/** The free stretches after each paired left clause (and at the start) whose right side is free as well. */
function listGaps(draft: Draft): Gap[] {
  const gaps: Gap[] = [];
  for (let before = -1; before < draft.left.length; before++) {
    if (before >= 0 && draft.rightOf[before] === NONE) continue;
    const lefts: number[] = [];
    const rights: number[] = [];
    for (let i = before + 1; isFreeLeft(draft, i); i++) lefts.push(i);
    const start = before < 0 ? 0 : draft.rightOf[before]! + 1;
    for (let j = start; isFreeRight(draft, j); j++) rights.push(j);
    if (lefts.length > 0 && rights.length > 0) gaps.push({ lefts, rights });
  }
  return gaps;
}

/** Aligns one gap in order so that the sum of likeness above the threshold is largest (dynamic programming). */
function alignGap(draft: Draft, { lefts, rights }: Gap, weights: Weights, thresholds: Thresholds): void {
  const columns = rights.length + 1;
  const best = new Float64Array((lefts.length + 1) * columns);
  const gains = new Float64Array(best.length);
  const scores = new Float64Array(best.length);
  for (let x = lefts.length - 1; x >= 0; x--) {
    for (let y = rights.length - 1; y >= 0; y--) {
      const left = draft.left[lefts[x]!]!;
      const right = draft.right[rights[y]!]!;
      const at = x * columns + y;
      scores[at] = likeness(left, right, weights);
      const penalty = left.clause.kind === right.clause.kind ? 0 : thresholds.kindPenalty;
      gains[at] = scores[at]! - penalty - thresholds.inPlace;
      best[at] = Math.max(best[at + 1]!, best[at + columns]!, best[at + columns + 1]! + gains[at]!);
    }
  }
  let x = 0;
  let y = 0;
  while (x < lefts.length && y < rights.length) {
    const at = x * columns + y;
    if (gains[at]! > 0 && best[at] === best[at + columns + 1]! + gains[at]!) {
      pair(draft, lefts[x++]!, rights[y++]!, scores[at]!);
    } else if (best[at] === best[at + columns]) x++;
    else y++;
  }
}

/** Pairs what stands between the same neighbours on both sides, in order, with a lower bar than elsewhere. */
export function pairInGaps(draft: Draft, weights: Weights, thresholds: Thresholds): void {
  for (const gap of listGaps(draft)) {
    if (gap.lefts.length * gap.rights.length <= MAX_CELLS) alignGap(draft, gap, weights, thresholds);
    else draft.approximate = true;
  }
}

/** Pairs headings whose words differ altogether by what stands below: the next clause of one is the next of the other. */
export function pairHeadingsByBody(draft: Draft): void {
  for (const i of freeLeft(draft)) {
    const below = draft.rightOf[i + 1] ?? NONE;
    if (below <= 0 || !isFreeRight(draft, below - 1)) continue;
    const left = draft.left[i]!.clause;
    const right = draft.right[below - 1]!.clause;
    if (left.kind === 'heading' && right.kind === 'heading') pair(draft, i, below - 1, 0);
  }
}
