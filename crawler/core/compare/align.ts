import type { Alignment, Clause, Match, MatchKind } from '../model.ts';
import { pairAlong, pairDuplicates, pairUnique } from './anchors.ts';
import { countNeighbours, judgeForm, pairBestFirst, pairDistinct } from './best-first.ts';
import { type Candidates, listCandidates } from './candidates.ts';
import { type Draft, freeLeft, freeRight, NONE, startDraft } from './draft.ts';
import { type JudgeInPlace, pairInPlace } from './gaps.ts';
import { pairHeadingsAbove, pairHeadingsByBody } from './headings.ts';
import { type ClauseKeys, createKeyCache, type KeyCache, makeKeys } from './keys.ts';
import { weighFeatures } from './likeness.ts';
import { findStaying } from './moves.ts';
import { groupSplitsAndMerges } from './splits.ts';
import { THRESHOLDS, type Thresholds } from './thresholds.ts';

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

/** Likeness of two lines that say little but a date, at least. */
const DATE_LINE_SCORE = 0.4;

/** Clauses of so few words change out of likeness with one word. */
const SHORT_WORDS = 6;

/** In place, before anything that has moved: only what is about as like as the best elsewhere. */
function judgeLikely(draft: Draft, candidates: Candidates, thresholds: Thresholds): JudgeInPlace {
  return (i, j) => {
    const isSame = draft.left[i]!.masked === draft.right[j]!.masked;
    const { likeness } = candidates.of(i, j) ?? { likeness: 0 };
    const score = isSame ? Math.max(likeness, 0.95) : likeness;
    const best = Math.max(candidates.bestOfLeft[i]!, candidates.bestOfRight[j]!);
    const isNearBest = score >= best - thresholds.inPlaceMargin;
    return { gain: isNearBest ? score - thresholds.inPlace : 0, score };
  };
}

/** What is left between the same neighbours: a lower bar. */
function judgeLeftover(draft: Draft, candidates: Candidates, thresholds: Thresholds): JudgeInPlace {
  return (i, j) => {
    const areDates = draft.left[i]!.isDateLine && draft.right[j]!.isDateLine;
    const score = Math.max(candidates.of(i, j)?.likeness ?? 0, areDates ? DATE_LINE_SCORE : 0);
    const bonus =
      judgeForm(draft, i, j, thresholds) + countNeighbours(draft, i, j) * thresholds.neighbourBonus;
    const isShort = Math.max(draft.left[i]!.words.length, draft.right[j]!.words.length) <= SHORT_WORDS;
    const floor = isShort ? thresholds.leftoverShort : thresholds.leftover;
    return { gain: score === 0 ? 0 : score + bonus - floor, score };
  };
}

/** What the later steps work with: how like any two clauses are. */
interface Context {
  readonly candidates: Candidates;
  readonly thresholds: Thresholds;
}

interface Step {
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
    run: (draft, { candidates, thresholds }) =>
      pairInPlace(draft, judgeLikely(draft, candidates, thresholds)),
  },
  {
    name: 'duplicates, near first',
    run: (draft) =>
      pairDuplicates(draft, byRead, ({ weight }) => (weight >= LABEL_WEIGHT ? Number.POSITIVE_INFINITY : 3)),
  },
  { name: 'renumbered, next to a pair', run: (draft) => pairAlong(draft, byMasked, 0.95) },
  {
    name: 'alike, anywhere',
    run: (draft, { candidates, thresholds }) =>
      pairBestFirst(draft, candidates.all, thresholds.anywhere, thresholds),
  },
  {
    name: 'splits and merges',
    run: (draft, { candidates, thresholds }) => groupSplitsAndMerges(draft, candidates, thresholds),
  },
  {
    name: 'distinctly alike, anywhere',
    run: (draft, { candidates, thresholds }) => pairDistinct(draft, candidates.all, thresholds),
  },
  {
    name: 'left over, in place',
    run: (draft, { candidates, thresholds }) =>
      pairInPlace(draft, judgeLeftover(draft, candidates, thresholds)),
  },
  { name: 'headings by their bodies', run: (draft) => pairHeadingsByBody(draft) },
  { name: 'headings above headings', run: (draft) => pairHeadingsAbove(draft) },
  { name: 'labels', run: (draft) => pairDuplicates(draft, byRead, () => Number.POSITIVE_INFINITY) },
] as const satisfies Step[];

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
  const candidates = listCandidates(draft, weights, thresholds);
  for (const step of ALIKE_STEPS) if (step.name !== without) step.run(draft, { candidates, thresholds });
}

function kindOf(left: readonly ClauseKeys[], right: readonly ClauseKeys[]): MatchKind {
  if (left.length === 0) return 'added';
  if (right.length === 0) return 'removed';
  if (right.length > 1) return 'split';
  if (left.length > 1) return 'merged';
  if (left[0]!.raw === right[0]!.raw) return 'unchanged';
  return left[0]!.read === right[0]!.read ? 'typographic' : 'edited';
}

/** Weight of a match's left text for the order: a little for being there, and its characters. */
function weigh(draft: Draft, left: readonly number[]): number {
  return left.reduce((sum, i) => sum + draft.left[i]!.weight, 4);
}

/** In reading order of the right side; removed ones directly after the clause they followed on the left. */
function sortMatches(matches: readonly Match[]): Match[] {
  const home = new Map<number, number>();
  for (const match of matches) {
    if (match.right.length > 0) for (const i of match.left) home.set(i, match.right[0]!);
  }
  const place = (match: Match): [number, number] => {
    if (match.right.length > 0) return [match.right[0]!, -1];
    let i = match.left[0]!;
    const own = i;
    while (i >= 0 && !home.has(i)) i--;
    return [i < 0 ? -1 : home.get(i)!, own];
  };
  return matches
    .map((match) => ({ match, place: place(match) }))
    .sort((a, b) => a.place[0] - b.place[0] || a.place[1] - b.place[1])
    .map(({ match }) => match);
}

function finish(draft: Draft): Match[] {
  const linked = draft.groups.map(({ left, right, score }) => ({ left, right, score }));
  draft.rightOf.forEach((j, i) => {
    if (j !== NONE) linked.push({ left: [i], right: [j], score: draft.score[i]! });
  });
  const staying = findStaying(
    linked.map(({ left, right }) => ({ left: left[0]!, right: right[0]!, weight: weigh(draft, left) })),
  );
  const matches = linked.map(({ left, right, score }, k): Match => {
    const kind = kindOf(
      left.map((i) => draft.left[i]!),
      right.map((j) => draft.right[j]!),
    );
    const moved = !staying.has(k) && left.length === 1 && right.length === 1;
    return { left, right, kind, moved, score: Math.round(score * 1000) / 1000 };
  });
  for (const i of freeLeft(draft))
    matches.push({ left: [i], right: [], kind: 'removed', moved: false, score: 0 });
  for (const j of freeRight(draft))
    matches.push({ left: [], right: [j], kind: 'added', moved: false, score: 0 });
  return sortMatches(matches);
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
  const draft = startDraft(makeKeys(left, cache), makeKeys(right, cache));
  runSteps(draft, options.thresholds ?? THRESHOLDS, options.without);
  return { matches: finish(draft), approximate: draft.approximate };
}
