import { foldInPlace } from './fold.ts';

/** A number or a word of a text, as dates are made of them. */
export interface DateToken {
  readonly from: number;
  readonly to: number;
  /** Folded, without the dots of an abbreviation; digits for a number. */
  readonly word: string;
  /** NaN for a word. */
  readonly number: number;
}

/**
 * Digits; one ideograph; a Thai abbreviation with its dots (`พ.ศ.`); letters. The last in any script. Each alternative
 * begins with other characters or takes a run whole, so that reading is linear.
 */
const TOKEN =
  /\d+|\p{Script=Han}|[\u0e00-\u0e7f]+(?:\.[\u0e00-\u0e7f]+)*|(?:(?![\p{Script=Han}\u0e00-\u0e7f])[\p{L}\p{M}])+/gu;

/** `updatedMarch`: where a capital follows a small letter a new word begins. */
const GLUED = /\p{Ll}(?=\p{Lu}\p{Ll})/gu;

function wordTokens(text: string, folded: string, from: number, to: number): DateToken[] {
  const tokens: DateToken[] = [];
  let start = from;
  const push = (end: number) => {
    tokens.push({
      from: start,
      to: end,
      word: folded.slice(start, end).replaceAll('.', ''),
      number: Number.NaN,
    });
    start = end;
  };
  for (const { index } of text.slice(from, to).matchAll(GLUED)) push(from + index + 1);
  push(to);
  return tokens;
}

/** The numbers and words of a text; `folded` is the same text folded in place. */
export function listTokens(text: string, folded = foldInPlace(text)): DateToken[] {
  const tokens: DateToken[] = [];
  for (const match of folded.matchAll(TOKEN)) {
    const [word] = match;
    const [from, to] = [match.index, match.index + match[0].length];
    if (/^\d/.test(word)) tokens.push({ from, to, word, number: Number(word) });
    else tokens.push(...wordTokens(text, folded, from, to));
  }
  return tokens;
}
