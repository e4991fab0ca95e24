/**
 * The language of a policy: the one most of its captures are in, the alphabetically first of several. A copy in another
 * language at the same address is another document, not a change of the text. Null where no capture's language is known.
 */
export function dominantLanguage(languages: readonly (string | null)[]): string | null {
  const counts = new Map<string, number>();
  for (const language of languages) {
    if (language !== null) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? null;
}
