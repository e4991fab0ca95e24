import { isRemoved } from '../core/index.ts';
import type { Effects } from '../effects.ts';
import { exitCodes, UserError } from '../errors.ts';
import {
  deleteOrphans,
  forgetOldReadings,
  isOfOneRule,
  listLaggingPolicies,
  listPolicyRemovals,
  listPolicyRows,
  listStalePolicies,
  listStoredCaptures,
  type Store,
  type StoredPolicy,
} from '../store/index.ts';
import { deriveHistory } from './derive-history.ts';
import { labelPolicy } from './label-policy.ts';
import { cutTexts, normalizeCaptures } from './normalize-capture.ts';
import { todaysRules } from './rules.ts';

/** Reads what today's rules have not read of a policy's payloads (all of it with `renew`), and cuts its texts by them. */
export async function renewTexts(
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
  if (effects.isStopping()) return;
  forgetOldReadings(store, policy.id, todaysRules().payload);
  await cutTexts(store, policy, effects);
}

/**
 * Derives one policy anew: from the first stage that other rules made (all of it with `renew`), for all its captures
 * together, so that no comparison mixes two rules. When stopped on the way the old history stays.
 */
export async function derivePolicy(
  store: Store,
  policy: StoredPolicy,
  effects: Effects,
  renew = false,
): Promise<void> {
  await renewTexts(store, policy, effects, renew);
  if (!effects.isStopping()) deriveAgain(store, policy);
}

/**
 * Makes a policy's history and labels anew from what was read of its captures, and reads nothing.
 * @throws UserError (exit 6) where an interrupted run has left readings of two rules: no comparison may mix them
 */
export function deriveAgain(store: Store, policy: StoredPolicy): void {
  if (!isOfOneRule(store, policy.id)) {
    throw new UserError(
      `the texts of ${policy.domain}/${policy.policy} were read by two versions of the rules: a run was interrupted on the way from one to the other`,
      'Run `palimpsest derive` to end it.',
      exitCodes.store,
    );
  }
  store.transaction(() => {
    deriveHistory(store, policy, todaysRules().history);
    labelPolicy(store, policy);
  })();
}

/** Whether anything in the store was made by other rules than today's. */
export const hasOldRules = (store: Store): boolean => listStalePolicies(store, todaysRules()).length > 0;

/** Rebuilds all derived state from ground state, offline. Returns the number of policies. */
export async function deriveAll(store: Store, effects: Effects): Promise<number> {
  const policies = listPolicyRows(store);
  for (const policy of policies) await derivePolicy(store, policy, effects, true);
  if (!effects.isStopping()) deleteOrphans(store);
  return policies.length;
}

/**
 * Derives what other rules made, each policy from the first stage that changed, and what lags behind its captures. Where only
 * rules of labels changed, no payload is read and nothing compared. Returns the number of policies.
 */
export async function deriveStale(store: Store, effects: Effects): Promise<number> {
  const stages = new Map(listStalePolicies(store, todaysRules()).map(({ id, stage }) => [id, stage]));
  for (const id of listLaggingPolicies(store)) if (stages.get(id) !== 'payload') stages.set(id, 'history');
  const policies = listPolicyRows(store).filter(({ id }) => stages.has(id));
  for (const [done, policy] of policies.entries()) {
    if (effects.isStopping()) return done;
    effects.progress({ domain: policy.domain, stage: 'derive', done, total: policies.length });
    if (stages.get(policy.id) === 'labels') labelPolicy(store, policy);
    else await derivePolicy(store, policy, effects);
  }
  // Labels leave no text behind.
  const isMore = [...stages.values()].some((stage) => stage !== 'labels');
  if (isMore && !effects.isStopping()) deleteOrphans(store);
  return policies.length;
}
