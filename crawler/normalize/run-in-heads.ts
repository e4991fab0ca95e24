import { findHeadings } from './find-headings.ts';
import { dropStart, type Line, type StyledText, tidyRuns } from './line.ts';

/**
 * Titles on the line of the text they title: `<b>Cookies.</b> We set one.` Where nothing else divides a text, and its
 * clauses begin so again and again, they are its headings, and each is put on a line of its own. Where headings divide
 * it already, or in a list of dots, they are the names of items and stay.
 */

const MIN_ALIKE = 3;
/** Longest title; least text behind it. */
const MAX_TITLE = 80;
const MIN_REST = 40;
/** Share of the items of a counted list that begin so. */
const MIN_ITEMS = 0.8;
/** What parts a title from its text: a stop of its own, or a dash or colon behind it. */
const STOPPED = /[.:?!]["”’)]?$/;
const PARTED = /^\s*(?:[-–—:]+|\.)\s+/;
/** The number that was typed before a title. */
const NUMBER = /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\)?\s*$/i;
const STARTS_TEXT = /^\s*["“‘(]?[\p{Lu}\p{N}\p{Lo}]/u;

interface RunIn {
  readonly at: number;
  readonly title: StyledText[];
  readonly rest: StyledText[];
}

const textOf = (runs: readonly StyledText[]) => runs.map((run) => run.text).join('');
const isMarked = (run: StyledText) => run.strong || run.underline;

/** The marked words that a line begins with, as far as they title the rest of it; null where they do not. */
function readRunIn(line: Line, at: number): RunIn | null {
  if (line.kind !== 'text' || line.heading > 0 || line.isTerm || line.depth > 1) return null;
  if (line.depth === 1 && !/^\d/.test(line.marker ?? '')) return null;
  const first = line.runs.findIndex((run) => isMarked(run));
  if (first < 0 || (first > 0 && !NUMBER.test(textOf(line.runs.slice(0, first))))) return null;
  let end = first;
  while (end < line.runs.length && (isMarked(line.runs[end]!) || line.runs[end]!.text.trim() === '')) end++;
  const title = line.runs.slice(0, end);
  const named = textOf(title).trim();
  const behind = textOf(line.runs.slice(end));
  const parted = PARTED.exec(behind)?.[0] ?? '';
  if (named.length > MAX_TITLE || !/\p{L}{2}/u.test(named) || title.some((run) => run.href !== null))
    return null;
  if (!STOPPED.test(named) && parted === '') return null;
  const rest = dropStart(line.runs.slice(end), parted.length);
  const text = textOf(rest).trim();
  return text.length >= MIN_REST && STARTS_TEXT.test(text) ? { at, title: tidyRuns(title), rest } : null;
}

/** Whether most items of the counted list that some titles stand in begin with one. */
function fillLists(found: readonly RunIn[], lines: readonly Line[]): boolean {
  const items = lines.filter((line) => line.depth === 1 && /^\d/.test(line.marker ?? '')).length;
  return found.length >= items * MIN_ITEMS;
}

/** The lines, titles that stood at the beginning of theirs put on their own. @param title the line that titles all, or -1 */
export function splitRunInHeads(lines: readonly Line[], title: number): readonly Line[] {
  const all = lines.flatMap((line, at) => readRunIn(line, at) ?? []);
  const items = all.filter(({ at }) => lines[at]!.depth === 1);
  const paragraphs = all.filter(({ at }) => lines[at]!.depth === 0);
  const found = items.length > paragraphs.length ? (fillLists(items, lines) ? items : []) : paragraphs;
  if (found.length < MIN_ALIKE) return lines;
  const { levels } = findHeadings(lines, title);
  const [from, to] = [found[0]!.at, found.at(-1)!.at];
  if ([...levels.keys()].some((at) => at > from && at < to)) return lines;
  const split = new Map(found.map((one) => [one.at, one]));
  return lines.flatMap((line, at) => {
    const one = split.get(at);
    if (!one) return [line];
    return [
      { ...line, runs: one.title, isRunIn: true },
      { ...line, runs: one.rest, marker: null, depth: 0, breaks: 2 },
    ];
  });
}
