import { isRemoved } from '../core/index.ts';
import type { Effects } from '../effects.ts';
import {
  deleteOrphans,
  listPolicyRemovals,
  listPolicyRows,
  listStoredCaptures,
  type Store,
  type StoredPolicy,
} from '../store/index.ts';
import { deriveHistory } from './derive-history.ts';
import { normalizeCaptures } from './normalize-capture.ts';

/**
 * Derives one policy anew: normalizes what today's rules have not seen (all of it with `renew`), then rebuilds the
 * history as a whole. When stopped on the way the old history stays.
 */
export async function derivePolicy(
  store: Store,
  policy: StoredPolicy,
  effects: Effects,
  renew = false,
): Promise<void> {
  const removals = listPolicyRemovals(store, policy.id);
  const fetched = listStoredCaptures(store, { policyId: policy.id }).filter(
    // What a redirect led to is looked at as a capture of its own.
    ({ hasMemento, statuscode, timestamp }) =>
      hasMemento && !statuscode.startsWith('3') && !isRemoved(removals, timestamp),
  );
  await normalizeCaptures(
    store,
    policy,
    fetched.map((capture) => capture.id),
    effects,
    renew,
  );
  if (!effects.isStopping()) deriveHistory(store, policy);
}

/** Rebuilds all derived state from ground state, offline. Returns the number of policies. */
export async function deriveAll(store: Store, effects: Effects): Promise<number> {
  const policies = listPolicyRows(store);
  for (const policy of policies) await derivePolicy(store, policy, effects, true);
  if (!effects.isStopping()) deleteOrphans(store);
  return policies.length;
}
