/**
 * Text as the search index sees it: units (a word, or one sign of a script without spaces) and one term for each. A sign's
 * term is itself and the sign after it, so that words of any length are found by pairs, which are rarer than signs. Index,
 * questions and marks are made from these alike, in Node and in browsers. (`\p{…}` follows the engine's Unicode version.)
 */
import { foldText } from './languages/fold.ts';
import { hasUnspaced, UNSPACED_CLASS, UNSPACED_SIGN } from './unspaced.ts';

export interface SearchUnit {
  /** Folded. */
  readonly text: string;
  /** Where the word stands in the text that is not folded. */
  readonly start: number;
  readonly end: number;
  readonly isSign: boolean;
}

/** Soft hyphens and what else is not seen: they neither part nor glue words. */
const INVISIBLE = String.raw`\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff`;
/** Raised figures are marks of footnotes. */
const FOOTNOTE = String.raw`\u00b2\u00b3\u00b9\u2070-\u209f`;
const LETTER = String.raw`(?![${FOOTNOTE}])[\p{L}\p{N}\p{Co}]`;
const WORD = (isOther: string) =>
  String.raw`${isOther}${LETTER}(?:${isOther}(?:${LETTER}|\p{M}|[${INVISIBLE}]))*`;

const SPACED_WORDS = new RegExp(WORD(''), 'gu');
const UNITS = new RegExp(`(${UNSPACED_SIGN})|${WORD(`(?![${UNSPACED_CLASS}])`)}`, 'gu');
const ASCII_WORDS = /[a-z0-9]+/g;
const NOT_LETTERS = /[^\p{L}\p{N}\p{M}\p{Co}]+/gu;

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

const fold = (text: string): string => foldText(text).replace(NOT_LETTERS, '');

/** The units of plain text, in order. */
export function listUnits(text: string): SearchUnit[] {
  if (isAscii(text)) {
    return [...text.toLowerCase().matchAll(ASCII_WORDS)].map(({ 0: word, index }) => ({
      text: word,
      start: index,
      end: index + word.length,
      isSign: false,
    }));
  }
  const units: SearchUnit[] = [];
  for (const match of text.matchAll(hasUnspaced(text) ? UNITS : SPACED_WORDS)) {
    const folded = fold(match[0]);
    const end = match.index + match[0].length;
    if (folded !== '') units.push({ text: folded, start: match.index, end, isSign: match[1] !== undefined });
  }
  return units;
}

/** Whether a sign is followed by another one, with nothing between them that is seen. */
const NOTHING_SEEN = new RegExp(`^[${INVISIBLE}]*$`);
const isJoined = (text: string, unit: SearchUnit, next: SearchUnit | undefined): boolean =>
  unit.isSign && next?.isSign === true && NOTHING_SEEN.test(text.slice(unit.end, next.start));

/** Terms of a text, one for each of its units. */
export function listTerms(text: string, known?: readonly SearchUnit[]): string[] {
  if (!known && isAscii(text)) return text.toLowerCase().match(ASCII_WORDS) ?? [];
  const units = known ?? listUnits(text);
  return units.map((unit, at) => {
    const next = units[at + 1];
    return isJoined(text, unit, next) ? unit.text + next!.text : unit.text;
  });
}

/** Units that follow each other, as terms. */
export interface TermRow {
  readonly terms: readonly string[];
  /** Whether the last term stands for all that begin with it. */
  readonly isPrefix: boolean;
  /** A sign at the end lies in the term before it. */
  readonly unitCount: number;
}

/** What was typed as a row of terms; null where it holds none. `isPrefix`: a word at its end may go on. */
export function readTermRow(typed: string, isPrefix = false): TermRow | null {
  const units = listUnits(typed);
  const last = units.at(-1);
  if (!last) return null;
  const terms = listTerms(typed, units);
  if (!last.isSign) return { terms, isPrefix, unitCount: units.length };
  const isInPair = units.length > 1 && terms.at(-2) !== units.at(-2)!.text;
  return isInPair
    ? { terms: terms.slice(0, -1), isPrefix: false, unitCount: units.length }
    : { terms, isPrefix: true, unitCount: units.length };
}

function isRowAt(terms: readonly string[], { terms: own, isPrefix }: TermRow, at: number): boolean {
  const last = own.length - 1;
  for (let k = 0; k <= last; k++) {
    const term = terms[at + k];
    if (term === undefined) return false;
    if (isPrefix && k === last ? !term.startsWith(own[k]!) : term !== own[k]) return false;
  }
  return true;
}

/** Places where a row of terms begins. */
export function findRow(terms: readonly string[], row: TermRow): number[] {
  const found: number[] = [];
  for (let at = 0; at + row.terms.length <= terms.length; at++) if (isRowAt(terms, row, at)) found.push(at);
  return found;
}

/** How often a row of terms stands among those of a text. */
export const countRow = (terms: readonly string[], row: TermRow): number => findRow(terms, row).length;
