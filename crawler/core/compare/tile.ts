import { addGroup, type Draft, freeLeft, freeRight, NONE } from './draft.ts';
import type { ClauseKeys } from './keys.ts';
import type { Thresholds } from './thresholds.ts';

/** One side of the draft as splits see it; a merge is a split with the sides swapped. */
interface Sides {
  readonly wholes: readonly ClauseKeys[];
  readonly parts: readonly ClauseKeys[];
  readonly partOf: (whole: number) => number;
  readonly freeParts: readonly number[];
}

/** Shortest run of words that counts as taken over; shorter ones are chance. */
const LEAST_RUN = 3;

/** Positions of each run of `LEAST_RUN` words. */
function indexRuns(words: readonly number[]): Map<string, number[]> {
  const index = new Map<string, number[]>();
  for (let at = 0; at + LEAST_RUN <= words.length; at++) {
    const run = words.slice(at, at + LEAST_RUN).join(' ');
    const places = index.get(run);
    if (places) places.push(at);
    else index.set(run, [at]);
  }
  return index;
}

/** The words of `whole` that a part takes over in runs, longest extension first, without those already claimed. */
function claimWords(
  whole: readonly number[],
  runs: Map<string, number[]>,
  part: readonly number[],
  claimed: Uint8Array,
): number[] {
  const taken: number[] = [];
  for (let at = 0; at + LEAST_RUN <= part.length; ) {
    let length = 0;
    let from = -1;
    for (const place of runs.get(part.slice(at, at + LEAST_RUN).join(' ')) ?? []) {
      let n = 0;
      while (at + n < part.length && whole[place + n] === part[at + n] && !claimed[place + n]) n++;
      if (n > length) {
        length = n;
        from = place;
      }
    }
    if (length < LEAST_RUN) {
      at++;
      continue;
    }
    for (let n = 0; n < length; n++) taken.push(from + n);
    at += length;
  }
  return [...new Set(taken)];
}

/** The parts that tile one whole, or null where it has not become several. */
function tileWhole(
  sides: Sides,
  whole: number,
  thresholds: Thresholds,
): { parts: number[]; score: number } | null {
  const words = sides.wholes[whole]!.words;
  if (words.length < 2 * LEAST_RUN) return null;
  const runs = indexRuns(words);
  const claimed = new Uint8Array(words.length);
  const claim = (part: number) => claimWords(words, runs, sides.parts[part]!.words, claimed);
  const main = sides.partOf(whole);
  const first = main === NONE ? [] : [{ part: main, size: Number.POSITIVE_INFINITY }];
  const others = sides.freeParts.map((part) => ({ part, size: claim(part).length }));
  const ranked = [...first, ...others.filter(({ size }) => size > 0).sort((a, b) => b.size - a.size)];
  const parts: number[] = [];
  let covered = 0;
  for (const { part } of ranked) {
    const taken = claim(part);
    const share = taken.length / Math.max(1, sides.parts[part]!.words.length);
    if (share < thresholds.partCoverage) continue;
    for (const at of taken) claimed[at] = 1;
    covered += taken.length;
    parts.push(part);
  }
  const score = covered / words.length;
  return parts.length > 1 && score >= thresholds.wholeCoverage
    ? { parts: parts.sort((a, b) => a - b), score }
    : null;
}

/** Finds clauses that became several, and several that became one, by exclusive tiling of word runs. */
export function groupSplitsAndMerges(draft: Draft, thresholds: Thresholds): void {
  for (let i = 0; i < draft.left.length; i++) {
    if (draft.leftGrouped[i] || draft.score[i] === 1) continue;
    const sides: Sides = {
      wholes: draft.left,
      parts: draft.right,
      partOf: (whole) => draft.rightOf[whole]!,
      freeParts: freeRight(draft),
    };
    const found = sides.freeParts.length > 0 ? tileWhole(sides, i, thresholds) : null;
    if (found) addGroup(draft, { left: [i], right: found.parts, score: found.score });
  }
  for (let j = 0; j < draft.right.length; j++) {
    const partner = draft.leftOf[j]!;
    if (draft.rightGrouped[j] || (partner !== NONE && draft.score[partner] === 1)) continue;
    const sides: Sides = {
      wholes: draft.right,
      parts: draft.left,
      partOf: (whole) => draft.leftOf[whole]!,
      freeParts: freeLeft(draft),
    };
    const found = sides.freeParts.length > 0 ? tileWhole(sides, j, thresholds) : null;
    if (found) addGroup(draft, { left: found.parts, right: [j], score: found.score });
  }
}
