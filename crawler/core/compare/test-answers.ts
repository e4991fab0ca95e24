import type { Clause } from '../model.ts';
import { readNaming } from '../naming.ts';
import { findStatedDate } from '../stated-date.ts';
import { listThirdParties } from '../third-parties.ts';
import { labelClause } from '../topics/label.ts';
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

/** Labels of texts by their language, and the names and dates that sentences tell, as they are read. */
export function readAll(texts: Readonly<Record<string, readonly string[]>>, told: readonly string[]) {
  const clauses = told.map((text): Clause => ({ kind: 'paragraph', level: 0, text }));
  const naming = readNaming(clauses, '');
  return {
    labels: Object.entries(texts).map(([language, list]) =>
      list.map((text) =>
        JSON.stringify(labelClause({ kind: 'paragraph', level: 0, text }, 'Cookies', language)),
      ),
    ),
    names: clauses.flatMap((clause) => listThirdParties(clause, '', naming).map(({ term }) => term)),
    dates: told.map((text) => JSON.stringify(findStatedDate([text]))),
  };
}
