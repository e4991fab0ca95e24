import { namesPolicy } from './policy-words.ts';
import { squashSpace } from './squash-space.ts';

/**
 * What all readers of pages (HTML, plain text, PDF) hand on: lines, each a stretch of text between two places where a
 * browser would start a new line, with everything known about how it looked.
 */

/** How text looked. */
export interface Style {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly underline: boolean;
  /** Size relative to the page's ordinary text, which is 0; steps as of `<font size>`. */
  readonly size: number;
  /** Absolute target of the link the text stands in, or null. */
  readonly href: string | null;
}

export interface StyledText extends Style {
  readonly text: string;
}

export interface Line {
  readonly kind: 'text' | 'row';
  /** Style runs, white space collapsed; of a row, those of all its cells. */
  runs: StyledText[];
  /** Cells of a row. */
  readonly cells?: readonly StyledText[][];
  /** True for a row that is the first of its table. */
  readonly startsTable?: boolean;
  /** Rank of the heading tag it stands in, 0 for none. */
  readonly heading: number;
  /** It looks like a title by its markup alone: definition term, caption, summary, the head of a disclosure. */
  readonly isTerm: boolean;
  /** It titles the text that stood behind it on the same line (`run-in-heads.ts`). */
  readonly isRunIn?: boolean;
  /** Nesting depth of the list item it stands in, 0 outside lists. */
  readonly depth: number;
  /** `-` or `7.` on the first line of an item; null on others. */
  readonly marker: string | null;
  /** Line breaks before it inside the same block; 0 for the first line of a block. */
  readonly breaks: number;
  /** Number of the block it stands in: lines of one block differ by breaks alone. */
  readonly block: number;
  /** What all of its text wears (`dress.ts`), or '' where words in it are dressed otherwise. */
  readonly dress: string;
  /** No-break spaces it starts with: the indent of the time before style sheets. */
  readonly indent: number;
}

/** Bullets of symbol fonts, saved as the letters that lie where those fonts have them. */
const LETTER_BULLET = /^(?:[oüØvq§]|\u00b7)\s+(?=[\p{L}“"(])/u;

/**
 * Word's exports show `o`, `ü` or `§` where a symbol font had a bullet. No sentence begins with most of them; `o`, `v`
 * and `q` are bullets where a neighbour has the same.
 */
export function markLetterBullets(lines: readonly Line[]): readonly Line[] {
  const marks = lines.map((line) =>
    line.kind === 'text' ? LETTER_BULLET.exec(lineText(line))?.[0] : undefined,
  );
  if (marks.every((mark) => mark === undefined)) return lines;
  return lines.map((line, at) => {
    const mark = marks[at];
    if (mark === undefined) return line;
    const isAlone = mark.trim() !== marks[at - 1]?.trim() && mark.trim() !== marks[at + 1]?.trim();
    if (isAlone && /^[ovq]/.test(mark)) return line;
    const isItem = line.marker !== null;
    return {
      ...line,
      runs: dropStart(line.runs, mark.length),
      marker: line.marker ?? '-',
      depth: isItem ? line.depth : line.depth + 1,
    };
  });
}

/** A line's plain text. */
export function lineText(line: Line): string {
  return line.runs.length === 1 ? line.runs[0]!.text : line.runs.map((run) => run.text).join('');
}

const sameStyle = (one: Style, other: Style) =>
  one.strong === other.strong &&
  one.emphasis === other.emphasis &&
  one.underline === other.underline &&
  one.size === other.size &&
  one.href === other.href;

/** Characters that only say where a line may be broken, or that another one begins the text. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;

/**
 * Collapses white space over a line's runs and joins neighbours of the same style. Spaces at the rim of a style move
 * out of it (`<a> cookie</a>`), and a style that holds nothing but space is no style.
 */
export function tidyRuns(raw: readonly StyledText[]): StyledText[] {
  const runs: StyledText[] = [];
  let pendingSpace = false;
  for (const run of raw) {
    const text = squashSpace(run.text.replace(UNSEEN, ''));
    if (text === '') continue;
    if (text === ' ') {
      pendingSpace = true;
      continue;
    }
    const startsWithSpace = text.startsWith(' ');
    const endsWithSpace = text.endsWith(' ');
    const inner = startsWithSpace || endsWithSpace ? text.trim() : text;
    const space = (pendingSpace || startsWithSpace) && runs.length > 0;
    pendingSpace = endsWithSpace;
    const last = runs.at(-1);
    if (last && sameStyle(last, run))
      runs[runs.length - 1] = { ...last, text: last.text + (space ? ' ' : '') + inner };
    else {
      if (space && last) addSpace(runs, last);
      runs.push({ ...run, text: inner });
    }
  }
  return runs;
}

const PLAIN: Style = { strong: false, emphasis: false, underline: false, size: 0, href: null };

/** Puts the space between two runs outside of both where the left one is marked. */
function addSpace(runs: StyledText[], last: StyledText): void {
  if (last.strong || last.emphasis || last.href !== null) runs.push({ ...PLAIN, size: last.size, text: ' ' });
  else runs[runs.length - 1] = { ...last, text: `${last.text} ` };
}

/** Runs of several lines as those of one, a space between. */
export function joinRuns(parts: readonly (readonly StyledText[])[]): StyledText[] {
  const space: StyledText = { ...PLAIN, text: ' ' };
  return tidyRuns(parts.flatMap((runs) => [...runs, space]));
}

/** Unstyled text as runs. */
export function plainRuns(text: string): StyledText[] {
  return tidyRuns([{ ...PLAIN, text }]);
}

/** Runs without as many characters at their start, and without the space that follows those. */
export function dropStart(runs: readonly StyledText[], length: number): StyledText[] {
  const kept: StyledText[] = [];
  let left = length;
  for (const run of runs) {
    const text = run.text.slice(left);
    left = Math.max(0, left - run.text.length);
    if (text !== '') kept.push({ ...run, text: kept.length === 0 ? text.trimStart() : text });
  }
  return kept.filter((run) => run.text !== '');
}

/** Marked as a heading in one way or another, all of it. */
export function isMarked(line: Line): boolean {
  return (
    line.heading > 0 || line.isTerm || line.runs.every((run) => run.strong || run.underline || run.size >= 1)
  );
}

/** Longest heading that breaks may cut in several lines. */
const MAX_CUT_HEADING = 120;

/** `2.` or `(4)` in a cell or on a line of its own. */
const LONE_NUMBER = /^\(?\d{1,3}[.)]$/;

/** A large or bold title over two lines: `Example Mail<br>Privacy Policy`. */
function isCutTitle(above: Line, below: Line): boolean {
  const isAlike = isMarked(above) && isMarked(below) && above.runs[0]!.size === below.runs[0]!.size;
  const isTitle =
    namesPolicy(lineText(below)) && !namesPolicy(lineText(above)) && lineText(below).length <= 40;
  return isAlike && isTitle && above.marker === null;
}

/** Whether breaks, or cells, cut one heading or one numbered clause in two. */
function isCut(above: Line, below: Line): boolean {
  if (above.kind !== 'text' || below.kind !== 'text') return false;
  if (LONE_NUMBER.test(lineText(above))) return below.marker === null && above.depth === below.depth;
  if (above.block !== below.block || below.breaks !== 1) return false;
  return above.heading > 0 ? above.heading === below.heading : isCutTitle(above, below);
}

/** A number takes the look of what it numbers. */
function joinLines(above: Line, below: Line): Line {
  const isNumber = LONE_NUMBER.test(lineText(above));
  const look = below.runs[0]!;
  const first = isNumber ? above.runs.map((run) => ({ ...look, href: null, text: run.text })) : above.runs;
  return { ...(isNumber ? below : above), marker: above.marker, runs: joinRuns([first, below.runs]) };
}

/** Lines made whole that were cut: `<h1>Policy for<br>example.com</h1>`, `<td>2.</td><td><b>Cookies</b>…</td>`. */
export function joinCutLines(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const above = joined.at(-1);
    const fits = above && lineText(above).length < MAX_CUT_HEADING && isCut(above, line);
    if (fits) joined[joined.length - 1] = joinLines(above, line);
    else joined.push(line);
  }
  return joined;
}
