import type { Store } from '../open.ts';

/** A third party as one clause of a policy names it, through all its versions. */
export interface ThirdPartyUse {
  /** The name as spelled in the text. */
  readonly name: string;
  /** The clause's lineage; null in an undated version. */
  readonly lineage: number | null;
  /** Numbers of the first and the last version with the name in that clause, and how many have it. */
  readonly firstVersion: number;
  readonly lastVersion: number;
  readonly versionCount: number;
}

/** A promise in a clause of a policy, through all its versions: the same sentence, wherever it stands. */
export type PromiseUse = ThirdPartyUse;

/** The terms of a kind in the clauses of a policy, with the versions that have them. */
function listUses(
  store: Store,
  kind: 'third-party' | 'promise',
  domain: string,
  policy: string,
): ThirdPartyUse[] {
  return store
    .prepare(
      `select ct.term as name, l.lineage, min(v.version) as firstVersion, max(v.version) as lastVersion,
         count(distinct v.version) as versionCount
       from policies p
       join versions v on v.policy_id = p.id
       join text_clauses tc on tc.text_id = v.text_id
       join clause_terms ct on ct.policy_id = p.id and ct.clause_id = tc.clause_id and ct.kind = ?
       left join version_lineages vl on vl.version_id = v.id and vl.position = tc.position
       left join lineages l on l.id = vl.lineage_id
       where p.domain = ? and p.policy = ?
       group by ct.term, l.lineage order by ct.term, l.lineage`,
    )
    .all(kind, domain, policy) as ThirdPartyUse[];
}

/** Which third parties the clauses of a policy name, by name; [] where none are known. */
export const listThirdPartyUses = (store: Store, domain: string, policy: string): ThirdPartyUse[] =>
  listUses(store, 'third-party', domain, policy);

/** The sentences of a policy that promise something, by their words. */
export const listPromiseUses = (store: Store, domain: string, policy: string): PromiseUse[] =>
  listUses(store, 'promise', domain, policy);
