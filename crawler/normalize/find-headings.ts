import { type Line, lineText } from './line.ts';
import {
  type BaseLook,
  findBaseLook,
  HAS_LETTER,
  type HeadingCandidate,
  isCaps,
  isDisguised,
  isTagged,
} from './looks.ts';
import { addRecurring } from './recurring-looks.ts';
import { addCounted, addCountedItems, addDisplaced, addPlainQuestions } from './unmarked-titles.ts';

/**
 * Which lines are headings, in whatever disguise, and of which rank. Lines are judged by tag, weight, size, underline,
 * capitals and slant of all their text and by what follows them; ranks come from sorting the looks that occur.
 */

/** Longest line that a heading tag makes a heading. */
const MAX_TAGGED = 300;

/** A size that a reader tells from the ordinary one: about a sixth larger. */
const MIN_LARGER = 0.8;

/** A line that no heading tag marks but its look does; such looks rank below tags (10 to 60). */
function judgeLook(at: number, line: Line, base: BaseLook): HeadingCandidate | null {
  const text = lineText(line);
  const inked = line.runs.filter((run) => /[\p{L}\p{N}]/u.test(run.text));
  const all = (test: (run: Line['runs'][number]) => boolean) => inked.length > 0 && inked.every(test);
  const isStrong = !base.strong && all((run) => run.strong);
  const isUnderlined = all((run) => run.underline && run.href === null);
  const larger =
    inked.reduce((least, run) => Math.min(least, run.size), Number.POSITIVE_INFINITY) - base.size;
  const steps = larger >= MIN_LARGER ? Math.ceil(larger) : 0;
  const isSlanted = !base.emphasis && all((run) => run.emphasis);
  if (line.isTerm) return { at, rank: 151 + Math.min(line.indent, 8), isWeak: false };
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

/** Rank of titles that stood on the line of their text. */
const RUN_IN = 150;

function findCandidates(lines: readonly Line[], base: BaseLook): Map<number, HeadingCandidate> {
  const candidates = new Map<number, HeadingCandidate>();
  for (const [at, line] of lines.entries()) {
    if (line.kind === 'row') continue;
    const text = lineText(line);
    if (line.isRunIn) candidates.set(at, { at, rank: RUN_IN, isWeak: false });
    else if (line.heading > 0 && text.length <= MAX_TAGGED && HAS_LETTER.test(text)) {
      candidates.set(at, { at, rank: line.heading * 10, isWeak: false });
    } else if (line.heading === 0 && isDisguised(line)) {
      const candidate = judgeLook(at, line, base);
      if (candidate) candidates.set(at, candidate);
    }
  }
  return candidates;
}

/**
 * A title has text below it: three lines of one look in a row are a list, a notice or an address, a last line is a
 * signature, and a bold line before bold text belongs to it.
 */
function dropUnfollowed(
  candidates: Map<number, HeadingCandidate>,
  lines: readonly Line[],
  base: BaseLook,
  title: number,
): void {
  const isBold = (line: Line) => !base.strong && line.kind === 'text' && line.runs.every((run) => run.strong);
  for (let at = lines.length - 1; at >= 0; at--) {
    const candidate = candidates.get(at);
    if (!candidate || isTagged(candidate) || candidate.rank === RUN_IN) continue;
    const next = lines[at + 1];
    const isFollowed = next && (candidates.has(at + 1) ? !candidate.isWeak : !isBold(next));
    let run = at;
    while (run - 1 !== title && candidates.get(run - 1)?.rank === candidate.rank) run--;
    const isRow = at - run >= 2;
    if (isRow) for (let k = run; k <= at; k++) candidates.delete(k);
    else if (!isFollowed || isSigned(lines, at)) candidates.delete(at);
    if (isRow) at = run;
  }
}

/** Longest formula before a name: "Yours truly,". */
const MAX_FORMULA = 40;

/** A name below a letter's last words. */
function isSigned(lines: readonly Line[], at: number): boolean {
  const above = at > 0 ? lineText(lines[at - 1]!) : '';
  return above.length <= MAX_FORMULA && /\p{L},$/u.test(above);
}

/** Capitals alone and slant alone mean a heading only where the text uses them so more than once. */
function dropLoners(candidates: Map<number, HeadingCandidate>): void {
  const weak = [...candidates.values()].filter((candidate) => candidate.isWeak);
  for (const { at, rank } of weak) {
    if (weak.filter((other) => other.rank === rank).length < 2) candidates.delete(at);
  }
}

interface TitleRule {
  readonly name: string;
  readonly add: (candidates: Map<number, HeadingCandidate>, lines: readonly Line[], base: BaseLook) => void;
}

/** What finds titles besides tags and looks, in this order. `scripts/bench/titles.ts` measures what each brings. */
export const titleRules: TitleRule[] = [
  { name: 'plain questions', add: addPlainQuestions },
  { name: 'displaced', add: addDisplaced },
  { name: 'counted items', add: addCountedItems },
  { name: 'counted lines', add: addCounted },
  { name: 'recurring looks', add: addRecurring },
];

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
  for (const { add } of titleRules) add(found, lines, base);
  dropUnfollowed(found, lines, base, title);
  dropLoners(found);
  for (let at = lines.length - 1; at !== title && found.has(at); at--) found.delete(at);
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
