import type { Store } from '../open.ts';

/** An address that was published and at which no version stands any more. */
export interface MovedAddress {
  readonly domain: string;
  readonly policy: string;
  readonly slug: string;
  /** Slug of the version that now holds the capture the address stood for; null where none does. */
  readonly movedTo: string | null;
}

/** Published addresses without a version: their captures were merged into another version, or are no policy any more. */
export function listMovedAddresses(store: Store): MovedAddress[] {
  return store
    .prepare(
      `select p.domain, p.policy, u.slug,
         (select v.slug from captures c
            join addresses a on a.id = c.address_id
            join outcomes o on o.capture_id = c.id
            join versions v on v.id = o.version_id
          where a.policy_id = u.policy_id and c.timestamp = u.anchor
          order by v.version limit 1) as movedTo
       from published u join policies p on p.id = u.policy_id
       where not exists (select 1 from versions v where v.policy_id = u.policy_id and v.slug = u.slug)
       order by p.domain, p.policy, u.slug`,
    )
    .all() as MovedAddress[];
}
