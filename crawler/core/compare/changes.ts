import { foldTypography } from '../as-read.ts';
import { plainText } from '../inline.ts';
import type {
  Alignment,
  Change,
  ChangeKind,
  Clause,
  Comparison,
  ComparisonCounts,
  Match,
  Significance,
  SizeClass,
  Span,
} from '../model.ts';
import { countWords } from '../tokens.ts';
import { alignClauses } from './align.ts';
import { maskDates } from './dates.ts';
import {
  classifySize,
  judgeSameWords,
  judgeWordChanges,
  listWordChanges,
  REWRITE_SHARE,
  weightiest,
} from './significance.ts';
import { hideTypography } from './visible-spans.ts';
import { diffWordsBounded } from './words.ts';

/** What the comparison is made of: a change, and the words its match carries over. */
interface ComparedMatch {
  readonly change: Change | null;
  readonly wordsKept: number;
  /** Words replaced, added or removed: what the size classes count. */
  readonly size: number;
  readonly approximate: boolean;
}

/** Clauses as read, with every date replaced by the same mark; `text` is the plain text of all of them. */
export type DateMask<T extends Clause = Clause> = (clauses: readonly T[], text: string) => string;

/** A text as read, with its dates masked. */
export const maskText = (text: string): string => maskDates(foldTypography(text));

/** The visible texts of one side, each made once, and their words counted once. */
interface SideTexts {
  readonly clauses: readonly Clause[];
  readonly texts: readonly string[];
  readonly words: (members: readonly number[]) => number;
  readonly masked: (members: readonly number[], text: string) => string;
  readonly wordCount: number;
}

function readSide<T extends Clause>(clauses: readonly T[], mask: DateMask<T>): SideTexts {
  const texts = clauses.map((clause) => plainText(clause.text));
  const counts = texts.map(countWords);
  return {
    clauses,
    texts,
    words: (members) => members.reduce((sum, member) => sum + counts[member]!, 0),
    masked: (members, text) =>
      mask(
        members.map((member) => clauses[member]!),
        text,
      ),
    wordCount: counts.reduce((sum, count) => sum + count, 0),
  };
}

const joinTexts = ({ texts }: SideTexts, members: readonly number[]) =>
  members.map((member) => texts[member]!).join(' ');

function compareOneSided(match: Match, words: number): ComparedMatch {
  const isAdded = match.kind === 'added';
  const change: Change = {
    kind: isAdded ? 'added' : 'removed',
    moved: false,
    left: match.left,
    right: match.right,
    wordsAdded: isAdded ? words : 0,
    wordsRemoved: isAdded ? 0 : words,
    significance: words === 0 ? 'minor' : 'substantive',
    sizeClass: classifySize(words),
    spans: [],
  };
  return { change, wordsKept: 0, size: words, approximate: false };
}

function classOf(kind: ChangeKind, moved: boolean, significance: Significance, size: number): SizeClass {
  if (kind === 'unchanged') return moved ? 'order' : 'invisible';
  if (significance === 'typographic' || significance === 'links') return 'invisible';
  if (significance === 'date') return 'date';
  return classifySize(size);
}

function countSpans(spans: readonly Span[], kind: Span[0]): number {
  return spans.reduce((sum, [own, text]) => (own === kind ? sum + countWords(text) : sum), 0);
}

/** A match of equal words: it has moved, or something about it differs that is not words. */
function compareSameWords(match: Match, left: SideTexts, right: SideTexts): ComparedMatch {
  const { spans, approximate } = diffWordsBounded(joinTexts(left, match.left), joinTexts(right, match.right));
  const members = (side: SideTexts, indexes: readonly number[]) =>
    indexes.map((index) => side.clauses[index]!);
  const significance = match.moved
    ? 'minor'
    : judgeSameWords(members(left, match.left), members(right, match.right));
  const change: Change = {
    kind: 'unchanged',
    moved: match.moved,
    left: match.left,
    right: match.right,
    wordsAdded: 0,
    wordsRemoved: 0,
    significance,
    sizeClass: classOf('unchanged', match.moved, significance, 0),
    spans,
  };
  return { change, wordsKept: left.words(match.left), size: 0, approximate };
}

function compareOtherWords(match: Match, kind: ChangeKind, left: SideTexts, right: SideTexts): ComparedMatch {
  const [leftText, rightText] = [joinTexts(left, match.left), joinTexts(right, match.right)];
  const { spans, approximate } = diffWordsBounded(leftText, rightText);
  const shown = hideTypography(spans, 'right');
  const wordChanges = listWordChanges(shown);
  const size = wordChanges.reduce(
    (sum, { removed, added }) => sum + Math.max(removed.length, added.length),
    0,
  );
  const significance =
    wordChanges.length === 0
      ? 'minor'
      : judgeWordChanges(
          wordChanges,
          left.masked(match.left, leftText),
          right.masked(match.right, rightText),
        );
  const change: Change = {
    kind,
    moved: match.moved,
    left: match.left,
    right: match.right,
    wordsAdded: countSpans(shown, 'added'),
    wordsRemoved: countSpans(shown, 'removed'),
    significance,
    sizeClass: classOf(kind, match.moved, significance, size),
    spans,
  };
  return { change, wordsKept: countSpans(shown, 'kept'), size, approximate };
}

/** A match whose wording is too unlike for marks: one text stands whole in place of the other. */
function compareUnlike(match: Match, kind: ChangeKind, left: SideTexts, right: SideTexts): ComparedMatch {
  const [wordsRemoved, wordsAdded] = [left.words(match.left), right.words(match.right)];
  const size = Math.max(wordsRemoved, wordsAdded);
  const change: Change = {
    kind,
    moved: match.moved,
    left: match.left,
    right: match.right,
    wordsAdded,
    wordsRemoved,
    significance: 'substantive',
    sizeClass: classifySize(size),
    spans: [
      ['removed', joinTexts(left, match.left)],
      ['added', joinTexts(right, match.right)],
    ],
  };
  return { change, wordsKept: 0, size, approximate: false };
}

/** `CONTACT US` and `Contact us` are the same heading: capitals are how a page writes its headings. */
function isHeadingInOtherCase(match: Match, left: SideTexts, right: SideTexts): boolean {
  const [i, j] = [match.left[0]!, match.right[0]!];
  if (left.clauses[i]!.kind !== 'heading' || right.clauses[j]!.kind !== 'heading') return false;
  const read = (text: string) => foldTypography(text).toLowerCase();
  return match.kind === 'edited' && read(left.texts[i]!) === read(right.texts[j]!);
}

function compareMatch(match: Match, left: SideTexts, right: SideTexts, worthMarking: number): ComparedMatch {
  if (match.kind === 'added') return compareOneSided(match, right.words(match.right));
  if (match.kind === 'removed') return compareOneSided(match, left.words(match.left));
  if (match.kind === 'unchanged' && !match.moved) {
    return { change: null, wordsKept: left.words(match.left), size: 0, approximate: false };
  }
  const readsSame = match.kind === 'unchanged' || match.kind === 'typographic';
  if (readsSame || isHeadingInOtherCase(match, left, right)) return compareSameWords(match, left, right);
  const compare = match.score < worthMarking ? compareUnlike : compareOtherWords;
  return compare(match, match.kind, left, right);
}

/** Counts of what is said of the clauses, so that every page that shows them counts what it lists. */
function countKinds(changes: readonly Change[], matchCount: number): ComparisonCounts {
  const count = (kind: Change['kind']) => changes.filter((change) => change.kind === kind).length;
  const [edited, added, removed] = [count('edited'), count('added'), count('removed')];
  const [split, merged] = [count('split'), count('merged')];
  return {
    unchanged: matchCount - edited - added - removed - split - merged,
    edited,
    added,
    removed,
    split,
    merged,
    moved: changes.filter((change) => change.moved).length,
  };
}

/** The class of a whole step: quiet only if every change is. */
function classOfAll(changes: readonly Change[], size: number, carriedShare: number): SizeClass {
  if (changes.length > 0 && carriedShare < REWRITE_SHARE) return 'rewrite';
  const classes = changes.map((change) => change.sizeClass);
  if (classes.every((sizeClass) => sizeClass === 'invisible')) return 'invisible';
  if (classes.every((sizeClass) => sizeClass === 'invisible' || sizeClass === 'date')) return 'date';
  if (
    classes.every((sizeClass) => sizeClass === 'invisible' || sizeClass === 'date' || sizeClass === 'order')
  ) {
    return 'order';
  }
  return classifySize(size);
}

/**
 * What is said of two versions: every change with its words, significance and size, and the sums. Words are those of
 * the visible text; the spans of a change are over the plain texts of its clauses, joined by a space. Without an
 * alignment, the clauses are aligned first. Matches with a score below `worthMarking` are not compared word by word.
 */
export function compareClauses(
  left: readonly Clause[],
  right: readonly Clause[],
  alignment: Alignment = alignClauses(left, right),
  worthMarking = 0,
): Comparison {
  return compareMasked(left, right, (_, text) => maskText(text), alignment, worthMarking);
}

/**
 * The same for clauses whose dates were masked before: pages compare without the months of all languages, which weigh more
 * than the comparing.
 */
export function compareMasked<T extends Clause>(
  left: readonly T[],
  right: readonly T[],
  mask: DateMask<T>,
  alignment: Alignment = alignClauses(left, right),
  worthMarking = 0,
): Comparison {
  const leftSide = readSide(left, mask);
  const rightSide = readSide(right, mask);
  const compared = alignment.matches.map((match) => compareMatch(match, leftSide, rightSide, worthMarking));
  const changes = compared.flatMap(({ change }) => (change ? [change] : []));
  const sum = (of: (change: Change) => number) => changes.reduce((total, change) => total + of(change), 0);
  const wordsKept = compared.reduce((total, { wordsKept: kept }) => total + kept, 0);
  const carriedShare = leftSide.wordCount === 0 ? 1 : Math.min(1, wordsKept / leftSide.wordCount);
  const visible = compared.filter(({ change }) => change && change.sizeClass !== 'invisible');
  return {
    changes,
    matches: alignment.matches,
    counts: countKinds(changes, alignment.matches.length),
    wordsAdded: sum((change) => change.wordsAdded),
    wordsRemoved: sum((change) => change.wordsRemoved),
    carriedShare,
    significance: weightiest(changes.map((change) => change.significance)),
    sizeClass: classOfAll(
      changes,
      visible.reduce((total, { size }) => total + size, 0),
      carriedShare,
    ),
    approximate: alignment.approximate || compared.some(({ approximate }) => approximate),
  };
}
