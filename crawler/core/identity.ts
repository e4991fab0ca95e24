import { parseClauses } from './clauses.ts';
import { plainText } from './inline.ts';

/**
 * Letters and digits; ideographs one by one; and the signs that say something by themselves: currencies, ticks and boxes,
 * shares, and signs of more or less before a number. (`\p{…}` follows the engine's Unicode version.)
 */
const WORD =
  /[\p{Sc}%‰±≤≥✓✗☐☑☒]|[<>](?=\s?\p{N})|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}\p{M}])+/gu;

/** The number a page typed or counted before a clause: inserting one clause renumbers all below it. */
const NUMBER = /^\s*\d{1,3}[.)]\s/;

/** Spellings of a tick, a cross, a box, that say the same. */
const SIGNS: Readonly<Record<string, string>> = {
  ...{ '✔': '✓', '✅': '✓', '✕': '✗', '✖': '✗', '✘': '✗', '❌': '✗', '❎': '☒', '✔️': '✓' },
  ...{ '□': '☐', '▢': '☐', '◻': '☐', '■': '☑', '▣': '☑', '◼': '☑', '🗸': '✓', '🗹': '☑', '🗵': '☒' },
};
const SIGN = /[✔✅✕✖✘❌❎□▢◻■▣◼🗸🗹🗵]/gu;
/** A square before a text is the mark of an item. */
const SQUARE_BULLET = /^\s*[□▢◻■▣◼]\s+(?=[\p{L}\p{N}])/u;

/** Figures set high after a word: the mark of a footnote, not of the word. */
const FOOTNOTE = /(?<=\p{L}\p{L})[⁰¹²³⁴-⁹]+/gu;

/** The letter or Roman number by which a list counts its items. */
const LIST_LETTER = /^(?:[a-z]{1,2}|[ivxlcdm]{1,7}|[α-ω])\. /i;

/** What no reader sees. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Tags that a page shows as text, having escaped them once too often; they come and go with no word changed. */
const SHOWN_TAG = /<\/?(?:a|abbr|b|br|div|em|font|i|li|p|span|strong|u|ul)(?:\s[^<>]*)?>/gi;

/**
 * The text whose hash decides whether two captures hold the same version: the words of all clauses in order, without
 * capitals. So markup, ranks of headings, list marks and numbers, link targets, quotes, dashes, punctuation, spacing,
 * the spelling of a name in capitals, and where a paragraph breaks make no difference between versions; where they
 * differ between the captures of one version, the difference can be shown as a quiet one.
 */
export function identityText(markdown: string): string {
  const words: string[] = [];
  for (const { kind, text } of parseClauses(markdown)) {
    const plain = plainText(kind === 'item' ? text.replace(LIST_LETTER, '') : text)
      .replace(SHOWN_TAG, ' ')
      .replace(INVISIBLE, '')
      .replace(NUMBER, '')
      .replace(FOOTNOTE, ' $&')
      .replace(SQUARE_BULLET, '')
      .replace(SIGN, (sign) => SIGNS[sign] ?? sign)
      .normalize('NFKC')
      .toLowerCase();
    for (const word of plain.match(WORD) ?? []) words.push(word);
  }
  return words.join(' ');
}
