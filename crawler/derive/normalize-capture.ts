import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Effects } from '../effects.ts';
import {
  listPolicyTexts,
  mapNormalizations,
  readText,
  replaceText,
  type Store,
  writeNormalization,
} from '../store/index.ts';
import { todaysRules } from './rules.ts';
import { deriveText } from './text-stage.ts';
import { type Workshop, workAlone } from './workshop.ts';

/** Those of a policy's captures that today's rules have not read; with `renew` all. */
export function listDue(
  store: Store,
  policyId: number,
  captureIds: readonly number[],
  renew: boolean,
): number[] {
  const known = mapNormalizations(store, policyId);
  const { payload: rules } = todaysRules();
  return captureIds.filter((id) => renew || known.get(id)?.payloadRules !== rules);
}

/**
 * Normalizes those of the captures with a memento that today's rules have not read. Work already done is kept, so a
 * killed run goes on where it was. With `renew`, everything is done again.
 */
export async function normalizeCaptures(
  store: Store,
  policy: { id: number; domain: string },
  captureIds: readonly number[],
  effects: Effects,
  renew = false,
  workshop: Workshop = workAlone(store),
): Promise<void> {
  const due = listDue(store, policy.id, captureIds, renew);
  for (const [done, captureId] of due.entries()) {
    // Gives signals their turn, and lets go of what unpacking holds until then.
    await nextTurn();
    if (effects.isStopping()) return;
    effects.progress({ domain: policy.domain, phase: 'derive', done, total: due.length });
    const normalization = await workshop.readCapture(captureId);
    if (normalization) writeNormalization(store, captureId, normalization);
  }
}

/** Cuts those of a policy's texts into clauses anew that other rules have cut; no payload is read. */
export async function cutTexts(
  store: Store,
  policy: { id: number; domain: string },
  effects: Effects,
): Promise<void> {
  const { text: rules } = todaysRules();
  const due = listPolicyTexts(store, policy.id).filter(({ textRules }) => textRules !== rules);
  for (const [done, { id }] of due.entries()) {
    await nextTurn();
    if (effects.isStopping()) return;
    effects.progress({ domain: policy.domain, phase: 'derive', done, total: due.length });
    replaceText(store, policy.id, id, deriveText(readText(store, id).markdown, rules));
  }
}
