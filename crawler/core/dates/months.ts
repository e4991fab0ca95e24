import { MONTHS } from '../languages/months.ts';
import { foldInPlace } from './fold.ts';

/** Names of months in all languages, and in which language each is one. */

const UNDECIDED = 0;

function collect(languages: readonly string[]): Map<string, number> {
  const months = new Map<string, number>();
  for (const language of languages) {
    for (const [at, names] of MONTHS[language]!.names.split(' | ').entries()) {
      for (const name of foldInPlace(names).split(' ').filter(Boolean)) {
        const known = months.get(name) ?? at + 1;
        months.set(name, known === at + 1 ? known : UNDECIDED);
      }
    }
  }
  return months;
}

const ALL = collect(Object.keys(MONTHS));
const BY_LANGUAGE = new Map(Object.keys(MONTHS).map((code) => [code, collect([code])] as const));

/** First words of names that have several. */
const BEGINNINGS = new Set(
  [...ALL.keys()].filter((name) => name.includes('_')).map((name) => name.split('_')[0]!),
);

export const opensLongName = (word: string): boolean => BEGINNINGS.has(word);

/** Letters that languages put before a name: Hebrew `ב`, Thai `เดือน`. */
const PREFIX = /^(?:ב|เดือน|ו)(?=.{2})/u;

/**
 * The number of a month by its folded name: 0 where languages disagree (`listopada` is October in Croatian, November in
 * Polish) and the text's own does not decide; null where it is none.
 */
export function monthNumber(name: string, language: string | null): number | null {
  const own = language === null ? undefined : BY_LANGUAGE.get(language)?.get(name);
  const found = own ?? ALL.get(name);
  if (found !== undefined) return found;
  if (!PREFIX.test(name)) return null;
  return ALL.get(name.replace(PREFIX, '')) ?? null;
}

/** What a date in figures begins with in a language, where its year stands last. */
export function orderOf(language: string | null): 'day' | 'month' | null {
  return language === null ? null : (MONTHS[language]?.order ?? null);
}
