import { foldTypography } from '../as-read.ts';
import { hasUnspaced, UNSPACED_CLASS, UNSPACED_WORD } from '../unspaced.ts';

/** A word where it stands in a text, in UTF-16 units. What lies between two words is punctuation and white space. */
export interface WordToken {
  /** Equal keys read the same. */
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

const LETTER = String.raw`(?![${UNSPACED_CLASS}])[\p{L}\p{N}\p{M}]`;

/**
 * Letters and digits with inner apostrophes; a number with its inner points and commas; one ideograph, run of katakana or
 * cluster of the scripts written without spaces. Taking `opt-out` or `a@b.example` as one word was tried: a change in one
 * half then marks both. (`\p{…}` follows the engine's Unicode version.)
 */
const WORD = new RegExp(
  String.raw`\p{N}+(?:[.,]\p{N}+)+|${UNSPACED_WORD}|(?:${LETTER})+(?:['\u2019](?:(?![${UNSPACED_CLASS}])\p{L})+)*`,
  'gu',
);
/** The same for texts without any such script. */
const SPACED_WORD = /\p{N}+(?:[.,]\p{N}+)+|[\p{L}\p{N}\p{M}]+(?:['\u2019]\p{L}+)*/gu;

export function tokenizeWords(text: string): WordToken[] {
  const tokens: WordToken[] = [];
  for (const match of text.matchAll(hasUnspaced(text) ? WORD : SPACED_WORD)) {
    const [word] = match;
    const key = /^[\x20-\x7e]*$/.test(word) ? word : foldTypography(word);
    tokens.push({ key, start: match.index, end: match.index + word.length });
  }
  return tokens;
}

/** A text and its words. */
export interface Text {
  readonly text: string;
  readonly words: readonly WordToken[];
}

/** What stands before word `at` and after the word before it; at the ends what stands before the first, after the last. */
export function gapBefore({ text, words }: Text, at: number): string {
  return text.slice(words[at - 1]?.end ?? 0, words[at]?.start ?? text.length);
}
