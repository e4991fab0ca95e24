import {
  CLAUSE_FLAGS,
  CLAUSE_LENGTHS,
  type ClauseRow,
  HIT_STATES,
  type HitGroup,
  type HitState,
  lengthOf,
} from '../../../crawler/core/index.ts';
import type { FacetChoice, SearchCounts } from './search-answer.ts';

interface CountedGroup extends HitGroup<ClauseRow> {
  readonly policy: { readonly domain: string; readonly policy: string };
  readonly states: readonly HitState[];
}

export const STATE_TITLES: Readonly<Record<HitState, string>> = {
  present: 'still said',
  removed: 'no longer said',
  added: 'not said at first',
};

/** How many groups have each value; a group that has one twice counts once. */
function countValues<V>(
  groups: readonly CountedGroup[],
  valuesOf: (group: CountedGroup) => readonly V[],
): Map<V, number> {
  const counts = new Map<V, number>();
  for (const group of groups) {
    for (const value of new Set(valuesOf(group))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** Distinct versions that hold a hit. */
function countVersions(groups: readonly CountedGroup[]): number {
  const versions = new Map<string, Set<number>>();
  for (const { policy, versions: own } of groups) {
    const key = `${policy.domain}/${policy.policy}`;
    const known = versions.get(key) ?? new Set();
    for (const number of own) known.add(number);
    versions.set(key, known);
  }
  return [...versions.values()].reduce((sum, { size }) => sum + size, 0);
}

/** The count line's figures and the facets of all hits: clauses by company, year, topic and the rest. */
export function countHits(
  groups: readonly CountedGroup[],
  topics: readonly { readonly id: number; readonly name: string; readonly title: string }[],
  isPartial: boolean,
): SearchCounts {
  const companies = countValues(groups, ({ policy }) => [policy.domain]);
  const years = countValues(groups, ({ rows }) => rows.flatMap((row) => row.years));
  const spoken = countValues(groups, ({ rows }) => rows.flatMap((row) => row.topics));
  const states = countValues(groups, (group) => group.states);
  const flags = countValues(groups, ({ rows }) => rows.flatMap((row) => row.flags));
  const lengths = countValues(groups, ({ rows }) => rows.map(({ words }) => lengthOf(words)));
  const choice = (value: string, words: string, count: number): FacetChoice => ({ value, words, count });
  return {
    clauses: groups.length,
    companies: companies.size,
    versions: countVersions(groups),
    isPartial,
    facets: {
      company: [...companies]
        .sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1))
        .map(([domain, count]) => choice(domain, domain, count)),
      year: [...years]
        .sort(([left], [right]) => left - right)
        .map(([year, count]) => choice(String(year), String(year), count)),
      topic: topics
        .filter(({ id }) => spoken.has(id))
        .map(({ id, name, title }) => choice(name, title, spoken.get(id)!)),
      state: HIT_STATES.filter((state) => states.has(state)).map((state) =>
        choice(state, STATE_TITLES[state], states.get(state)!),
      ),
      flag: CLAUSE_FLAGS.flatMap(({ name, title }, at) =>
        flags.has(at) ? [choice(name, title, flags.get(at)!)] : [],
      ),
      length: CLAUSE_LENGTHS.filter(({ name }) => lengths.has(name)).map(({ name, title }) =>
        choice(name, title, lengths.get(name)!),
      ),
    },
  };
}
