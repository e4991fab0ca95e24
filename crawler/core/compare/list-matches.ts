import type { Match, MatchKind } from '../model.ts';
import { type Draft, freeLeft, freeRight, NONE } from './draft.ts';
import type { ClauseKeys } from './keys.ts';
import { findStaying } from './moves.ts';

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

/** The matches of a finished draft, each with its kind, and whether it has moved. */
export function listMatches(draft: Draft): Match[] {
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
