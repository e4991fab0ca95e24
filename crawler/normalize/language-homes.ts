/** Home pages of languages and countries, as sites offer them to choose from. */

/** Codes of two letters alone, and a page's usual names behind them. */
const CODED_PATH = /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/){1,2}(?:(?:index|home|default)\.[a-z]{3,5}\/)?$/i;
const CODED_HOST = /^[a-z]{2}\./i;
const ROOT = /^\/(?:(?:index|home|default)\.[a-z]{3,5})?$/i;
const CODED_QUERY = /^\?(?:lang|language|locale|hl|l)=[a-z]{2}(?:[-_][a-z]{2})?$/i;
const ENGLISH = /^en\.|\/en(?:[-_][a-z]{2})?\/|=en\b/i;

/** Confidence of such a page, as one that may lead on: the last to be looked at, English first. */
const HOME = 0.03;
const ENGLISH_HOME = 0.04;
/** No other lead has so little. */
export const MOST_OF_A_HOME = ENGLISH_HOME;

/** How much speaks for an address as the home page of one language or country of many; 0 where nothing does. */
export function weighHome(address: string): number {
  const { hostname, pathname, search } = new URL(address);
  const path = pathname.endsWith('/') ? pathname : `${pathname}/`;
  const isCoded =
    CODED_PATH.test(path) || (ROOT.test(pathname) && (CODED_HOST.test(hostname) || CODED_QUERY.test(search)));
  if (!isCoded) return 0;
  return ENGLISH.test(`${hostname}${path}${search}`) ? ENGLISH_HOME : HOME;
}
