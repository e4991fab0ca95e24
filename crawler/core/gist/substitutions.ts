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

/** The substitution that was made most often, and the share of all replaced words' places that are its; null for none. */
export function findSubstitution(
  comparison: Pick<Comparison, 'changes'>,
): (Substitution & { readonly share: number }) | null {
  const counts = new Map<string, Substitution>();
  let total = 0;
  for (const { kind, spans, significance } of comparison.changes) {
    if (kind === 'unchanged' || significance === 'date') continue;
    // What came or went whole is no substitution, and counts against one.
    if (spans.length === 0) total++;
    for (const { removed, added } of listReplacements(spans)) {
      total++;
      if (removed === '' || added === '') continue;
      const key = `${removed.toLowerCase()}\n${added.toLowerCase()}`;
      counts.set(key, { removed, added, count: (counts.get(key)?.count ?? 0) + 1 });
    }
  }
  const most = [...counts.values()].reduce<Substitution | null>(
    (best, one) => (best === null || one.count > best.count ? one : best),
    null,
  );
  return most && { ...most, share: most.count / total };
}
