import { readText, type Store, type StoredCapture, type StoredNormalization } from '../store/index.ts';

/**
 * Captures whose payload was cut off and whose text is the beginning of a whole one seen before or after it: they hold no
 * other text, only less of it, and would look as if the policy had lost its end for a while. Others that were cut are all
 * there is of their text, and stay with their mark. `captures` in order of time.
 */
export function findCutCaptures(
  store: Store,
  captures: readonly StoredCapture[],
  normalizations: ReadonlyMap<number, StoredNormalization>,
): Set<number> {
  const texts = captures.flatMap(({ id }) => {
    const normalization = normalizations.get(id);
    return normalization?.textId == null ? [] : [{ id, ...normalization, textId: normalization.textId }];
  });
  const cut = texts.flatMap((text, index) => {
    if (!text.isCut) return [];
    const before = texts.findLast((other, k) => k < index && !other.isCut);
    const after = texts.find((other, k) => k > index && !other.isCut);
    const isLess = [before, after].some((whole) => whole && isBeginning(store, text.textId, whole.textId));
    return isLess ? [text.id] : [];
  });
  return new Set(cut);
}

/** Whether all clauses of a text but its last, which may have been cut, are those that another begins with. */
function isBeginning(store: Store, textId: number, wholeId: number): boolean {
  const { markdown, clauses } = readText(store, textId);
  const beginning = markdown.slice(0, clauses.at(-1)?.start ?? 0);
  return clauses.length > 1 && readText(store, wholeId).markdown.startsWith(beginning);
}
