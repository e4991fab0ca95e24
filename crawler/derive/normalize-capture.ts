import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Effects } from '../effects.ts';
import type { Normalization } from '../normalize/index.ts';
import {
  type DerivedNormalization,
  listPolicyTexts,
  mapNormalizations,
  readMemento,
  readPayload,
  readText,
  replaceText,
  type Store,
  takesAnyText,
  writeNormalization,
} from '../store/index.ts';
import { normalizeMemento } from './payload-stage.ts';
import { todaysRules } from './rules.ts';
import { deriveText } from './text-stage.ts';

/** What the store keeps of a normalization. */
function deriveNormalization(normalization: Normalization): DerivedNormalization {
  const { outcome, reason, title, language, statedDate, flags, removed, follow, markdown } = normalization;
  const rules = todaysRules();
  const text = outcome === 'version' ? deriveText(markdown, rules.text) : null;
  return {
    ...{ outcome, reason, title, language, statedDate, flags, removed, follow, text },
    payloadRules: rules.payload,
  };
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
): Promise<void> {
  const known = mapNormalizations(store, policy.id);
  const { payload: rules } = todaysRules();
  const due = captureIds.filter((id) => renew || known.get(id)?.payloadRules !== rules);
  for (const [done, captureId] of due.entries()) {
    // Gives signals their turn, and lets go of what unpacking holds until then.
    await nextTurn();
    if (effects.isStopping()) return;
    effects.progress({ domain: policy.domain, stage: 'derive', done, total: due.length });
    const memento = readMemento(store, captureId);
    if (!memento) continue;
    const payload = readPayload(store, memento.payloadId);
    const normalization = await normalizeMemento(memento, payload, takesAnyText(store, captureId));
    writeNormalization(store, captureId, deriveNormalization(normalization));
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
    effects.progress({ domain: policy.domain, stage: 'derive', done, total: due.length });
    replaceText(store, policy.id, id, deriveText(readText(store, id).markdown, rules));
  }
}
