import type { Measures } from './measure.ts';
import { type Branch, isBlock, textOf } from './parse-html.ts';

/** Lists to choose a language or a country from. */

/** Fewest names that make a picker. */
const MIN_NAMES = 4;
/** Share of the entries that are names of languages or countries. */
const MIN_SHARE = 0.75;
/** Longest entry: "English (United Kingdom)", "Bosnia and Herzegovina". */
const MAX_ENTRY = 48;
/** Longest picker: all countries of the world, twice. */
const MAX_CHARS = 12_000;

/** Languages whose names for languages and countries are known, beside each language's own name for itself. */
const WRITTEN_IN =
  'en fr de es it nl pt pl ru ja zh ko ar da fi sv nb cs el tr hu uk ro he hi id vi th bg hr sk sl et lv lt ca'.split(
    ' ',
  );
const LETTERS = Array.from({ length: 26 }, (_, at) => String.fromCharCode(97 + at));
const PAIRS = LETTERS.flatMap((one) => LETTERS.map((two) => one + two));

interface Names {
  readonly languages: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
}

const fold = (name: string) => name.normalize('NFC').toLowerCase().trim();

/** The engine's own tables (Unicode CLDR), read once, when a page first holds something like a picker. */
function readNames(): Names {
  const languages = new Set<string>();
  const countries = new Set<string>();
  const add = (names: Set<string>, locale: string, type: 'language' | 'region', codes: readonly string[]) => {
    const display = new Intl.DisplayNames([locale], { type, fallback: 'none' });
    for (const code of codes) {
      const name = display.of(code);
      if (name) names.add(fold(name));
    }
  };
  for (const locale of WRITTEN_IN) {
    add(languages, locale, 'language', PAIRS);
    add(
      countries,
      locale,
      'region',
      PAIRS.map((pair) => pair.toUpperCase()),
    );
  }
  for (const code of PAIRS) {
    if (Intl.DisplayNames.supportedLocalesOf([code]).length > 0) add(languages, code, 'language', [code]);
  }
  return { languages, countries };
}

let names: Names | null = null;

/** What kind of name an entry is: parts in brackets, after a dash or a slash count by themselves: "Deutsch (German)". */
function kindOf(entry: string): keyof Names | null {
  names ??= readNames();
  const known = names;
  const parts = [entry, ...entry.split(/[()[\]/|,–—-]+/)].map(fold).filter((part) => part !== '');
  if (parts.some((part) => known.languages.has(part))) return 'languages';
  return parts.some((part) => known.countries.has(part)) ? 'countries' : null;
}

interface Entries {
  readonly texts: string[];
  linked: number;
}

/** The texts of the innermost parts: links, items, buttons; '' for one that is too long for an entry. */
function readEntries(branch: Branch, inLink: boolean, entries: Entries): void {
  const add = (text: string, isLinked: boolean) => {
    const shown = text.replace(/\s+/g, ' ').trim();
    if (!/\p{L}/u.test(shown)) return;
    entries.texts.push(shown);
    if (isLinked) entries.linked++;
  };
  for (const child of branch.children) {
    if (typeof child === 'string') add(child, inLink);
    else if (child.name === 'a' || child.name === 'button' || child.name === 'option')
      add(textOf(child), true);
    else readEntries(child, inLink, entries);
  }
}

/**
 * Whether a part is a list to choose from. Names of languages, each in its own or another, are one wherever they stand;
 * names of countries are where they are links, since a text may list countries too.
 */
export function isPicker(branch: Branch, measures: Measures): boolean {
  const measure = measures.of.get(branch);
  if (!measure || measure.chars > MAX_CHARS || measure.chars < 2 * MIN_NAMES || !isBlock(branch.name))
    return false;
  const entries: Entries = { texts: [], linked: 0 };
  readEntries(branch, false, entries);
  const { texts, linked } = entries;
  if (texts.length < MIN_NAMES || measure.chars > texts.length * MAX_ENTRY) return false;
  const kinds = texts.map((text) => (text.length <= MAX_ENTRY ? kindOf(text) : null));
  const known = kinds.filter((kind) => kind !== null).length;
  if (known < MIN_NAMES || known < texts.length * MIN_SHARE) return false;
  const languages = kinds.filter((kind) => kind === 'languages').length;
  return languages > known / 2 || linked >= texts.length / 2;
}
