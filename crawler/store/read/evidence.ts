import type { Store } from '../open.ts';
import { readPayload } from '../payloads.ts';

/** The ground of a version: what came from the archive for the capture that stands for it, and when. */
export interface VersionGround {
  readonly archive: string | null;
  readonly digest: string | null;
  readonly listedTimestamp: string | null;
  readonly statuscode: number;
  readonly contentType: string | null;
  /** Headers of the archive's answer, as JSON. */
  readonly headers: string;
  /** Addresses that led to it, as JSON. */
  readonly hops: string;
  /** Instant. */
  readonly retrievedAt: string;
  /** The payload's bytes in Base64; '' where it was removed. */
  readonly payload: string;
}

/** What a version rests on; null where there is no such version. Throws DamagedPayload. */
export function readVersionGround(
  store: Store,
  domain: string,
  policy: string,
  version: number,
): VersionGround | null {
  const found = store
    .prepare(
      `select nullif(a.archive, '') as archive, c.digest, c.listed_timestamp as listedTimestamp, m.statuscode,
         m.content_type as contentType, m.headers, m.hops, m.retrieved_at as retrievedAt, m.payload_id as payloadId
       from versions v
       join policies p on p.id = v.policy_id
       join captures c on c.id = v.capture_id
       join addresses a on a.id = c.address_id
       join mementos m on m.capture_id = c.id
       where p.domain = ? and p.policy = ? and v.version = ?`,
    )
    .get(domain, policy, version) as (Omit<VersionGround, 'payload'> & { payloadId: number }) | undefined;
  if (!found) return null;
  const { payloadId, ...ground } = found;
  return { ...ground, payload: readPayload(store, payloadId).toString('base64') };
}
