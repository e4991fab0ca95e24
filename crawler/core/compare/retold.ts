import { type Draft, NONE } from './draft.ts';
import type { ClauseKeys } from './keys.ts';
import type { LikelyPairs } from './likely-pairs.ts';
import type { Bag, Weights } from './likeness.ts';
import { sidesOfDraft } from './splits.ts';
import type { Thresholds } from './thresholds.ts';
import { hasRoom, MAX_BETWEEN, type SplitSides } from './tile.ts';

/** Fewest words of a clause that can be told anew in several. */
const LEAST_WORDS = 12;
/** Share of a part's weight that the whole says and its other parts do not. */
const OWN_SHARE = 0.25;
/** Share of such weight that is enough for a clause between two parts. */
const BETWEEN_SHARE = 0.25;
/** Share of the whole's weight that a part brings. */
const WHOLE_SHARE = 0.1;
/** Share of the whole's weight that all parts have together. */
const TOGETHER_SHARE = 0.3;

/** What a whole says, feature by feature, that none of its parts says yet. */
class Rest {
  private readonly counts = new Map<number, number>();
  private readonly weight: Float64Array;

  constructor(bag: Bag, weight: Float64Array) {
    this.weight = weight;
    bag.features.forEach((feature, k) => {
      this.counts.set(feature, bag.counts[k]!);
    });
  }

  /** Weight of what a part says of it. */
  gain(bag: Bag): number {
    return bag.features.reduce((sum, feature, k) => {
      const left = this.counts.get(feature) ?? 0;
      return sum + this.weight[feature]! * Math.min(bag.counts[k]!, left);
    }, 0);
  }

  /** Takes what a part says out of it; gives its weight. */
  take(bag: Bag): number {
    const gain = this.gain(bag);
    bag.features.forEach((feature, k) => {
      const left = this.counts.get(feature);
      if (left !== undefined) this.counts.set(feature, Math.max(0, left - bag.counts[k]!));
    });
    return gain;
  }
}

/** Where in a whole the words stand that one part has and another lacks, in the middle; NaN where there are none. */
function middleOf(whole: ClauseKeys, part: ClauseKeys, other: ClauseKeys): number {
  let [sum, count] = [0, 0];
  whole.words.forEach((word, at) => {
    if (!part.distinct.has(word) || other.distinct.has(word)) return;
    sum += at;
    count++;
  });
  return sum / count;
}

/** Collects what became of one whole. */
class Retelling {
  readonly parts: number[] = [];
  private together = 0;
  private readonly sides: SplitSides;
  private readonly whole: ClauseKeys;
  private readonly wholeNumber: number;
  private readonly bags: Weights['bags'];
  private readonly total: number;
  private readonly rest: Rest;

  constructor(sides: SplitSides, whole: number, { bags, weight }: Weights, bag: Bag) {
    this.sides = sides;
    this.whole = sides.wholes[whole]!;
    this.wholeNumber = whole;
    this.bags = bags;
    this.total = bag.total;
    this.rest = new Rest(bag, weight);
  }

  get coverage(): number {
    return this.together / this.total;
  }

  private bagOf(part: number): Bag | undefined {
    return this.bags.get(this.sides.parts[part]!);
  }

  /** Weight of what a clause says of the rest of the whole. */
  gain(part: number): number {
    const bag = this.bagOf(part);
    return bag ? this.rest.gain(bag) : 0;
  }

  take(part: number): void {
    const bag = this.bagOf(part);
    if (bag) this.together += this.rest.take(bag);
    this.parts.push(part);
    this.parts.sort((a, b) => a - b);
  }

  /** Whether a clause and a part stand in the order in which the whole says what they say. */
  private areInOrder(clause: number, part: number): boolean {
    const [own, other] = [this.sides.parts[clause]!, this.sides.parts[part]!];
    const [at, otherAt] = [middleOf(this.whole, own, other), middleOf(this.whole, other, own)];
    return clause < part ? at < otherAt : otherAt < at;
  }

  /** Whether a clause says so much of what the other parts leave out that it is a part. */
  private isPart(clause: number): boolean {
    if (!this.sides.isFree(clause) || this.parts.includes(clause)) return false;
    const gain = this.gain(clause);
    const own = this.bagOf(clause)?.total ?? 0;
    return (
      gain > 0 &&
      gain >= OWN_SHARE * own &&
      gain >= WHOLE_SHARE * this.total &&
      this.sides.isLikest(this.wholeNumber, clause) &&
      this.parts.every((part) => this.areInOrder(clause, part))
    );
  }

  /** Takes what goes on with the whole near any part. */
  extend(): void {
    const open = [...this.parts];
    for (let from = open.shift(); from !== undefined; from = open.shift()) {
      for (let step = 1; step <= MAX_BETWEEN + 1; step++) {
        for (const clause of [from + step, from - step]) {
          if (!this.isPart(clause)) continue;
          this.take(clause);
          open.push(clause);
        }
      }
    }
  }

  /** Whether a clause between two parts says something of the whole too; a heading there is new. */
  private belongsBetween(clause: number): boolean {
    if (!this.sides.isFree(clause) || this.sides.parts[clause]!.clause.kind === 'heading') return false;
    const own = this.bagOf(clause)?.total ?? 0;
    return own > 0 && this.gain(clause) >= BETWEEN_SHARE * own;
  }

  /** Takes what stands between two parts that are near each other. */
  fillBetween(): void {
    const known = [...this.parts];
    known.forEach((part, at) => {
      const next = known[at + 1] ?? part;
      if (next - part > MAX_BETWEEN + 1) return;
      for (let clause = part + 1; clause < next; clause++) if (this.belongsBetween(clause)) this.take(clause);
    });
  }

  /** Takes the clause before the parts that bears the number of the whole: numbered clauses keep theirs. */
  takeHead(): void {
    const head = this.parts[0]! - 1;
    const { number } = this.whole;
    if (number !== '' && this.sides.isFree(head) && this.sides.parts[head]!.number === number)
      this.take(head);
  }
}

/** The parts known of a whole: its group's, its pair, or the free clause that says most of it. */
function knownParts(sides: SplitSides, whole: number, retelling: Retelling): readonly number[] {
  if (sides.isGrouped(whole)) return sides.groupOf(whole);
  const pair = sides.pairOf(whole);
  if (pair !== NONE) return hasRoom(sides, pair) ? [pair] : [];
  const open = sides.likelyPartsOf(whole).filter((part) => sides.isFree(part) && sides.isLikest(whole, part));
  const gains = open.map((part) => retelling.gain(part));
  const best = gains.indexOf(Math.max(...gains));
  return best < 0 ? [] : [open[best]!];
}

function tellAnew(sides: SplitSides, whole: number, weights: Weights): void {
  const bag = weights.bags.get(sides.wholes[whole]!);
  if (!bag || sides.wholes[whole]!.words.length < LEAST_WORDS) return;
  const retelling = new Retelling(sides, whole, weights, bag);
  const known = knownParts(sides, whole, retelling);
  if (known.length === 0) return;
  for (const part of known) retelling.take(part);
  retelling.extend();
  if (retelling.parts.length < 2 || retelling.coverage < TOGETHER_SHARE) return;
  retelling.takeHead();
  retelling.fillBetween();
  if (retelling.parts.length > known.length) {
    sides.join(whole, retelling.parts, Math.min(1, retelling.coverage));
  }
}

/**
 * Finds clauses that became several with nearly every sentence written anew, and the reverse, where no run of words is
 * left to go by: what the whole says and its successor lacks is said by clauses that nothing else was found for, near by
 * and in the same order.
 */
export function groupRetold(
  draft: Draft,
  likelyPairs: LikelyPairs,
  weights: Weights,
  thresholds: Thresholds,
): void {
  for (const sides of sidesOfDraft(draft, likelyPairs, thresholds)) {
    for (const whole of sides.wholes.keys()) tellAnew(sides, whole, weights);
  }
}
