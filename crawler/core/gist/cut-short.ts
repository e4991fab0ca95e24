import type { Comparison, PlacedClause } from '../model.ts';
import { countWords } from '../tokens.ts';
import { quotable } from './gist-text.ts';

/** A step beside another, with the text it leads from or to. */
export interface NeighbourStep {
  readonly comparison: Pick<Comparison, 'changes'>;
  /** The text on its far side. */
  readonly clauses: readonly PlacedClause[];
}

/** Fewer words gone for one version are an edit taken back, and told as such. */
const FEWEST_WORDS = 60;
/** So much of what went must be back in the same words, and so little may have come in its place. */
const MOSTLY_BACK = 0.85;
const HARDLY_ANY = 0.1;

interface ChangedTexts {
  readonly texts: string[];
  readonly words: number;
}

function oneSided(
  changes: Comparison['changes'],
  kind: 'added' | 'removed',
  clauses: readonly PlacedClause[],
): ChangedTexts {
  const texts = changes
    .filter((change) => change.kind === kind)
    .flatMap((change) => change[kind === 'added' ? 'right' : 'left'].map((at) => quotable(clauses[at]!)));
  return { texts, words: texts.reduce((sum, text) => sum + countWords(text), 0) };
}

/**
 * How many clauses stood in the text before a version and stand again in the one after it, and not in itself: as in a capture
 * that was cut short. 0 where that is not what the two steps are about.
 */
export function countLacking(out: NeighbourStep, back: NeighbourStep): number {
  const gone = oneSided(out.comparison.changes, 'removed', out.clauses);
  const came = oneSided(back.comparison.changes, 'added', back.clauses);
  const added = out.comparison.changes.reduce((sum, { wordsAdded }) => sum + wordsAdded, 0);
  if (gone.words < FEWEST_WORDS || added > gone.words * HARDLY_ANY) return 0;
  const returned = new Set(came.texts);
  const again = gone.texts.filter((text) => returned.has(text));
  const words = again.reduce((sum, text) => sum + countWords(text), 0);
  return words >= gone.words * MOSTLY_BACK ? again.length : 0;
}
