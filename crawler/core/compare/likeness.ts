import type { ClauseKeys } from './keys.ts';

/** A clause as a bag of weighted features: its words, and its pairs of neighbouring words. */
export interface Bag {
  /** Feature numbers, ascending, without repeats. */
  readonly features: readonly number[];
  readonly counts: readonly number[];
  /** Sum of weight times count. */
  total: number;
}

/** What is learned from both sides together: how telling each feature is. */
export interface Weights {
  readonly bags: Map<ClauseKeys, Bag>;
  readonly weight: Float64Array;
}

/** Pairs of words count this much of what a single word of the same rarity counts. */
const PAIR_SHARE = 0.7;
/** Room for so many words; a pair of words is numbered `first * SPAN + second`. */
const SPAN = 2 ** 22;

function countFeatures(keys: ClauseKeys, numbers: Map<number, number>): Bag {
  const counts = new Map<number, number>();
  const add = (code: number) => {
    let feature = numbers.get(code);
    if (feature === undefined) {
      feature = numbers.size;
      numbers.set(code, feature);
    }
    counts.set(feature, (counts.get(feature) ?? 0) + 1);
  };
  let previous = SPAN - 1;
  for (const word of keys.words) {
    add(word);
    add((previous + 1) * SPAN + word);
    previous = word;
  }
  const features = [...counts.keys()].sort((a, b) => a - b);
  return { features, counts: features.map((feature) => counts.get(feature)!), total: 0 };
}

/** Bags of the given clauses, each feature weighted by how few of the clauses have it. */
export function weighFeatures(clauses: readonly ClauseKeys[]): Weights {
  const numbers = new Map<number, number>();
  const bags = new Map<ClauseKeys, Bag>();
  for (const keys of clauses) if (!bags.has(keys)) bags.set(keys, countFeatures(keys, numbers));
  const spread = new Float64Array(numbers.size);
  for (const bag of bags.values()) for (const feature of bag.features) spread[feature]!++;
  const weight = new Float64Array(numbers.size);
  for (const [code, feature] of numbers) {
    weight[feature] = Math.log(1 + bags.size / spread[feature]!) * (code >= SPAN ? PAIR_SHARE : 1);
  }
  for (const bag of bags.values()) {
    bag.features.forEach((feature, k) => {
      bag.total += weight[feature]! * bag.counts[k]!;
    });
  }
  return { bags, weight };
}

/** Likeness of two clauses, 0 to 1: twice the common weight over both weights (Dice's coefficient, weighted). */
export function likeness(a: ClauseKeys, b: ClauseKeys, { bags, weight }: Weights): number {
  const x = bags.get(a)!;
  const y = bags.get(b)!;
  if (x.total + y.total === 0) return 0;
  let common = 0;
  let at = 0;
  x.features.forEach((feature, k) => {
    while (at < y.features.length && y.features[at]! < feature) at++;
    if (y.features[at] === feature) common += weight[feature]! * Math.min(x.counts[k]!, y.counts[at]!);
  });
  return (2 * common) / (x.total + y.total);
}
