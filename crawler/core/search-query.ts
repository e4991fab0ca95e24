/**
 * What a person types into a search box, as a question to FTS5: one reading for the command line and the browser.
 * Words are folded by FTS5's own tokenizer, on both sides, so nothing is folded here.
 * Syntax of the answer: sqlite.org/fts5.html, "Full-text Query Syntax".
 */
import { HIT_STATES, type HitState } from './search-results.ts';

export interface SearchTerm {
  readonly kind: 'word' | 'phrase' | 'prefix';
  readonly text: string;
  readonly isExcluded: boolean;
  /** Words that may stand between it and the term before; null where it may stand anywhere. */
  readonly near: number | null;
}

export interface SearchQuery {
  readonly terms: readonly SearchTerm[];
  /** A MATCH expression that FTS5 accepts whatever was typed; null where there is nothing to look for. */
  readonly expression: string | null;
  /** `in:removed`, `in:added`, `in:present`: what became of the words; null for all. */
  readonly state: HitState | null;
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
/** Between two words: `NEAR`, or `near/5`. A lower-case near alone is a word like any other. */
const NEAR = /^(?:NEAR|[Nn](?:EAR|ear)\/(\d{1,3}))$/;
const USUAL_NEAR = 10;

const IN = /^in:(.*)$/i;

const TERM = /(-?)(?:"([^"]*)("?)(\*?)|([^\s"]+))/g;

/** What FTS5's tokenizer makes a word of: letters, digits, private characters. The rest separates words. */
const WORD_CHARACTER = /[\p{L}\p{N}\p{Co}]/u;

function readTerm(match: RegExpMatchArray, notes: Set<string>): Omit<SearchTerm, 'near'> | null {
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

/** What was typed, part by part: the state asked for, terms, and how near each stands to the one before. */
function readParts(typed: string, notes: Set<string>): { terms: SearchTerm[]; state: HitState | null } {
  const text = typed.slice(0, MAX_CHARACTERS).replace(QUOTES, '"').replaceAll('\0', ' ');
  const terms: SearchTerm[] = [];
  let state: HitState | null = null;
  let near: number | null = null;
  for (const match of text.matchAll(TERM)) {
    const bare = match[1] === '' ? match[5] : undefined;
    const named = bare && HIT_STATES.find((one) => one === IN.exec(bare)?.[1]?.toLowerCase());
    const distance = bare && NEAR.exec(bare);
    if (named) state = named;
    else if (distance && terms.length > 0) near = distance[1] ? Number(distance[1]) : USUAL_NEAR;
    else {
      if (bare && IN.test(bare))
        notes.add(`After in: stands ${joinWords(HIT_STATES, 'or')}; “${bare}” was read as words.`);
      const term = readTerm(match, notes);
      if (term) terms.push({ ...term, near });
      if (term) near = null;
    }
  }
  if (near !== null) notes.add('NEAR needs a word on both sides; it was not used.');
  return { terms, state };
}

function listTerms(typed: string, notes: Set<string>): { terms: SearchTerm[]; state: HitState | null } {
  const { terms, state } = readParts(typed, notes);
  if (typed.length > MAX_CHARACTERS || terms.length > MAX_TERMS) {
    notes.add(`Only the first ${MAX_TERMS} words and ${MAX_CHARACTERS} characters are used.`);
  }
  const used = terms.slice(0, MAX_TERMS);
  if (used.length > 0 && used.every((term) => term.isExcluded)) {
    notes.add('Leaving out needs something to look for; the words were looked for instead.');
    return { terms: used.map((term) => ({ ...term, isExcluded: false, near: null })), state };
  }
  return { terms: used.map((term, at) => dropNear(term, used[at - 1], notes)), state };
}

/** What is left out is near nothing. */
function dropNear(term: SearchTerm, before: SearchTerm | undefined, notes: Set<string>): SearchTerm {
  if (term.near === null || (before && !before.isExcluded && !term.isExcluded)) return term;
  notes.add('NEAR is not used beside a word to leave out.');
  return { ...term, near: null };
}

/** A string of FTS5: its tokenizer splits what is inside, so nothing in it can be syntax. */
const formatTerm = ({ kind, text }: SearchTerm): string =>
  `"${text.replaceAll('"', '""')}"${kind === 'prefix' ? '*' : ''}`;

const describeTerm = ({ kind, text }: SearchTerm): string =>
  kind === 'prefix' ? `words that begin with “${text}”` : `“${text}”`;

function joinWords(words: readonly string[], last: string): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
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

function formatGroup(group: readonly SearchTerm[]): string {
  if (group.length === 1) return formatTerm(group[0]!);
  return `NEAR(${group.map(formatTerm).join(' ')}, ${distanceOf(group)})`;
}

function describeGroup(group: readonly SearchTerm[]): string {
  const words = group.map(describeTerm).join(' near ');
  return group.length === 1
    ? words
    : `${words} (up to ${distanceOf(group)} ${distanceOf(group) === 1 ? 'word' : 'words'} between)`;
}

const STATE_WORDS: Readonly<Record<HitState, string>> = {
  present: ', where the newest version says it',
  removed: ', where the newest version no longer says it',
  added: ', where the first version did not say it',
};

function toQuery(
  terms: readonly SearchTerm[],
  state: HitState | null,
  notes: readonly string[],
): SearchQuery {
  const wanted = groupNear(terms.filter((term) => !term.isExcluded));
  const excluded = terms.filter((term) => term.isExcluded);
  if (wanted.length === 0) return { terms, expression: null, state, reading: '', notes };
  const without = excluded.map((term) => ` NOT ${formatTerm(term)}`).join('');
  const reading = joinWords(wanted.map(describeGroup), 'and');
  const left = excluded.length === 0 ? '' : `, without ${joinWords(excluded.map(describeTerm), 'or')}`;
  return {
    terms,
    expression: `(${wanted.map(formatGroup).join(' AND ')})${without}`,
    state,
    reading: `${reading}${left}${state === null ? '' : STATE_WORDS[state]}`,
    notes,
  };
}

/**
 * Reads a query: quotes for a phrase, `word*` for endings, `-word` to leave out, `a NEAR b` or `a near/5 b` for words
 * that stand near each other, `in:removed` for what became of them; several words are all looked for.
 * Never fails: what is no syntax is read as plain words, and `notes` say so.
 */
export function parseSearchQuery(typed: string): SearchQuery {
  const notes = new Set<string>();
  const { terms, state } = listTerms(typed, notes);
  return toQuery(terms, state, [...notes]);
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
    .map(({ kind, text, isExcluded, near }) => {
      const word = kind === 'phrase' ? `"${text}"` : kind === 'prefix' ? `${text}*` : text;
      if (near !== null) return `near/${near} ${word}`;
      return isExcluded ? `-${word}` : word;
    })
    .join(' ');
}
