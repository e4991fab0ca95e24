import { question, working } from './build/questions.ts';
import { lineages, sharedClauses, versions } from './store.ts';
import { clauseAddress, policyAddress } from './view/addresses.ts';
import type { SameWords } from './view/clauses/clause-page.ts';
import { isoDay } from './view/dates.ts';

/** Clauses that stand word for word in another policy too, gathered once for a build. */

type Shared = ReturnType<typeof sharedClauses>[number];

const keyOf = ({ domain, policy, lineage }: Pick<Shared, 'domain' | 'policy' | 'lineage'>) =>
  `${domain}/${policy}/${lineage}`;

/** For each clause of each policy all of the clauses that share any of its wordings, itself included. */
const gather = working(1, (): ReadonlyMap<string, readonly Shared[]> => {
  const byWords = Map.groupBy(sharedClauses(), ({ clause }) => clause);
  const byPlace = new Map<string, Shared[]>();
  for (const group of byWords.values()) {
    for (const one of group) byPlace.set(keyOf(one), [...(byPlace.get(keyOf(one)) ?? []), ...group]);
  }
  return byPlace;
});

function describe(shared: Shared): SameWords {
  const { domain, policy, lineage } = shared;
  const all = versions(domain, policy);
  const traced = lineages(domain, policy).find((one) => one.lineage === lineage);
  const day = (number: number, side: 'firstSeen' | 'lastSeen') =>
    isoDay(all.find((one) => one.version === number)?.[side] ?? null);
  return {
    domain,
    policy,
    address:
      traced && !traced.isHeading
        ? clauseAddress(domain, policy, traced.slug)
        : policyAddress(domain, policy),
    first: day(shared.firstVersion, 'firstSeen'),
    last: day(shared.lastVersion, 'lastSeen'),
  };
}

/** Other policies that have a wording of a clause, and from when to when; by domain. */
export const sameWords = question(
  'sameWords',
  64,
  (domain: string, policy: string, lineage: number): SameWords[] =>
    (gather().get(keyOf({ domain, policy, lineage })) ?? [])
      .filter((one) => one.domain !== domain || one.policy !== policy)
      .map(describe),
);
