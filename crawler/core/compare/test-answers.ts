import type { Clause } from '../model.ts';
import { alignClauses } from './align.ts';
import { compareClauses } from './changes.ts';
import { traceLineages } from './questions.ts';
import { describeChanges, summarizeComparison } from './summary.ts';
import { diffWords } from './words.ts';

/** Two documents and two texts, to be compared in every way there is. */
export interface Questions {
  readonly left: readonly Clause[];
  readonly right: readonly Clause[];
  readonly texts: { readonly left: string; readonly right: string };
}

/** Everything that is computed from them, as JSON. */
export function answerAll({ left, right, texts }: Questions): string {
  const comparison = compareClauses(left, right);
  return JSON.stringify([
    alignClauses(left, right),
    comparison,
    summarizeComparison(comparison),
    describeChanges(comparison, left, right),
    traceLineages([left, right, left]),
    diffWords(texts.left, texts.right),
  ]);
}
