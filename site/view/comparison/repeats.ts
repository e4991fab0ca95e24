import {
  type Change,
  type Comparison,
  listReplacements,
  listSubstitutions,
} from '../../../crawler/core/index.ts';

/** Words that were replaced by others in several changes. */
export interface Repeat {
  readonly removed: string;
  readonly added: string;
  /** Places in all, and the numbers of the changes they lie in. */
  readonly count: number;
  readonly numbers: readonly number[];
}

export interface Repeats {
  readonly repeats: readonly Repeat[];
  /** True for a change that is nothing but such replacements: it is told by them. */
  readonly isOnlyRepeats: (change: Change) => boolean;
}

/** In so many changes a substitution is told once, with its places. */
const LEAST_CHANGES = 3;
/** Longer replacements are no substitution of a word, but a sentence that stands twice. */
const LONGEST = 40;
const MOST_REPEATS = 12;

const keyOf = (removed: string, added: string) => `${removed}\n${added}`.toLowerCase();

/** The substitutions that several changes of a comparison make; `numberOf` gives a change its number on the page. */
export function findRepeats(
  comparison: Comparison,
  numberOf: (change: Change) => number | undefined,
): Repeats {
  const often = listSubstitutions(comparison)
    .substitutions.filter(
      ({ removed, added, changes }) =>
        changes.length >= LEAST_CHANGES && removed.length <= LONGEST && added.length <= LONGEST,
    )
    .slice(0, MOST_REPEATS);
  const keys = new Set(often.map(({ removed, added }) => keyOf(removed, added)));
  return {
    repeats: often.map(({ removed, added, count, changes }) => ({
      removed,
      added,
      count,
      numbers: changes.flatMap((at) => numberOf(comparison.changes[at]!) ?? []),
    })),
    isOnlyRepeats: ({ kind, moved, spans }) => {
      if (kind !== 'edited' || moved) return false;
      const own = listReplacements(spans);
      return own.length > 0 && own.every(({ removed, added }) => keys.has(keyOf(removed, added)));
    },
  };
}

/** `“users” became “members”, “user” became “member”`: what a change that is only repeats is, each once. */
export const tellRepeats = ({ spans }: Change): string =>
  [
    ...new Set(
      listReplacements(spans).map(
        ({ removed, added }) => `“${removed.toLowerCase()}” became “${added.toLowerCase()}”`,
      ),
    ),
  ].join(', ');
