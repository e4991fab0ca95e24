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

/** What each word of the vocabulary weighs: the more, the fewer clauses have it; clauses with the same keys count once. */
function weighWords(clauses: ReadonlySet<ClauseKeys>): number[] {
  const spread: number[] = [];
  const lastIn: number[] = [];
  let clause = 0;
  for (const { words } of clauses) {
    clause++;
    for (const word of words) {
      for (let unseen = spread.length; unseen <= word; unseen++) {
        spread.push(0);
        lastIn.push(0);
      }
      if (lastIn[word] === clause) continue;
      lastIn[word] = clause;
      spread[word]!++;
    }
  }
  return spread.map((count) => (count === 0 ? 0 : logarithm(1 + clauses.size / count)));
}

/** Numbers features in order of first sight, and notes what each weighs. */
class FeatureNumbers {
  readonly weights: number[] = [];
  private readonly numbers = new Map<number, number>();

  of(code: number, weight: number): number {
    const known = this.numbers.get(code);
    if (known !== undefined) return known;
    this.numbers.set(code, this.weights.length);
    return this.weights.push(weight) - 1;
  }
}

function makeBag(list: Uint32Array, weights: readonly number[]): Bag {
  list.sort();
  const features: number[] = [];
  const counts: number[] = [];
  let total = 0;
  let last = -1;
  for (const feature of list) {
    total += weights[feature]!;
    if (feature === last) counts[counts.length - 1]!++;
    else {
      features.push(feature);
      counts.push(1);
      last = feature;
    }
  }
  return { features, counts, total };
}

/**
 * Bags of the clauses in question, which are among `all`; each feature is weighted by how few of all clauses have it: a
 * word by those that have it, a pair of words by both its words.
 */
export function weighFeatures(
  all: readonly ClauseKeys[],
  inQuestion: readonly ClauseKeys[],
  pairShare: number,
): Weights {
  const rarity = weighWords(new Set(all));
  const numbers = new FeatureNumbers();
  const bags = new Map<ClauseKeys, Bag>();
  for (const keys of inQuestion) {
    if (bags.has(keys)) continue;
    const list = new Uint32Array(2 * keys.words.length);
    let before = -1;
    keys.words.forEach((word, at) => {
      const weight = rarity[word]!;
      const pairWeight = pairShare * (weight + (before < 0 ? 0 : rarity[before]!));
      list[2 * at] = numbers.of(word, weight);
      // Words are numbered below the length of the list of weights; pairs have the numbers from there on.
      list[2 * at + 1] = numbers.of((before + 2) * rarity.length + word, pairWeight);
      before = word;
    });
    bags.set(keys, makeBag(list, numbers.weights));
  }
  return { bags, weight: Float64Array.from(numbers.weights) };
}
