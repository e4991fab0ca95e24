import { type Draft, freeLeft, isFreeLeft, isFreeRight, NONE, pair } from './draft.ts';
import type { ClauseKeys } from './keys.ts';

/** Rank of a line that only looks like a heading: below all headings. */
const BOLD_LINE = 7;
/** Any other clause. */
const NO_RANK = 99;

/** The rank of a heading, or of what looks like one: a line all in bold. */
function rankOf({ clause }: ClauseKeys): number {
  if (clause.kind === 'heading') return clause.level;
  return /^\*\*[^*]{1,80}\*\*$/.test(clause.text) ? BOLD_LINE : NO_RANK;
}

/** The right place of a left clause, in a pair or the first of a group; NONE if it has none. */
function placeOf(draft: Draft, i: number): number {
  if (!draft.leftGrouped[i]) return draft.rightOf[i]!;
  return draft.groups.find(({ left }) => left.includes(i))!.right[0]!;
}

/** The place of the first clause of a heading's section that has one, or NONE. */
function firstPlaceBelow(draft: Draft, heading: number): number {
  const rank = rankOf(draft.left[heading]!);
  for (let i = heading + 1; i < draft.left.length && rankOf(draft.left[i]!) > rank; i++) {
    if (!isFreeLeft(draft, i)) return placeOf(draft, i);
  }
  return NONE;
}

/**
 * Pairs headings whose words differ altogether by what stands below them: from the first clause below the one that is
 * on the other side as well, up over nothing but added clauses, to the nearest heading of the same rank.
 */
export function pairHeadingsByBody(draft: Draft): void {
  for (const i of freeLeft(draft)) {
    const rank = rankOf(draft.left[i]!);
    if (rank === NO_RANK) continue;
    for (let j = firstPlaceBelow(draft, i) - 1; isFreeRight(draft, j); j--) {
      const other = rankOf(draft.right[j]!);
      if (other === rank) pair(draft, i, j, 0);
      if (other !== NO_RANK) break;
    }
  }
}

/** Pairs free headings that stand directly above a pair of headings, from the last to the first. */
export function pairHeadingsAbove(draft: Draft): void {
  for (const i of freeLeft(draft).reverse()) {
    const below = draft.rightOf[i + 1] ?? NONE;
    if (below <= 0 || !isFreeRight(draft, below - 1)) continue;
    const isHeading = rankOf(draft.left[i]!) !== NO_RANK && rankOf(draft.right[below - 1]!) !== NO_RANK;
    if (isHeading) pair(draft, i, below - 1, 0);
  }
}
