import type { KeptWords } from './word-alignment.ts';
import type { WordToken } from './word-tokens.ts';

/** Furthest a change is slid, in words. */
const MAX_SLIDE = 40;

/** The words of one side, and where its sentences begin. */
export interface Sentences {
  readonly words: readonly WordToken[];
  readonly begins: (at: number) => boolean;
}

/**
 * How far back words that stand on one side only may be slid to start where a sentence starts: `We [sell logs. We]
 * delete logs` and `[We sell logs.] We delete logs` are the same change. 0 where they are best as they are.
 */
function findSlide(side: Sentences, from: number, to: number, keptBefore: number): number {
  if (side.begins(from)) return 0;
  for (let back = 1; back <= Math.min(keptBefore, MAX_SLIDE); back++) {
    if (side.words[from - back]!.key !== side.words[to - back]!.key) return 0;
    if (side.begins(from - back)) return back;
  }
  return 0;
}

/** Slides one-sided changes back to the start of a sentence where the words allow it; in place. */
export function slideToSentences(kept: KeptWords, left: Sentences, right: Sentences): void {
  for (let at = 1; at <= kept.length; at++) {
    const [previousLeft, previousRight] = kept[at - 1]!;
    const [nextLeft, nextRight] = kept[at] ?? [left.words.length, right.words.length];
    const isAddition = nextLeft === previousLeft + 1 && nextRight > previousRight + 1;
    const isRemoval = nextRight === previousRight + 1 && nextLeft > previousLeft + 1;
    if (!isAddition && !isRemoval) continue;
    let run = 1;
    while (
      run < at &&
      kept[at - run]![0] === kept[at - run - 1]![0] + 1 &&
      kept[at - run]![1] === kept[at - run - 1]![1] + 1
    ) {
      run++;
    }
    const back = isAddition
      ? findSlide(right, previousRight + 1, nextRight, run)
      : findSlide(left, previousLeft + 1, nextLeft, run);
    for (let k = 1; k <= back; k++) {
      const [i, j] = kept[at - k]!;
      kept[at - k] = isAddition ? [i, nextRight - k] : [nextLeft - k, j];
    }
  }
}
