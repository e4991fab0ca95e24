import { escapeInline, formatTarget } from '../core/index.ts';
import type { StyledText } from './line.ts';

/** Runs to inline Markdown: `**strong**`, `*emphasis*`, `[text](target)`; nothing else survives. */

const LETTER = /[\p{L}\p{N}]/u;
const isSpace = (run: StyledText) => run.text.trim() === '';
const joinTexts = (runs: readonly StyledText[]) => runs.map((run) => run.text).join('');

/**
 * Punctuation between words takes the style of the word before it: a full stop that alone is bold says nothing, and
 * marks that touch each other (`*one**.*two`) are read differently by different programs.
 */
function settlePunctuation(runs: readonly StyledText[]): StyledText[] {
  const settled: StyledText[] = [];
  for (const run of runs) {
    const above = settled.at(-1);
    const takes =
      above && above.href === run.href && !LETTER.test(run.text) && !isSpace(run) && LETTER.test(above.text);
    settled.push(takes ? { ...run, strong: above.strong, emphasis: above.emphasis } : run);
  }
  return settled;
}

/** Position after the longest stretch of runs, from `from`, that satisfies a condition. */
function stretch(runs: readonly StyledText[], from: number, holds: (run: StyledText) => boolean): number {
  let to = from;
  while (to < runs.length && holds(runs[to]!)) to++;
  return to;
}

/** A stretch of one style, spaces inside it included and spaces at its end left out. */
function stretchOf(runs: readonly StyledText[], from: number, style: 'strong' | 'emphasis'): number {
  let to = stretch(runs, from, (run) => run.href === null && (run[style] || isSpace(run)));
  while (to > from + 1 && isSpace(runs[to - 1]!)) to--;
  return to;
}

/**
 * Whether signs around a text are read as emphasis by CommonMark: not inside a word, not beside another sign.
 * @param previous the character written before it; @param after the character that follows
 */
function canMark(previous: string, text: string, after: string): boolean {
  const opens = previous !== '*' && (LETTER.test(text.at(0) ?? ' ') || !LETTER.test(previous));
  const closes = LETTER.test(text.at(-1) ?? ' ') || !LETTER.test(after);
  return opens && closes && text.trim() === text && text !== '';
}

function writeEmphasis(runs: readonly StyledText[], previous: string, outerAfter: string): string {
  const parts: string[] = [];
  let last = previous;
  for (let at = 0; at < runs.length; ) {
    const isEmphasized = runs[at]!.emphasis && !isSpace(runs[at]!);
    const to = isEmphasized
      ? stretchOf(runs, at, 'emphasis')
      : stretch(runs, at, (run) => !run.emphasis || isSpace(run));
    const text = joinTexts(runs.slice(at, to));
    const after = runs[to]?.text.at(0) ?? outerAfter;
    const written = escapeInline(text);
    const part = isEmphasized && canMark(last, text, after) ? `*${written}*` : written;
    parts.push(part);
    last = part.at(-1) ?? last;
    at = to;
  }
  return parts.join('');
}

/** The runs of one style from `at` on. @returns what they are written as, and where the next ones start */
function writeNext(runs: readonly StyledText[], at: number, plain: boolean, last: string): [string, number] {
  const { href, strong } = runs[at]!;
  if (href !== null) {
    const to = stretch(runs, at, (run) => run.href === href);
    const inner = runs.slice(at, to).map((run) => ({ ...run, href: null }));
    return [`[${writeRuns(inner, plain)}](${formatTarget(href)})`, to];
  }
  if (plain) {
    const to = stretch(runs, at, (run) => run.href === null);
    return [escapeInline(joinTexts(runs.slice(at, to))), to];
  }
  const isStrong = strong && !isSpace(runs[at]!);
  const to = isStrong
    ? stretchOf(runs, at, 'strong')
    : stretch(runs, at, (run) => run.href === null && (!run.strong || isSpace(run)));
  const inner = runs.slice(at, to);
  const after = runs[to]?.text.at(0) ?? ' ';
  const isMarkable = isStrong && canMark(last, joinTexts(inner), after);
  return [isMarkable ? `**${writeEmphasis(inner, ' ', ' ')}**` : writeEmphasis(inner, last, after), to];
}

function writeRuns(runs: readonly StyledText[], plain: boolean): string {
  const parts: string[] = [];
  let last = ' ';
  for (let at = 0; at < runs.length; ) {
    const [part, to] = writeNext(runs, at, plain, last);
    parts.push(part);
    last = part.at(-1) ?? last;
    at = to;
  }
  return parts.join('');
}

/** Inline Markdown of runs. `plain` leaves strong and emphasis out: a heading is marked by itself. */
export function writeInline(runs: readonly StyledText[], plain = false): string {
  return writeRuns(plain ? runs : settlePunctuation(runs), plain);
}
