import type { Candidate, Candidates } from './candidates.ts';
import { addGroup, type Draft, isFreeLeft, isFreeRight, NONE } from './draft.ts';
import type { ClauseKeys } from './keys.ts';
import type { Thresholds } from './thresholds.ts';

/** One side of the draft as splits see it; a merge is a split with the sides swapped. */
interface Sides {
  readonly wholes: readonly ClauseKeys[];
  readonly parts: readonly ClauseKeys[];
  readonly isGrouped: (whole: number) => boolean;
  /** The one part paired with a whole, or NONE. */
  readonly pairOf: (whole: number) => number;
  readonly isFree: (part: number) => boolean;
  /** True where the pair of a part may be given up for a group: alike by half, and out of place. */
  readonly isLoose: (part: number) => boolean;
  readonly candidatesOf: (whole: number) => readonly number[];
  readonly join: (whole: number, parts: readonly number[], score: number) => void;
}

/** Shortest run of words that counts as taken over; shorter ones are chance, except next to a part. */
const LEAST_RUN = 3;
/** Share of its words that a part must take over to be freed from a loose pair. */
const LOOSE_COVERAGE = 0.9;

/** Share of a clause's weight that a whole must have for it to be thought of as a part. */
const LEAST_SHARE = 0.3;
/** So many words taken over make a part wherever it stands. */
const ENOUGH_WORDS = 12;

/** Most words compared in search of runs, over all of an alignment. */
const MAX_STEPS = 20_000_000;

/** How many words may still be compared. */
interface Budget {
  steps: number;
}

/** The words of a whole, where each occurs, and which are taken over already. */
interface Tiling {
  readonly budget: Budget;
  readonly words: readonly number[];
  readonly places: ReadonlyMap<number, readonly number[]>;
  readonly claimed: Uint8Array;
}

function startTiling(words: readonly number[], budget: Budget): Tiling {
  const places = new Map<number, number[]>();
  words.forEach((word, at) => {
    const known = places.get(word);
    if (known) known.push(at);
    else places.set(word, [at]);
  });
  return { budget, words, places, claimed: new Uint8Array(words.length) };
}

/** The places in the whole that a part takes over: at each word the longest run not yet claimed. */
function findClaims(
  { budget, words, places, claimed }: Tiling,
  part: readonly number[],
  leastRun: number,
): number[] {
  const taken = new Set<number>();
  for (let at = 0; at < part.length && budget.steps > 0; ) {
    let length = 0;
    let from = -1;
    for (const place of places.get(part[at]!) ?? []) {
      let n = 0;
      while (
        at + n < part.length &&
        words[place + n] === part[at + n] &&
        !claimed[place + n] &&
        !taken.has(place + n)
      ) {
        n++;
      }
      budget.steps -= n + 1;
      if (n > length) {
        length = n;
        from = place;
      }
    }
    if (length >= leastRun) for (let n = 0; n < length; n++) taken.add(from + n);
    at += length >= leastRun ? length : 1;
  }
  return [...taken];
}

/** Collects the parts of one whole. */
class Tiler {
  readonly parts: number[] = [];
  covered = 0;
  private readonly tiling: Tiling;
  private readonly sides: Sides;
  private readonly thresholds: Thresholds;

  constructor(sides: Sides, whole: number, thresholds: Thresholds, budget: Budget) {
    this.tiling = startTiling(sides.wholes[whole]!.words, budget);
    this.sides = sides;
    this.thresholds = thresholds;
  }

  isNeighbour(part: number): boolean {
    return this.parts.some((other) => Math.abs(other - part) === 1);
  }

  /** True where every word of the part stands in the whole, taken over or not. */
  mentions(part: number): boolean {
    return this.sides.parts[part]!.words.every((word) => this.tiling.places.has(word));
  }

  claims(part: number, leastRun = LEAST_RUN): number[] {
    return findClaims(this.tiling, this.sides.parts[part]!.words, leastRun);
  }

  share(part: number, taken: readonly number[]): number {
    return taken.length / Math.max(1, this.sides.parts[part]!.words.length);
  }

  take(part: number, taken: readonly number[]): void {
    for (const at of taken) this.tiling.claimed[at] = 1;
    this.covered += taken.length;
    this.parts.push(part);
  }

  /** Takes a part if enough of it stands in what is left of the whole. */
  offer(part: number): void {
    const isNeighbour = this.isNeighbour(part);
    const taken = this.claims(part, isNeighbour ? LEAST_RUN - 1 : LEAST_RUN);
    const { partCoverage, neighbourCoverage, leastPart, leastShare } = this.thresholds;
    const enough = this.sides.isFree(part)
      ? isNeighbour
        ? neighbourCoverage
        : partCoverage
      : LOOSE_COVERAGE;
    const share = this.share(part, taken);
    const least = isNeighbour
      ? share === 1
        ? LEAST_RUN - 1
        : leastPart
      : Math.max(leastPart, Math.min(ENOUGH_WORDS, leastShare * this.tiling.words.length));
    if (taken.length >= least && share >= enough) this.take(part, taken);
  }

  get coverage(): number {
    return this.covered / this.tiling.words.length;
  }
}

/** Adds free clauses that stand between two parts and hold little but words of the whole (a link in a list). */
function fillBetween(tiler: Tiler, sides: Sides): void {
  const sorted = [...tiler.parts].sort((a, b) => a - b);
  for (let at = 1; at < sorted.length; at++) {
    const [from, to] = [sorted[at - 1]! + 1, sorted[at]!];
    if (to - from > 3) continue;
    for (let part = from; part < to; part++) {
      if (!sides.isFree(part)) continue;
      if (tiler.mentions(part)) tiler.take(part, tiler.claims(part, 1));
    }
  }
}

/** The parts that tile one whole, or null where it has not become several. */
function tileWhole(sides: Sides, whole: number, thresholds: Thresholds, budget: Budget): Tiler | null {
  const tiler = new Tiler(sides, whole, thresholds, budget);
  const main = sides.pairOf(whole);
  const ranked = sides
    .candidatesOf(whole)
    .filter((part) => part !== main && (sides.isFree(part) || sides.isLoose(part)))
    .map((part) => ({ part, size: tiler.claims(part).length }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size || a.part - b.part);
  if (ranked.length === 0) return null;
  if (main !== NONE) tiler.take(main, tiler.claims(main));
  const offered = new Set<number>();
  // Neighbours of a part go before others of their size, so that of two alike the near one is taken.
  while (offered.size < ranked.length) {
    const open = ranked.filter(({ part }) => !offered.has(part));
    const next = open.find(({ part }) => tiler.isNeighbour(part)) ?? open[0]!;
    offered.add(next.part);
    tiler.offer(next.part);
  }
  if (tiler.parts.length < 2) return null;
  fillBetween(tiler, sides);
  return tiler.coverage >= thresholds.wholeCoverage ? tiler : null;
}

function tileAll(sides: Sides, thresholds: Thresholds, budget: Budget): void {
  sides.wholes.forEach((keys, whole) => {
    if (sides.isGrouped(whole) || keys.words.length < 2 * LEAST_RUN) return;
    const tiler = tileWhole(sides, whole, thresholds, budget);
    if (tiler) {
      sides.join(
        whole,
        tiler.parts.sort((a, b) => a - b),
        Math.min(1, tiler.coverage),
      );
    }
  });
}

/** A pair that a group may break: not alike enough to be sure, and not next to where it was. */
function isLoosePair(draft: Draft, i: number, j: number, thresholds: Thresholds): boolean {
  const isInPlace = draft.rightOf[i - 1] === j - 1 || draft.rightOf[i + 1] === j + 1;
  return !isInPlace && draft.score[i]! < thresholds.loose;
}

/** For each whole the clauses that may be parts of it. */
function indexParts(all: readonly Candidate[], whole: 'i' | 'j'): Map<number, number[]> {
  const part = whole === 'i' ? 'j' : 'i';
  const share = whole === 'i' ? 'rightShare' : 'leftShare';
  const index = new Map<number, number[]>();
  for (const candidate of all) {
    if (candidate[share] < LEAST_SHARE) continue;
    const known = index.get(candidate[whole]);
    if (known) known.push(candidate[part]);
    else index.set(candidate[whole], [candidate[part]]);
  }
  return index;
}

/** Finds clauses that became several, and several that became one, by exclusive tiling of word runs. */
export function groupSplitsAndMerges(draft: Draft, candidates: Candidates, thresholds: Thresholds): void {
  const budget: Budget = { steps: MAX_STEPS };
  const ofLeft = indexParts(candidates.all, 'i');
  const ofRight = indexParts(candidates.all, 'j');
  tileAll(
    {
      wholes: draft.left,
      parts: draft.right,
      isGrouped: (whole) => draft.leftGrouped[whole]!,
      pairOf: (whole) => draft.rightOf[whole]!,
      isFree: (part) => isFreeRight(draft, part),
      isLoose: (part) =>
        draft.leftOf[part] !== NONE && isLoosePair(draft, draft.leftOf[part]!, part, thresholds),
      candidatesOf: (whole) => ofLeft.get(whole) ?? [],
      join: (whole, parts, score) => addGroup(draft, { left: [whole], right: parts, score }),
    },
    thresholds,
    budget,
  );
  tileAll(
    {
      wholes: draft.right,
      parts: draft.left,
      isGrouped: (whole) => draft.rightGrouped[whole]!,
      pairOf: (whole) => draft.leftOf[whole]!,
      isFree: (part) => isFreeLeft(draft, part),
      isLoose: (part) =>
        draft.rightOf[part] !== NONE && isLoosePair(draft, part, draft.rightOf[part]!, thresholds),
      candidatesOf: (whole) => ofRight.get(whole) ?? [],
      join: (whole, parts, score) => addGroup(draft, { left: parts, right: [whole], score }),
    },
    thresholds,
    budget,
  );
  if (budget.steps <= 0) draft.approximate = true;
}
