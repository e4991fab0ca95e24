import { LANGUAGE_NAMES } from '../../crawler/core/index.ts';

/** What a page says of a text's language, and tells the browser of it. */

/** A language in words: `French`; the bare code of one that the table does not know. */
export const languageName = (language: string | null): string =>
  language === null ? 'an unknown language' : (LANGUAGE_NAMES[language] ?? language);

/** Why a text was not judged: `no rules for French`. */
export const noRulesFor = (language: string | null): string =>
  language === null ? 'its language could not be told' : `no rules for ${languageName(language)}`;

/**
 * Attributes of an element that holds nothing but a text in a language, for a template: pages themselves are in English,
 * from left to right. The browser finds the direction itself, by the text's first letters.
 */
export function languageProps(language: string | null): { lang?: string; dir?: 'auto' } {
  if (language === 'en') return {};
  return language !== null && /^[a-z]{2,3}$/.test(language)
    ? { lang: language, dir: 'auto' }
    : { dir: 'auto' };
}

/** The attributes as HTML, to stand behind the element's name. */
export const languageAttributes = (language: string | null): string =>
  Object.entries(languageProps(language))
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
