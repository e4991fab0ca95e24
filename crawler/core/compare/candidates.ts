import { type Draft, freeLeft, freeRight, isFreeLeft, isFreeRight, pair } from './draft.ts';
import { likeness, type Weights } from './likeness.ts';
import type { Thresholds } from './thresholds.ts';

/** Two free clauses that share words. */
interface Candidate {
  readonly i: number;
  readonly j: number;
  readonly likeness: number;
}

/** More comparisons of two clauses than this, and only those that share a rare word are made. */
const MAX_COMPARISONS = 250_000;
/** Candidates below this likeness are not kept. */
const LEAST_LIKENESS = 0.12;

/** For each feature the free right clauses that have it. */
function postRight(draft: Draft, rights: readonly number[], weights: Weights): Map<number, number[]> {
  const postings = new Map<number, number[]>();
  for (const j of rights) {
    for (const feature of weights.bags.get(draft.right[j]!)!.features) {
      const list = postings.get(feature);
      if (list) list.push(j);
      else postings.set(feature, [j]);
    }
  }
  return postings;
}

/** Right clauses that share a feature with the left one; rare features first, up to `limit` clauses. */
function sharing(draft: Draft, i: number, weights: Weights, postings: Map<number, number[]>, limit: number) {
  const { features } = weights.bags.get(draft.left[i]!)!;
  const byRarity = features
    .map((feature) => postings.get(feature))
    .filter((list) => list !== undefined)
    .sort((a, b) => a.length - b.length);
  const found = new Set<number>();
  for (const list of byRarity) {
    if (found.size > 0 && found.size + list.length > limit) break;
    for (const j of list) found.add(j);
  }
  return found;
}

/** Every pair of free clauses worth a thought. */
export function listCandidates(draft: Draft, weights: Weights): Candidate[] {
  const lefts = freeLeft(draft);
  const rights = freeRight(draft);
  const limit = Math.max(12, Math.floor(MAX_COMPARISONS / (lefts.length + 1)));
  if (rights.length > limit) draft.approximate = true;
  const postings = postRight(draft, rights, weights);
  const candidates: Candidate[] = [];
  for (const i of lefts) {
    for (const j of sharing(draft, i, weights, postings, limit)) {
      const score = likeness(draft.left[i]!, draft.right[j]!, weights);
      if (score >= LEAST_LIKENESS) candidates.push({ i, j, likeness: score });
    }
  }
  return candidates;
}

/** Likeness with what speaks for the place: neighbours, heading above, kind. */
function judge(draft: Draft, { i, j, likeness: base }: Candidate, thresholds: Thresholds): number {
  let score = base;
  if (draft.rightOf[i - 1] === j - 1) score += thresholds.neighbourBonus;
  if (draft.rightOf[i + 1] === j + 1) score += thresholds.neighbourBonus;
  const left = draft.left[i]!.clause;
  const right = draft.right[j]!.clause;
  if ((left.kind === 'heading') !== (right.kind === 'heading')) score -= thresholds.kindPenalty;
  return score;
}

/**
 * Pairs candidates best first, in rounds: what a round settles is a neighbour's bonus in the next. A candidate is
 * taken once its score, bonuses included, is above the threshold.
 */
export function pairBestFirst(
  draft: Draft,
  candidates: readonly Candidate[],
  floor: number,
  thresholds: Thresholds,
): void {
  let open = [...candidates];
  for (const level of [0.8, 0.65, 0.5, floor]) {
    if (level < floor) continue;
    for (let settled = -1; settled !== 0; ) {
      settled = 0;
      open = open.filter(({ i, j }) => isFreeLeft(draft, i) && isFreeRight(draft, j));
      const ranked = open
        .map((candidate) => ({ candidate, score: judge(draft, candidate, thresholds) }))
        .filter(({ score }) => score >= level)
        .sort((a, b) => b.score - a.score || a.candidate.i - b.candidate.i || a.candidate.j - b.candidate.j);
      for (const { candidate } of ranked) {
        const { i, j } = candidate;
        if (!isFreeLeft(draft, i) || !isFreeRight(draft, j)) continue;
        pair(draft, i, j, candidate.likeness);
        settled++;
      }
    }
  }
}
