/**
 * A query as a question to FTS5, as marks in the texts it finds, and in words. The index holds our own terms with blanks
 * between. Syntax of the question: sqlite.org/fts5.html, "Full-text Query Syntax".
 */
import type { SearchQuery, SearchTerm } from './search-query.ts';
import { HIT_END, HIT_START, type HitState } from './search-results.ts';
import { findRow, listTerms, listUnits, readTermRow, type TermRow } from './search-terms.ts';

/** What texts hold for a word: its forms, or others like it. A word that is not listed stands for itself alone. */
export type WordForms = ReadonlyMap<string, readonly string[]>;

export interface SearchMatch {
  readonly expression: string;
  /** What of a text is marked. */
  readonly rows: readonly TermRow[];
  /** `“log files” and words that begin with “cook”, without “children”`. */
  readonly reading: string;
}

/** Ways to write a group of words near each other, at most. */
const MOST_COMBINATIONS = 64;
/** Forms of a word that are named, at most. */
const MOST_NAMED = 4;

/** In Korean particles are written to the end of a word. */
const HANGUL = /^[\uac00-\ud7a3]+$/;

const spacedEnd = (text: string): string | null => {
  const last = listUnits(text).at(-1);
  return last && !last.isSign ? last.text : null;
};

/** Words of a query that may stand in other forms, folded. */
export const listBendableWords = (terms: readonly SearchTerm[]): string[] => [
  ...new Set(
    terms.flatMap(({ kind, text }) =>
      kind === 'word' ? [spacedEnd(text)].filter((word) => word !== null) : [],
    ),
  ),
];

function formsOf(term: SearchTerm, forms: WordForms): readonly string[] {
  const word = term.kind === 'word' ? spacedEnd(term.text) : null;
  return word === null ? [] : (forms.get(word) ?? [word]);
}

function listRows(term: SearchTerm, forms: WordForms): TermRow[] {
  const row = readTermRow(term.text, term.kind === 'prefix')!;
  const bent = formsOf(term, forms);
  if (bent.length === 0) return [row];
  return bent.map((form) => ({
    ...row,
    terms: [...row.terms.slice(0, -1), form],
    isPrefix: HANGUL.test(form),
  }));
}

const formatRow = ({ terms, isPrefix }: TermRow): string => `"${terms.join(' ')}"${isPrefix ? ' *' : ''}`;

function anyOf(parts: readonly string[]): string {
  return parts.length === 1 ? parts[0]! : `(${parts.join(' OR ')})`;
}

/** Terms that stand near each other follow each other in one group. */
function groupNear(terms: readonly SearchTerm[]): SearchTerm[][] {
  const groups: SearchTerm[][] = [];
  for (const term of terms) {
    if (term.near === null) groups.push([term]);
    else groups.at(-1)!.push(term);
  }
  return groups;
}

const distanceOf = (group: readonly SearchTerm[]) => Math.max(...group.map(({ near }) => near ?? 0));

function combine<T>(choices: readonly (readonly T[])[]): T[][] {
  let rows: T[][] = [[]];
  for (const own of choices) {
    rows = rows.flatMap((row) => own.map((one) => [...row, one])).slice(0, MOST_COMBINATIONS);
  }
  return rows;
}

function formatGroup(group: readonly SearchTerm[], forms: WordForms): string {
  const choices = group.map((term) => listRows(term, forms).map(formatRow));
  if (choices.length === 1) return anyOf(choices[0]!);
  return anyOf(combine(choices).map((row) => `NEAR(${row.join(' ')}, ${distanceOf(group)})`));
}

const quote = (word: string): string => `“${word}”`;

/** `a, b and c`. */
export function joinWords(words: readonly string[], last: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

function describeTerm(term: SearchTerm, forms: WordForms): string {
  if (term.kind === 'prefix') return `words that begin with ${quote(term.text)}`;
  const word = spacedEnd(term.text);
  const others = formsOf(term, forms).filter((form) => form !== word);
  if (others.length === 0) return quote(term.text);
  const rest = others.length - MOST_NAMED;
  const named = others.slice(0, rest > 0 ? MOST_NAMED : others.length).map(quote);
  return `${quote(term.text)} (also ${joinWords(rest > 0 ? [...named, `${rest} more`] : named, 'and')})`;
}

function describeGroup(group: readonly SearchTerm[], forms: WordForms): string {
  const words = group.map((term) => describeTerm(term, forms)).join(' near ');
  const distance = distanceOf(group);
  return group.length === 1
    ? words
    : `${words} (up to ${distance} ${distance === 1 ? 'word' : 'words'} between)`;
}

const STATE_WORDS: Readonly<Record<HitState, string>> = {
  present: ', where the newest version says it',
  removed: ', where the newest version no longer says it',
  added: ', where the first version did not say it',
};

const NO_FORMS: WordForms = new Map();

/** How a query is read, as a part of a sentence. */
export function describeQuery({ terms, state }: SearchQuery, forms = NO_FORMS, join = 'and'): string {
  const excluded = terms.filter((term) => term.isExcluded);
  const wanted = groupNear(terms.filter((term) => !term.isExcluded));
  const words = joinWords(
    wanted.map((group) => describeGroup(group, forms)),
    join,
  );
  const left = joinWords(
    excluded.map((term) => describeTerm(term, forms)),
    'or',
  );
  return `${words}${left === '' ? '' : `, without ${left}`}${state === null ? '' : STATE_WORDS[state]}`;
}

/** All ways to take `count` of some things, in their order. */
function choose<T>(all: readonly T[], count: number): T[][] {
  if (count === 0) return [[]];
  return all.flatMap((one, at) => choose(all.slice(at + 1), count - 1).map((rest) => [one, ...rest]));
}

/**
 * The question for a query that is not empty, with the forms of its words. With `least` it is enough that a clause holds so
 * many of its groups of words.
 */
export function makeMatch(query: SearchQuery, forms: WordForms = NO_FORMS, least?: number): SearchMatch {
  const wanted = query.terms.filter((term) => !term.isExcluded);
  const groups = groupNear(wanted).map((group) => formatGroup(group, forms));
  const excluded = query.terms.filter((term) => term.isExcluded);
  const without = excluded.map((term) => ` NOT ${anyOf(listRows(term, forms).map(formatRow))}`).join('');
  const ways = choose(groups, least ?? groups.length).map((way) => `(${way.join(' AND ')})`);
  return {
    expression: `${anyOf(ways)}${without}`,
    rows: wanted.flatMap((term) => listRows(term, forms)),
    reading: describeQuery(query, forms, (least ?? groups.length) === groups.length ? 'and' : 'or'),
  };
}

/** A text with marks of `search-results.ts` around what a question found in it. The text holds no control characters. */
export function markHits(text: string, rows: readonly TermRow[]): string {
  const units = listUnits(text);
  const terms = listTerms(text, units);
  const spans = rows
    .flatMap((row) => findRow(terms, row).map((at) => [at, at + row.unitCount - 1] as const))
    .sort(([left], [right]) => left - right);
  let [marked, at, open] = ['', 0, -1];
  for (const [first, last] of spans) {
    const { start } = units[first]!;
    const { end } = units[Math.min(last, units.length - 1)]!;
    if (open >= 0 && start <= open) {
      if (end > open) marked = `${marked.slice(0, -1)}${text.slice(open, end)}${HIT_END}`;
    } else {
      marked += `${text.slice(at, start)}${HIT_START}${text.slice(start, end)}${HIT_END}`;
    }
    open = Math.max(open, end);
    at = open;
  }
  return marked + text.slice(at);
}
