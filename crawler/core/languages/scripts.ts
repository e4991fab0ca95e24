import type { Script } from './language.ts';

/** Writing systems of characters, and what a character of each carries. */

const CLASSES: readonly (readonly [script: Script, pattern: RegExp])[] = [
  ['Latn', /\p{Script=Latin}/gu],
  ['Cyrl', /\p{Script=Cyrillic}/gu],
  ['Grek', /\p{Script=Greek}/gu],
  ['Arab', /\p{Script=Arabic}/gu],
  ['Hebr', /\p{Script=Hebrew}/gu],
  ['Deva', /\p{Script=Devanagari}/gu],
  ['Thai', /\p{Script=Thai}/gu],
  ['Laoo', /\p{Script=Lao}/gu],
  ['Khmr', /\p{Script=Khmer}/gu],
  ['Hani', /\p{Script=Han}/gu],
  ['Kana', /[\p{Script=Hiragana}\p{Script=Katakana}ー]/gu],
  ['Hang', /\p{Script=Hangul}/gu],
];

/** How many characters of a text belong to each script; scripts without any are left out. */
export function countScripts(text: string): Map<Script, number> {
  if (/^[\0-\x7f]*$/.test(text)) {
    const letters = text.match(/[A-Za-z]/g)?.length ?? 0;
    return new Map(letters > 0 ? [['Latn', letters]] : []);
  }
  const counts = new Map<Script, number>();
  for (const [script, pattern] of CLASSES) {
    const count = text.match(pattern)?.length ?? 0;
    if (count > 0) counts.set(script, count);
  }
  return counts;
}

/** Scripts written without spaces between words. */
export const UNSPACED: ReadonlySet<Script> = new Set(['Hani', 'Kana', 'Thai', 'Laoo', 'Khmr']);

/** Any character that counts more than one; by halves of those beyond the first plane, which is three times as fast. */
const DENSE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ud840-\ud8bf]/;
const IDEOGRAPH = /\p{Script=Han}/gu;
const SYLLABLE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

/**
 * The length of a text as if it were written in Latin letters. The same content takes a third of the characters in
 * Chinese and half in Japanese kana or Korean; limits on lengths are meant for content.
 */
export function weighText(text: string): number {
  if (!DENSE.test(text)) return text.length;
  return text.length + 2 * (text.match(IDEOGRAPH)?.length ?? 0) + (text.match(SYLLABLE)?.length ?? 0);
}

/** Letters a word has in the mean, a space included: what words of scripts without spaces are counted by. */
const LETTERS_A_WORD = 6;

/** About how many words a text has; scripts without spaces are counted by what their characters carry. */
export function estimateWords(text: string): number {
  const spaced = text.match(/\S+/g)?.length ?? 0;
  const unspaced = text.match(
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]+/gu,
  );
  if (!unspaced) return spaced;
  const carried = unspaced.reduce((sum, run) => sum + weighText(run), 0);
  return spaced + Math.round(carried / LETTERS_A_WORD);
}
