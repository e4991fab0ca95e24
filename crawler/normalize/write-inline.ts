import { escapeInline, formatTarget } from '../core/inline.ts';
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
 * @param before what has been written so far; @param after the character that follows
 */
function canMark(before: string, text: string, after: string): boolean {
  const previous = before.at(-1) ?? ' ';
  const opens = previous !== '*' && (LETTER.test(text.at(0) ?? ' ') || !LETTER.test(previous));
  const closes = LETTER.test(text.at(-1) ?? ' ') || !LETTER.test(after);
  return opens && closes && text.trim() === text && text !== '';
}

function writeEmphasis(runs: readonly StyledText[], before: string, outerAfter: string): string {
  let markdown = '';
  for (let at = 0; at < runs.length; ) {
    const isEmphasized = runs[at]!.emphasis && !isSpace(runs[at]!);
    const to = isEmphasized
      ? stretchOf(runs, at, 'emphasis')
      : stretch(runs, at, (run) => !run.emphasis || isSpace(run));
    const text = joinTexts(runs.slice(at, to));
    const after = runs[to]?.text.at(0) ?? outerAfter;
    const written = escapeInline(text);
    markdown += isEmphasized && canMark(before + markdown, text, after) ? `*${written}*` : written;
    at = to;
  }
  return markdown;
}

function writeRuns(runs: readonly StyledText[], plain: boolean): string {
  let markdown = '';
  for (let at = 0; at < runs.length; ) {
    const { href, strong } = runs[at]!;
    let to: number;
    if (href !== null) {
      to = stretch(runs, at, (run) => run.href === href);
      const inner = runs.slice(at, to).map((run) => ({ ...run, href: null }));
      markdown += `[${writeRuns(inner, plain)}](${formatTarget(href)})`;
    } else if (plain) {
      to = stretch(runs, at, (run) => run.href === null);
      markdown += escapeInline(joinTexts(runs.slice(at, to)));
    } else if (strong && !isSpace(runs[at]!)) {
      to = stretchOf(runs, at, 'strong');
      const inner = runs.slice(at, to);
      const after = runs[to]?.text.at(0) ?? ' ';
      const isMarkable = canMark(markdown, joinTexts(inner), after);
      markdown += isMarkable
        ? `**${writeEmphasis(inner, ' ', ' ')}**`
        : writeEmphasis(inner, markdown, after);
    } else {
      to = stretch(runs, at, (run) => run.href === null && (!run.strong || isSpace(run)));
      markdown += writeEmphasis(runs.slice(at, to), markdown, runs[to]?.text.at(0) ?? ' ');
    }
    at = to;
  }
  return markdown;
}

/** Inline Markdown of runs. `plain` leaves strong and emphasis out: a heading is marked by itself. */
export function writeInline(runs: readonly StyledText[], plain = false): string {
  return writeRuns(plain ? runs : settlePunctuation(runs), plain);
}
