import { countNeighbours, judgeForm } from './best-first.ts';
import { type Draft, pair } from './draft.ts';
import { type Frame, listFrames } from './frames.ts';
import type { LikelyPairs } from './likely-pairs.ts';
import type { Thresholds } from './thresholds.ts';

/** Largest frame, in cells of the table, that is aligned in order. */
const MAX_CELLS = 250_000;

/** Of twins the one at the same place goes first, whichever side is called left. */
const TIE_BREAK = 1e-6;

/** What pairing two clauses in place is worth; not above 0: not at all. And the likeness to note. */
export type JudgeInPlace = (i: number, j: number) => { gain: number; score: number };

/** Aligns one frame in order so that the sum of gains is largest (dynamic programming). */
function alignFrame(draft: Draft, { lefts, rights }: Frame, judge: JudgeInPlace): void {
  const columns = rights.length + 1;
  const best = new Float64Array((lefts.length + 1) * columns);
  const gains = new Float64Array(best.length);
  const scores = new Float64Array(best.length);
  for (let x = lefts.length - 1; x >= 0; x--) {
    for (let y = rights.length - 1; y >= 0; y--) {
      const at = x * columns + y;
      const { gain, score } = judge(lefts[x]!, rights[y]!);
      gains[at] = gain > 0 ? gain + TIE_BREAK / (1 + Math.abs(x - y)) : 0;
      scores[at] = score;
      best[at] = Math.max(
        best[at + 1]!,
        best[at + columns]!,
        gains[at]! > 0 ? best[at + columns + 1]! + gains[at]! : 0,
      );
    }
  }
  let [x, y] = [0, 0];
  while (x < lefts.length && y < rights.length) {
    const at = x * columns + y;
    if (gains[at]! > 0 && best[at] === best[at + columns + 1]! + gains[at]!) {
      pair(draft, lefts[x++]!, rights[y++]!, scores[at]!);
    } else if (best[at] === best[at + columns]) x++;
    else y++;
  }
}

/** Pairs, in order, what stands between the same neighbours on both sides. */
export function pairInPlace(draft: Draft, judge: JudgeInPlace): void {
  for (const frame of listFrames(draft)) {
    if (frame.lefts.length * frame.rights.length <= MAX_CELLS) alignFrame(draft, frame, judge);
    else draft.approximate = true;
  }
}

/** Likeness of two clauses that differ in numbers alone, at least. */
const RENUMBERED_SCORE = 0.95;

/** Likeness of two lines that say little but a date, at least. */
const DATE_LINE_SCORE = 0.4;

/** Clauses of so few words change out of likeness with one word. */
const SHORT_WORDS = 6;

/** In place, before anything that has moved: only what is about as like as the best elsewhere. */
export function judgeLikely(draft: Draft, likelyPairs: LikelyPairs, thresholds: Thresholds): JudgeInPlace {
  return (i, j) => {
    const isSame = draft.left[i]!.masked === draft.right[j]!.masked;
    const { likeness } = likelyPairs.of(i, j) ?? { likeness: 0 };
    const score = isSame ? Math.max(likeness, RENUMBERED_SCORE) : likeness;
    const best = Math.max(likelyPairs.bestOfLeft[i]!, likelyPairs.bestOfRight[j]!);
    const isNearBest = score >= best - thresholds.inPlaceMargin;
    return { gain: isNearBest ? score - thresholds.inPlace : 0, score };
  };
}

/** What is left between the same neighbours: a lower bar. */
export function judgeLeftover(draft: Draft, likelyPairs: LikelyPairs, thresholds: Thresholds): JudgeInPlace {
  return (i, j) => {
    const areDates = draft.left[i]!.isDateLine && draft.right[j]!.isDateLine;
    const score = Math.max(likelyPairs.of(i, j)?.likeness ?? 0, areDates ? DATE_LINE_SCORE : 0);
    const bonus =
      judgeForm(draft, i, j, thresholds) + countNeighbours(draft, i, j) * thresholds.neighbourBonus;
    const isShort = Math.max(draft.left[i]!.words.length, draft.right[j]!.words.length) <= SHORT_WORDS;
    const floor = isShort ? thresholds.leftoverShort : thresholds.leftover;
    return { gain: score === 0 ? 0 : score + bonus - floor, score };
  };
}
