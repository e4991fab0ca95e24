import type { Outcome } from '../../core/index.ts';
import type { Store } from '../open.ts';
import { prepareOnce } from '../prepare-once.ts';

/** What is known of a policy besides its texts: its captures, and the addresses it was looked for at. */

/** A capture as a timeline shows it. */
export interface CaptureMark {
  readonly timestamp: string | null;
  readonly original: string;
  readonly mementoUrl: string | null;
  readonly statuscode: string;
  readonly outcome: Outcome;
  readonly reason: string | null;
  readonly version: number | null;
}

export interface AddressSpan {
  readonly url: string;
  /** The archive that was asked; '' for files. */
  readonly archive: string;
  readonly confidence: number;
  readonly evidence: readonly { kind: string; from?: string; timestamp?: string; text?: string }[];
  readonly captureCount: number;
  /** Captures whose text is, or equals, a version. */
  readonly usableCount: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly listing: string | null;
  readonly note: string | null;
}

/** Every capture known of a policy, in time order. */
export function listCaptureMarks(store: Store, domain: string, policy: string): CaptureMark[] {
  return prepareOnce(
    store,
    `select timestamp, original, memento_url as mementoUrl, statuscode, outcome, reason, version from v_captures
       where domain = ? and policy = ? order by timestamp is null, timestamp, original, digest`,
  ).all(domain, policy) as CaptureMark[];
}

/** The addresses a policy was looked for at, those that gave something first. */
export function listAddressSpans(store: Store, domain: string, policy: string): AddressSpan[] {
  const rows = store
    .prepare(
      `select a.url, a.archive, a.confidence, a.evidence, a.listing, a.listing_note as note, count(c.id) as captureCount,
         count(o.version_id) as usableCount, min(iif(o.version_id is null, null, c.timestamp)) as firstSeen,
         max(iif(o.version_id is null, null, c.timestamp)) as lastSeen
       from addresses a left join captures c on c.address_id = a.id left join outcomes o on o.capture_id = c.id
       left join versions v on v.id = o.version_id join policies p on p.id = ifnull(v.policy_id, a.policy_id)
       where a.domain = ? and a.policy_id is not null and p.policy = ?
       group by a.id order by firstSeen is null, firstSeen, a.url, a.archive`,
    )
    .all(domain, policy) as (Omit<AddressSpan, 'evidence'> & { evidence: string })[];
  return rows.map((row) => ({ ...row, evidence: JSON.parse(row.evidence) }));
}
