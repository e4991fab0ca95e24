import type { Comparison, PlacedClause } from '../model.ts';
import { countWords } from '../tokens.ts';
import { quotable } from './gist-text.ts';

/** A heading that came or went together with what stands under it. */
export interface WholeSection {
  readonly title: string;
  readonly words: number;
}

/** A section of fewer words is not worth its title. */
const FEWEST_WORDS = 12;
/** So much of what stands under a heading must have come with it, or gone: else only the heading is new. */
const MOSTLY = 0.7;
const LONGEST_TITLE = 90;

const fold = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();

/** Where the section of a heading ends: at the next heading of its rank or above. */
function endOf(clauses: readonly PlacedClause[], at: number): number {
  const { level } = clauses[at]!;
  const next = clauses.findIndex((one, place) => place > at && one.kind === 'heading' && one.level <= level);
  return next < 0 ? clauses.length : next;
}

/**
 * The sections of one side that the other has not: their heading and most of their words came with the right text, or went with
 * the left. The outermost only, those of most words first.
 */
export function listWholeSections(
  changes: Comparison['changes'],
  side: 'left' | 'right',
  own: readonly PlacedClause[],
  other: readonly PlacedClause[],
): WholeSection[] {
  const kind = side === 'right' ? 'added' : 'removed';
  const alone = new Set(changes.flatMap((change) => (change.kind === kind ? change[side] : [])));
  const titles = new Set(other.filter((one) => one.kind === 'heading').map((one) => fold(quotable(one))));
  const found: WholeSection[] = [];
  let after = 0;
  for (const at of [...alone].sort((one, another) => one - another)) {
    const heading = own[at]!;
    if (at < after || heading.kind !== 'heading') continue;
    const title = quotable(heading);
    const end = endOf(own, at);
    const counts = own
      .slice(at + 1, end)
      .map((one, place) => ({ words: countWords(quotable(one)), isAlone: alone.has(at + 1 + place) }));
    const words = counts.reduce((sum, one) => sum + one.words, 0);
    const came = counts.reduce((sum, one) => sum + (one.isAlone ? one.words : 0), 0);
    if (
      words < FEWEST_WORDS ||
      came < words * MOSTLY ||
      title.length > LONGEST_TITLE ||
      titles.has(fold(title))
    )
      continue;
    found.push({ title, words: came });
    after = end;
  }
  return found.sort((one, another) => another.words - one.words);
}
