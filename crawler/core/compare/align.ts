import type { Alignment, Clause } from '../model.ts';
import { pairBestFirst, pairDistinct } from './best-first.ts';
import { type Draft, freeLeft, freeRight, startDraft, turnDraft } from './draft.ts';
import { pairHeadingsAbove, pairHeadingsByBody } from './headings.ts';
import { judgeLeftover, judgeLikely, pairInPlace } from './in-place.ts';
import { type ClauseKeys, createKeyCache, type KeyCache, makeKeys } from './keys.ts';
import { type LikelyPairs, listLikelyPairs } from './likely-pairs.ts';
import { type Weights, weighFeatures } from './likeness.ts';
import { listMatches } from './list-matches.ts';
import { groupRetold } from './retold.ts';
import { groupSplitsAndMerges } from './splits.ts';
import { THRESHOLDS, type Thresholds } from './thresholds.ts';
import { pairAlong, pairDuplicates, pairUnique } from './unique-pairs.ts';

export interface AlignOptions {
  /** Keys computed before; hand the same one along a history. */
  readonly cache?: KeyCache;
  readonly thresholds?: Thresholds;
  /** A step to leave out, to measure what it brings. */
  readonly without?: StepName;
}

const byRead = (keys: ClauseKeys) => keys.read;
const byMasked = (keys: ClauseKeys) => keys.masked;

/** Shorter texts are bare labels: equal ones tie nothing together unless their neighbours do. */
const LABEL_WEIGHT = 24;

/** What the later steps work with: how like any two clauses are. */
interface Context {
  readonly likelyPairs: LikelyPairs;
  readonly weights: Weights;
  readonly thresholds: Thresholds;
}

interface AlignmentStep {
  readonly name: string;
  readonly run: (draft: Draft, context: Context) => void;
}

/** Steps that need no likeness: in most comparisons of neighbours they settle nearly everything. */
const EQUAL_STEPS = [
  { name: 'equal, anywhere', run: (draft: Draft) => pairUnique(draft, byRead, LABEL_WEIGHT, 1) },
  { name: 'equal, next to a pair', run: (draft: Draft) => pairAlong(draft, byRead, 1) },
] as const;

const ALIKE_STEPS = [
  {
    name: 'alike, in place',
    run: (draft, { likelyPairs, thresholds }) =>
      pairInPlace(draft, judgeLikely(draft, likelyPairs, thresholds)),
  },
  {
    name: 'duplicates, near first',
    run: (draft) =>
      pairDuplicates(draft, byRead, ({ weight }) => (weight >= LABEL_WEIGHT ? Number.POSITIVE_INFINITY : 3)),
  },
  { name: 'renumbered, next to a pair', run: (draft) => pairAlong(draft, byMasked, 0.95) },
  {
    name: 'alike, anywhere',
    run: (draft, { likelyPairs, thresholds }) =>
      pairBestFirst(draft, likelyPairs.all, thresholds.anywhere, thresholds),
  },
  {
    name: 'splits and merges',
    run: (draft, { likelyPairs, thresholds }) => groupSplitsAndMerges(draft, likelyPairs, thresholds),
  },
  {
    name: 'distinctly alike, anywhere',
    run: (draft, { likelyPairs, thresholds }) => pairDistinct(draft, likelyPairs.all, thresholds),
  },
  {
    name: 'left over, in place',
    run: (draft, { likelyPairs, thresholds }) =>
      pairInPlace(draft, judgeLeftover(draft, likelyPairs, thresholds)),
  },
  {
    name: 'told anew in several',
    run: (draft, { likelyPairs, weights, thresholds }) =>
      groupRetold(draft, likelyPairs, weights, thresholds),
  },
  { name: 'headings by their bodies', run: (draft) => pairHeadingsByBody(draft) },
  { name: 'headings above headings', run: (draft) => pairHeadingsAbove(draft) },
  { name: 'labels', run: (draft) => pairDuplicates(draft, byRead, () => Number.POSITIVE_INFINITY) },
] as const satisfies AlignmentStep[];

/** The steps of alignment, in order. */
export const STEPS = [...EQUAL_STEPS, ...ALIKE_STEPS];
export type StepName = (typeof STEPS)[number]['name'];

function runSteps(draft: Draft, thresholds: Thresholds, without: StepName | undefined): void {
  for (const step of EQUAL_STEPS) if (step.name !== without) step.run(draft);
  if (freeLeft(draft).length === 0 || freeRight(draft).length === 0) return;
  const weights = weighFeatures(
    [...draft.left, ...draft.right],
    [...freeLeft(draft).map((i) => draft.left[i]!), ...freeRight(draft).map((j) => draft.right[j]!)],
    thresholds.pairShare,
  );
  const likelyPairs = listLikelyPairs(draft, weights, thresholds);
  for (const step of ALIKE_STEPS)
    if (step.name !== without) step.run(draft, { likelyPairs, weights, thresholds });
}

/** An order of texts that says nothing but is always the same: the shorter first, of equals by their first difference. */
function comesAfter(left: readonly Clause[], right: readonly Clause[]): boolean {
  if (left.length !== right.length) return left.length > right.length;
  const at = left.findIndex((clause, k) => clause.text !== right[k]!.text);
  return at >= 0 && left[at]!.text > right[at]!.text;
}

/**
 * Which clauses of the left are held to be which clauses of the right. Every index of both sides is in exactly one
 * match. Equal clauses are paired first, then alike ones wherever they stand, then splits and merges, then what stands
 * between the same neighbours; last it is decided which of the matches have moved.
 */
export function alignClauses(
  left: readonly Clause[],
  right: readonly Clause[],
  options: AlignOptions = {},
): Alignment {
  const cache = options.cache ?? createKeyCache();
  // Aligned in one and the same order of sides, so that exchanging them changes nothing even between equals.
  const isTurned = comesAfter(left, right);
  const [first, second] = isTurned ? [right, left] : [left, right];
  const draft = startDraft(makeKeys(first, cache), makeKeys(second, cache));
  runSteps(draft, options.thresholds ?? THRESHOLDS, options.without);
  const matches = listMatches(isTurned ? turnDraft(draft) : draft);
  return { matches, approximate: draft.approximate };
}
