/**
 * A word: letters and digits with inner apostrophes, hyphens, dots, at-signs (`user's`, `opt-out`, `3.1`), or one
 * ideograph. (`\p{…}` follows the engine's Unicode version.)
 */
const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}]+(?:['’.@_-][\p{L}\p{N}\p{M}]+)*/gu;

/** The words of plain text, in order. */
export function listWords(text: string): string[] {
  return text.match(WORD) ?? [];
}

export function countWords(text: string): number {
  return listWords(text).length;
}
