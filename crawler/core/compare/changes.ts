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
import {
  classifySize,
  judgeSameWords,
  judgeWordChanges,
  listWordChanges,
  REWRITE_SHARE,
  weightiest,
} from './significance.ts';
import { diffWordsBounded } from './words.ts';

export { isQuiet } from './significance.ts';

/** What the comparison is made of: a change, and the words its match carries over. */
interface Compared {
  readonly change: Change | null;
  readonly wordsKept: number;
  /** Words replaced, added or removed: what the size classes count. */
  readonly size: number;
  readonly approximate: boolean;
}

function visibleText(clauses: readonly Clause[]): string {
  return clauses.map((clause) => plainText(clause.text)).join(' ');
}

function compareOneSided(match: Match, text: string): Compared {
  const words = countWords(text);
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

function compareLinked(match: Match, left: readonly Clause[], right: readonly Clause[]): Compared {
  const { spans, approximate } = diffWordsBounded(visibleText(left), visibleText(right));
  const wordsKept = countSpans(spans, 'kept');
  if (match.kind === 'unchanged' && !match.moved) return { change: null, wordsKept, size: 0, approximate };
  const wordChanges = listWordChanges(spans);
  const readsSame = match.kind === 'unchanged' || match.kind === 'typographic';
  const kind: ChangeKind = match.kind === 'typographic' ? 'unchanged' : match.kind;
  const size = wordChanges.reduce(
    (sum, { removed, added }) => sum + Math.max(removed.length, added.length),
    0,
  );
  const significance = readsSame
    ? match.moved
      ? 'minor'
      : judgeSameWords(left, right)
    : wordChanges.length === 0
      ? 'minor'
      : judgeWordChanges(wordChanges);
  const change: Change = {
    kind,
    moved: match.moved,
    left: match.left,
    right: match.right,
    wordsAdded: readsSame ? 0 : countSpans(spans, 'added'),
    wordsRemoved: readsSame ? 0 : countSpans(spans, 'removed'),
    significance,
    sizeClass: classOf(kind, match.moved, significance, size),
    spans,
  };
  return { change, wordsKept: readsSame ? countWords(visibleText(left)) : wordsKept, size, approximate };
}

function compareMatch(match: Match, left: readonly Clause[], right: readonly Clause[]): Compared {
  const leftClauses = match.left.map((i) => left[i]!);
  const rightClauses = match.right.map((j) => right[j]!);
  if (match.kind === 'added') return compareOneSided(match, visibleText(rightClauses));
  if (match.kind === 'removed') return compareOneSided(match, visibleText(leftClauses));
  if (match.kind === 'unchanged' && !match.moved) {
    return { change: null, wordsKept: countWords(visibleText(leftClauses)), size: 0, approximate: false };
  }
  return compareLinked(match, leftClauses, rightClauses);
}

function countKinds(matches: readonly Match[]): ComparisonCounts {
  const count = (...kinds: Match['kind'][]) => matches.filter((match) => kinds.includes(match.kind)).length;
  return {
    unchanged: count('unchanged', 'typographic'),
    edited: count('edited'),
    added: count('added'),
    removed: count('removed'),
    split: count('split'),
    merged: count('merged'),
    moved: matches.filter((match) => match.moved).length,
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
 * alignment, the clauses are aligned first.
 */
export function compareClauses(
  left: readonly Clause[],
  right: readonly Clause[],
  alignment: Alignment = alignClauses(left, right),
): Comparison {
  const compared = alignment.matches.map((match) => compareMatch(match, left, right));
  const changes = compared.flatMap(({ change }) => (change ? [change] : []));
  const sum = (of: (change: Change) => number) => changes.reduce((total, change) => total + of(change), 0);
  const wordsLeft = left.reduce((total, clause) => total + countWords(plainText(clause.text)), 0);
  const wordsKept = compared.reduce((total, { wordsKept: kept }) => total + kept, 0);
  const carriedShare = wordsLeft === 0 ? 1 : Math.min(1, wordsKept / wordsLeft);
  const visible = compared.filter(({ change }) => change && change.sizeClass !== 'invisible');
  return {
    changes,
    matches: alignment.matches,
    counts: countKinds(alignment.matches),
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
