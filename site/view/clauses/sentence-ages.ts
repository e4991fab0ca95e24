import { LAW_DAYS, plainText, splitSentences } from '../../../crawler/core/index.ts';
import { isoDay, shortDay } from '../dates.ts';
import { escapeHtml } from '../html.ts';
import { renderInline, renderPieces } from '../inline.ts';
import type { ClauseContent, PageClause } from '../text.ts';
import type { ClauseIndex } from './clause-index.ts';
import { shadeOf } from './clause-notes.ts';

/** The day from which a sentence is asked to be older: when the General Data Protection Regulation applied. */
const GDPR = LAW_DAYS.find(({ name }) => name === 'gdpr')!.day;

/** True where a history reaches back before that day: of others nothing older can be known. */
export const reachesBeforeGdpr = (index: ClauseIndex): boolean => {
  const first = index.versions[0]?.firstSeen;
  return first != null && isoDay(first) < GDPR;
};

/** Classes of words that stand since a version: their shade, and whether they are older than the law. */
function ageClasses(index: ClauseIndex, at: number, since: number): string {
  const isOld = isoDay(index.versions[since]!.firstSeen!) < GDPR;
  return `old-${shadeOf(index, at, since)}${isOld ? ' before-gdpr' : ''}`;
}

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
 * The content of a clause with the age of its sentences: classes for its element where all are of one age, else an element for
 * each run of sentences of one age, with its day as title.
 */
export function renderAges(index: ClauseIndex, at: number, clause: PageClause): ClauseContent {
  const age = index.ages[at]![clause.position]!;
  const whole = { html: renderInline(clause.text), classes: ageClasses(index, at, age.newest) };
  if (age.oldest === age.newest) return whole;
  const lengths = measureSentences(plainText(clause.text));
  // Sentences are blamed as read, which may cut them otherwise than as written.
  if (lengths.length !== age.sentences.length || clause.kind === 'row') return { ...whole, classes: '' };
  const html = renderPieces(clause.text, lengths)
    .map((piece, number) => {
      const since = age.sentences[number]!;
      return `<span class="${ageClasses(index, at, since)}" title="${escapeHtml(sinceWords(index, since))}">${piece}</span>`;
    })
    .join('');
  return { html, classes: '' };
}
