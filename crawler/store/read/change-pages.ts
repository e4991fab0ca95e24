import type { Store } from '../open.ts';

/** A change between two versions, by their slugs. */
export interface ChangeName {
  readonly domain: string;
  readonly policy: string;
  readonly left: string;
  readonly right: string;
}

/**
 * All changes between successive versions, newest first, as a `with` clause: those before the budget is used up have pages.
 * The order is total, so that the same store gives the same pages.
 */
export const RANKED_CHANGES = `ranked as (
  select rv.policy_id, p.domain, p.policy, lv.slug as left, rv.slug as right,
    row_number() over (order by rv.first_seen desc, p.domain, p.policy, rv.version desc) as rank
  from comparisons o
  join versions lv on lv.id = o.left_version_id
  join versions rv on rv.id = o.right_version_id
  join policies p on p.id = rv.policy_id)`;

/** The changes for which a budget of `most` pages has no page, newest first. */
export function listChangesWithoutPage(store: Store, most: number): ChangeName[] {
  return store
    .prepare(
      `with ${RANKED_CHANGES} select domain, policy, left, right from ranked where rank > ? order by rank`,
    )
    .all(most) as ChangeName[];
}
