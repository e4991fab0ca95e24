import type { Alignment, Clause, Match, MatchKind } from '../model.ts';
import { pairAlong, pairDuplicates, pairUnique } from './anchors.ts';
import { listCandidates, pairBestFirst } from './candidates.ts';
import { type Draft, freeLeft, freeRight, NONE, startDraft } from './draft.ts';
import { pairHeadingsByBody, pairInGaps } from './gaps.ts';
import { type ClauseKeys, createKeyCache, type KeyCache, makeKeys } from './keys.ts';
import { weighFeatures } from './likeness.ts';
import { findStaying } from './moves.ts';
import { THRESHOLDS, type Thresholds } from './thresholds.ts';
import { groupSplitsAndMerges } from './tile.ts';

export interface AlignOptions {
  /** Keys computed before; hand the same one along a history. */
  readonly cache?: KeyCache;
  readonly thresholds?: Thresholds;
}

const byRaw = (keys: ClauseKeys) => keys.raw;
const byRead = (keys: ClauseKeys) => keys.read;
const byMasked = (keys: ClauseKeys) => keys.masked;

/** Shorter texts are bare labels: equal ones tie nothing together unless their neighbours do. */
const LABEL_WEIGHT = 24;

function pairEqual(draft: Draft): void {
  pairUnique(draft, byRaw, LABEL_WEIGHT, 1);
  pairUnique(draft, byRead, LABEL_WEIGHT, 1);
  pairAlong(draft, byRead, 1);
  pairDuplicates(draft, byRead, (keys) => (keys.weight >= LABEL_WEIGHT ? Number.POSITIVE_INFINITY : 3));
  pairUnique(draft, byMasked, LABEL_WEIGHT, 0.95);
  pairAlong(draft, byMasked, 0.95);
}

function pairAlike(draft: Draft, thresholds: Thresholds): void {
  if (freeLeft(draft).length === 0 && freeRight(draft).length === 0) return;
  const weights = weighFeatures([...draft.left, ...draft.right]);
  pairBestFirst(draft, listCandidates(draft, weights), thresholds.anywhere, thresholds);
  groupSplitsAndMerges(draft, thresholds);
  pairAlong(draft, byRead, 1);
  pairInGaps(draft, weights, thresholds);
  pairHeadingsByBody(draft);
  pairUnique(draft, byRead, 1, 1);
  pairDuplicates(draft, byRead, () => Number.POSITIVE_INFINITY);
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
    return { left, right, kind, moved, score };
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
  pairEqual(draft);
  pairAlike(draft, options.thresholds ?? THRESHOLDS);
  return { matches: finish(draft), approximate: draft.approximate };
}
