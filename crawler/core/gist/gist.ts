import type { Comparison, PlacedClause } from '../model.ts';
import { countLacking, type NeighbourStep } from './cut-short.ts';
import { tellFormOfAddress } from './form-of-address.ts';
import { type GistText, nameSome, quotable, quote, sectionOf, squash } from './gist-text.ts';
import { percent, tellArrangement, tellRework, tellSections, tellSentences, within } from './large-change.ts';
import { tellLines } from './short-lines.ts';
import { findSubstitution, listReplacements } from './substitutions.ts';

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
/** And so is one that is told whole in so few parts and words, its dates aside. */
const FEW_PARTS = 5;
const FEW_IN_PARTS = 56;
/** More edits than this under one heading name it once. */
const FEW_OF_SECTION = 3;
/** Clauses that came or went, in such a one: of three and one more, all that counts is named. */
const FEW_CLAUSES = 4;
/** A substitution stands for a change where it is made so often, and is so much of it. */
const OFTEN = 3;
const MOSTLY = 0.5;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
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
    if ((change.kind === 'unchanged' && !change.moved) || change.significance === 'date') continue;
    const clause = right.clauses[change.right[0] ?? -1] ?? left.clauses[change.left[0] ?? -1];
    const section = clause ? sectionOf(clause) : null;
    if (section === null) continue;
    words.set(section, (words.get(section) ?? 0) + change.wordsAdded + change.wordsRemoved);
  }
  return [...words].sort(([, a], [, b]) => b - a).map(([section]) => section);
}

/** Clauses that came or went, of which the first are told: `drops “A”, “B” and 3 more`. */
function tellWhole(verb: string, all: readonly PlacedClause[]): string {
  const texts = [...new Set(all.map((clause) => quote(quotable(clause), 90)))];
  const section = all.length === 1 && all[0]!.kind !== 'heading' ? sectionOf(all[0]!) : null;
  return texts.length === 0 ? '' : `${verb} ${nameSome(texts, 3)}${within(section)}`;
}

/** What was replaced in one clause, as a part of a gist; `section` is where. */
interface Replaced {
  readonly words: string;
  readonly section: string;
  /** True where only capitals became small, or small ones capitals. */
  readonly isCapitals: boolean;
}

function tellReplaced({ removed, added }: { removed: string; added: string }): string {
  if (removed === '') return `adds ${quote(added, 90)}`;
  if (added === '') return `drops ${quote(removed, 90)}`;
  return `${quote(removed, 60)} became ${quote(added, 60)}`;
}

/** Every replacement once, wherever else it was made. */
function listReplaced({ changes, sizeClass }: Comparison, right: GistText): Replaced[] {
  const told = new Map<string, Replaced>();
  for (const { kind, significance, spans, right: places } of changes) {
    if (kind === 'unchanged' || kind === 'added' || kind === 'removed') continue;
    if (significance === 'date' && sizeClass !== 'date') continue;
    const clause = right.clauses[places[0]!]!;
    const section = within(clause.kind === 'heading' ? null : sectionOf(clause));
    for (const one of listReplacements(spans)) {
      const words = tellReplaced(one);
      const isCapitals = one.removed.toLowerCase() === one.added.toLowerCase();
      if (!told.has(words)) told.set(words, { words, section, isCapitals });
    }
  }
  // Capitals are told only where nothing else is to be.
  const all = [...told.values()];
  const more = all.filter(({ isCapitals }) => !isCapitals);
  return more.length > 0 ? more : all;
}

/** A small change by its very words: `“30 days” became “90 days” (Retention)`; many under one heading name that first. */
function tellWords(comparison: Comparison, left: GistText, right: GistText): string[] {
  const whole = (kind: 'added' | 'removed', side: 'left' | 'right', text: GistText) =>
    comparison.changes.flatMap((change) =>
      change.kind === kind ? change[side].map((at) => text.clauses[at]!) : [],
    );
  const clauses = [
    tellWhole('adds', whole('added', 'right', right)),
    tellWhole('drops', whole('removed', 'left', left)),
  ].filter(Boolean);
  const edits = listReplaced(comparison, right);
  const [first] = edits;
  const isOneSection = clauses.length === 0 && edits.every(({ section }) => section === first?.section);
  if (edits.length > FEW_OF_SECTION && first?.section && isOneSection)
    return byLength(edits.map(({ words }) => words)).map((words, at) =>
      at === 0 ? `in ${first.section.slice(2, -1)}: ${words}` : words,
    );
  return [...clauses, ...edits.map(({ words, section }) => words + section)];
}

/** Of the words that changed, the most first: a reader is told those before all. */
const byLength = (parts: readonly string[]): string[] =>
  [...parts].sort((one, other) => other.length - one.length);

/** True where its few parts, edits among them, are all of the change: nothing is cut short, made often, or left out. */
function isToldWhole(comparison: Comparison, parts: readonly string[], texts: readonly GistText[]): boolean {
  const { changes, wordsAdded, wordsRemoved } = comparison;
  const ofKind = (...kinds: string[]) => changes.filter(({ kind }) => kinds.includes(kind));
  const isHeading = ({ left, right }: (typeof changes)[number]) =>
    (texts[1]!.clauses[right[0] ?? -1] ?? texts[0]!.clauses[left[0] ?? -1])?.kind === 'heading';
  return (
    parts.length <= FEW_PARTS &&
    wordsAdded + wordsRemoved <= FEW_IN_PARTS &&
    parts.join('; ').length < LONG_GIST &&
    ofKind('edited').some(({ significance }) => significance !== 'date') &&
    ofKind('split', 'merged').length === 0 &&
    ofKind('added').length <= FEW_CLAUSES &&
    ofKind('removed').length <= FEW_CLAUSES &&
    !ofKind('added', 'removed').some(isHeading) &&
    (findSubstitution(comparison)?.count ?? 0) < OFTEN &&
    !parts.some((part) => part.includes('…”'))
  );
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
  const small = tellWords(comparison, left, right);
  if (words <= FEW_WORDS) return [...byLength(small), ...names, date];
  const form = tellFormOfAddress(comparison);
  if (isToldWhole(comparison, small, [left, right]))
    return [form, ...byLength(small), ...names, ...topics, date];
  const arrangement = tellArrangement(comparison, left, right);
  if (arrangement) return [arrangement, ...names, date];
  const substitution = findSubstitution(comparison);
  const repeated =
    substitution && substitution.count >= OFTEN && substitution.share >= MOSTLY
      ? [
          `${quote(substitution.removed, 50)} became ${quote(substitution.added, 50)}, ${substitution.count} times`,
        ]
      : [];
  const lines = tellLines(comparison, left.clauses, right.clauses);
  const told = [
    ...repeated,
    ...tellSections(comparison, left, right),
    ...(lines === '' ? tellSentences(comparison, left, right, most) : [lines]),
  ];
  const sections = listSections(comparison, left, right).filter(
    (section) => !told.some((words) => words.includes(section)),
  );
  return [
    tellRework(comparison),
    form,
    ...(told.length > 0 ? told : small),
    ...names,
    ...topics,
    sections.length > 0 ? `${told.length > 0 ? 'also touches' : 'touches'} ${nameSome(sections, 3)}` : '',
    date,
  ];
}

/** A part that is too long by itself; a quotation cut open is closed. */
function cut(part: string, most: number): string {
  const room = part.slice(0, most - 2);
  const text = room.slice(0, Math.max(room.lastIndexOf(' '), most / 2)).trimEnd();
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
  return /[.!?]”$/.test(text) ? text : `${text}.`;
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

/** The steps beside the one that is told, where there are such. */
export interface Neighbours {
  readonly before?: NeighbourStep | undefined;
  readonly after?: NeighbourStep | undefined;
}

/** What is said of a version that lacks clauses of the one before and the one after it; null elsewhere. */
function tellLacking(
  comparison: Comparison,
  left: GistText,
  right: GistText,
  { before, after }: Neighbours,
): string | null {
  const clauses = (count: number) => (count === 1 ? 'one clause' : `${count} clauses`);
  const gone = after ? countLacking({ comparison, clauses: left.clauses }, after) : 0;
  if (gone > 0) return `A capture without ${clauses(gone)}; back in the next version.`;
  const back = before ? countLacking(before, { comparison, clauses: right.clauses }) : 0;
  if (back === 0) return null;
  return `Again with ${clauses(back)} that the version before lacked.`;
}

/** True for the gist of a step to or from a version that lacks clauses: of such a step its size says nothing. */
export const isLackingGist = (gist: string | null): boolean =>
  gist !== null &&
  /^(?:A capture without (?:one clause|\d+ clauses); back in the next version|Again with (?:one clause|\d+ clauses) that the version before lacked)\.$/.test(
    gist,
  );

/** The gist of the change from one text to another. */
export function writeGist(
  comparison: Comparison,
  left: GistText,
  right: GistText,
  neighbours: Neighbours = {},
): Gist {
  const lacking = tellLacking(comparison, left, right, neighbours);
  if (lacking !== null) return { text: lacking, short: lacking };
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
