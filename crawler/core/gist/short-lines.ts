import type { Comparison, PlacedClause } from '../model.ts';
import { countWords } from '../tokens.ts';
import { quotable, quote, sectionOf } from './gist-text.ts';

/** So many lines that came or went together are counted; fewer are told. */
const FEWEST_LINES = 4;
/** Clauses of more words, on the average, are sentences. */
const MOST_WORDS = 12;

/**
 * Lists, addresses and tables that came or went line by line: `drops 24 lines (Table of contents), such as “…”`. Only where
 * they are most of what the change is.
 */
export function tellLines(
  { changes, wordsAdded, wordsRemoved }: Comparison,
  left: readonly PlacedClause[],
  right: readonly PlacedClause[],
): string {
  const lines = changes.flatMap(({ kind, ...change }) => {
    if (kind !== 'added' && kind !== 'removed') return [];
    const clause = kind === 'added' ? right[change.right[0]!]! : left[change.left[0]!]!;
    return [{ kind, clause, text: quotable(clause), section: sectionOf(clause) }];
  });
  const groups = [...Map.groupBy(lines, ({ kind, section }) => `${kind} ${section}`).values()];
  const size = (group: typeof lines) => group.reduce((sum, { text }) => sum + countWords(text), 0);
  const most = groups.reduce<typeof lines>((best, group) => (size(group) > size(best) ? group : best), []);
  const words = size(most);
  const [first] = most;
  if (!first || most.length < FEWEST_LINES || words > most.length * MOST_WORDS) return '';
  if (words < (wordsAdded + wordsRemoved) / 2) return '';
  const longest = most.reduce((best, one) => (one.text.length > best.text.length ? one : best));
  const section = first.section === null ? '' : ` (${first.section})`;
  return `${first.kind === 'added' ? 'adds' : 'drops'} ${most.length} lines${section}, such as ${quote(longest.text, 70)}`;
}
