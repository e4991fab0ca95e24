import { plainText } from './inline.ts';

/**
 * Folds plain text to what a reader tells apart: typographic quotes, dashes, ellipses, ligature-like compatibility
 * forms, soft hyphens, invisible characters and the amount of white space make no difference; letters, case, digits
 * and the rest of the punctuation do. (NFKC follows the engine's Unicode version.)
 */
export function foldTypography(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .normalize('NFKC')
    .replace(/[\u2018\u2019\u201a\u201b\u2032\u0060\u00b4]/g, "'")
    .replace(/''|[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A clause's inline Markdown as a reader reads it. */
export function asRead(markdown: string): string {
  return foldTypography(plainText(markdown));
}
