/** Text as names are compared: case, accents and the forms of one letter do not count. */

const ACCENTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0640]/g;
/** Letters that no decomposition takes apart, and that addresses write in plain letters. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/** Lower case, without accents; compatibility forms (full width) as plain ones. */
export function foldText(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
  const plain = text.normalize('NFKD').replace(ACCENTS, '').normalize('NFC').toLowerCase();
  return plain.replace(LETTER, (letter) => LETTERS[letter]!);
}

/** The words of folded text. A sign for "and" is that word. */
export function wordsOf(folded: string): string[] {
  return folded.replaceAll('&', ' and ').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Folded text without anything between its letters, as languages without spaces are searched. */
export function squeeze(folded: string): string {
  return folded.replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}
