/**
 * Languages so near to each other that a text of a few hundred words passes for either: what changes between them is the
 * judge's mind, not the text.
 */
const NEAR: readonly (readonly string[])[] = [
  ['hr', 'sr'],
  ['id', 'ms'],
];

/** Whether two languages are one, or near enough to be taken for each other. */
export const areNear = (one: string, other: string): boolean =>
  one === other || NEAR.some((group) => group.includes(one) && group.includes(other));

/**
 * The language of a policy: the one most of its captures are in, the alphabetically first of several; near languages count
 * together first. A copy in another language at the same address is another document, not a change of the text. Null
 * where no capture's language is known.
 */
export function dominantLanguage(languages: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const language of languages) {
    if (language !== null) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const withNear = (language: string) =>
    [...counts].reduce((sum, [other, count]) => sum + (areNear(language, other) ? count : 0), 0);
  const ranked = [...counts].sort(([a, m], [b, n]) => withNear(b) - withNear(a) || n - m || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}
