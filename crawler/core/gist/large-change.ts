import type { Comparison } from '../model.ts';
import { listWords } from '../tokens.ts';
import { type GistText, nameSome, quotable, quote, quoteAt } from './gist-text.ts';
import { listWholeSections, type WholeSection } from './sections.ts';
import { type WeightySentence, weighSentences } from './weighty-sentences.ts';

/** Parts of the gist of a change of more than a few words. */

export const within = (section: string | null): string => (section === null ? '' : ` (${section})`);

export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  return rounded === 0 && share > 0 ? 'less than 1 %' : `${rounded === 100 && share < 1 ? 99 : rounded} %`;
}

const say = (verb: string, { text, focus, section }: WeightySentence, most: number): string =>
  `${verb}${within(section)} ${quoteAt(text, focus, most)}`;

/** Two quotations under one heading stand together, where there is room for both. */
const SHORTEST_PAIR = 100;
/** A change that takes away so much more than it brings is told by what it takes away. */
const MOSTLY_GONE = 1.5;
/** Share of its room that a quotation has where there are three of them. */
const THIRD = 0.75;

/**
 * What the weightiest sentences say. What went is told where it weighs nearly as much as what came; of the same change only
 * where it was a sentence of its own, since what became of a sentence is told by its new words.
 */
export function tellSentences(
  comparison: Comparison,
  left: GistText,
  right: GistText,
  most: number,
): string[] {
  const { added, removed } = weighSentences(comparison, left, right);
  const came = added[0];
  const second = added.find(({ change, weight }) => change !== came?.change && weight > came!.weight * 0.5);
  const shown = new Set([came?.change, second?.change]);
  const went = removed.find(({ change, isWhole }) => isWhole || !shown.has(change));
  const isTold = went && (!came || went.weight > came.weight * 0.6);
  const room = second && isTold ? Math.round(most * THIRD) : most;
  if (came && second && !isTold && second.section === came.section && most > SHORTEST_PAIR)
    return [`${say('now says', came, room)} and ${quoteAt(second.text, second.focus, room)}`];
  const gone = isTold ? say('no longer says', went, room) : '';
  const { wordsAdded, wordsRemoved, sizeClass } = comparison;
  const isFirst = isTold && sizeClass !== 'rewrite' && wordsRemoved > wordsAdded * MOSTLY_GONE;
  return [
    isFirst ? gone : '',
    came ? say('now says', came, room) : '',
    isFirst ? '' : gone,
    second ? say('now says', second, room) : '',
  ].filter(Boolean);
}

/** A text of which less was carried over is told as one that was reworked. */
const REWORKED = 0.67;

/** `much of it in other words`, of a large change that left little as it was. */
export function tellRework({ sizeClass, carriedShare }: Comparison): string {
  if (sizeClass !== 'very large' || carriedShare >= REWORKED) return '';
  return `largely reworded, ${percent(carriedShare)} of the words carried over`;
}

/** Sections that came or went whole, as far as they are much of the change. */
export function tellSections(comparison: Comparison, left: GistText, right: GistText): string[] {
  const { changes, wordsAdded, wordsRemoved } = comparison;
  const tell = (verb: string, all: readonly WholeSection[], words: number) => {
    const much = all.filter((section) => section.words > words * 0.15 || section.words >= 100);
    const titles = much.map(({ title }) => quote(title, 70));
    return titles.length === 0 ? '' : `${verb} ${nameSome(titles, 2)}`;
  };
  return [
    tell('adds the section', listWholeSections(changes, 'right', right.clauses, left.clauses), wordsAdded),
    tell('drops the section', listWholeSections(changes, 'left', left.clauses, right.clauses), wordsRemoved),
  ]
    .map((words) => (words.includes('” and ') ? words.replace('the section ', 'the sections ') : words))
    .filter(Boolean);
}

/** What came and what went are held to be the same words where so many of them are. */
const SAME_WORDS = 0.85;

/** The words that only one side of the changes has, with their counts. */
function countOwnWords({ changes }: Comparison, side: 'left' | 'right', clauses: GistText['clauses']) {
  const counts = new Map<string, number>();
  for (const change of changes) {
    if (change.kind === 'unchanged') continue;
    const kind = side === 'left' ? 'removed' : 'added';
    const texts =
      change.spans.length === 0
        ? change[side].map((at) => quotable(clauses[at]!))
        : change.spans.flatMap(([own, text]) => (own === kind ? [text] : []));
    for (const word of texts.flatMap((text) => listWords(text.toLowerCase())))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** `nearly the same words, cut into other clauses`: what came and what went are much the same; '' elsewhere. */
export function tellArrangement(comparison: Comparison, left: GistText, right: GistText): string {
  if (!comparison.changes.some(({ kind }) => kind === 'merged' || kind === 'split')) return '';
  const was = countOwnWords(comparison, 'left', left.clauses);
  const is = countOwnWords(comparison, 'right', right.clauses);
  const total = (counts: ReadonlyMap<string, number>) =>
    [...counts.values()].reduce((sum, own) => sum + own, 0);
  const most = Math.max(total(was), total(is));
  const shared = [...was].reduce((sum, [word, count]) => sum + Math.min(count, is.get(word) ?? 0), 0);
  return most > 0 && shared > most * SAME_WORDS ? 'nearly the same words, cut into other clauses' : '';
}
