import { NONE } from './draft.ts';
import type { ClauseKeys } from './keys.ts';
import type { Thresholds } from './thresholds.ts';

/** One side of the draft as splits see it; a merge is a split with the sides swapped. */
export interface SplitSides {
  readonly wholes: readonly ClauseKeys[];
  readonly parts: readonly ClauseKeys[];
  readonly isGrouped: (whole: number) => boolean;
  /** The parts of a whole that is in a group; none where it is itself a part of one. */
  readonly groupOf: (whole: number) => readonly number[];
  /** The one part paired with a whole, or NONE. */
  readonly pairOf: (whole: number) => number;
  readonly isFree: (part: number) => boolean;
  /** True where the pair of a part may be given up for a group: alike by half, and out of place. */
  readonly isLoose: (part: number) => boolean;
  readonly likelyPartsOf: (whole: number) => readonly number[];
  /** True where no other whole is much more like a part than this one. */
  readonly isLikest: (whole: number, part: number) => boolean;
  readonly join: (whole: number, parts: readonly number[], score: number) => void;
}

/** Shortest run of words that counts as taken over; shorter ones are chance, except next to a part. */
export const LEAST_RUN = 3;
/** Share of its words that a part must take over to be freed from a loose pair. */
const LOOSE_COVERAGE = 0.9;

/** Most clauses between two parts that are looked at. */
export const MAX_BETWEEN = 3;
/** A clause of which so many words are taken over is a part, wherever it stands. */
const ENOUGH_WORDS = 12;

/** How many words may still be compared. */
export interface Budget {
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
      // A word that stands in thousands of places would use the budget up many times over at a single one.
      if (budget.steps <= 0) break;
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

function middleOf(taken: readonly number[]): number {
  return taken.reduce((sum, at) => sum + at, 0) / Math.max(1, taken.length);
}

/** Collects the parts of one whole. */
class Tiler {
  readonly parts: number[] = [];
  covered = 0;
  /** Where in the whole the words of each part stand, in the middle. */
  private readonly middles = new Map<number, number>();
  private readonly tiling: Tiling;
  private readonly sides: SplitSides;
  private readonly thresholds: Thresholds;

  constructor(sides: SplitSides, whole: number, thresholds: Thresholds, budget: Budget) {
    this.tiling = startTiling(sides.wholes[whole]!.words, budget);
    this.sides = sides;
    this.thresholds = thresholds;
  }

  isNeighbour(part: number): boolean {
    return this.parts.some((other) => Math.abs(other - part) === 1);
  }

  /** True where every word of the part stands in the whole, taken over or not. */
  mentions(part: number): boolean {
    const { words } = this.sides.parts[part]!;
    return words.length > 0 && words.every((word) => this.tiling.places.has(word));
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
    this.middles.set(part, middleOf(taken));
  }

  isOrdered(): boolean {
    const sorted = [...this.parts].sort((a, b) => a - b);
    return sorted.every(
      (part, at) => at === 0 || this.middles.get(sorted[at - 1]!)! < this.middles.get(part)!,
    );
  }

  /** True where a part between others stands in the order in which the whole has its words. */
  isInOrder(part: number, taken: readonly number[]): boolean {
    const middle = middleOf(taken);
    return this.parts.every((other) => other < part === this.middles.get(other)! < middle);
  }

  /** Share of its words that a part must take over: less next to another part, most to be freed from a loose pair. */
  private enoughOf(part: number): number {
    if (!this.sides.isFree(part)) return LOOSE_COVERAGE;
    return this.isNeighbour(part) ? this.thresholds.neighbourCoverage : this.thresholds.partCoverage;
  }

  /** Words that a part must take over: a telling number, unless it is next to another part and wholly taken over. */
  private leastOf(part: number, share: number): number {
    const { leastPart, leastShare } = this.thresholds;
    if (this.isNeighbour(part)) return share === 1 ? LEAST_RUN - 1 : leastPart;
    return Math.max(leastPart, Math.min(ENOUGH_WORDS, leastShare * this.tiling.words.length));
  }

  /** Takes a part if enough of it stands in what is left of the whole. */
  offer(part: number): void {
    const taken = this.claims(part, this.isNeighbour(part) ? LEAST_RUN - 1 : LEAST_RUN);
    const share = this.share(part, taken);
    if (taken.length >= this.leastOf(part, share) && share >= this.enoughOf(part)) this.take(part, taken);
  }

  get coverage(): number {
    return this.covered / this.tiling.words.length;
  }
}

/** Adds free clauses that stand between two parts and hold little but words of the whole (a link in a list). */
function fillBetween(tiler: Tiler, sides: SplitSides): void {
  const sorted = [...tiler.parts].sort((a, b) => a - b);
  for (let at = 1; at < sorted.length; at++) {
    const [from, to] = [sorted[at - 1]! + 1, sorted[at]!];
    if (to - from > MAX_BETWEEN) continue;
    for (let part = from; part < to; part++) {
      if (!sides.isFree(part) || !tiler.mentions(part)) continue;
      const taken = tiler.claims(part, 1);
      // A heading between parts is new, unless the whole had its very words beside those of the parts.
      const isNew = sides.parts[part]!.clause.kind === 'heading' && tiler.share(part, taken) < 1;
      if (!isNew) tiler.take(part, taken);
    }
  }
}

/** Fewest words taken over by a clause in order, where little else stands in it, and where much was added to it. */
const LEAST_WHOLLY = 4;
const LEAST_GROWN = 6;
/** Share of its words from which little else stands in a clause. */
const WHOLLY = 0.8;
/** Share of the stretch of the whole from the first to the last word taken over: words picked here and there are chance. */
const DENSE = 0.5;

/** Whether a clause holds a stretch of what is left of the whole, however much was added to it. */
function holdsStretch(tiler: Tiler, part: number, taken: readonly number[]): boolean {
  const least = tiler.share(part, taken) >= WHOLLY ? LEAST_WHOLLY : LEAST_GROWN;
  if (taken.length < least) return false;
  const span = Math.max(...taken) - Math.min(...taken) + 1;
  return taken.length >= DENSE * span && tiler.isInOrder(part, taken);
}

/** Begins with the clause that has most of the whole, however much was added to it. */
function startInOrder(
  tiler: Tiler,
  sides: SplitSides,
  whole: number,
  most: { part: number } | undefined,
): void {
  if (!most || !sides.isFree(most.part) || !sides.isLikest(whole, most.part)) return;
  const taken = tiler.claims(most.part);
  if (taken.length >= ENOUGH_WORDS && holdsStretch(tiler, most.part, taken)) tiler.take(most.part, taken);
}

/** Share of the whole's words that parts must cover which stand next to each other in its order. */
const TOGETHER_COVERAGE = 0.45;

function isTogether(tiler: Tiler): boolean {
  const sorted = [...tiler.parts].sort((a, b) => a - b);
  return (
    tiler.isOrdered() && sorted.every((part, at) => at === 0 || part - sorted[at - 1]! <= MAX_BETWEEN + 1)
  );
}

/**
 * Takes free clauses near a part that go on, in order, with what is left of the whole. One clause becomes several with
 * headings and sentences added: the words that its own successor has lost stand in the clauses around that.
 */
function extendInOrder(tiler: Tiler, sides: SplitSides, whole: number): void {
  for (let at = 0; at < tiler.parts.length; at++) {
    const from = tiler.parts[at]!;
    for (let step = 1; step <= MAX_BETWEEN + 1; step++) {
      for (const part of [from - step, from + step]) {
        if (part < 0 || part >= sides.parts.length || !sides.isFree(part) || tiler.parts.includes(part))
          continue;
        const taken = tiler.claims(part, LEAST_RUN - 1);
        if (holdsStretch(tiler, part, taken) && sides.isLikest(whole, part)) tiler.take(part, taken);
      }
    }
  }
}

/** Whether a free clause stands near enough to a part to go on with its whole. */
export function hasRoom(sides: SplitSides, part: number): boolean {
  for (let step = 1; step <= MAX_BETWEEN + 1; step++) {
    if (sides.isFree(part - step) || sides.isFree(part + step)) return true;
  }
  return false;
}

/** The parts that tile one whole, or null where it has not become several. */
export function tileWhole(
  sides: SplitSides,
  whole: number,
  thresholds: Thresholds,
  budget: Budget,
): Tiler | null {
  const main = sides.pairOf(whole);
  const possible = sides
    .likelyPartsOf(whole)
    .filter((part) => part !== main && (sides.isFree(part) || sides.isLoose(part)));
  if (possible.length === 0 && (main === NONE || !hasRoom(sides, main))) return null;
  const tiler = new Tiler(sides, whole, thresholds, budget);
  const ranked = possible
    .map((part) => ({ part, size: tiler.claims(part).length }))
    .filter(({ size }) => size > 0)
    .sort((a, b) => b.size - a.size || a.part - b.part);
  if (main !== NONE) tiler.take(main, tiler.claims(main));
  const offered = new Set<number>();
  // Neighbours of a part go before others of their size, so that of two alike the near one is taken.
  while (offered.size < ranked.length) {
    const open = ranked.filter(({ part }) => !offered.has(part));
    const next = open.find(({ part }) => tiler.isNeighbour(part)) ?? open[0]!;
    offered.add(next.part);
    tiler.offer(next.part);
  }
  if (tiler.parts.length === 0) startInOrder(tiler, sides, whole, ranked[0]);
  extendInOrder(tiler, sides, whole);
  if (tiler.parts.length < 2) return null;
  fillBetween(tiler, sides);
  const enough = isTogether(tiler) ? TOGETHER_COVERAGE : thresholds.wholeCoverage;
  return tiler.coverage >= enough ? tiler : null;
}
