import { CLUSTERS_A_WORD, hasUnspaced, isCluster, UNSPACED_CLASS, UNSPACED_WORD } from './unspaced.ts';

const LETTER = String.raw`(?![${UNSPACED_CLASS}])[\p{L}\p{N}\p{M}]`;

/**
 * A word: letters and digits with inner apostrophes, hyphens, dots, at-signs (`user's`, `opt-out`, `3.1`), or one
 * ideograph, one run of katakana, one cluster. (`\p{…}` follows the engine's Unicode version.)
 */
const WORD = new RegExp(`(?:${LETTER})+(?:['’.@_-](?:${LETTER})+)*|${UNSPACED_WORD}`, 'gu');
/** The same for texts without any such script. */
const SPACED_WORD = /[\p{L}\p{N}\p{M}]+(?:['’.@_-][\p{L}\p{N}\p{M}]+)*/gu;

/** The words of plain text, in order. */
export function listWords(text: string): string[] {
  return text.match(hasUnspaced(text) ? WORD : SPACED_WORD) ?? [];
}

/** How many words a text has; of clusters several make one. */
export function countWords(text: string): number {
  const words = listWords(text);
  if (!hasUnspaced(text)) return words.length;
  const clusters = words.filter(isCluster).length;
  return words.length - clusters + Math.ceil(clusters / CLUSTERS_A_WORD);
}
