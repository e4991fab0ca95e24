import { escapeInline, formatTarget } from '../core/inline.ts';
import type { StyledText } from './line.ts';

/** Runs to inline Markdown: `**strong**`, `*emphasis*`, `[text](target)`; nothing else survives. */

/** Longest stretch of runs, from `from`, that satisfies a condition. */
function stretch(runs: readonly StyledText[], from: number, holds: (run: StyledText) => boolean): number {
  let to = from;
  while (to < runs.length && holds(runs[to]!)) to++;
  return to;
}

const isSpace = (run: StyledText) => run.text.trim() === '';

function mark(inner: string, sign: string): string {
  const core = inner.trim();
  if (core === '') return inner;
  const lead = inner.slice(0, inner.length - inner.trimStart().length);
  return `${lead}${sign}${core}${sign}${inner.slice(lead.length + core.length)}`;
}

/** `*` can open or close only beside space or punctuation or an outer letter; inside a word it would be read as text. */
function canMark(before: string, inner: string, after: string): boolean {
  const letter = /[\p{L}\p{N}]/u;
  const first = inner.at(0) ?? '';
  const last = inner.at(-1) ?? '';
  const opens = letter.test(first) || !letter.test(before);
  const closes = letter.test(last) || !letter.test(after);
  return opens && closes;
}

function writeEmphasis(runs: readonly StyledText[]): string {
  return runs
    .map((run) => {
      const text = escapeInline(run.text);
      return run.emphasis ? mark(text, '*') : text;
    })
    .join('');
}

/** Inline Markdown of runs. `plain` leaves strong out: a heading is strong by itself. */
export function writeInline(runs: readonly StyledText[], plain = false): string {
  let markdown = '';
  for (let at = 0; at < runs.length; ) {
    const { href, strong } = runs[at]!;
    if (href !== null) {
      const to = stretch(runs, at, (run) => run.href === href);
      const inner = runs.slice(at, to).map((run) => ({ ...run, href: null }));
      markdown += `[${writeInline(inner, plain)}](${formatTarget(href)})`;
      at = to;
    } else if (strong && !plain) {
      let to = stretch(runs, at, (run) => run.href === null && (run.strong || isSpace(run)));
      while (to > at && isSpace(runs[to - 1]!)) to--;
      const inner = runs.slice(at, to);
      const text = inner.map((run) => run.text).join('');
      const before = markdown.at(-1) ?? ' ';
      const after = runs[to]?.text.at(0) ?? ' ';
      const written = plain ? escapeInline(text) : writeEmphasis(inner);
      markdown += canMark(before, text, after) ? mark(written, '**') : escapeInline(text);
      at = to;
    } else {
      const to = stretch(runs, at, (run) => run.href === null && (plain || !run.strong));
      markdown += plain
        ? escapeInline(
            runs
              .slice(at, to)
              .map((run) => run.text)
              .join(''),
          )
        : writeEmphasis(runs.slice(at, to));
      at = to;
    }
  }
  return markdown;
}
