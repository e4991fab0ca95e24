import { findRemoval, type RemovalEntry } from '../../core/index.ts';
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

/** An address that was published, and whose text is removed. */
export interface RemovedAddress extends Pick<RemovalEntry, 'removedOn' | 'reason'> {
  readonly domain: string;
  readonly policy: string;
  readonly slug: string;
  /** Timestamp of the capture that the address stood for; null where undated. */
  readonly timestamp: string | null;
  /** Hash of the text that was published at the address. */
  readonly textHash: string;
}

/** Published addresses without a version because the capture they stood for is on the removal list. */
export function listRemovedAddresses(store: Store): RemovedAddress[] {
  const rows = store
    .prepare(
      `select u.policy_id as policyId, p.domain, p.policy, u.slug, nullif(u.anchor, '') as timestamp,
         u.text_hash as textHash
       from published u join policies p on p.id = u.policy_id
       where not exists (select 1 from versions v where v.policy_id = u.policy_id and v.slug = u.slug)
         and p.domain in (select domain from removals)
       order by p.domain, p.policy, u.anchor, u.slug`,
    )
    .all() as (Omit<RemovedAddress, 'removedOn' | 'reason'> & { policyId: number })[];
  return rows.flatMap(({ policyId, ...row }) => {
    const entry = findRemoval(listPolicyRemovals(store, policyId), row.timestamp);
    return entry ? [{ ...row, removedOn: entry.removedOn, reason: entry.reason }] : [];
  });
}

/** The removal list with the number of captures each entry covers. */
export function countRemovals(store: Store): (RemovalEntry & { readonly captureCount: number })[] {
  return store
    .prepare(
      `select domain, ifnull(policy, '') as policy, ifnull(first, '') as first, ifnull(last, '') as last,
         removed_on as removedOn, reason, capture_count as captureCount
       from v_removals order by removed_on desc, 1, 2, 3`,
    )
    .all() as (RemovalEntry & { captureCount: number })[];
}
