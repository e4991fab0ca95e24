import { readTermRow, type TermRow } from './search-terms.ts';

const ACCENTS = /[\u0300-\u036f]/g;
const WORD = /[\p{L}\p{N}\p{Co}]+/gu;

/** A shorter beginning would match a good part of all words. */
const LEAST_PREFIX = 2;

/** The words of plain text, folded, as the model of topics was taught them. (`\p{…}` follows the engine's Unicode version.) */
export function foldWords(text: string): string[] {
  const plain = /^[\0-\x7f]*$/.test(text)
    ? text
    : text.normalize('NFD').replace(ACCENTS, '').normalize('NFC');
  return plain.toLowerCase().match(WORD) ?? [];
}

/**
 * A phrase as typed into a chart, as the search index sees it: words that follow each other, whatever their case, accents
 * and punctuation; `legitimate interest*` for any ending. Null where there is no word in it.
 */
export function parsePhrase(typed: string): TermRow | null {
  const row = readTermRow(typed);
  const last = row?.terms.at(-1);
  if (!row || last === undefined) return null;
  const isBegun = /[\p{L}\p{N}\p{M}\p{Co}]\*["”\s]*$/u.test(typed) && last.length >= LEAST_PREFIX;
  return { ...row, isPrefix: row.isPrefix || isBegun };
}
