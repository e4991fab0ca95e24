import {
  type Choice,
  holdingOf,
  isRemoved,
  type PassReason,
  samplePeriods,
  selectCaptures,
  spreadEvenly,
} from '../../core/index.ts';
import { listPolicyRemovals, listStoredCaptures, type Store, type StoredCapture } from '../../store/index.ts';
import { isAskable } from './fetch-captures.ts';
import { chooseProbes, type ProbeChoice } from './probe.ts';
import type { Sampling } from './sampling.ts';

/** What is to be asked for next, and what is left out on purpose as far as is known by now. */
export interface FetchPlan {
  /** All dated captures of the address, in order of time. */
  readonly captures: readonly StoredCapture[];
  readonly due: readonly StoredCapture[];
  readonly passes: ReadonlyMap<number, PassReason>;
}

/**
 * Chooses what to fetch next of one address, looking at all captures of its policy: what is held at another address is
 * not fetched again. Depends on the store alone, so that a killed crawl goes on as it would have. `tried` are captures
 * that this run has asked for already.
 */
export function planFetch(
  store: Store,
  address: { id: number; policyId: number },
  sampling: Sampling,
  tried: ReadonlySet<number>,
  now: string,
): FetchPlan {
  const captures = listStoredCaptures(store, { policyId: address.policyId }).filter(
    (capture) => capture.timestamp !== null,
  );
  const removals = listPolicyRemovals(store, address.policyId);
  const choices = selectCaptures(
    captures,
    (index) => holdingOf(captures[index]!),
    (index) => isRemoved(removals, captures[index]!.timestamp),
  );
  const candidates = listProbeChoices(captures, choices, address.id);
  const passes = new Map<number, PassReason>();
  const sampled = sample(candidates, sampling, passes);
  const wanted = sampling.isAdaptive ? probe(store, address.policyId, sampled, tried, passes) : sampled;
  const held = new Set(captures.filter((capture) => capture.hasMemento).map((capture) => capture.digest));
  const askable = [...new Set(wanted.map((candidate) => candidate.source))].filter(
    (source) => isAskable(source, now) && !tried.has(source.id) && !held.has(source.digest),
  );
  const due = spreadEvenly(askable, sampling.budget.left);
  if (due.length < askable.length) {
    const chosen = new Set(due);
    for (const source of askable) if (!chosen.has(source)) passes.set(source.id, 'beyond-limit');
  }
  return { captures: captures.filter(({ addressId }) => addressId === address.id), due, passes };
}

function listProbeChoices(
  captures: readonly StoredCapture[],
  choices: readonly Choice[],
  addressId: number,
): ProbeChoice[] {
  return captures.flatMap((capture, index) => {
    const choice = choices[index]!;
    if (capture.addressId !== addressId || choice.action === 'skip') return [];
    return [{ capture, source: choice.action === 'duplicate' ? captures[choice.of]! : capture }];
  });
}

function sample(
  candidates: readonly ProbeChoice[],
  { every }: Sampling,
  passes: Map<number, PassReason>,
): ProbeChoice[] {
  const kept = samplePeriods(
    candidates.map(({ capture }) => capture.timestamp!),
    candidates.map(({ capture }) => capture.digest),
    (index) => candidates[index]!.source.hasMemento,
    every,
  );
  const sources = new Set(kept.map((index) => candidates[index]!.source.id));
  for (const { source } of candidates) {
    if (!sources.has(source.id) && !source.hasMemento) passes.set(source.id, 'not-sampled');
  }
  return kept.map((index) => candidates[index]!);
}

/** Of the sampled captures those that probably hold a text not seen yet. */
function probe(
  store: Store,
  policyId: number,
  sampled: readonly ProbeChoice[],
  tried: ReadonlySet<number>,
  passes: Map<number, PassReason>,
): ProbeChoice[] {
  const choice = chooseProbes(store, policyId, sampled, tried);
  for (const [id, reason] of choice.passes) passes.set(id, reason);
  return choice.probes;
}
