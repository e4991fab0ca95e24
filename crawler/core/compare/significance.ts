import { listInlineLinks } from '../inline-links.ts';
import type { Clause, Significance, SizeClass, Span } from '../model.ts';
import { listWords } from '../tokens.ts';

/** Below this share of words carried over a comparison is a rewrite: a new text, not an edited one. */
export const REWRITE_SHARE = 0.2;

/** Sizes by words replaced, added or removed. */
export const SIZE_LIMITS: readonly (readonly [most: number, sizeClass: SizeClass])[] = [
  [5, 'small'],
  [50, 'medium'],
  [500, 'large'],
];

export function classifySize(wordCount: number): SizeClass {
  return SIZE_LIMITS.find(([most]) => wordCount <= most)?.[1] ?? 'very large';
}

/** True for the classes that change nothing a reader is told: they are folded on the pages. */
export function isQuiet(sizeClass: SizeClass): boolean {
  return sizeClass === 'invisible' || sizeClass === 'date' || sizeClass === 'order';
}

/** Words that change nothing of what is said; `not`, `may` and `must` are not among them. */
const EMPTY_WORDS = new Set(
  'a an the and of to in on at by for with that this these those such is are its'.split(' '),
);

/** The words inside one change: what is removed and added between two kept stretches. */
export interface WordChange {
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** The changes of a word diff, without those of punctuation and white space. */
export function listWordChanges(spans: readonly Span[]): WordChange[] {
  const changes: WordChange[] = [];
  let open: { removed: string[]; added: string[] } | null = null;
  for (const [kind, text] of spans) {
    if (kind === 'kept') {
      open = null;
      continue;
    }
    const words = listWords(text);
    if (words.length === 0) continue;
    if (!open) {
      open = { removed: [], added: [] };
      changes.push(open);
    }
    open[kind].push(...words);
  }
  return changes;
}

function isMinor({ removed, added }: WordChange): boolean {
  if (removed.join(' ').toLowerCase() === added.join(' ').toLowerCase()) return true;
  return [...removed, ...added].every((word) => EMPTY_WORDS.has(word.toLowerCase()));
}

/** A change without the words that are marked on both sides only because changes close together are marked as one. */
function strip({ removed, added }: WordChange): WordChange {
  const rest = (own: readonly string[], other: readonly string[]) => {
    const open = [...other];
    return own.filter((word) => {
      const at = open.indexOf(word);
      if (at >= 0) open.splice(at, 1);
      return at < 0;
    });
  };
  return { removed: rest(removed, added), added: rest(added, removed) };
}

/** What kind of difference a reader sees between two texts of which these words changed; `left` and `right` with dates masked. */
export function judgeWordChanges(changes: readonly WordChange[], left: string, right: string): Significance {
  if (left === right) return 'date';
  return changes.map(strip).every(isMinor) ? 'minor' : 'substantive';
}

function linkTargets(clauses: readonly Clause[]): string {
  return JSON.stringify(clauses.flatMap((clause) => listInlineLinks(clause.text).map(({ href }) => href)));
}

/** Of two clauses that read the same: whether a link leads elsewhere, or typography and marks differ. */
export function judgeSameWords(left: readonly Clause[], right: readonly Clause[]): Significance {
  return linkTargets(left) === linkTargets(right) ? 'typographic' : 'links';
}

const WEIGHT_OF: readonly Significance[] = ['typographic', 'links', 'date', 'minor', 'substantive'];

/** The weightiest of several significances, or null for none. */
export function weightiest(all: readonly Significance[]): Significance | null {
  return all.reduce<Significance | null>(
    (most, one) => (most !== null && WEIGHT_OF.indexOf(most) >= WEIGHT_OF.indexOf(one) ? most : one),
    null,
  );
}
