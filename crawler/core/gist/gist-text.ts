import { plainText } from '../inline.ts';
import type { PlacedClause, StatedDate } from '../model.ts';

/** A text as far as the gist of a change goes. */
export interface GistText {
  readonly clauses: readonly PlacedClause[];
  /** Titles of the topics it speaks of; null where its topics were not judged. */
  readonly topics: ReadonlySet<string> | null;
  /** Third parties it names. */
  readonly names: ReadonlySet<string>;
  readonly statedDate: StatedDate | null;
}

/** Characters that turn the direction of what follows: in a line of ours they would turn our words, too. */
export const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text as it may stand in a line of ours: on one line, without direction marks, control characters and what no XML may hold.
 */
export const squash = (text: string): string =>
  text
    .toWellFormed()
    .replace(DIRECTION_MARKS, '')
    .replace(/[\s\u0000-\u001f\u007f-\u009f\ufffe\uffff]+/g, ' ')
    .trim();

/** Text of a clause as it is quoted. */
export const quotable = (clause: PlacedClause): string => squash(plainText(clause.text));

/** A list's mark or number before the words of a clause. */
const MARK = /^(?:[*•·–-]|(?:[A-Za-z]|[ivxIVX]{2,4}|\d{1,2}(?:\.\d{1,2})*)[.)]|\d{1,2}(?:\.\d{1,2})+)\s+/u;

/** `“…”`, cut at a word to `most` characters, quotation marks included; a mark before a list's item is left out. */
export function quote(text: string, most: number): string {
  const words = squash(text).replace(MARK, '');
  if (words.length + 2 <= most) return `“${words}”`;
  const room = Math.max(1, most - 3);
  const end = words.lastIndexOf(' ', room);
  return `“${words.slice(0, end > room / 2 ? end : room).replace(/(?<![\s,;:.–-])[\s,;:.–-]+$/u, '')}…”`;
}

/** How many characters may stand before what a quotation is about; so many more, where that lets it begin with a phrase. */
const LEAD = 30;
const MOST_LEAD = 70;

/** Where a quotation of what stands at `focus` begins: with the phrase it is in, if that is near enough, else with a word. */
function beginNear(text: string, focus: number): number {
  const before = text.slice(Math.max(0, focus - MOST_LEAD), focus);
  const phrase = Math.max(...[', ', '; ', ': ', '. '].map((end) => before.lastIndexOf(end)));
  if (phrase >= 0) return focus - before.length + phrase + 2;
  return text.lastIndexOf(' ', Math.max(0, focus - LEAD)) + 1;
}

/** How much of a quotation its beginning may take, where what it is about stands further on. */
const HEAD = 0.45;

/**
 * `“…”` of a text in which something at `focus` is to be seen: from the beginning where that is near enough, else the beginning
 * and what is to be seen, with ` … ` for what is left out between.
 */
export function quoteAt(text: string, focus: number, most: number): string {
  if (text.length + 2 <= most || focus + 40 < most) return quote(text, most);
  const head = quote(text, Math.round(most * HEAD)).slice(1, -2);
  const tail = beginNear(text, focus);
  if (tail <= text.indexOf(head) + head.length + 1) return quote(text, most);
  return `“${head} … ${quote(text.slice(tail), most - head.length - 3).slice(1)}`;
}

/** The heading a clause stands under, cut to be named in passing; null where it has none of its own. */
export function sectionOf(clause: PlacedClause): string | null {
  if (clause.labelIsOurs) return null;
  const label = squash(clause.label).replace(/[:.]$/, '');
  return label.length === 0 || label.length > 60 ? null : label;
}

/** `A, B and 3 more`: the first `most` of a list. */
export function nameSome(all: readonly string[], most: number): string {
  const shown = all.slice(0, most);
  const rest = all.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
