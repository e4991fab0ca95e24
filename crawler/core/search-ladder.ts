/**
 * How a question is tried, from what was asked to ever wider ones, until something says it: the same in the terminal and in
 * the browser. The ladder asks, whoever holds the search file answers, at once or later.
 */
import { isEnglishForm, listKin, mayBeForm, mostWrong, spellingDistance, unbend } from './search-forms.ts';
import {
  describeQuery,
  joinWords,
  listBendableWords,
  makeMatch,
  type SearchMatch,
  type WordForms,
} from './search-match.ts';
import type { SearchQuery, SearchTerm } from './search-query.ts';
import { listUnits } from './search-terms.ts';

/** A word of the texts in one language, folded. */
export interface WordRow {
  readonly word: string;
  readonly language: string;
  /** That of its forms; '' where none are known. */
  readonly key: string;
  /** Clauses that hold it. */
  readonly uses: number;
}

/** How many clauses there are in each language. */
export type ClauseCounts = ReadonlyMap<string, number>;

export interface FormRow {
  readonly key: string;
  /** The forms of the word, with blanks between. */
  readonly words: string;
}

/** What the ladder asks of a search file. */
export type SearchAsk =
  | { readonly kind: 'words'; readonly words: readonly string[] }
  /** Words that begin so. */
  | { readonly kind: 'alike'; readonly beginnings: readonly string[] }
  | { readonly kind: 'forms'; readonly keys: readonly string[] }
  /** Whether it is found, where it is looked for. */
  | { readonly kind: 'match'; readonly attempt: SearchAttempt };
export type SearchReplyTo = readonly WordRow[] | readonly FormRow[] | boolean;

export interface SearchAttempt {
  readonly match: SearchMatch;
  /** Rung of the ladder, from 0, which is the question as asked. */
  readonly step: number;
  /** What is shown instead of what was asked; '' for that itself. */
  readonly instead: string;
}

/** Above every character: the end of all words that begin alike. */
export const LAST_CHARACTER = '\u{10ffff}';

type Climb<T> = Generator<SearchAsk, T, SearchReplyTo>;

/** Words that any clause may be asked for together, at most: all ways to leave some out are asked. */
const MOST_ANY = 6;
/** Words that more than this part of all clauses hold say nothing by themselves. */
const COMMON_SHARE = 1 / 6;
/** Words spelt alike that are looked for, at most. */
const MOST_ALIKE = 3;
/** Letters by which words that may be forms of an unknown one are looked up; no word has other first ones. */
const FORM_LETTERS = 3;
const SPELLING_LETTERS = 2;

function* askWords(words: readonly string[]): Climb<readonly WordRow[]> {
  return words.length === 0 ? [] : ((yield { kind: 'words', words }) as readonly WordRow[]);
}

function* askAlike(beginnings: readonly string[]): Climb<readonly WordRow[]> {
  return beginnings.length === 0 ? [] : ((yield { kind: 'alike', beginnings }) as readonly WordRow[]);
}

const isEnglish = (key: string): boolean => key.endsWith(':en');
const keysOf = (row: WordRow): string[] => (row.key === '' ? [] : [row.key]);

/** Whether two words are forms of one by the rule of their language. */
const isForm = (key: string, one: string, other: string): boolean =>
  isEnglish(key) ? isEnglishForm(one, other) : one === other || mayBeForm(one, other);

/** A word that is this many times rarer in one language than in another is a guest there: "data" in a French text. */
const GUEST = 5;

/** A word in the languages it is at home in: its forms in others are those of another word. */
function keepAtHome(rows: readonly WordRow[], clauses: ClauseCounts): WordRow[] {
  const share = ({ language, uses }: WordRow) => uses / Math.max(1, clauses.get(language) ?? 0);
  const most = Math.max(...rows.map(share));
  return rows.filter((row) => share(row) * GUEST >= most);
}

/** Words of texts that a word which no text holds as it is may be a form of. */
const bendUnknown = (word: string, near: readonly WordRow[]): WordRow[] =>
  near.filter((row) => row.key !== '' && isForm(row.key, word, row.word));

/** Forms of words that the texts hold, the word itself first. */
function* findForms(
  words: readonly string[],
  clauses: ClauseCounts,
): Climb<{ forms: WordForms; known: readonly WordRow[] }> {
  const known = yield* askWords(words);
  const unknown = words.filter(
    (word) =>
      unbend(word).length >= FORM_LETTERS &&
      // One that is bent within may be a word of another language: "my" of a Polish text.
      (unbend(word) !== word || !known.some((row) => row.word === word)),
  );
  const near = yield* askAlike([
    ...new Set(
      unknown.flatMap((word) => [word, ...listKin(word)]).map((word) => word.slice(0, FORM_LETTERS)),
    ),
  ]);
  const rowsOf = new Map(
    words.map((word) => [
      word,
      [
        ...keepAtHome(
          known.filter((row) => row.word === word),
          clauses,
        ),
        ...(unknown.includes(word) ? bendUnknown(word, near) : []),
      ],
    ]),
  );
  const keys = [...new Set([...rowsOf.values()].flat().flatMap(keysOf))].sort();
  const groups = keys.length === 0 ? [] : ((yield { kind: 'forms', keys }) as readonly FormRow[]);
  const wordsOf = new Map(groups.map(({ key, words: own }) => [key, own.split(' ')]));
  const forms = new Map<string, readonly string[]>();
  for (const [word, rows] of rowsOf) {
    const bent = rows.flatMap((row) => [
      row.word,
      ...keysOf(row).flatMap((key) => (wordsOf.get(key) ?? []).filter((other) => isForm(key, word, other))),
    ]);
    forms.set(word, [...new Set([word, ...bent])]);
  }
  return { forms, known };
}

const plainTerm = (text: string, kind: SearchTerm['kind'] = 'word'): SearchTerm => ({
  kind,
  text,
  isExcluded: false,
  near: null,
});

/** What was typed without quotes and nearness: each word by itself; signs that follow each other stay together. */
function splitTerms({ terms }: SearchQuery): SearchTerm[] {
  const words = terms
    .filter((term) => !term.isExcluded)
    .flatMap(({ kind, text }) =>
      (kind === 'phrase' ? text.split(/\s+/) : [text]).map((own) => [kind, own] as const),
    )
    .filter(([, text]) => listUnits(text).length > 0)
    .map(([kind, text]) => plainTerm(text, kind === 'prefix' ? 'prefix' : 'word'));
  return words.filter((term, at) => words.findIndex(({ text }) => text === term.text) === at);
}

const isWide = ({ terms }: SearchQuery): boolean =>
  terms.every(({ kind, near, isExcluded }) => isExcluded || (kind !== 'phrase' && near === null));

/** A long word without its last letters, where endings are. */
const cutEnding = (text: string): string => ([...text].length >= 6 ? [...text].slice(0, -2).join('') : text);

const isBare = (text: string): boolean => listUnits(text).length === 1 && text.length > FORM_LETTERS;

/** Words spelt nearly like those that no text holds in any form. */
function* findAlike(words: readonly string[], forms: WordForms): Climb<Map<string, readonly string[]>> {
  const unknown = words.filter((word) => mostWrong(word.length) > 0 && forms.get(word)?.length === 1);
  const known = yield* askWords(unknown);
  const wrong = unknown.filter((word) => !known.some((row) => row.word === word));
  const near = yield* askAlike([...new Set(wrong.map((word) => word.slice(0, SPELLING_LETTERS)))]);
  const alike = new Map<string, readonly string[]>();
  for (const word of wrong) {
    const most = mostWrong(word.length);
    const ranked = near
      .map((row) => ({ ...row, distance: spellingDistance(word, row.word, most) }))
      .filter(({ distance }) => distance <= most)
      .sort((a, b) => a.distance - b.distance || b.uses - a.uses || (a.word < b.word ? -1 : 1));
    const nearest = ranked.filter(({ distance }) => distance === ranked[0]!.distance);
    const found = nearest
      .filter((row, at) => nearest.findIndex((other) => other.word === row.word) === at)
      .slice(0, MOST_ALIKE);
    if (found.length > 0)
      alike.set(
        word,
        found.map((row) => row.word),
      );
  }
  return alike;
}

/** Words that are not in most clauses anyway. */
function pickTelling(
  terms: readonly SearchTerm[],
  known: readonly WordRow[],
  rowCount: number,
): SearchTerm[] {
  const usesOf = new Map<string, number>();
  for (const { word, uses } of known) usesOf.set(word, (usesOf.get(word) ?? 0) + uses);
  const telling = terms.filter(
    ({ text }) => (usesOf.get(text.toLowerCase()) ?? 0) <= rowCount * COMMON_SHARE,
  );
  return (telling.length === 0 ? [...terms] : telling).slice(0, MOST_ANY);
}

type Rung = readonly [match: SearchMatch, instead: string];
type Rungs = Generator<SearchAsk | { readonly kind: 'rung'; readonly rung: Rung }, void, SearchReplyTo>;

const listQuoted = (words: readonly string[], last: string): string =>
  joinWords(
    words.map((word) => `“${word}”`),
    last,
  );

/** Ever wider questions, each by itself; answered with nothing where one found nothing. */
function* widen(query: SearchQuery, clauses: ClauseCounts): Rungs {
  const excluded = query.terms.filter(({ isExcluded }) => isExcluded);
  const withTerms = (terms: readonly SearchTerm[]): SearchQuery => ({
    ...query,
    terms: [...terms, ...excluded],
  });
  const words = splitTerms(query);
  const loose = withTerms(words);
  const { forms, known } = yield* findForms(listBendableWords(loose.terms), clauses);
  if (!isWide(query)) {
    const rung: Rung = [makeMatch(loose, forms), 'the words in any form, wherever they stand in a clause'];
    yield { kind: 'rung', rung };
  }
  const begun = words.map((term) =>
    term.kind === 'word' && isBare(term.text) ? plainTerm(cutEnding(term.text), 'prefix') : term,
  );
  if (begun.some((term, at) => term !== words[at])) {
    yield { kind: 'rung', rung: [makeMatch(withTerms(begun), forms), 'words that begin alike'] };
  }
  const alike = yield* findAlike(listBendableWords(words), forms);
  const spelt = new Map([...forms, ...alike]);
  if (alike.size > 0) {
    const pairs = [...alike].map(([word, own]) => `${listQuoted(own, 'or')} for “${word}”`);
    yield {
      kind: 'rung',
      rung: [makeMatch(loose, spelt), `words spelt nearly so: ${joinWords(pairs, 'and')}`],
    };
  }
  const rowCount = [...clauses.values()].reduce((sum, count) => sum + count, 0);
  const telling = pickTelling(words, known, rowCount);
  const most = telling.length === words.length ? telling.length - 1 : telling.length;
  for (let count = most; count > 0; count--) {
    const names = listQuoted(
      telling.map(({ text }) => text),
      count === telling.length ? 'and' : 'or',
    );
    const instead = `clauses that say ${count === telling.length ? '' : `${count} of `}${names}`;
    yield { kind: 'rung', rung: [makeMatch(withTerms(telling), spelt, count), instead] };
  }
}

/**
 * Tries a query that is not empty. Gives the attempt that found something, null
 * where none did.
 */
export function* climbLadder(query: SearchQuery, clauses: ClauseCounts): Climb<SearchAttempt | null> {
  const { forms } = yield* findForms(listBendableWords(query.terms), clauses);
  let attempt: SearchAttempt = { match: makeMatch(query, forms), step: 0, instead: '' };
  if (yield { kind: 'match', attempt }) return attempt;
  const rungs = widen(query, clauses);
  let next = rungs.next();
  while (!next.done) {
    const ask = next.value;
    if (ask.kind === 'rung') {
      const [match, instead] = ask.rung;
      attempt = { match, step: attempt.step + 1, instead };
      if (yield { kind: 'match', attempt }) return attempt;
      next = rungs.next([]);
    } else {
      next = rungs.next(yield ask);
    }
  }
  return null;
}

/** What is said above hits of a wider question: what nothing said, and what is shown instead. */
export function tellAttempt(query: SearchQuery, { instead }: SearchAttempt, isNarrowed: boolean): string {
  if (instead === '') return '';
  const where = isNarrowed ? 'where it was looked for ' : '';
  return `No clause ${where}says ${describeQuery(query)}. Shown instead: ${instead}.`;
}

/** What is said where no attempt found anything. */
export function tellNothing(query: SearchQuery): string {
  const isOne = splitTerms(query).length === 1;
  return `Nothing says ${describeQuery(query)} here${isOne ? ', in any form or spelling near it' : ', nor any of the words, in any form or spelling near them'}.`;
}
