import type { StepSummary } from '../../core/index.ts';
import { listSteps, type Store } from '../../store/index.ts';

/** The steps between successive versions of a policy. */
export function listHistorySteps(store: Store, place: { domain: string; policy: string }): StepSummary[] {
  return listSteps(store, place.domain, place.policy);
}
