import {
  type Alignment,
  alignClauses,
  type Comparison,
  compareClauses,
  createKeyCache,
  extendLineages,
  firstFree,
  type LineageState,
  type PlacedClause,
  slugify,
  startLineages,
} from '../core/index.ts';
import type { DerivedLineage } from '../store/index.ts';

/** A version as far as comparing goes. Undated versions stand beside the history: nobody knows what came before. */
export interface ComparedVersion {
  readonly clauses: readonly PlacedClause[];
  readonly isDated: boolean;
}

export interface ComparedHistory {
  /** Of each version with the one before; null for the first and for undated ones. */
  readonly comparisons: readonly (Comparison | null)[];
  readonly lineages: readonly DerivedLineage[];
  /** Numbers (from 1) of the lineages of each version's clauses; [] for undated versions. */
  readonly lineagesOf: readonly (readonly number[])[];
}

/** Compares successive versions and traces every clause's lineage: one alignment for each new version. */
export function compareHistory(versions: readonly ComparedVersion[]): ComparedHistory {
  const cache = createKeyCache();
  const comparisons: (Comparison | null)[] = [];
  const lineagesOf: number[][] = [];
  let state: LineageState | null = null;
  let left: readonly PlacedClause[] = [];
  for (const { clauses, isDated } of versions) {
    if (!isDated) {
      comparisons.push(null);
      lineagesOf.push([]);
      continue;
    }
    const alignment: Alignment | null = state === null ? null : alignClauses(left, clauses, { cache });
    comparisons.push(alignment && compareClauses(left, clauses, alignment));
    const traced: { state: LineageState; ids: number[] } =
      alignment && state
        ? extendLineages(state, alignment, left, clauses, cache)
        : startLineages(clauses, cache);
    state = traced.state;
    lineagesOf.push(traced.ids.map((id) => id + 1));
    left = clauses;
  }
  return { comparisons, lineages: describeLineages(versions, comparisons, lineagesOf), lineagesOf };
}

/**
 * Label, address and number of changes of each lineage, in order of birth. The label is the clause's latest; the address
 * is made from its first, and so stays when the clause moves under another heading.
 */
function describeLineages(
  versions: readonly ComparedVersion[],
  comparisons: readonly (Comparison | null)[],
  lineagesOf: readonly (readonly number[])[],
): DerivedLineage[] {
  const first = new Map<number, string>();
  const labels = new Map<number, string>();
  const changeCounts = new Map<number, number>();
  versions.forEach(({ clauses }, k) => {
    const numbers = lineagesOf[k]!;
    numbers.forEach((number, position) => {
      const { label } = clauses[position]!;
      if (!first.has(number)) first.set(number, label);
      labels.set(number, label);
    });
    for (const change of comparisons[k]?.changes ?? []) {
      const touched = new Set([
        ...change.right.map((position) => numbers[position]!),
        ...change.left.map((position) => lineagesOf[k - 1]![position]!),
      ]);
      for (const number of touched) changeCounts.set(number, (changeCounts.get(number) ?? 0) + 1);
    }
  });
  const taken = new Set<string>();
  return [...first]
    .sort(([a], [b]) => a - b)
    .map(([number, label]) => {
      const slug = firstFree(slugify(label), taken);
      taken.add(slug);
      return { slug, label: labels.get(number)!, changeCount: changeCounts.get(number) ?? 0 };
    });
}
