import { isMarked, type Line, lineText } from './line.ts';
import {
  type BaseLook,
  type HeadingCandidate,
  isBoldLine,
  isDisguised,
  isTagged,
  isTitleLike,
} from './looks.ts';

/** Titles that no mark of their own gives away, but the page's own habit does. */

/** A question that lost its bold among headings that are questions, alone on its line before its answer. */
export function addPlainQuestions(candidates: Map<number, HeadingCandidate>, lines: readonly Line[]): void {
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

/** By what a title is counted: `3.`, `(3)`, `§ 3`, `Article 3:`, `III.` */
const COUNTED =
  /^(?:\(?(?:(\d{1,2})|([ivx]{1,5}))[.)]\)?|(?:§|\p{Lu}\p{L}{2,11})\s{0,2}(?:(\d{1,2})|([IVX]{1,5}))[.:)–-]?(?=\s))\s+(?=\p{L})/iu;
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii', 'xiii', 'xiv', 'xv'];

/** The number that a line begins with, 0 for none. */
function countOf(text: string): number {
  const [, plain, roman, named, namedRoman] = COUNTED.exec(text) ?? [];
  const letters = (roman ?? namedRoman ?? '').toLowerCase();
  return Number(plain ?? named ?? ROMAN.indexOf(letters) + 1);
}

/** Longest title that its number alone, or its full stop, gives away. */
const MAX_COUNTED = 80;
const MIN_ALIKE = 3;

/** Titles that nothing but their numbers mark: short lines that count on from 1, each above longer text. */
export function addCounted(candidates: Map<number, HeadingCandidate>, lines: readonly Line[]): void {
  let counted: number[] = [];
  let isBroken = false;
  const settle = () => {
    if (!isBroken && counted.length >= MIN_ALIKE) {
      for (const at of counted) if (!candidates.has(at)) candidates.set(at, { at, rank: 145, isWeak: false });
    }
    counted = [];
    isBroken = false;
  };
  for (const at of lines.keys()) {
    const number = countOf(lineText(lines[at]!));
    if (number === 1) settle();
    if (number === 0 || number !== counted.length + 1) continue;
    if (titlesBelow(lines, at)) counted.push(at);
    else isBroken = true;
  }
  settle();
}

/** A short line above a longer one that is not counted. */
function titlesBelow(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!;
  const next = lines[at + 1];
  const length = lineText(line).length;
  if (!isDisguised(line) || length > MAX_COUNTED || line.heading > 0) return false;
  return next?.kind === 'text' && lineText(next).length > length && countOf(lineText(next)) === 0;
}

/**
 * Items of a counted list that each begin with a short line above text of their own: no mark but the number titles
 * them. All of the text's counted items do, or none is taken for it.
 */
export function addCountedItems(candidates: Map<number, HeadingCandidate>, lines: readonly Line[]): void {
  const items = [...lines.keys()].filter(
    (at) => lines[at]!.depth === 1 && /^\d/.test(lines[at]!.marker ?? ''),
  );
  const isAbove = (at: number) => {
    const next = lines[at + 1];
    const { length } = lineText(lines[at]!);
    if (!isTitleLike(lines[at]!) || length > MAX_COUNTED || !next) return false;
    return next.kind === 'text' && next.depth === 1 && next.marker === null && lineText(next).length > length;
  };
  if (items.length < MIN_ALIKE || !items.every(isAbove)) return;
  if ([...candidates.keys()].some((at) => at > items[0]! && at < items.at(-1)!)) return;
  for (const at of items) candidates.set(at, { at, rank: 145, isWeak: false });
}

/** An item that is all of its list, above text outside of it: the dot before a title. */
function isSoleItem(lines: readonly Line[], at: number): boolean {
  const line = lines[at]!;
  const depthAt = (near: number) => lines[near]?.depth ?? 0;
  return line.marker === '-' && depthAt(at - 1) < line.depth && depthAt(at + 1) < line.depth;
}

/**
 * Marked titles in the places of other things, where a text has several: the first line of a counted item that goes on
 * in plain letters, a short line with a full stop above plain text, the only item of a list.
 */
export function addDisplaced(
  candidates: Map<number, HeadingCandidate>,
  lines: readonly Line[],
  base: BaseLook,
): void {
  const items: number[] = [];
  const stopped: number[] = [];
  const soles: number[] = [];
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (candidates.has(at) || line.heading > 0 || !next || next.marker !== null) continue;
    const text = lineText(line);
    const isAbove = lineText(next).length > text.length && !isBoldLine(next, base);
    if (text.length > MAX_COUNTED || !isAbove) continue;
    if (isSoleItem(lines, at) && isMarked(line) && isTitleLike(line)) soles.push(at);
    if (!isBoldLine(line, base)) continue;
    const isItem = line.depth === 1 && /^\d/.test(line.marker ?? '') && next.depth === 1;
    if (isItem) items.push(at);
    else if (line.depth === 0 && /[^.]\.$/.test(text)) stopped.push(at);
  }
  for (const found of [items, stopped, soles]) {
    if (found.length < MIN_ALIKE) continue;
    for (const at of found) candidates.set(at, { at, rank: 138, isWeak: false });
  }
}
