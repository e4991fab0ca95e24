import { statSync } from 'node:fs';
import { derivePolicy, todaysRules } from '../../derive/index.ts';
import type { Effects } from '../../effects.ts';
import { exitCodes, UserError } from '../../errors.ts';
import {
  DamagedPayload,
  deleteOrphans,
  listIntegrityProblems,
  listLaggingPolicies,
  listPolicyRows,
  listStalePolicies,
  type MergeCounts,
  mergeGround,
  type Store,
  withOthersStore,
} from '../../store/index.ts';

export interface MergeSummary extends MergeCounts {
  /** The store merged in. */
  readonly file: string;
  readonly domains: readonly string[];
}

/**
 * Looks at every store that is to be merged before any is.
 * @throws UserError (exit 2) for the store itself, (exit 6) for one that is missing, damaged or newer than this program
 */
export function checkMergeable(file: string, others: readonly string[]): void {
  for (const other of others) {
    if (isSameFile(file, other)) {
      throw new UserError(
        `${other} is the store itself`,
        'Name other stores; --store says which one they are merged into.',
      );
    }
    withOthersStore(other, (store) => {
      const [problem] = listIntegrityProblems(store);
      if (problem !== undefined) throw damaged(other, problem);
    });
  }
}

/**
 * Adds other stores to this one and derives anew what that touches. In any order, any number of times, the result is the
 * same. Interrupted, the ground state is there, and merging again derives the rest.
 */
export async function mergeStores(
  store: Store,
  others: readonly string[],
  effects: Effects,
): Promise<MergeSummary[]> {
  // All or nothing: a store that proves damaged on the way leaves none of the others behind.
  const summaries = store.transaction(() => others.map((file) => mergeOne(store, file)))();
  const touched = new Set(summaries.flatMap(({ domains }) => domains));
  const lagging = new Set([
    ...listLaggingPolicies(store),
    ...listStalePolicies(store, todaysRules()).map(({ id }) => id),
  ]);
  for (const policy of listPolicyRows(store)) {
    if (effects.isStopping()) return summaries;
    if (touched.has(policy.domain) || lagging.has(policy.id)) await derivePolicy(store, policy, effects);
  }
  deleteOrphans(store);
  return summaries;
}

function mergeOne(store: Store, file: string): MergeSummary {
  return withOthersStore(file, (other) => {
    try {
      const domains = [...new Set(listPolicyRows(other).map(({ domain }) => domain))];
      return { file, domains, ...mergeGround(store, other) };
    } catch (error) {
      throw error instanceof DamagedPayload ? damaged(file, error.message) : error;
    }
  });
}

function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((file) => statSync(file, { throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}

function damaged(file: string, problem: string): UserError {
  return new UserError(
    `store ${file} is damaged: ${problem}`,
    'Restore it from a copy, or leave it out; nothing was changed.',
    exitCodes.store,
  );
}
