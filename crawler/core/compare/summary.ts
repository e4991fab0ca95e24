import { plainText } from '../inline.ts';
import type { Change, Clause, Comparison, PlacedClause, Span } from '../model.ts';
import { hideTypography } from './visible-spans.ts';

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** A share as whole percent; never 0 or 100 where something, or not all, was carried over. */
function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) return 'Less than 1 %';
  return `${rounded === 100 && share < 1 ? 99 : rounded} %`;
}

function listCounts(comparison: Comparison): string {
  const { counts } = comparison;
  const parts: string[] = [];
  const say = (count: number, what: string) => {
    if (count === 0) return;
    parts.push(parts.length === 0 ? `${plural(count, 'clause')} ${what}` : `${count} ${what}`);
  };
  say(counts.edited, 'edited');
  say(counts.added, 'added');
  say(counts.removed, 'removed');
  say(counts.split, 'split');
  say(counts.merged, 'merged');
  say(counts.moved, 'moved');
  const unseen = comparison.changes.filter((change) => change.sizeClass === 'invisible');
  const links = unseen.filter((change) => change.significance === 'links').length;
  if (links > 0) parts.push(`${links} with other link targets`);
  if (unseen.length > links) parts.push(`${unseen.length - links} in typography only`);
  return parts.join(', ');
}

/**
 * The comparison in one or two sentences: `4 clauses edited, 1 added; 312 words in, 120 out.` The counts are those of
 * the changes listed.
 */
export function summarizeComparison(comparison: Comparison): string {
  if (comparison.changes.length === 0) return 'No difference.';
  const counts = listCounts(comparison);
  if (comparison.sizeClass === 'invisible') return `No visible difference: ${counts}.`;
  const words = `${plural(comparison.wordsAdded, 'word')} in, ${comparison.wordsRemoved} out.`;
  if (comparison.sizeClass !== 'rewrite') return `${counts}; ${words}`;
  return `A new text: ${percent(comparison.carriedShare)} of the words carried over. ${counts}; ${words}`;
}

/** White space squashed and the ends trimmed: text as quoted in a sentence. */
const quote = (text: string) => `“${text.replace(/\s+/g, ' ').trim()}”`;

/** Each change of words as part of a sentence. */
function describeSpans(spans: readonly Span[]): string[] {
  const parts: string[] = [];
  spans.forEach(([kind, text], at) => {
    if (kind === 'kept' || text.trim() === '') return;
    const next = spans[at + 1];
    if (kind === 'removed') {
      parts.push(
        next?.[0] === 'added' && next[1].trim() !== ''
          ? `${quote(text)} became ${quote(next[1])}`
          : `${quote(text)} removed`,
      );
    } else if (spans[at - 1]?.[0] !== 'removed' || spans[at - 1]![1].trim() === '') {
      parts.push(`${quote(text)} added`);
    }
  });
  return parts;
}

/** The nearest heading before a clause, or its own words where it is a heading or stands under none. */
function nameClause(clauses: readonly (Clause | PlacedClause)[], at: number): string {
  const clause = clauses[at]!;
  if ('label' in clause) return clause.labelIsOurs ? `[${clause.label}]` : clause.label;
  for (let k = at; k >= 0; k--) if (clauses[k]!.kind === 'heading') return plainText(clauses[k]!.text);
  const words = plainText(clause.text).split(' ');
  return `[${words.slice(0, 6).join(' ')}${words.length > 6 ? '…' : ''}]`;
}

const textOf = (clauses: readonly Clause[], members: readonly number[]) =>
  quote(members.map((member) => plainText(clauses[member]!.text)).join(' '));

/** Where a moved clause stood: after which clause of the left. */
function formerPlace(left: readonly Clause[], at: number): string {
  return at === 0 ? 'the beginning' : `after ${nameClause(left, at - 1)}`;
}

function describeChange(change: Change, left: readonly Clause[], right: readonly Clause[]): string {
  const words = `${plural(change.wordsAdded, 'word')} in, ${change.wordsRemoved} out.`;
  if (change.kind === 'added') {
    return `${nameClause(right, change.right[0]!)}, new clause: ${textOf(right, change.right)}. ${words}`;
  }
  if (change.kind === 'removed') {
    return `${nameClause(left, change.left[0]!)}, clause no longer present: ${textOf(left, change.left)}. ${words}`;
  }
  const name = nameClause(right, change.right[0]!);
  const moved = change.moved ? `moved from ${formerPlace(left, change.left[0]!)}` : '';
  if (change.kind === 'unchanged') {
    const why = change.significance === 'links' ? 'a link leads elsewhere' : 'typography or marks only';
    return `${name}, ${change.moved ? `${moved}, words unchanged` : why}.`;
  }
  if (change.kind === 'edited' && right[change.right[0]!]!.kind === 'heading') {
    const was = textOf(left, change.left);
    return `Heading changed from ${was} to ${textOf(right, change.right)}${moved && `, ${moved}`}. ${words}`;
  }
  const what = {
    edited: 'edited',
    split: `one clause became ${change.right.length}`,
    merged: `${change.left.length} clauses became one`,
  }[change.kind];
  const parts = describeSpans(hideTypography(change.spans, 'right'));
  const list = parts.length > 0 ? `: ${parts.join('; ')}` : '';
  return `${name}, ${what}${moved && `, ${moved}`}${list}. ${words}`;
}

/** Every change of a comparison as a sentence, in its order: for ears, mail and print. */
export function describeChanges(
  comparison: Comparison,
  left: readonly Clause[],
  right: readonly Clause[],
): string[] {
  return comparison.changes.map((change) => describeChange(change, left, right));
}
