import type { RemovalEntry } from '../../core/removal-list.ts';
import type { Store } from '../open.ts';

const ENTRIES = `
  select r.domain, r.policy, r.first, r.last, r.removed_on as removedOn, r.reason from removals r`;

/** The removal list as the store last had it. */
export function listRemovals(store: Store): RemovalEntry[] {
  return store.prepare(`${ENTRIES} order by 1, 2, 3, 4`).all() as RemovalEntry[];
}

/** The entries that concern a policy. */
export function listPolicyRemovals(store: Store, policyId: number): RemovalEntry[] {
  return store
    .prepare(
      `${ENTRIES} join policies p on p.domain = r.domain and r.policy in ('', p.policy)
       where p.id = ? order by r.policy desc, r.first, r.last`,
    )
    .all(policyId) as RemovalEntry[];
}
