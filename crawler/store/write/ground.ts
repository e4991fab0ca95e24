import type { Capture, Memento, RequestCounts } from '../../core/index.ts';
import type { Store } from '../open.ts';
import { packPayload, writePayload } from '../payloads.ts';
import type { AddressRole, ListingState } from '../read/ground.ts';

/** Why an address is looked at. */
export interface Evidence {
  /**
   * `given` by the user, `link` on a page, `guess` of a usual path, `index` for an address found in the archive's index,
   * `frame`, `redirect`, `import`, `archive` for one of which another archive, named in `from`, was asked.
   */
  readonly kind: 'given' | 'link' | 'guess' | 'index' | 'frame' | 'redirect' | 'import' | 'archive';
  /** The page that led here, where one did. */
  readonly from?: string;
  readonly timestamp?: string;
  /** The link's text. */
  readonly text?: string;
  /** Of an address given by the user: whatever text stands there is taken, whether or not it reads like a policy. */
  readonly takesAnyText?: true;
}

export interface NewAddress {
  readonly domain: string;
  readonly url: string;
  readonly urlkey: string;
  readonly role: AddressRole;
  readonly policyId: number | null;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
  readonly archive: string;
}

/** A capture to be kept; imported ones may be undated. */
export type NewCapture = Omit<Capture, 'timestamp' | 'listedTimestamp'> & {
  readonly timestamp: string | null;
  readonly listedTimestamp: string | null;
};

/** Records that a run began; returns its id. */
export function startCrawl(
  store: Store,
  crawl: {
    domain: string;
    command: 'crawl' | 'discover' | 'import';
    archive: string;
    options: object;
    program: string;
    now: string;
  },
): number {
  return store
    .prepare(
      `insert into crawls (domain, command, archive, options, program, started_at)
       values (:domain, :command, :archive, :options, :program, :now)`,
    )
    .run({ ...crawl, options: JSON.stringify(crawl.options) }).lastInsertRowid as number;
}

export function finishCrawl(
  store: Store,
  crawlId: number,
  ended: string,
  now: string,
  requests: RequestCounts | null = null,
): void {
  store.transaction(() => {
    store.prepare('update crawls set finished_at = ?, ended = ? where id = ?').run(now, ended, crawlId);
    if (!requests) return;
    store
      .prepare(
        `insert or replace into requests (crawl_id, cdx, memento, retries, pauses, received_bytes)
         values (:crawlId, :cdx, :memento, :retries, :pauses, :receivedBytes)`,
      )
      .run({ crawlId, ...requests });
  })();
}

/** The policy's id, making it where there is none. */
export function ensurePolicy(store: Store, domain: string, policy: string): number {
  store.prepare('insert or ignore into policies (domain, policy) values (?, ?)').run(domain, policy);
  return store
    .prepare('select id from policies where domain = ? and policy = ?')
    .pluck()
    .get(domain, policy) as number;
}

/** Forgets a policy that has nothing: it held another's captures in another language, and those are read otherwise now. */
export function forgetEmptyPolicy(store: Store, policyId: number): void {
  store
    .prepare(
      `delete from policies where id = :id and id not in (select policy_id from addresses where policy_id is not null)
       and id not in (select policy_id from versions) and id not in (select policy_id from published)
       and id not in (select policy_id from published_changes)`,
    )
    .run({ id: policyId });
}

/**
 * The id of an address at an archive; where it is known already, new evidence is added and the higher confidence kept. What
 * another archive holds under the same address belongs to the same policy.
 */
export function ensureAddress(store: Store, address: NewAddress): number {
  const known = store
    .prepare(
      'select id, confidence, evidence from addresses where domain = ? and urlkey = ? and role = ? and archive = ?',
    )
    .get(address.domain, address.urlkey, address.role, address.archive) as
    | { id: number; confidence: number; evidence: string }
    | undefined;
  if (!known) {
    return store
      .prepare(
        `insert into addresses (domain, url, urlkey, role, policy_id, confidence, evidence, archive)
         values (:domain, :url, :urlkey, :role,
           ifnull((select policy_id from addresses where domain = :domain and urlkey = :urlkey and role = :role
             order by id limit 1), :policyId), :confidence, :evidence, :archive)`,
      )
      .run({ ...address, evidence: JSON.stringify(address.evidence) }).lastInsertRowid as number;
  }
  const kept: Evidence[] = JSON.parse(known.evidence);
  const seen = new Set(kept.map((e) => JSON.stringify(e)));
  const added = address.evidence.filter((e) => !seen.has(JSON.stringify(e)));
  if (added.length > 0 || address.confidence > known.confidence) {
    store
      .prepare('update addresses set evidence = ?, confidence = max(confidence, ?) where id = ?')
      .run(JSON.stringify([...kept, ...added]), address.confidence, known.id);
  }
  return known.id;
}

/** Records an address that is not to be looked at, unless it is known as a policy's. */
export function writeRejected(
  store: Store,
  address: Pick<NewAddress, 'domain' | 'url' | 'urlkey' | 'confidence' | 'archive'> & {
    readonly evidence: Evidence;
    readonly reason: string;
  },
): void {
  const known = store
    .prepare(`select 1 from addresses where domain = ? and urlkey = ? and role = 'policy'`)
    .get(address.domain, address.urlkey);
  if (known) return;
  const { evidence, reason, ...rest } = address;
  const id = ensureAddress(store, { ...rest, role: 'rejected', policyId: null, evidence: [evidence] });
  store.prepare('update addresses set listing_note = ? where id = ?').run(reason, id);
}

/** Forgets that an address was rejected: something now speaks for it. */
export function deleteRejected(store: Store, domain: string, urlkey: string): void {
  store
    .prepare(`delete from addresses where domain = ? and urlkey = ? and role = 'rejected'`)
    .run(domain, urlkey);
}

/** Gives an address, with what every archive has captured of it, to another policy. */
export function assignPolicy(store: Store, addressId: number, policyId: number): void {
  store
    .prepare(
      `update addresses set policy_id = :policyId where role = 'policy'
         and (domain, urlkey) = (select domain, urlkey from addresses where id = :addressId)`,
    )
    .run({ policyId, addressId });
}

/** Adds the captures not yet known and records how far the index was read; returns how many were new. */
export function writeListing(
  store: Store,
  addressId: number,
  crawlId: number,
  captures: readonly NewCapture[],
  listing: { state: ListingState; note: string | null; now: string },
): number {
  const insert = store.prepare(
    `insert or ignore into captures
       (address_id, urlkey, timestamp, listed_timestamp, original, mimetype, statuscode, digest, length, crawl_id)
     values (:addressId, :urlkey, :timestamp, :listedTimestamp, :original, :mimetype, :statuscode, :digest, :length,
       :crawlId)`,
  );
  return store.transaction(() => {
    let added = 0;
    for (const capture of captures) added += insert.run({ ...capture, addressId, crawlId }).changes;
    store
      .prepare('update addresses set listing = ?, listing_note = ?, listed_at = ? where id = ?')
      .run(listing.state, listing.note, listing.now, addressId);
    return added;
  })();
}

/**
 * Keeps what the archive gave for a capture, in one transaction and at once: after a kill it is there whole or not at all.
 * Only then is its payload made small.
 */
export function writeMemento(
  store: Store,
  captureId: number,
  memento: Omit<Memento, 'timestamp'> & { timestamp: string | null },
  now: string,
): void {
  const payload = store.transaction(() => {
    const written = writePayload(store, memento.payload);
    store
      .prepare(
        `insert into mementos
           (capture_id, timestamp, original, statuscode, content_type, headers, hops, payload_id, retrieved_at)
         values (:captureId, :timestamp, :original, :statuscode, :contentType, :headers, :hops, :payloadId, :now)`,
      )
      .run({
        captureId,
        timestamp: memento.timestamp,
        original: memento.original,
        statuscode: memento.statuscode,
        contentType: memento.contentType,
        headers: JSON.stringify(memento.headers),
        hops: JSON.stringify(memento.hops),
        payloadId: written.id,
        now,
      });
    store.prepare('delete from failures where capture_id = ?').run(captureId);
    return written;
  })();
  if (payload.isNew) packPayload(store, payload.id, findBase(store, captureId, payload.id));
}

/**
 * The payload of the latest capture of the same address: the likeliest to resemble a new one. Walks back from the latest
 * capture of all, since those of one address lie together; sorting all of an address each time took longer than fetching.
 */
function findBase(store: Store, captureId: number, payloadId: number): number | null {
  const id = store
    .prepare(
      `select m.payload_id from mementos m cross join captures d on d.id = m.capture_id
       where d.address_id = (select address_id from captures where id = ?) and m.payload_id <> ?
       order by m.capture_id desc limit 1`,
    )
    .pluck()
    .get(captureId, payloadId);
  return (id as number | undefined) ?? null;
}

/** Records that a capture could not be had. `isFinal`: asking again changes nothing. */
export function writeFailure(
  store: Store,
  captureId: number,
  failure: { reason: string; isFinal: boolean; detail: string; now: string },
): void {
  store
    .prepare(
      `insert into failures (capture_id, reason, is_final, detail, attempts, failed_at)
       values (:captureId, :reason, :isFinal, :detail, 1, :now)
       on conflict (capture_id) do update set reason = excluded.reason, is_final = excluded.is_final,
         detail = excluded.detail, attempts = attempts + 1, failed_at = excluded.failed_at`,
    )
    .run({ ...failure, captureId, isFinal: failure.isFinal ? 1 : 0 });
}

/** Records which captures of an address were left out on purpose, in place of what was recorded before. */
export function writePasses(store: Store, addressId: number, passes: ReadonlyMap<number, string>): void {
  const insert = store.prepare('insert into passes (capture_id, reason) values (?, ?)');
  store.transaction(() => {
    store
      .prepare('delete from passes where capture_id in (select id from captures where address_id = ?)')
      .run(addressId);
    for (const [captureId, reason] of passes) insert.run(captureId, reason);
  })();
}
