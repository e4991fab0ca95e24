import { type Line, lineText } from './line.ts';

/** How lines look beside the text around them, as far as it marks headings. */

/** Longest line that its look alone makes a heading. */
const MAX_DISGUISED = 125;

/** A line that may be a heading. */
export interface HeadingCandidate {
  readonly at: number;
  /** Smaller ranks higher; equal looks rank alike. */
  readonly rank: number;
  /** Capitals or slant alone speak for it. */
  readonly isWeak: boolean;
}

export const isTagged = (candidate: HeadingCandidate) => candidate.rank <= 60;

export interface BaseLook {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly size: number;
}

/** Share of the text from which on a look is the ordinary one. */
const BASE_SHARE = 0.7;

/** The look of most of the text. */
export function findBaseLook(lines: readonly Line[]): BaseLook {
  let total = 0;
  let strong = 0;
  let emphasis = 0;
  const sizes = new Map<number, number>();
  for (const line of lines) {
    if (line.heading > 0 || line.kind === 'row') continue;
    for (const run of line.runs) {
      const length = run.text.length;
      total += length;
      if (run.strong) strong += length;
      if (run.emphasis) emphasis += length;
      sizes.set(run.size, (sizes.get(run.size) ?? 0) + length);
    }
  }
  const size = [...sizes].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
  return { strong: strong > total * BASE_SHARE, emphasis: emphasis > total * BASE_SHARE, size };
}

export const HAS_LETTER = /\p{L}/u;
export const isCaps = (text: string) =>
  text === text.toUpperCase() && (text.match(/\p{L}/gu)?.length ?? 0) >= 4;

/** Words and signs that a title does not end with. */
const ENDS_SENTENCE = /[.;,…]["'”’)]*$/;

/** Short, no sentence, and not all of it a link. */
export function isTitleLike(line: Line): boolean {
  const text = lineText(line);
  return (
    line.kind === 'text' &&
    text.length >= 2 &&
    text.length <= MAX_DISGUISED &&
    HAS_LETTER.test(text) &&
    !ENDS_SENTENCE.test(text) &&
    line.runs.some((run) => run.href === null && HAS_LETTER.test(run.text))
  );
}

/** What may be a title, and is no item. */
export function isDisguised(line: Line): boolean {
  return isTitleLike(line) && !(line.depth > 0 && line.marker !== null);
}

/** Whether all of a line's words are bold, in a text that is not. */
export function isBoldLine(line: Line, base: BaseLook): boolean {
  const inked = line.runs.filter((run) => /[\p{L}\p{N}]/u.test(run.text));
  return !base.strong && line.kind === 'text' && inked.length > 0 && inked.every((run) => run.strong);
}
