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
const DIRECTION_MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

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
const MARK = /^(?:[*•·–-]|[A-Za-z\d]{1,2}[.)])\s+/u;

/** `“…”`, cut at a word to `most` characters, quotation marks included; a mark before a list's item is left out. */
export function quote(text: string, most: number): string {
  const words = squash(text).replace(MARK, '');
  if (words.length + 2 <= most) return `“${words}”`;
  const room = Math.max(1, most - 3);
  const end = words.lastIndexOf(' ', room);
  return `“${words.slice(0, end > room / 2 ? end : room).replace(/(?<![\s,;:.–-])[\s,;:.–-]+$/u, '')}…”`;
}

/** How many characters may stand before what a quotation is about. */
const LEAD = 30;

/** `“…”` of the part of a text where something is to be seen: from the beginning where that is near enough. */
export function quoteAt(text: string, focus: number, most: number): string {
  const start = focus + 40 < most ? 0 : text.lastIndexOf(' ', Math.max(0, focus - LEAD)) + 1;
  const cut = quote(text.slice(start), most);
  return start === 0 ? cut : cut.replace('“', '“…');
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
