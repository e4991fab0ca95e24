import { plainText, splitSentences } from '../../../crawler/core/index.ts';
import { shortDay } from '../dates.ts';
import { escapeHtml } from '../html.ts';
import { renderInline, renderPieces } from '../inline.ts';
import type { PageClause } from '../text.ts';
import { isBeforeGdpr, shadeOf } from './ages.ts';
import type { ClauseIndex } from './clause-index.ts';

const sinceWords = (index: ClauseIndex, since: number): string =>
  `since ${shortDay(index.versions[since]!.firstSeen)}${since === 0 ? ' or before' : ''}`;

/** Where each sentence of a plain text ends; the blanks behind it are its own. */
function measureSentences(text: string): number[] {
  const starts: number[] = [];
  let from = 0;
  for (const sentence of splitSentences(text)) {
    const start = text.indexOf(sentence, from);
    starts.push(start);
    from = start + sentence.length;
  }
  return starts.map((start, at) => (starts[at + 1] ?? text.length) - (at === 0 ? 0 : start));
}

/**
 * The content of a clause with an element for each sentence, of its age and with its day as title, where they are of several ages.
 * Where all are of one, the note beside it tells it.
 */
export function renderAges(index: ClauseIndex, at: number, clause: PageClause): string {
  const age = index.ages[at]![clause.position]!;
  if (age.oldest === age.newest || clause.kind === 'row') return renderInline(clause.text);
  const lengths = measureSentences(plainText(clause.text));
  // Sentences are blamed as read, which may cut them otherwise than as written.
  if (lengths.length !== age.sentences.length) return renderInline(clause.text);
  return renderPieces(clause.text, lengths)
    .map((piece, number) => {
      const since = age.sentences[number]!;
      const classes = `s age-${shadeOf(index, at, since)}${isBeforeGdpr(index, since) ? ' pre' : ''}`;
      return `<span class="${classes}" title="${escapeHtml(sinceWords(index, since))}">${piece}</span>`;
    })
    .join('');
}
