import type { Store } from '../open.ts';

/** A clause of a policy whose very words another policy has as well. */
export interface SharedClause {
  /** Number of the words: clauses of one number read the same, marks included. */
  readonly clause: number;
  readonly domain: string;
  readonly policy: string;
  /** The clause's lineage where the words are first seen; null in an undated version. */
  readonly lineage: number | null;
  /** Numbers of the first and the last version with these words. */
  readonly firstVersion: number;
  readonly lastVersion: number;
}

/** Shorter clauses say the same in many policies without telling anything: headings, addresses, greetings. */
const LEAST_LETTERS = 80;

/** Clauses that stand word for word in more than one policy, by words, then by policy. Looks once through all versions. */
export function listSharedClauses(store: Store): SharedClause[] {
  return store
    .prepare(
      `with used as materialized (
         select tc.clause_id, v.policy_id, min(v.version) as first, max(v.version) as last
         from versions v join text_clauses tc on tc.text_id = v.text_id
         group by tc.clause_id, v.policy_id),
       shared as materialized (select clause_id from used group by clause_id having count(*) > 1)
       select u.clause_id as clause, p.domain, p.policy, u.first as firstVersion, u.last as lastVersion,
         (select l.lineage from versions v
            join text_clauses tc on tc.text_id = v.text_id and tc.clause_id = u.clause_id
            join version_lineages vl on vl.version_id = v.id and vl.position = tc.position
            join lineages l on l.id = vl.lineage_id
          where v.policy_id = u.policy_id and v.version = u.first order by tc.position limit 1) as lineage
       from shared s
       join clauses k on k.id = s.clause_id and k.kind <> 'heading' and length(k.text) >= ?
       join used u on u.clause_id = s.clause_id
       join policies p on p.id = u.policy_id
       order by u.clause_id, p.domain, p.policy`,
    )
    .all(LEAST_LETTERS) as SharedClause[];
}
