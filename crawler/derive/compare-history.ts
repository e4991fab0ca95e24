import {
  type Alignment,
  alignClauses,
  type Comparison,
  compareClauses,
  createKeyCache,
  extendLineages,
  type LineageState,
  nameByOwnWords,
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

/**
 * Compares successive versions and traces every clause's lineage: one alignment for each new version. `minted` are the
 * addresses that clauses have, each with the text its clause had first.
 */
export function compareHistory(
  versions: readonly ComparedVersion[],
  minted: ReadonlyMap<string, string> = new Map(),
): ComparedHistory {
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
  return { comparisons, lineages: describeLineages(versions, comparisons, lineagesOf, minted), lineagesOf };
}

/** A clause as it was when its lineage began, and as it was last. */
interface LineageEnds {
  readonly first: PlacedClause;
  last: PlacedClause;
}

/** Beginning and end of each lineage, in order of birth. */
function listLives(
  versions: readonly ComparedVersion[],
  lineagesOf: readonly (readonly number[])[],
): [number, LineageEnds][] {
  const lives = new Map<number, LineageEnds>();
  versions.forEach(({ clauses }, k) => {
    lineagesOf[k]!.forEach((number, position) => {
      const clause = clauses[position]!;
      const life = lives.get(number);
      if (life) life.last = clause;
      else lives.set(number, { first: clause, last: clause });
    });
  });
  return [...lives].sort(([a], [b]) => a - b);
}

function countChanges(
  comparisons: readonly (Comparison | null)[],
  lineagesOf: readonly (readonly number[])[],
): Map<number, number> {
  const counts = new Map<number, number>();
  comparisons.forEach((comparison, k) => {
    for (const change of comparison?.changes ?? []) {
      const touched = new Set([
        ...change.right.map((position) => lineagesOf[k]![position]!),
        ...change.left.map((position) => lineagesOf[k - 1]![position]!),
      ]);
      for (const number of touched) counts.set(number, (counts.get(number) ?? 0) + 1);
    }
  });
  return counts;
}

/** Free names made of labels, one after the other: `name`, `name-2`, … beside those already taken. */
function makeNamer(taken: Set<string>): (label: string) => string {
  const numbers = new Map<string, number>();
  return (label) => {
    const name = slugify(label);
    let number = numbers.get(name) ?? 1;
    while (taken.has(number === 1 ? name : `${name}-${number}`)) number++;
    numbers.set(name, number + 1);
    const slug = number === 1 ? name : `${name}-${number}`;
    taken.add(slug);
    return slug;
  };
}

/**
 * The address of each lineage: made from the clause's own first words. One that was minted when the heading above gave it
 * stays where it still is the same clause's.
 */
function nameLineages(
  lives: readonly [number, LineageEnds][],
  minted: ReadonlyMap<string, string>,
): string[] {
  const byHeading = makeNamer(new Set());
  const older = lives.map(([, { first }]) => {
    const slug = byHeading(first.label);
    return minted.get(slug) === first.text ? slug : null;
  });
  const byOwnWords = makeNamer(new Set(older.filter((slug) => slug !== null)));
  return lives.map(([, { first }], k) => older[k] ?? byOwnWords(nameByOwnWords(first)));
}

/** Label, address and number of changes of each lineage, in order of birth. The label is what the clause calls itself last. */
function describeLineages(
  versions: readonly ComparedVersion[],
  comparisons: readonly (Comparison | null)[],
  lineagesOf: readonly (readonly number[])[],
  minted: ReadonlyMap<string, string>,
): DerivedLineage[] {
  const lives = listLives(versions, lineagesOf);
  const changeCounts = countChanges(comparisons, lineagesOf);
  const slugs = nameLineages(lives, minted);
  return lives.map(([number, { last }], k) => ({
    slug: slugs[k]!,
    label: nameByOwnWords(last),
    changeCount: changeCounts.get(number) ?? 0,
  }));
}
