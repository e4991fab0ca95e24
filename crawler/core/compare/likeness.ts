import type { ClauseKeys } from './keys.ts';

/** A clause as a bag of weighted features: its words, and its pairs of neighbouring words. */
export interface Bag {
  /** Feature numbers, ascending, without repeats. */
  readonly features: readonly number[];
  readonly counts: readonly number[];
  /** Sum of weight times count. */
  readonly total: number;
}

/** What is learned from both sides together: how telling each feature is. */
export interface Weights {
  readonly bags: Map<ClauseKeys, Bag>;
  readonly weight: Float64Array;
}

/** Room for so many words; a pair of words is numbered `first * SPAN + second`. */
const SPAN = 2 ** 22;

/**
 * Natural logarithm of a number from 1, to about nine digits. `Math.log` is not used because its last bits differ from
 * engine to engine. Halves until the number is below 2; then the series of the inverse hyperbolic tangent.
 */
export function logarithm(value: number): number {
  let halvings = 0;
  let rest = value;
  for (; rest >= 2; rest /= 2) halvings++;
  const ratio = (rest - 1) / (rest + 1);
  const square = ratio * ratio;
  let series = 0;
  for (let term = 15; term >= 1; term -= 2) series = series * square + 1 / term;
  return halvings * Math.LN2 + 2 * ratio * series;
}

/** In how many of the clauses each word of the vocabulary stands; clauses with the same keys count once. */
function countSpread(clauses: ReadonlySet<ClauseKeys>): Map<number, number> {
  const spread = new Map<number, number>();
  for (const keys of clauses) for (const word of keys.distinct) spread.set(word, (spread.get(word) ?? 0) + 1);
  return spread;
}

/** Numbers features in order of first sight, and notes what each weighs. */
class FeatureNumbers {
  readonly weights: number[] = [];
  private readonly numbers = new Map<number, number>();

  of(code: number, weigh: () => number): number {
    const known = this.numbers.get(code);
    if (known !== undefined) return known;
    this.numbers.set(code, this.weights.length);
    return this.weights.push(weigh()) - 1;
  }
}

function makeBag(list: number[], weights: readonly number[]): Bag {
  list.sort((a, b) => a - b);
  const features: number[] = [];
  const counts: number[] = [];
  let total = 0;
  for (const feature of list) {
    total += weights[feature]!;
    if (features.at(-1) === feature) counts[counts.length - 1]!++;
    else {
      features.push(feature);
      counts.push(1);
    }
  }
  return { features, counts, total };
}

/**
 * Bags of the clauses in question, each feature weighted by how few of all clauses have it: a word by those that have
 * it, a pair of words by both its words.
 */
export function weighFeatures(
  all: readonly ClauseKeys[],
  inQuestion: readonly ClauseKeys[],
  pairShare: number,
): Weights {
  const distinct = new Set(all);
  const spread = countSpread(distinct);
  const rarity = (word: number) => logarithm(1 + distinct.size / (spread.get(word) ?? 1));
  const numbers = new FeatureNumbers();
  const bags = new Map<ClauseKeys, Bag>();
  for (const keys of inQuestion) {
    if (bags.has(keys)) continue;
    const list: number[] = [];
    let previous = -1;
    for (const word of keys.words) {
      const before = previous;
      list.push(numbers.of(word, () => rarity(word)));
      list.push(
        numbers.of(
          (before + 2) * SPAN + word,
          () => pairShare * (rarity(word) + (before < 0 ? 0 : rarity(before))),
        ),
      );
      previous = word;
    }
    bags.set(keys, makeBag(list, numbers.weights));
  }
  return { bags, weight: Float64Array.from(numbers.weights) };
}
