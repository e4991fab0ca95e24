import { hideTypography } from '../compare/visible-spans.ts';
import type { Comparison, Span } from '../model.ts';
import { listWords } from '../tokens.ts';
import { squash } from './gist-text.ts';

/** Words that were replaced by others, and in how many places. */
export interface Substitution {
  readonly removed: string;
  readonly added: string;
  readonly count: number;
}

/** The replaced words of a word diff; '' on the side where nothing stands in their place. */
export function listReplacements(spans: readonly Span[]): { removed: string; added: string }[] {
  const found: { removed: string; added: string }[] = [];
  hideTypography(spans, 'right').forEach(([kind, text], at, all) => {
    if (kind === 'kept' || listWords(text).length === 0) return;
    const before = all[at - 1];
    if (kind === 'added' && before?.[0] === 'removed' && listWords(before[1]).length > 0) {
      found[found.length - 1] = { removed: squash(before[1]), added: squash(text) };
    } else
      found.push(
        kind === 'removed' ? { removed: squash(text), added: '' } : { removed: '', added: squash(text) },
      );
  });
  return found;
}

/** A substitution with the changes that make it, by their index in the comparison. */
export interface PlacedSubstitution extends Substitution {
  readonly changes: readonly number[];
}

/** All substitutions, those made most often first, and how many places have replaced words at all. */
export function listSubstitutions({ changes }: Pick<Comparison, 'changes'>): {
  readonly substitutions: readonly PlacedSubstitution[];
  readonly places: number;
} {
  const found = new Map<string, Substitution & { count: number; changes: number[] }>();
  let places = 0;
  changes.forEach(({ kind, spans, significance }, at) => {
    if (kind === 'unchanged' || significance === 'date') return;
    // What came or went whole is no substitution, and counts against one.
    if (spans.length === 0) places++;
    for (const { removed, added } of listReplacements(spans)) {
      places++;
      if (removed === '' || added === '') continue;
      const key = `${removed.toLowerCase()}\n${added.toLowerCase()}`;
      const own = found.get(key) ?? { removed, added, count: 0, changes: [] };
      own.count++;
      if (own.changes.at(-1) !== at) own.changes.push(at);
      found.set(key, own);
    }
  });
  return { substitutions: [...found.values()].sort((one, other) => other.count - one.count), places };
}

/** The substitution that was made most often, and the share of all replaced words' places that are its; null for none. */
export function findSubstitution(
  comparison: Pick<Comparison, 'changes'>,
): (Substitution & { readonly share: number }) | null {
  const { substitutions, places } = listSubstitutions(comparison);
  const [most] = substitutions;
  return most
    ? { removed: most.removed, added: most.added, count: most.count, share: most.count / places }
    : null;
}
