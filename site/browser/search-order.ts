import { splitByPolicy } from '../../crawler/core/index.ts';
import type { SearchState } from '../view/search/search-state.ts';
import type { Catalogue, PolicyGroup, PolicyRow } from './search-rows.ts';

/** The orders that hits may be shown in. */

/** Wordings that are added to a policy's own, so that a short one with a single hit is not the first of all. */
const EVENING_ROWS = 100;

/**
 * Policies that hold a hit, the most relevant first: those whose wordings hold the words most often for their number. It
 * takes nothing but the numbers of the rows, which the index gives, so that no other row has to be fetched for it.
 * `ids` ascend.
 */
export function orderPolicies({ policies }: Catalogue, ids: readonly number[]) {
  const share = ({ policy, items }: { policy: PolicyRow; items: readonly number[] }) =>
    items.length / (policy.lastRow - policy.firstRow + 1 + EVENING_ROWS);
  return splitByPolicy(policies, ids, (id) => id).sort(
    (left, right) => share(right) - share(left) || left.policy.id - right.policy.id,
  );
}

/** Undated clauses come last in either order of time; `direction` is 1 for the earliest first, -1 for the latest. */
function compareDays(left: string | null, right: string | null, direction: 1 | -1): number {
  if (left === right) return 0;
  if (left === null || right === null) return left === null ? 1 : -1;
  return left < right ? -direction : direction;
}

/** `groups` in the order asked for, from the order of policies; hits of one policy stay in the order of its rows. */
export function sortGroups(
  { catalogue, state }: { readonly catalogue: Catalogue; readonly state: SearchState },
  ids: readonly number[],
  groups: readonly PolicyGroup[],
): PolicyGroup[] {
  if (state.sort === 'company') return [...groups];
  if (state.sort === 'relevance') {
    const places = new Map(orderPolicies(catalogue, ids).map(({ policy }, place) => [policy.id, place]));
    const placeOf = ({ policy }: PolicyGroup) => places.get(policy.id)!;
    return groups.toSorted((left, right) => placeOf(left) - placeOf(right));
  }
  const versionOf = ({ policy, versions }: PolicyGroup, at: number) =>
    catalogue.histories.get(policy.id)!.versions.get(versions.at(at)!)!;
  return state.sort === 'first-seen'
    ? groups.toSorted((left, right) =>
        compareDays(versionOf(left, 0).firstDay, versionOf(right, 0).firstDay, 1),
      )
    : groups.toSorted((left, right) =>
        compareDays(versionOf(left, -1).lastDay, versionOf(right, -1).lastDay, -1),
      );
}
