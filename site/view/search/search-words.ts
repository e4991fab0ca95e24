import { cutExcerpt, type SearchedVersion } from '../../../crawler/core/index.ts';
import { siteAddress } from '../addresses.ts';
import type { SearchHit } from './search-answer.ts';

/** The pages of words and names that are made with the site, for browsers without scripts. */

export const wordAddress = (slug: string): string => siteAddress(`search/words/${slug}/`);

/** A clause as the store finds it. */
interface FoundClause {
  readonly domain: string;
  readonly policy: string;
  readonly label: string;
  readonly versions: readonly number[];
  readonly first: SearchedVersion;
  readonly last: SearchedVersion;
  readonly marked: string;
  readonly wordingCount: number;
  readonly clauseSlug: string | null;
  readonly anchor: string;
}

export const toHit = ({ versions, marked, ...rest }: FoundClause): SearchHit => ({
  ...rest,
  versionCount: versions.length,
  parts: cutExcerpt(marked),
});

/** Words by their first letter, `0–9` for all others, in the order given. */
export function groupByLetter<W extends { readonly title: string }>(
  words: readonly W[],
): { readonly letter: string; readonly words: readonly W[] }[] {
  const groups = new Map<string, W[]>();
  for (const word of words) {
    const first = word.title.normalize('NFD').slice(0, 1).toUpperCase();
    const letter = /[A-Z]/.test(first) ? first : '0–9';
    const known = groups.get(letter);
    if (known) known.push(word);
    else groups.set(letter, [word]);
  }
  return [...groups].map(([letter, own]) => ({ letter, words: own }));
}
