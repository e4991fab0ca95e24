/**
 * What a person types into a search box, as a question to FTS5: one reading for the command line and the browser.
 * Words are folded by FTS5's own tokenizer, on both sides, so nothing is folded here.
 * Syntax of the answer: sqlite.org/fts5.html, "Full-text Query Syntax".
 */

export interface SearchTerm {
  readonly kind: 'word' | 'phrase' | 'prefix';
  readonly text: string;
  readonly isExcluded: boolean;
}

export interface SearchQuery {
  readonly terms: readonly SearchTerm[];
  /** A MATCH expression that FTS5 accepts whatever was typed; null where there is nothing to look for. */
  readonly expression: string | null;
  /** How it was read: `“log files” and words that begin with “cook”, without “children”`. '' where there is nothing. */
  readonly reading: string;
  /** What was not taken as typed, a sentence each. */
  readonly notes: readonly string[];
}

/** More words than this make no question; they only cost time. */
const MAX_TERMS = 16;
const MAX_CHARACTERS = 500;

/** A shorter beginning would match a good part of all words. */
const LEAST_PREFIX = 2;

const QUOTES = /["“”„«»]/g;
const TERM = /(-?)(?:"([^"]*)("?)(\*?)|([^\s"]+))/g;

/** What FTS5's tokenizer makes a word of: letters, digits, private characters. The rest separates words. */
const WORD_CHARACTER = /[\p{L}\p{N}\p{Co}]/u;

function readTerm(match: RegExpMatchArray, notes: Set<string>): SearchTerm | null {
  const [, minus, quoted, closing, star, bare] = match;
  const isExcluded = minus === '-';
  const typed = quoted ?? bare!;
  const text = typed.replace(/\*+/g, ' ').trim();
  if (!WORD_CHARACTER.test(text)) return null;
  if (quoted !== undefined) {
    if (closing === '') notes.add('A quotation mark was not closed; the phrase was read to the end.');
    if (star === '*' || typed.includes('*')) notes.add('A * inside or after a phrase is not used.');
    return { kind: /\s/.test(text) ? 'phrase' : 'word', text, isExcluded };
  }
  if (!/^[^*]+\*$/.test(typed)) {
    if (typed.includes('*')) notes.add('A * works at the end of a word only; elsewhere it is not used.');
    return { kind: 'word', text, isExcluded };
  }
  if ([...text].length < LEAST_PREFIX) {
    notes.add(`A * needs ${LEAST_PREFIX} letters before it; “${text}” was read as a whole word.`);
    return { kind: 'word', text, isExcluded };
  }
  return { kind: 'prefix', text, isExcluded };
}

function listTerms(typed: string, notes: Set<string>): SearchTerm[] {
  const text = typed.slice(0, MAX_CHARACTERS).replace(QUOTES, '"').replaceAll('\0', ' ');
  const matches = [...text.matchAll(TERM)];
  const terms = matches.map((match) => readTerm(match, notes)).filter((term) => term !== null);
  if (typed.length > MAX_CHARACTERS || terms.length > MAX_TERMS) {
    notes.add(`Only the first ${MAX_TERMS} words and ${MAX_CHARACTERS} characters are used.`);
  }
  const used = terms.slice(0, MAX_TERMS);
  if (used.length === 0 || used.some((term) => !term.isExcluded)) return used;
  notes.add('Leaving out needs something to look for; the words were looked for instead.');
  return used.map((term) => ({ ...term, isExcluded: false }));
}

/** A string of FTS5: its tokenizer splits what is inside, so nothing in it can be syntax. */
const formatTerm = ({ kind, text }: SearchTerm): string =>
  `"${text.replaceAll('"', '""')}"${kind === 'prefix' ? '*' : ''}`;

const describeTerm = ({ kind, text }: SearchTerm): string =>
  kind === 'prefix' ? `words that begin with “${text}”` : `“${text}”`;

function joinWords(words: readonly string[], last: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

function toQuery(terms: readonly SearchTerm[], notes: readonly string[]): SearchQuery {
  const wanted = terms.filter((term) => !term.isExcluded);
  const excluded = terms.filter((term) => term.isExcluded);
  if (wanted.length === 0) return { terms, expression: null, reading: '', notes };
  const without = excluded.map((term) => ` NOT ${formatTerm(term)}`).join('');
  const reading = joinWords(wanted.map(describeTerm), 'and');
  return {
    terms,
    expression: `(${wanted.map(formatTerm).join(' AND ')})${without}`,
    reading:
      excluded.length === 0 ? reading : `${reading}, without ${joinWords(excluded.map(describeTerm), 'or')}`,
    notes,
  };
}

/**
 * Reads a query: quotes for a phrase, `word*` for endings, `-word` to leave out, several words are all looked for.
 * Never fails: what is no syntax is read as plain words, and `notes` say so.
 */
export function parseSearchQuery(typed: string): SearchQuery {
  const notes = new Set<string>();
  const terms = listTerms(typed, notes);
  return toQuery(terms, [...notes]);
}

/**
 * Wider questions for one that found nothing, as a person would type them: a phrase as separate words, words with any
 * ending, without what was left out. None that is the question itself.
 */
export function widenSearchQuery({ terms }: SearchQuery): string[] {
  const words = terms
    .filter((term) => !term.isExcluded)
    .flatMap((term) => term.text.split(/\s+/).filter((word) => WORD_CHARACTER.test(word)));
  const typed = formatQuery(terms);
  const wider = [
    formatQuery(terms.filter((term) => !term.isExcluded)),
    words.join(' '),
    words
      .map((word) => `${word.replace(/[^\p{L}\p{N}]+$/u, '').replace(/(?<=.{4})(?:s|es|ed|ing)$/u, '')}*`)
      .join(' '),
    ...(words.length > 1 ? words : []),
  ];
  return [...new Set(wider)].filter((text) => text !== '' && text !== typed);
}

function formatQuery(terms: readonly SearchTerm[]): string {
  return terms
    .map(({ kind, text, isExcluded }) => {
      const word = kind === 'phrase' ? `"${text}"` : kind === 'prefix' ? `${text}*` : text;
      return isExcluded ? `-${word}` : word;
    })
    .join(' ');
}
