import type { Capture } from '../../core/index.ts';
import type { Store } from '../open.ts';

/** A capture as stored, with what the crawl knows of it. `timestamp` is null where the date is unknown. */
export interface StoredCapture extends Omit<Capture, 'timestamp'> {
  readonly id: number;
  readonly addressId: number;
  readonly timestamp: string | null;
  readonly hasMemento: boolean;
  /** `failedAt`: ISO instant of the last try. */
  readonly failure: {
    readonly reason: string;
    readonly isFinal: boolean;
    readonly failedAt: string;
  } | null;
  /** Why the last crawl chose not to fetch it; null where it did, or has not decided. */
  readonly passReason: string | null;
}

/** `rejected`: a page of another kind, known so that it is not looked at again. */
export type AddressRole = 'home' | 'policy' | 'rejected';

/** How far the index was read for an address; `failed`: not at all, for now. */
export type ListingState = 'complete' | 'partial' | 'excluded' | 'failed';

export interface StoredAddress {
  readonly id: number;
  readonly domain: string;
  readonly url: string;
  readonly urlkey: string;
  readonly role: AddressRole;
  readonly policyId: number | null;
  readonly confidence: number;
  readonly evidence: string;
  readonly archive: string;
  readonly listing: ListingState | null;
  readonly listingNote: string | null;
}

export interface StoredPolicy {
  readonly id: number;
  readonly domain: string;
  readonly policy: string;
}

/** A memento without its payload; see `readPayload`. */
export interface StoredMemento {
  readonly timestamp: string | null;
  readonly original: string;
  readonly statuscode: number;
  readonly contentType: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly payloadId: number;
}

export function listPolicyRows(store: Store): StoredPolicy[] {
  return store
    .prepare('select id, domain, policy from policies order by domain, policy')
    .all() as StoredPolicy[];
}

export function listAddresses(store: Store, domain: string): StoredAddress[] {
  return store
    .prepare(
      `select id, domain, url, urlkey, role, policy_id as policyId, confidence, evidence, archive, listing,
         listing_note as listingNote
       from addresses where domain = ? order by role, confidence desc, id`,
    )
    .all(domain) as StoredAddress[];
}

/** The archives asked for a domain, the first one first; files are none. */
export function listArchives(store: Store, domain: string): string[] {
  return store
    .prepare(
      `select archive from addresses where domain = ? and archive <> '' group by archive order by min(id)`,
    )
    .pluck()
    .all(domain) as string[];
}

/** Addresses of a policy that the user named, or that documents were imported for. */
export function listTrustedAddresses(store: Store, policyId: number): Set<number> {
  const ids = store
    .prepare(
      `select distinct a.id from addresses a, json_each(a.evidence) e
       where a.policy_id = ? and e.value ->> 'kind' in ('given', 'import')`,
    )
    .pluck()
    .all(policyId) as number[];
  return new Set(ids);
}

/** Whether the user wants whatever text stands at a capture's address. */
export function takesAnyText(store: Store, captureId: number): boolean {
  const found = store
    .prepare(
      `select 1 from captures c join addresses a on a.id = c.address_id, json_each(a.evidence) e
       where c.id = ? and e.value ->> 'takesAnyText'`,
    )
    .get(captureId);
  return found !== undefined;
}

/** Whether no run has ever put anything into a store. */
export const hasNoRuns = (store: Store): boolean =>
  store.prepare('select 1 from crawls limit 1').get() === undefined;

/** The policy that an address belongs to. */
export function readPolicyOf(store: Store, addressId: number): number {
  return store.prepare('select policy_id from addresses where id = ?').pluck().get(addressId) as number;
}

type CaptureRow = Omit<StoredCapture, 'hasMemento' | 'failure'> & {
  hasMemento: number;
  failureReason: string | null;
  isFinal: number | null;
  failedAt: string | null;
};

/** Captures of an address, or of all addresses of a policy, in time order; undated ones last. */
export function listStoredCaptures(
  store: Store,
  of: { addressId: number } | { policyId: number },
): StoredCapture[] {
  const column = 'addressId' in of ? 'c.address_id' : 'a.policy_id';
  const rows = store
    .prepare(
      `select c.id, c.address_id as addressId, c.urlkey, c.timestamp, c.listed_timestamp as listedTimestamp, c.original,
         c.mimetype, c.statuscode, c.digest, c.length, m.capture_id is not null as hasMemento,
         f.reason as failureReason, f.is_final as isFinal, f.failed_at as failedAt,
         s.reason as passReason
       from captures c join addresses a on a.id = c.address_id
       left join mementos m on m.capture_id = c.id left join failures f on f.capture_id = c.id
       left join passes s on s.capture_id = c.id
       where ${column} = ?
       order by c.timestamp is null, c.timestamp, c.original, c.digest, c.statuscode, a.urlkey, a.archive, c.id`,
    )
    .iterate('addressId' in of ? of.addressId : of.policyId) as IterableIterator<CaptureRow>;
  // One by one: an address may have tens of thousands.
  return Array.from(rows, ({ hasMemento, failureReason, isFinal, failedAt, ...capture }) => ({
    ...capture,
    hasMemento: hasMemento === 1,
    failure:
      failureReason === null ? null : { reason: failureReason, isFinal: isFinal === 1, failedAt: failedAt! },
  }));
}

export function readMemento(store: Store, captureId: number): StoredMemento | null {
  const row = store
    .prepare(
      `select timestamp, original, statuscode, content_type as contentType, headers, payload_id as payloadId
       from mementos where capture_id = ?`,
    )
    .get(captureId) as (Omit<StoredMemento, 'headers'> & { headers: string }) | undefined;
  return row ? { ...row, headers: JSON.parse(row.headers) } : null;
}

/** Kinds of what led to an address: `link`, `guess` and so on. */
export function listEvidenceKinds(store: Store, addressId: number): string[] {
  return store
    .prepare(
      `select distinct json_extract(e.value, '$.kind') from addresses a, json_each(a.evidence) e where a.id = ?`,
    )
    .pluck()
    .all(addressId) as string[];
}

/** Dated captures known of an address; the ends as in a query of the index: 0 to 14 digits, inclusive. */
export function countListed(
  store: Store,
  addressId: number,
  { from = '', to = '' }: { readonly from?: string; readonly to?: string },
): number {
  return store
    .prepare(
      `select count(*) from captures where address_id = ? and timestamp >= ?
         and timestamp <= substr(? || '99999999999999', 1, 14)`,
    )
    .pluck()
    .get(addressId, from, to) as number;
}

/** Addresses of a domain whose listing, in a run begun at `since`, is not complete. */
export function listUnlisted(store: Store, domain: string, since: string): string[] {
  return store
    .prepare(
      `select url from addresses where domain = ? and listing in ('failed', 'partial') and listed_at >= ? order by id`,
    )
    .pluck()
    .all(domain, since) as string[];
}

/** Whether an earlier run left captures of a domain whose answers spoke against the index of this archive. */
export function hasOpenDoubts(store: Store, domain: string, archive: string): boolean {
  const found = store
    .prepare(
      `select 1 from failures f join captures c on c.id = f.capture_id join addresses a on a.id = c.address_id
       where a.domain = ? and a.archive = ? and f.reason = 'doubtful' limit 1`,
    )
    .get(domain, archive);
  return found !== undefined;
}

/**
 * Mementos of a domain that were captured elsewhere than asked for: where redirects led. By them, a capture that was come to
 * so need not be asked for again.
 */
export function listLandings(
  store: Store,
  domain: string,
): { captureId: number; timestamp: string; original: string }[] {
  return store
    .prepare(
      `select m.capture_id as captureId, m.timestamp, m.original
       from addresses a join captures c on c.address_id = a.id join mementos m on m.capture_id = c.id
       where a.domain = ? and m.timestamp is not null
         and (m.timestamp <> c.listed_timestamp or m.original <> c.original)`,
    )
    .all(domain) as { captureId: number; timestamp: string; original: string }[];
}

/** Published addresses of a policy, in the order of their anchors. */
export function listPublished(
  store: Store,
  policyId: number,
): { slug: string; anchor: string; textHash: string }[] {
  return store
    .prepare(
      'select slug, anchor, text_hash as textHash from published where policy_id = ? order by anchor, slug',
    )
    .all(policyId) as { slug: string; anchor: string; textHash: string }[];
}

/** What became of a capture, once its policy was derived. */
export function readOutcome(store: Store, captureId: number): { outcome: string; reason: string | null } {
  const row = store.prepare('select outcome, reason from outcomes where capture_id = ?').get(captureId);
  return (
    (row as { outcome: string; reason: string | null } | undefined) ?? { outcome: 'pending', reason: null }
  );
}
