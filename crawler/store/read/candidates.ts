import type { Store } from '../open.ts';
import type { Evidence } from '../write/ground.ts';
import type { ListingState } from './ground.ts';

/** An address looked at, or rejected, on the way to a domain's policies. */
export interface CandidateAddress {
  readonly url: string;
  /** Name of the policy it is held to be; null for a rejected one. */
  readonly policy: string | null;
  /** Why it was rejected, in one word; null for one that was not. */
  readonly rejected: string | null;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly captureCount: number;
  /** Captures of a page, redirects and errors aside. */
  readonly pageCount: number;
  /** Timestamps of the first and last such capture. */
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly listing: ListingState | null;
  /** Why the listing is not complete. */
  readonly note: string | null;
}

/** Candidates of a domain: those with pages first, the likeliest first, rejected ones last. */
export function listCandidates(store: Store, domain: string): CandidateAddress[] {
  const isPage = `c.statuscode in ('200', '203', '-')`;
  const rows = store
    .prepare(
      `select a.url, p.policy, iif(a.role = 'rejected', a.listing_note, null) as rejected, a.confidence, a.evidence,
         count(c.id) as captureCount, count(iif(${isPage}, 1, null)) as pageCount,
         min(iif(${isPage}, c.timestamp, null)) as firstSeen, max(iif(${isPage}, c.timestamp, null)) as lastSeen,
         a.listing, iif(a.role = 'rejected', null, a.listing_note) as note
       from addresses a left join policies p on p.id = a.policy_id left join captures c on c.address_id = a.id
       where a.domain = ? and a.role in ('policy', 'rejected')
       group by a.id order by a.role, pageCount = 0, a.confidence desc, a.url`,
    )
    .all(domain) as (Omit<CandidateAddress, 'evidence'> & { evidence: string })[];
  return rows.map((row) => ({ ...row, evidence: JSON.parse(row.evidence) }));
}
