import type { Comparison } from '../model.ts';
import { type GistText, nameSome, quotable, quote, quoteAt, sectionOf, squash } from './gist-text.ts';
import { findSubstitution, listReplacements } from './substitutions.ts';
import { type WeightySentence, weighSentences } from './weighty-sentences.ts';

/**
 * What a change is about, in one line, made by rule from what the comparison holds; never a judgement. Every quotation
 * stands in one of the two texts.
 */
export interface Gist {
  readonly text: string;
  /** At most `SHORT_GIST` characters, for a title. */
  readonly short: string;
}

export const SHORT_GIST = 140;
export const LONG_GIST = 420;

/** Characters of a quotation in the long form. */
const QUOTE = 130;
/** A comparison of fewer words is told by the words themselves. */
const FEW_WORDS = 14;
/** A substitution stands for a change where it is made so often, and is so much of it. */
const OFTEN = 3;
const MOSTLY = 0.5;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const within = (section: string | null): string => (section === null ? '' : ` (${section})`);

function percent(share: number): string {
  const rounded = Math.round(share * 100);
  return rounded === 0 && share > 0 ? 'less than 1 %' : `${rounded === 100 && share < 1 ? 99 : rounded} %`;
}

/** `the stated date “…” became “…”`; '' where it is the same. */
function tellDate(left: GistText, right: GistText): string {
  const [was, is] = [left.statedDate?.words, right.statedDate?.words];
  if (was === is) return '';
  if (was === undefined) return `states a date for the first time, ${quote(is!, 60)}`;
  return is === undefined
    ? `no longer states a date, before ${quote(was, 60)}`
    : `the stated date ${quote(was, 50)} became ${quote(is, 50)}`;
}

/** What only one of the two has, in its own order. */
const onlyIn = (own: ReadonlySet<string>, other: ReadonlySet<string>): string[] =>
  [...own].filter((one) => !other.has(one));

function tellNames(left: GistText, right: GistText): string[] {
  const came = onlyIn(right.names, left.names);
  const went = onlyIn(left.names, right.names);
  return [
    came.length > 0 ? `names ${nameSome(came, 3)}` : '',
    went.length > 0 ? `no longer names ${nameSome(went, 3)}` : '',
  ].filter(Boolean);
}

function tellTopics(left: GistText, right: GistText): string[] {
  if (left.topics === null || right.topics === null) return [];
  const came = onlyIn(right.topics, left.topics);
  const went = onlyIn(left.topics, right.topics);
  return [
    came.length > 0 ? `now speaks of ${nameSome(came, 3)}` : '',
    went.length > 0 ? `no longer speaks of ${nameSome(went, 3)}` : '',
  ].filter(Boolean);
}

/** Headings of the sections that were touched, those with most words first. */
function listSections(comparison: Comparison, left: GistText, right: GistText): string[] {
  const words = new Map<string, number>();
  for (const change of comparison.changes) {
    if (change.kind === 'unchanged' && !change.moved) continue;
    const clause = right.clauses[change.right[0] ?? -1] ?? left.clauses[change.left[0] ?? -1];
    const section = clause ? sectionOf(clause) : null;
    if (section === null) continue;
    words.set(section, (words.get(section) ?? 0) + change.wordsAdded + change.wordsRemoved);
  }
  return [...words].sort(([, a], [, b]) => b - a).map(([section]) => section);
}

/** A small change by its very words: `“30 days” became “90 days” (Retention)`. */
function tellWords(comparison: Comparison, left: GistText, right: GistText): string[] {
  return comparison.changes.flatMap((change): string[] => {
    if (change.kind === 'unchanged') return [];
    const clause = (right.clauses[change.right[0] ?? -1] ?? left.clauses[change.left[0] ?? -1])!;
    const section = within(clause.kind === 'heading' ? null : sectionOf(clause));
    if (change.kind === 'added') return [`adds ${quote(quotable(clause), 90)}${section}`];
    if (change.kind === 'removed') return [`drops ${quote(quotable(clause), 90)}${section}`];
    return listReplacements(change.spans).map(({ removed, added }) => {
      if (removed === '') return `adds ${quote(added, 70)}${section}`;
      if (added === '') return `drops ${quote(removed, 70)}${section}`;
      return `${quote(removed, 50)} became ${quote(added, 50)}${section}`;
    });
  });
}

const says = ({ text, focus, section }: WeightySentence, most: number): string =>
  `now says${within(section)} ${quoteAt(text, focus, most)}`;
const saidBefore = ({ text, focus, section }: WeightySentence, most: number): string =>
  `no longer says${within(section)} ${quoteAt(text, focus, most)}`;

/** What the weightiest sentences say; those that went only where they weigh as much as what came. */
function tellSentences(comparison: Comparison, left: GistText, right: GistText, most: number): string[] {
  const { added, removed } = weighSentences(comparison, left.clauses, right.clauses);
  const came = added[0];
  const second = added.find(({ change }) => change !== came?.change);
  // What became of a sentence is told by its new words.
  const went = removed.find(({ change }) => change !== came?.change && change !== second?.change);
  const parts = [
    came ? says(came, most) : '',
    second && came && second.weight > came.weight * 0.5 ? says(second, most) : '',
    went && (!came || went.weight > came.weight * 0.8) ? saidBefore(went, most) : '',
  ];
  return parts.filter(Boolean);
}

/** The parts of a gist, what a person would say first at the front. */
function listParts(comparison: Comparison, left: GistText, right: GistText, most: number): string[] {
  const date = tellDate(left, right);
  const names = tellNames(left, right);
  const topics = tellTopics(left, right);
  const words = comparison.wordsAdded + comparison.wordsRemoved;
  if (comparison.sizeClass === 'rewrite') {
    const share = `a new text, ${percent(comparison.carriedShare)} of the words carried over`;
    return [share, ...topics, ...tellSentences(comparison, left, right, most), ...names, date];
  }
  if (words <= FEW_WORDS) return [...tellWords(comparison, left, right), ...names, date];
  const substitution = findSubstitution(comparison);
  const repeated =
    substitution && substitution.count >= OFTEN && substitution.share >= MOSTLY
      ? [
          `${quote(substitution.removed, 50)} became ${quote(substitution.added, 50)}, ${substitution.count} times`,
        ]
      : [];
  const sentences = tellSentences(comparison, left, right, most);
  const told = [...repeated, ...sentences];
  const sections = listSections(comparison, left, right);
  return [
    ...(told.length > 0 ? told : tellWords(comparison, left, right)),
    ...names,
    ...topics,
    sections.length > 1 ? `touches ${nameSome(sections, 3)}` : '',
    date,
  ];
}

/** A part that is too long by itself; a quotation cut open is closed. */
function cut(part: string, most: number): string {
  const text = part.slice(0, most - 2).trimEnd();
  return text.lastIndexOf('“') > text.lastIndexOf('”') ? `${text}…”` : `${text}…`;
}

/** As many of the parts as there is room for, the first in any case. */
function join(parts: readonly string[], most: number): string {
  let text = '';
  for (const part of parts) {
    const next = text === '' ? capital(part) : `${text}; ${part}`;
    if (next.length < most) text = next;
    else if (text === '') return cut(next, most);
  }
  return `${text}.`;
}

/** What is said where no word of any weight changed; null elsewhere. */
function tellQuiet(comparison: Comparison, left: GistText, right: GistText): string | null {
  const { sizeClass, changes } = comparison;
  if (changes.length === 0) return 'No difference.';
  if (sizeClass === 'date') {
    const date = tellDate(left, right);
    if (date !== '') return `Dates only: ${date}.`;
    const words = tellWords(comparison, left, right)[0];
    return words === undefined ? 'Dates only.' : `Dates only: ${words}.`;
  }
  if (sizeClass === 'order') return 'Order only: clauses moved, no word changed.';
  if (sizeClass !== 'invisible') return null;
  const links = changes.filter(({ significance }) => significance === 'links').length;
  if (links === changes.length)
    return `Links only: ${links === 1 ? 'one leads' : `${links} lead`} elsewhere.`;
  return links > 0 ? 'Links and typography only.' : 'Typography only: it reads the same.';
}

/** The gist of the change from one text to another. */
export function writeGist(comparison: Comparison, left: GistText, right: GistText): Gist {
  const quiet = tellQuiet(comparison, left, right);
  if (quiet !== null) {
    return { text: quiet, short: quiet.length <= SHORT_GIST ? quiet : join([squash(quiet)], SHORT_GIST) };
  }
  const long = listParts(comparison, left, right, QUOTE).filter(Boolean);
  const short = listParts(comparison, left, right, 80).filter(Boolean);
  const fallback = `${comparison.wordsAdded} words in, ${comparison.wordsRemoved} out`;
  return {
    text: join(long.length > 0 ? long : [fallback], LONG_GIST),
    short: join(short.length > 0 ? short : [fallback], SHORT_GIST),
  };
}
