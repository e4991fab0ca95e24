import {
  type BlameState,
  type Comparison,
  extendBlame,
  type LineageSummary,
  startBlame,
  survivalOfFirst,
} from '../../../crawler/core/index.ts';
import { type ChangeNumbers, numberChanges } from '../comparison/comparison-blocks.ts';
import type { StoredComparison, TextFacts } from '../model.ts';

/** Where a lineage stands in one version. */
export interface Occurrence {
  /** Index into the dated versions. */
  readonly at: number;
  readonly position: number;
}

/** How old the words of a clause are: indexes of the dated versions that brought its oldest and newest sentence. */
export interface Age {
  readonly oldest: number;
  readonly newest: number;
  /** Since when each of its sentences has stood, in their order. */
  readonly sentences: readonly number[];
}

/** All that clause histories and margins need of one policy, gathered in one pass over its dated versions. */
export interface ClauseIndex {
  readonly versions: readonly TextFacts[];
  readonly lineages: ReadonlyMap<number, LineageSummary>;
  readonly occurrences: ReadonlyMap<number, readonly Occurrence[]>;
  /** Numbers of the changes on the page of the step that leads to each version; null for the first. */
  readonly changes: readonly (ChangeNumbers | null)[];
  /** Age of each clause of each version. Worked out when first asked for: only texts need it, and it takes longest. */
  readonly ages: readonly (readonly Age[])[];
  /** Share of the first version's sentences that still stand in each. */
  readonly survival: readonly number[];
}

function ageOf(state: BlameState): Age[] {
  return state.clauses.map((sentences) => {
    const since = sentences.map((sentence) => sentence.since);
    return since.length === 0
      ? { oldest: state.version, newest: state.version, sentences: [] }
      : { oldest: Math.min(...since), newest: Math.max(...since), sentences: since };
  });
}

/** Both by version. */
interface Blame {
  readonly ages: readonly (readonly Age[])[];
  readonly survival: readonly number[];
}

function blameAll(versions: readonly TextFacts[], steps: readonly (StoredComparison | null)[]): Blame {
  let blame: BlameState | null = null;
  const blamed = versions.map(({ clauses }, at) => {
    const step = steps[at];
    blame = blame && step ? extendBlame(blame, step, clauses) : startBlame(clauses);
    return { ages: ageOf(blame), survival: survivalOfFirst(blame) };
  });
  return { ages: blamed.map(({ ages }) => ages), survival: blamed.map(({ survival }) => survival) };
}

/** `steps[k]` leads to the k-th dated version; the first has none. */
export function indexClauses(
  versions: readonly TextFacts[],
  steps: readonly (StoredComparison | null)[],
  lineages: readonly LineageSummary[],
): ClauseIndex {
  const occurrences = new Map<number, Occurrence[]>();
  versions.forEach(({ clauses }, at) => {
    for (const { lineage, position } of clauses) {
      if (lineage === null) continue;
      const known = occurrences.get(lineage);
      if (known) known.push({ at, position });
      else occurrences.set(lineage, [{ at, position }]);
    }
  });
  let blamed: Blame | undefined;
  const blame = () => {
    blamed ??= blameAll(versions, steps);
    return blamed;
  };
  return {
    versions,
    lineages: new Map(lineages.map((lineage) => [lineage.lineage, lineage])),
    occurrences,
    changes: steps.map((step) => step && numberChanges(step as Comparison)),
    get ages() {
      return blame().ages;
    },
    get survival() {
      return blame().survival;
    },
  };
}
