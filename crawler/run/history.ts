import type { Store } from '../store/open.ts';
import { listSteps, type StepSummary } from '../store/read/policies.ts';

/** The steps between successive versions of a policy. */
export function listHistorySteps(store: Store, place: { domain: string; policy: string }): StepSummary[] {
  return listSteps(store, place.domain, place.policy);
}
