import { type Line, lineText } from './line.ts';
import { type HeadingCandidate, isDisguised } from './looks.ts';

/**
 * Titles that a page marks in a way of its own: a class, a colour, a typeface, a ground, the middle of the line. One
 * such line says nothing. A look that comes again and again, each time on a short line above text in another look, and
 * hardly anywhere else, is how the page marks its titles.
 */

const MIN_ALIKE = 3;
/** Share of a look's lines that stand as titles do. */
const MIN_TITLES = 0.8;
/** Titles are the smaller part of a text. */
const MAX_SHARE = 0.3;
/** Least text below a title, up to the next. */
const MIN_BELOW = 60;

/** How all of a line looks; null where parts of it look otherwise, or where it is no line of text. */
function lookOf(line: Line): string | null {
  if (line.kind !== 'text' || line.heading > 0 || line.isTerm) return null;
  const inked = line.runs.filter((run) => /[\p{L}\p{N}]/u.test(run.text));
  const first = inked[0];
  if (!first) return null;
  const isEven = inked.every(
    (run) =>
      run.strong === first.strong &&
      run.emphasis === first.emphasis &&
      run.underline === first.underline &&
      run.size === first.size,
  );
  if (!isEven) return null;
  return [line.dress, first.strong, first.emphasis, first.underline, first.size].join('\n');
}

/** Characters of text below a line, up to the next line of its look or to so many as are asked for. */
function measureBelow(looks: readonly (string | null)[], lines: readonly Line[], at: number): number {
  let length = 0;
  for (let below = at + 1; below < lines.length && length < MIN_BELOW; below++) {
    if (looks[below] === looks[at]) break;
    length += lineText(lines[below]!).length;
  }
  return length;
}

/** Adds the lines of every look that marks titles. */
export function addRecurring(candidates: Map<number, HeadingCandidate>, lines: readonly Line[]): void {
  const looks = lines.map(lookOf);
  const byLook = new Map<string, number[]>();
  let total = 0;
  for (const [at, look] of looks.entries()) {
    total += lineText(lines[at]!).length;
    if (look === null) continue;
    const known = byLook.get(look);
    if (known) known.push(at);
    else byLook.set(look, [at]);
  }
  for (const found of byLook.values()) {
    if (found.length < MIN_ALIKE) continue;
    const length = found.reduce((sum, at) => sum + lineText(lines[at]!).length, 0);
    const titles = found.filter(
      (at) => isDisguised(lines[at]!) && measureBelow(looks, lines, at) >= MIN_BELOW,
    );
    if (length > total * MAX_SHARE || titles.length < Math.max(MIN_ALIKE, found.length * MIN_TITLES))
      continue;
    for (const at of titles) if (!candidates.has(at)) candidates.set(at, { at, rank: 144, isWeak: false });
  }
}
