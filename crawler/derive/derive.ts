import { isRemoved } from '../core/index.ts';
import type { Effects } from '../effects.ts';
import { exitCodes, UserError } from '../errors.ts';
import {
  deleteOrphans,
  forgetEmptyPolicy,
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
import { LabelLine } from './label-line.ts';
import { labelPolicy } from './label-policy.ts';
import { cutTexts, listDue, normalizeCaptures } from './normalize-capture.ts';
import { todaysRules } from './rules.ts';
import { openWorkshop, type Workshop, workAlone } from './workshop.ts';

/** The captures of a policy that have a payload to read. */
function listReadable(store: Store, policyId: number): number[] {
  const removals = listPolicyRemovals(store, policyId);
  return listStoredCaptures(store, { policyId }).flatMap(({ id, hasMemento, statuscode, timestamp }) =>
    // What a redirect led to is looked at as a capture of its own.
    hasMemento && !statuscode.startsWith('3') && !isRemoved(removals, timestamp) ? [id] : [],
  );
}

/** Reads what today's rules have not read of a policy's payloads (all of it with `renew`), and cuts its texts by them. */
export async function renewTexts(
  store: Store,
  policy: StoredPolicy,
  effects: Effects,
  renew = false,
  workshop: Workshop = workAlone(store),
): Promise<void> {
  await normalizeCaptures(store, policy, listReadable(store, policy.id), effects, renew, workshop);
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

/** Those at work besides this thread, and what they have under way. */
interface Others {
  readonly workshop: Workshop;
  readonly line: LabelLine;
}

/** The same with others at work: what they read is written by this thread alone, in the order of one who works alone. */
async function deriveTogether(
  store: Store,
  policy: StoredPolicy,
  effects: Effects,
  renew: boolean,
  { workshop, line }: Others,
): Promise<void> {
  await line.settle(policy.domain);
  await renewTexts(store, policy, effects, renew, workshop);
  if (effects.isStopping()) return;
  const lentTo = deriveHistory(store, policy, todaysRules().history);
  await line.begin(policy);
  for (const other of lentTo) {
    deriveHistory(store, other, todaysRules().history);
    await line.begin(other);
    await line.end();
    forgetEmptyPolicy(store, other.id);
  }
}

/** The captures that are due of policies, each policy's looked up when its turn comes. */
function* listAllDue(store: Store, policies: readonly StoredPolicy[], renew: boolean): Generator<number> {
  for (const { id } of policies) yield* listDue(store, id, listReadable(store, id), renew);
}

/** Derives policies with so many threads, each as `derive` says, and tells the threads what comes next. */
async function deriveEach(
  store: Store,
  policies: readonly StoredPolicy[],
  effects: Effects,
  { workers, renew, derive }: { workers: number; renew: boolean; derive: DeriveOne },
): Promise<number> {
  const workshop = await openWorkshop(store, workers);
  try {
    const line = new LabelLine(store, workshop);
    workshop.expect(listAllDue(store, policies, renew));
    for (const [done, policy] of policies.entries()) {
      if (effects.isStopping()) {
        await line.end();
        return done;
      }
      await derive(policy, { workshop, line }, done);
    }
    await line.end();
    return policies.length;
  } finally {
    await workshop.end();
  }
}

type DeriveOne = (policy: StoredPolicy, others: Others, done: number) => Promise<void>;

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
    const lentTo = deriveHistory(store, policy, todaysRules().history);
    labelPolicy(store, policy);
    for (const other of lentTo) {
      deriveHistory(store, other, todaysRules().history);
      labelPolicy(store, other);
      forgetEmptyPolicy(store, other.id);
    }
  })();
}

/** Whether anything in the store was made by other rules than today's. */
export const hasOldRules = (store: Store): boolean => listStalePolicies(store, todaysRules()).length > 0;

/** Rebuilds all derived state from ground state, offline, in so many threads. Returns the number of policies. */
export async function deriveAll(store: Store, effects: Effects, workers = 1): Promise<number> {
  const policies = listPolicyRows(store);
  await deriveEach(store, policies, effects, {
    ...{ workers, renew: true },
    derive: (policy, others) => deriveTogether(store, policy, effects, true, others),
  });
  if (!effects.isStopping()) deleteOrphans(store);
  return policies.length;
}

/**
 * Derives what other rules made, each policy from the first stage that changed, and what lags behind its captures. Where only
 * rules of labels changed, no payload is read and nothing compared. Returns the number of policies.
 */
export async function deriveStale(store: Store, effects: Effects, workers = 1): Promise<number> {
  const stages = new Map(listStalePolicies(store, todaysRules()).map(({ id, stage }) => [id, stage]));
  for (const id of listLaggingPolicies(store)) if (stages.get(id) !== 'payload') stages.set(id, 'history');
  const policies = listPolicyRows(store).filter(({ id }) => stages.has(id));
  const count = await deriveEach(store, policies, effects, {
    ...{ workers, renew: false },
    derive: async (policy, others, done) => {
      effects.progress({ domain: policy.domain, phase: 'derive', done, total: policies.length });
      if (stages.get(policy.id) === 'labels') await others.line.begin(policy);
      else await deriveTogether(store, policy, effects, false, others);
    },
  });
  // Labels leave no text behind.
  const isMore = [...stages.values()].some((stage) => stage !== 'labels');
  if (isMore && !effects.isStopping()) deleteOrphans(store);
  return count;
}
