import type { Clause, Match, Span } from '../model.ts';

/**
 * Word diffs as one readable line: `We keep [-all-]{+some+} logs.`; what is outside brackets is kept.
 */
export function formatSpans(spans: readonly Span[]): string {
  return spans
    .map(([kind, text]) => (kind === 'kept' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}

/** Both texts of a word diff in that notation. */
export function parseWordDiff(notation: string): { left: string; right: string } {
  return {
    left: notation.replace(/\{\+[\s\S]*?\+\}/g, '').replace(/\[-([\s\S]*?)-\]/g, '$1'),
    right: notation.replace(/\[-[\s\S]*?-\]/g, '').replace(/\{\+([\s\S]*?)\+\}/g, '$1'),
  };
}

/** One line of Markdown as a clause: `# heading`, `- item`, or a paragraph. */
export function clauseOf(line: string): Clause {
  const heading = /^(#+) (.*)$/.exec(line);
  if (heading) return { kind: 'heading', level: heading[1]!.length, text: heading[2]! };
  return line.startsWith('- ')
    ? { kind: 'item', level: 1, text: line.slice(2) }
    : { kind: 'paragraph', level: 0, text: line };
}

export const clausesOf = (text: string): Clause[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(clauseOf);

/** Both sides of an alignment, and the matches it must have, as `left>right kind` in the order of the left. */
export interface AlignmentCase {
  readonly left: Clause[];
  readonly right: Clause[];
  readonly expected: string[];
}

/**
 * An alignment as text, a clause a line:
 *
 *     = stands on both sides         - stands on the left only        + stands on the right only
 *     ~ left words => right words    1< left place of match 1         1> right place of match 1
 *
 * A numbered match with one place on each side has moved; with several on one side it is a split or merge.
 */
export function parseAlignment(notation: string): AlignmentCase {
  const left: Clause[] = [];
  const right: Clause[] = [];
  const matches: { left: number[]; right: number[] }[] = [];
  const numbered = new Map<string, { left: number[]; right: number[] }>();
  const add = (match: { left: number[]; right: number[] }, leftText?: string, rightText?: string) => {
    if (!matches.includes(match)) matches.push(match);
    if (leftText !== undefined) match.left.push(left.push(clauseOf(leftText)) - 1);
    if (rightText !== undefined) match.right.push(right.push(clauseOf(rightText)) - 1);
  };
  for (const line of notation.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const [, sign, text] = /^([=~+-]|\d[<>]) (.*)$/.exec(line) as unknown as [string, string, string];
    const one = { left: [], right: [] };
    if (sign === '=') add(one, text, text);
    else if (sign === '-') add(one, text);
    else if (sign === '+') add(one, undefined, text);
    else if (sign === '~') add(one, ...(text.split(' => ') as [string, string]));
    else {
      const match = numbered.get(sign[0]!) ?? one;
      numbered.set(sign[0]!, match);
      if (sign[1] === '<') add(match, text);
      else add(match, undefined, text);
    }
  }
  return { left, right, expected: matches.map(formatLinks).sort() };
}

/** A match without its judgement: `0,1>0`. */
export const formatLinks = (match: Pick<Match, 'left' | 'right'>): string => `${match.left}>${match.right}`;
