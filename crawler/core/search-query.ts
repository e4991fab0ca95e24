/** What a person types into a search box, read: one reading for the command line and the browser. */
import { HIT_STATES, type HitState } from './search-results.ts';
import { readTermRow } from './search-terms.ts';

export interface SearchTerm {
  /** A word in any form, words as typed in quotes, or a beginning. */
  readonly kind: 'word' | 'phrase' | 'prefix';
  readonly text: string;
  readonly isExcluded: boolean;
  /** Words that may stand between it and the term before; null where it may stand anywhere. */
  readonly near: number | null;
}

export interface SearchQuery {
  readonly terms: readonly SearchTerm[];
  /** Whether there is nothing to look for. */
  readonly isEmpty: boolean;
  /** `in:removed`, `in:added`, `in:present`: what became of the words; null for all. */
  readonly state: HitState | null;
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

function readTerm(match: RegExpMatchArray, notes: Set<string>): Omit<SearchTerm, 'near'> | null {
  const [, minus, quoted, closing, star, bare] = match;
  const isExcluded = minus === '-';
  const typed = quoted ?? bare!;
  const text = typed.replace(/\*+/g, ' ').trim();
  if (readTermRow(text) === null) return null;
  if (quoted !== undefined) {
    if (closing === '') notes.add('A quotation mark was not closed; the phrase was read to the end.');
    if (star === '*' || typed.includes('*')) notes.add('A * inside or after a phrase is not used.');
    return { kind: 'phrase', text, isExcluded };
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
        notes.add(
          `After in: stands ${HIT_STATES.slice(0, -1).join(', ')} or ${HIT_STATES.at(-1)}; “${bare}” was read as words.`,
        );
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

/**
 * Reads a query: quotes for words as typed, `word*` for endings, `-word` to leave out, `a NEAR b` or `a near/5 b` for words
 * that stand near each other, `in:removed` for what became of them; several words are all looked for.
 * Never fails: what is no syntax is read as plain words, and `notes` say so.
 */
export function parseSearchQuery(typed: string): SearchQuery {
  const notes = new Set<string>();
  const { terms, state } = listTerms(typed, notes);
  return { terms, state, isEmpty: terms.every(({ isExcluded }) => isExcluded), notes: [...notes] };
}
