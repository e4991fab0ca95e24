import type { Store } from '../open.ts';
import { type ChangeName, RANKED_CHANGES } from './change-pages.ts';

/** An address that was published and at which no version stands any more. */
export interface MovedAddress {
  readonly domain: string;
  readonly policy: string;
  readonly slug: string;
  /** Slug of the version that now holds the capture the address stood for; null where none does. */
  readonly movedTo: string | null;
}

/** Slug of the version that holds the capture which the published address `u` stands for. */
const MOVED_TO = `
  select v.slug from versions v
    join outcomes o on o.version_id = v.id
    join captures c on c.id = o.capture_id
  where v.policy_id = u.policy_id and c.timestamp = u.anchor
  order by v.version limit 1`;

/** Published addresses without a version: their captures were merged into another version, or are no policy any more. */
export function listMovedAddresses(store: Store): MovedAddress[] {
  return store
    .prepare(
      `select p.domain, p.policy, u.slug, (${MOVED_TO}) as movedTo
       from published u join policies p on p.id = u.policy_id
       where not exists (select 1 from versions v where v.policy_id = u.policy_id and v.slug = u.slug)
       order by p.domain, p.policy, u.slug`,
    )
    .all() as MovedAddress[];
}

/** A change whose page was published and has none any more. */
export interface MovedChange extends ChangeName {
  /** Slugs of the versions that now stand for both sides; null where one is gone. */
  readonly nowLeft: string | null;
  readonly nowRight: string | null;
}

/** Published pages of changes that a site with a budget of `most` change pages does not have. */
export function listMovedChanges(store: Store, most: number): MovedChange[] {
  const now = (side: string) => `
    ifnull((select v.slug from versions v where v.policy_id = c.policy_id and v.slug = c.${side}),
      (select (${MOVED_TO}) from published u where u.policy_id = c.policy_id and u.slug = c.${side}))`;
  return store
    .prepare(
      `with ${RANKED_CHANGES}
       select p.domain, p.policy, c.left_slug as left, c.right_slug as right,
         ${now('left_slug')} as nowLeft, ${now('right_slug')} as nowRight
       from published_changes c join policies p on p.id = c.policy_id
       left join ranked r on r.rank <= ? and r.policy_id = c.policy_id
         and r.left = c.left_slug and r.right = c.right_slug
       where r.rank is null
       order by p.domain, p.policy, c.right_slug, c.left_slug`,
    )
    .all(most) as MovedChange[];
}
