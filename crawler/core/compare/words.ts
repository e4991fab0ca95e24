import { foldTypography } from '../as-read.ts';
import type { Span } from '../model.ts';
import { joinQuotedWords } from './quoted-words.ts';
import { type Sentences, slideToSentences } from './slide.ts';
import {
  type KeptWords,
  keepWords,
  READING_COSTS,
  type ReadingCosts,
  type WordSide,
  type WordSides,
} from './word-alignment.ts';
import { writeSpans } from './word-spans.ts';
import { gapBefore, type Text, tokenizeWords } from './word-tokens.ts';

/** Most cells of the table for one stretch of text; a longer one is first cut at runs of words that occur once. */
const MAX_CELLS = 1_000_000;
/** Words in a run that may serve as a cut. */
const CUT_RUN = 4;

export interface WordDiff {
  readonly spans: Span[];
  /** True where the texts were too long and unlike to be compared word by word. */
  readonly approximate: boolean;
}

/** Two stretches of words, `from` inclusive to `to` exclusive. */
interface Stretch {
  readonly left: readonly [from: number, to: number];
  readonly right: readonly [from: number, to: number];
}

/** Numbers for the texts between words: the same for texts that read the same. */
class GapNumbers {
  private readonly numbers = new Map([[' ', 0]]);

  of(gap: string): number {
    if (gap === '' || gap === ' ') return 0;
    const read = foldTypography(gap);
    const known = this.numbers.get(read);
    if (known !== undefined) return known;
    this.numbers.set(read, this.numbers.size);
    return this.numbers.size - 1;
  }
}

/** Marks at which a part of a sentence ends, and those at which a sentence does, in all scripts. */
const PAUSE = /[.;:!?,()。！？；：，、（）「」『』؟،؛।॥]/;
const STOP = /[.!?:;。！？；：؟؛।॥]/;

function sideOf(text: Text, [from, to]: readonly [number, number], numbers: GapNumbers): WordSide {
  const gaps = new Int32Array(to - from + 1);
  const starts = new Uint8Array(to - from + 1);
  for (let at = from; at <= to; at++) {
    const gap = gapBefore(text, at);
    gaps[at - from] = numbers.of(gap);
    starts[at - from] = PAUSE.test(gap) ? 1 : 0;
  }
  return { words: text.words.slice(from, to), gaps, starts };
}

function sidesOf(left: Text, right: Text, stretch: Stretch): WordSides {
  const numbers = new GapNumbers();
  return { left: sideOf(left, stretch.left, numbers), right: sideOf(right, stretch.right, numbers) };
}

/** Most words between a change and a mark that differs which are weighed with the change. */
const FEW_WORDS = 3;

/** Takes back the last words kept where a mark on their far side differs: they would stand alone between two changes. */
function giveBack(kept: KeptWords, differs: (words: KeptWords[number]) => boolean): number {
  for (let count = FEW_WORDS; count > 0; count--) {
    const at = kept.length - count;
    if (at < 0 || !differs(kept[at]!)) continue;
    kept.length = at;
    return count;
  }
  return 0;
}

/** The stretch without the words both sides have in common at its ends; those are kept. */
function trimStretch(
  left: Text,
  right: Text,
  stretch: Stretch,
  kept: KeptWords,
): { inner: Stretch; tail: KeptWords } {
  let [i0, i1] = stretch.left;
  let [j0, j1] = stretch.right;
  const tail: KeptWords = [];
  while (i0 < i1 && j0 < j1 && left.words[i0]!.key === right.words[j0]!.key) kept.push([i0++, j0++]);
  while (i0 < i1 && j0 < j1 && left.words[i1 - 1]!.key === right.words[j1 - 1]!.key) tail.push([--i1, --j1]);
  if (i0 < i1 || j0 < j1) {
    const differs = (i: number, j: number) =>
      foldTypography(gapBefore(left, i)) !== foldTypography(gapBefore(right, j));
    const head = giveBack(kept, ([i, j]) => differs(i, j));
    [i0, j0] = [i0 - head, j0 - head];
    const foot = giveBack(tail, ([i, j]) => differs(i + 1, j + 1));
    [i1, j1] = [i1 + foot, j1 + foot];
  }
  return { inner: { left: [i0, i1], right: [j0, j1] }, tail: tail.reverse() };
}

/** Runs of words that occur once on either side, in an order that both sides share (patience difference). */
function findCuts(left: Text, right: Text, { left: [i0, i1], right: [j0, j1] }: Stretch): KeptWords {
  const index = ({ words }: Text, from: number, to: number) => {
    const places = new Map<string, number>();
    for (let at = from; at + CUT_RUN <= to; at++) {
      const run = words
        .slice(at, at + CUT_RUN)
        .map((word) => word.key)
        .join(' ');
      places.set(run, places.has(run) ? -1 : at);
    }
    return places;
  };
  const there = index(right, j0, j1);
  const shared: KeptWords = [];
  for (const [run, i] of index(left, i0, i1)) {
    const j = there.get(run) ?? -1;
    if (i >= 0 && j >= 0) shared.push([i, j]);
  }
  return longestAscending(shared);
}

/** The longest run ascending on both sides of pairs already ascending on the left. */
function longestAscending(pairs: KeptWords): KeptWords {
  const tops: number[] = [];
  const previous = pairs.map(() => -1);
  pairs.forEach(([, j], k) => {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tops[middle]!]![1] < j) low = middle + 1;
      else high = middle;
    }
    previous[k] = low > 0 ? tops[low - 1]! : -1;
    tops[low] = k;
  });
  const run: KeptWords = [];
  for (let k = tops.at(-1) ?? -1; k >= 0; k = previous[k]!) run.push(pairs[k]!);
  return run.reverse();
}

/** What a diff goes by, and whether it had to give up somewhere. */
interface Limits {
  readonly costs: ReadingCosts;
  approximate: boolean;
}

/** The kept words of a stretch, in order. Sets `approximate` where it gave up. */
function alignStretch(left: Text, right: Text, stretch: Stretch, limits: Limits): KeptWords {
  const kept: KeptWords = [];
  const { inner, tail } = trimStretch(left, right, stretch, kept);
  const [i0, i1] = inner.left;
  const [j0, j1] = inner.right;
  if (i0 < i1 && j0 < j1) {
    if ((i1 - i0 + 1) * (j1 - j0 + 1) <= MAX_CELLS) {
      for (const [i, j] of keepWords(sidesOf(left, right, inner), limits.costs)) kept.push([i0 + i, j0 + j]);
    } else {
      kept.push(...alignAtCuts(left, right, inner, limits));
    }
  }
  return [...kept, ...tail];
}

function alignAtCuts(left: Text, right: Text, inner: Stretch, limits: Limits): KeptWords {
  const cuts = findCuts(left, right, inner);
  if (cuts.length === 0) limits.approximate = true;
  const kept: KeptWords = [];
  let [i, j] = [inner.left[0], inner.right[0]];
  for (const [cutLeft, cutRight] of cuts) {
    if (cutLeft < i || cutRight < j) continue;
    kept.push(...alignStretch(left, right, { left: [i, cutLeft], right: [j, cutRight] }, limits));
    kept.push([cutLeft, cutRight]);
    [i, j] = [cutLeft + 1, cutRight + 1];
  }
  if (cuts.length > 0) {
    const rest: Stretch = { left: [i, inner.left[1]], right: [j, inner.right[1]] };
    kept.push(...alignStretch(left, right, rest, limits));
  }
  return kept;
}

function sentencesOf(text: Text): Sentences {
  return {
    words: text.words,
    begins: (at: number) => at === 0 || STOP.test(gapBefore(text, at)),
  };
}

/** Makes the spans of `diffWords`, and says whether a limit was reached. */
export function diffWordsBounded(
  leftText: string,
  rightText: string,
  costs: ReadingCosts = READING_COSTS,
): WordDiff {
  if (leftText === rightText) return { spans: leftText ? [['kept', leftText]] : [], approximate: false };
  const left: Text = { text: leftText, words: tokenizeWords(leftText) };
  const right: Text = { text: rightText, words: tokenizeWords(rightText) };
  const limits: Limits = { costs, approximate: false };
  const whole: Stretch = { left: [0, left.words.length], right: [0, right.words.length] };
  const kept = alignStretch(left, right, whole, limits);
  slideToSentences(kept, sentencesOf(left), sentencesOf(right));
  return { spans: joinQuotedWords(writeSpans(left, right, kept)), approximate: limits.approximate };
}

/**
 * The word diff of two plain texts: kept and removed spans joined are the left text, kept and added ones the right, byte
 * for byte. Computed so that it reads well; never cuts a word.
 */
export function diffWords(left: string, right: string): Span[] {
  return diffWordsBounded(left, right).spans;
}
