import { parseInstant, type VersionOrigin } from '../../core/index.ts';
import type { Store } from '../open.ts';
import type { Evidence } from '../write/ground.ts';

/** How one version came to be, from the address to the payload: what the page on method shows. Timestamps are 14 digits. */
export interface WorkedExample extends VersionOrigin {
  readonly evidence: readonly Evidence[];
}

/** Null for a version whose capture came from no archive's index: an import. */
export function readWorkedExample(
  store: Store,
  domain: string,
  policy: string,
  version: number,
): WorkedExample | null {
  const found = store
    .prepare(
      `select a.policy_id as policyId, a.url, a.evidence, a.archive, c.urlkey, c.listed_timestamp as timestamp, c.original,
         c.mimetype, c.statuscode as listedStatus, c.digest, c.length, m.statuscode, m.content_type as contentType,
         m.retrieved_at as retrievedAt, y.length_bytes as payloadBytes
       from versions v
       join policies p on p.id = v.policy_id
       join captures c on c.id = v.capture_id
       join addresses a on a.id = c.address_id
       join mementos m on m.capture_id = c.id
       join payloads y on y.id = m.payload_id
       where p.domain = ? and p.policy = ? and v.version = ? and a.archive <> '' and c.listed_timestamp is not null
         and a.listing is not null`,
    )
    .get(domain, policy, version) as Record<string, string> | undefined;
  if (!found) return null;
  const counts = store
    .prepare(
      `select count(*) as listed, count(distinct c.digest) as "distinct", count(m.capture_id) as fetched
       from captures c join addresses a on a.id = c.address_id left join mementos m on m.capture_id = c.id
       where a.policy_id = ?`,
    )
    .get(found.policyId) as Pick<WorkedExample, 'listed' | 'distinct' | 'fetched'>;
  const { urlkey, timestamp, original, mimetype, listedStatus, digest, length } = found;
  return {
    url: found.url!,
    evidence: JSON.parse(found.evidence!),
    archive: found.archive!,
    row: [urlkey!, timestamp!, original!, mimetype!, listedStatus!, digest!, length!],
    ...counts,
    statuscode: Number(found.statuscode),
    contentType: found.contentType ?? null,
    retrievedAt: parseInstant(found.retrievedAt!),
    payloadBytes: Number(found.payloadBytes),
  };
}
