import { type Draft, freeLeft, freeRight } from './draft.ts';
import type { Bag, Weights } from './likeness.ts';
import type { Thresholds } from './thresholds.ts';

/** Two clauses that share words. */
export interface LikelyPair {
  readonly i: number;
  readonly j: number;
  /** 0 to 1; 1 says the same bag of words, in nearly the same order. */
  readonly likeness: number;
  /** The likeness that remains if the words in common were a little fewer: small for short clauses. */
  readonly evidence: number;
  /** Share of each clause's weight that the other has as well: near 1 for a part of the other. */
  readonly leftShare: number;
  readonly rightShare: number;
}

/** Every pair of free clauses worth a thought, and quick answers about any. */
export interface LikelyPairs {
  readonly all: readonly LikelyPair[];
  readonly of: (i: number, j: number) => LikelyPair | undefined;
  /** Highest likeness of a left clause with any right one, and the other way round. */
  readonly bestOfLeft: Float64Array;
  readonly bestOfRight: Float64Array;
}

/** Most steps through the lists of clauses that have a word; beyond, common words are left out. */
const MAX_STEPS = 20_000_000;
/** Pairs below this likeness are not kept. */
const LEAST_LIKENESS = 0.04;

/** Most partners of one clause; the likest are kept. */
const MAX_PARTNERS = 256;

interface Posting {
  readonly j: number;
  readonly count: number;
}

/** For each feature the free right clauses that have it. */
function postRight(draft: Draft, rights: readonly number[], weights: Weights): Posting[][] {
  const postings: Posting[][] = Array.from({ length: weights.weight.length }, () => []);
  for (const j of rights) {
    const bag = weights.bags.get(draft.right[j]!)!;
    bag.features.forEach((feature, k) => {
      postings[feature]!.push({ j, count: bag.counts[k]! });
    });
  }
  return postings;
}

/** Longest list of clauses still walked, so that all lists together stay below the limit. */
function longestList(
  draft: Draft,
  lefts: readonly number[],
  postings: readonly Posting[][],
  weights: Weights,
): number {
  const stepsByLength = new Map<number, number>();
  for (const i of lefts) {
    for (const feature of weights.bags.get(draft.left[i]!)!.features) {
      const { length } = postings[feature]!;
      stepsByLength.set(length, (stepsByLength.get(length) ?? 0) + length);
    }
  }
  let steps = 0;
  for (const [length, own] of [...stepsByLength].sort((a, b) => a[0] - b[0])) {
    steps += own;
    if (steps > MAX_STEPS) return length - 1;
  }
  return Number.POSITIVE_INFINITY;
}

/** Adds to `common` what each right clause has in common with a bag; returns the clauses with anything, ascending. */
function addCommon(
  bag: Bag,
  { weight }: Weights,
  postings: readonly Posting[][],
  longest: number,
  common: Float64Array,
): number[] {
  const touched: number[] = [];
  bag.features.forEach((feature, k) => {
    if (postings[feature]!.length > longest) return;
    for (const { j, count } of postings[feature]!) {
      if (common[j] === 0) touched.push(j);
      common[j]! += weight[feature]! * Math.min(count, bag.counts[k]!);
    }
  });
  return touched.sort((a, b) => a - b);
}

function judge(i: number, j: number, common: number, left: Bag, right: Bag, prior: number): LikelyPair {
  const both = left.total + right.total;
  return {
    i,
    j,
    likeness: (2 * common) / both,
    evidence: (2 * common) / (both + prior),
    leftShare: common / left.total,
    rightShare: common / right.total,
  };
}

function keepLikest(likelyPairs: LikelyPair[]): LikelyPair[] {
  if (likelyPairs.length <= MAX_PARTNERS) return likelyPairs;
  return likelyPairs.sort((a, b) => b.likeness - a.likeness || a.j - b.j).slice(0, MAX_PARTNERS);
}

/** Likeness of every pair of free clauses that share a word: twice the common weight over both weights. */
export function listLikelyPairs(draft: Draft, weights: Weights, thresholds: Thresholds): LikelyPairs {
  const lefts = freeLeft(draft);
  const postings = postRight(draft, freeRight(draft), weights);
  const longest = longestList(draft, lefts, postings, weights);
  if (Number.isFinite(longest)) draft.approximate = true;
  const all: LikelyPair[] = [];
  const index = new Map<number, LikelyPair>();
  const bestOfLeft = new Float64Array(draft.left.length);
  const bestOfRight = new Float64Array(draft.right.length);
  const common = new Float64Array(draft.right.length);
  for (const i of lefts) {
    const bag = weights.bags.get(draft.left[i]!)!;
    const touched = addCommon(bag, weights, postings, longest, common);
    const own: LikelyPair[] = [];
    for (const j of touched) {
      const likely = judge(i, j, common[j]!, bag, weights.bags.get(draft.right[j]!)!, thresholds.prior);
      common[j] = 0;
      if (likely.likeness >= LEAST_LIKENESS) own.push(likely);
      bestOfLeft[i] = Math.max(bestOfLeft[i]!, likely.likeness);
      bestOfRight[j] = Math.max(bestOfRight[j]!, likely.likeness);
    }
    if (own.length > MAX_PARTNERS) draft.approximate = true;
    for (const likely of keepLikest(own)) {
      all.push(likely);
      index.set(i * draft.right.length + likely.j, likely);
    }
  }
  return { all, of: (i, j) => index.get(i * draft.right.length + j), bestOfLeft, bestOfRight };
}
