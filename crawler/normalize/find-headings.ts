import { type Line, lineText } from './line.ts';

/**
 * Which lines are headings, in whatever disguise, and of which rank. Lines are judged by tag, weight, size, underline,
 * capitals and slant of all their text and by what follows them; ranks come from sorting the looks that occur.
 */

/** Longest bold line that reads as a heading; longest that a heading tag makes one. */
const MAX_DISGUISED = 125;
const MAX_TAGGED = 300;

/** A size that a reader tells from the ordinary one: about a sixth larger. */
const MIN_LARGER = 0.8;

interface Candidate {
  readonly at: number;
  /** Smaller ranks higher; equal looks rank alike. */
  readonly rank: number;
  /** Capitals or slant alone speak for it. */
  readonly isWeak: boolean;
}

interface BaseLook {
  readonly strong: boolean;
  readonly emphasis: boolean;
  readonly size: number;
}

/** Share of the text from which on a look is the ordinary one. */
const BASE_SHARE = 0.7;

/** The look of most of the text. */
function findBaseLook(lines: readonly Line[]): BaseLook {
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

const HAS_LETTER = /\p{L}/u;
const isCaps = (text: string) => text === text.toUpperCase() && (text.match(/\p{L}/gu)?.length ?? 0) >= 4;

/** A line that no heading tag marks but its look does; such looks rank below tags (10 to 60). */
function judgeLook(at: number, line: Line, base: BaseLook): Candidate | null {
  const text = lineText(line);
  const inked = line.runs.filter((run) => /[\p{L}\p{N}]/u.test(run.text));
  const all = (test: (run: Line['runs'][number]) => boolean) => inked.length > 0 && inked.every(test);
  const isStrong = !base.strong && all((run) => run.strong);
  const isUnderlined = all((run) => run.underline && run.href === null);
  const larger =
    inked.reduce((least, run) => Math.min(least, run.size), Number.POSITIVE_INFINITY) - base.size;
  const steps = larger >= MIN_LARGER ? Math.ceil(larger) : 0;
  const isSlanted = !base.emphasis && all((run) => run.emphasis);
  if (line.isTerm) return { at, rank: 150 + Math.min(line.indent, 8), isWeak: false };
  const isPlain = !isStrong && !isUnderlined && steps === 0;
  if (isPlain && !isSlanted && !isCaps(text)) return null;
  let rank = 140 - Math.min(steps, 6) * 6 + Math.min(line.indent, 8);
  if (isCaps(text)) rank -= 3;
  // Underlining comes and goes on bold headings of one rank.
  if (isStrong) rank -= 2;
  else if (isUnderlined) rank -= 1;
  if (isPlain) rank += isSlanted ? 20 : 10;
  return { at, rank, isWeak: isPlain };
}

/** Words and signs that a title does not end with. */
const ENDS_SENTENCE = /[.;,…]["'”’)]*$/;

function isDisguised(line: Line): boolean {
  const text = lineText(line);
  return (
    line.kind === 'text' &&
    text.length >= 2 &&
    text.length <= MAX_DISGUISED &&
    HAS_LETTER.test(text) &&
    !ENDS_SENTENCE.test(text) &&
    !(line.depth > 0 && line.marker !== null) &&
    line.runs.some((run) => run.href === null && HAS_LETTER.test(run.text))
  );
}

function findCandidates(lines: readonly Line[], base: BaseLook): Map<number, Candidate> {
  const candidates = new Map<number, Candidate>();
  for (const [at, line] of lines.entries()) {
    if (line.kind === 'row') continue;
    const text = lineText(line);
    if (line.heading > 0 && text.length <= MAX_TAGGED && HAS_LETTER.test(text)) {
      candidates.set(at, { at, rank: line.heading * 10, isWeak: false });
    } else if (line.heading === 0 && isDisguised(line)) {
      const candidate = judgeLook(at, line, base);
      if (candidate) candidates.set(at, candidate);
    }
  }
  return candidates;
}

/** A question that lost its bold among headings that are questions, alone on its line before its answer. */
function addPlainQuestions(candidates: Map<number, Candidate>, lines: readonly Line[]): void {
  const isQuestion = (at: number) => lineText(lines[at]!).endsWith('?');
  const asked = [...candidates.values()].filter(
    (candidate) => !isTagged(candidate) && isQuestion(candidate.at),
  );
  if (asked.length < 2) return;
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (candidates.has(at) || !next || !isQuestion(at) || !isDisguised(line) || line.depth > 0) continue;
    if (!isQuestion(at + 1) && !candidates.has(at + 1))
      candidates.set(at, { at, rank: asked[0]!.rank, isWeak: false });
  }
}

/** A number, or a letter, by which titles are counted, and what follows it. */
const COUNTED = /^\(?(?:(\d{1,2})|[a-z]|[ivx]{1,4})[.)]\)?\s+(?=\p{L})/iu;
/** Longest title that its number alone, or its full stop, gives away. */
const MAX_COUNTED = 80;
const MIN_ALIKE = 3;

/** Titles that nothing but their numbers mark: short lines that count on from 1, each above longer text. */
function addCounted(candidates: Map<number, Candidate>, lines: readonly Line[]): void {
  const counted: number[] = [];
  for (const [at, line] of lines.entries()) {
    const text = lineText(line);
    const number = Number(COUNTED.exec(text)?.[1] ?? 0);
    const next = lines[at + 1];
    const isTitle = isDisguised(line) && text.length <= MAX_COUNTED && line.heading === 0;
    const isAbove =
      next?.kind === 'text' && lineText(next).length > text.length && !COUNTED.test(lineText(next));
    if (number !== counted.length + 1) continue;
    if (!isTitle || !isAbove) return;
    counted.push(at);
  }
  if (counted.length < MIN_ALIKE) return;
  for (const at of counted) if (!candidates.has(at)) candidates.set(at, { at, rank: 145, isWeak: false });
}

/** Whether all of a line's words are bold, in a text that is not. */
function isBoldLine(line: Line, base: BaseLook): boolean {
  const inked = line.runs.filter((run) => /[\p{L}\p{N}]/u.test(run.text));
  return !base.strong && line.kind === 'text' && inked.length > 0 && inked.every((run) => run.strong);
}

/**
 * Bold titles in the places of other things, where a text has several: the first line of a counted item that goes on
 * in plain letters, and a short line with a full stop above plain text.
 */
function addDisplaced(candidates: Map<number, Candidate>, lines: readonly Line[], base: BaseLook): void {
  const items: number[] = [];
  const stopped: number[] = [];
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (candidates.has(at) || line.heading > 0 || !next || next.marker !== null) continue;
    const text = lineText(line);
    const isAbove = lineText(next).length > text.length && !isBoldLine(next, base);
    if (text.length > MAX_COUNTED || !isAbove || !isBoldLine(line, base)) continue;
    const isItem = line.depth === 1 && /^\d/.test(line.marker ?? '') && next.depth === 1;
    if (isItem) items.push(at);
    else if (line.depth === 0 && /[^.]\.$/.test(text)) stopped.push(at);
  }
  for (const found of [items, stopped]) {
    if (found.length < MIN_ALIKE) continue;
    for (const at of found) candidates.set(at, { at, rank: 138, isWeak: false });
  }
}

const isTagged = (candidate: Candidate) => candidate.rank <= 60;

/**
 * A title has text below it: three lines of one look in a row are a list or a notice, a last line is a signature, and
 * a bold line before bold text belongs to it.
 */
function dropUnfollowed(
  candidates: Map<number, Candidate>,
  lines: readonly Line[],
  base: BaseLook,
  title: number,
): void {
  const isBold = (line: Line) => !base.strong && line.kind === 'text' && line.runs.every((run) => run.strong);
  for (let at = lines.length - 1; at >= 0; at--) {
    const candidate = candidates.get(at);
    if (!candidate || isTagged(candidate)) continue;
    const next = lines[at + 1];
    const isFollowed = next && (candidates.has(at + 1) ? !candidate.isWeak : !isBold(next));
    let run = at;
    while (run - 1 !== title && candidates.get(run - 1)?.rank === candidate.rank) run--;
    if (!isFollowed) candidates.delete(at);
    else if (at - run >= 2) for (let k = run; k <= at; k++) candidates.delete(k);
    if (at - run >= 2) at = run;
  }
}

/** Capitals alone and slant alone mean a heading only where the text uses them so more than once. */
function dropLoners(candidates: Map<number, Candidate>): void {
  const weak = [...candidates.values()].filter((candidate) => candidate.isWeak);
  for (const { at, rank } of weak) {
    if (weak.filter((other) => other.rank === rank).length < 2) candidates.delete(at);
  }
}

export interface Headings {
  /** Rank of the heading by line, from 1. */
  readonly levels: ReadonlyMap<number, number>;
  /** Line that titles the whole text, or -1. */
  readonly title: number;
}

/**
 * @param title position of the line that titles the whole text, or -1
 * The title has rank 1, sections start at 2, and no rank is skipped on the way down.
 */
export function findHeadings(lines: readonly Line[], title: number): Headings {
  const base = findBaseLook(lines);
  const found = findCandidates(lines, base);
  addPlainQuestions(found, lines);
  addDisplaced(found, lines, base);
  addCounted(found, lines);
  dropUnfollowed(found, lines, base, title);
  dropLoners(found);
  if (title >= 0 && !found.has(title)) found.set(title, { at: title, rank: 0, isWeak: false });
  const candidates = [...found.values()].sort((one, other) => one.at - other.at);
  const levels = new Map<number, number>();
  /** Ranks of the headings that the current one stands under. */
  const above: number[] = [];
  for (const { at, rank } of candidates) {
    if (at === title) above.length = 0;
    else {
      while (above.length > 0 && above.at(-1)! >= rank) above.pop();
      above.push(rank);
    }
    levels.set(at, Math.min(6, above.length + 1));
  }
  return { levels, title };
}
