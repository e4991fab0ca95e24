/**
 * Phrases as the search index sees them: the same words in a row, whatever their case, accents and punctuation. The rules
 * are those of SQLite's tokenizer `unicode61 remove_diacritics 2` (sqlite.org/fts5.html), so that a chart made from texts
 * and one made from the index agree; `phrases.test.ts` asks both. (`\p{…}` follows the engine's Unicode version.)
 */

/** Words that follow each other; the last one may stand for all that begin with it. */
export interface Phrase {
  readonly words: readonly string[];
  readonly isPrefix: boolean;
}

const ACCENTS = /[\u0300-\u036f]/g;
const WORD = /[\p{L}\p{N}\p{Co}]+/gu;

/** A shorter beginning would match a good part of all words. */
const LEAST_PREFIX = 2;

/** The words of plain text, folded. */
export function foldWords(text: string): string[] {
  const plain = /^[\0-\x7f]*$/.test(text)
    ? text
    : text.normalize('NFD').replace(ACCENTS, '').normalize('NFC');
  return plain.toLowerCase().match(WORD) ?? [];
}

/** A phrase as typed: `legitimate interest*`. Null where there is no word in it. */
export function parsePhrase(typed: string): Phrase | null {
  const words = foldWords(typed);
  const last = words.at(-1);
  if (last === undefined) return null;
  return { words, isPrefix: /[\p{L}\p{N}\p{Co}]\*\s*$/u.test(typed) && last.length >= LEAST_PREFIX };
}

/** Whether a folded word is the phrase's word at a place. */
function isWordOf({ words, isPrefix }: Phrase, at: number, word: string | undefined): boolean {
  const own = words[at]!;
  if (word === undefined) return false;
  return isPrefix && at === words.length - 1 ? word.startsWith(own) : word === own;
}

/** How often a phrase stands in folded words. */
export function countPhrase(folded: readonly string[], phrase: Phrase): number {
  const { length } = phrase.words;
  let count = 0;
  for (let at = 0; at + length <= folded.length; at++) {
    let found = 0;
    while (found < length && isWordOf(phrase, found, folded[at + found])) found++;
    if (found === length) count++;
  }
  return count;
}
