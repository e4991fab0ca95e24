import { setImmediate as nextTurn } from 'node:timers/promises';
import { RULES_VERSION } from '../core/index.ts';
import type { Effects } from '../effects.ts';
import {
  type Normalization,
  normalizeMarkdown,
  normalizePayload,
  parseProvenanceHeader,
} from '../normalize/index.ts';
import {
  mapNormalizations,
  readMemento,
  readPayload,
  type Store,
  type StoredMemento,
  takesAnyText,
  writeNormalization,
} from '../store/index.ts';
import { deriveNormalization } from './derive-text.ts';
import { findBlock, isCut } from './doubts.ts';

/** Media type of imported Markdown with a provenance header. */
export const MARKDOWN_TYPE = 'text/markdown; charset=utf-8';

/**
 * A stored memento's payload to Markdown. Headers have their say, too: a firewall's answer is none of the site's pages
 * however much it reads like one, and a payload that was cut is marked as such.
 */
export async function normalizeMemento(
  memento: StoredMemento,
  payload: Buffer,
  takesAnyText = false,
): Promise<Normalization> {
  const normalization = await readPayloadText(memento, payload, takesAnyText);
  const doubted = { ...memento, payload };
  if (findBlock(doubted) !== null) {
    return { ...normalization, outcome: 'not-a-policy', reason: 'blocked', markdown: '' };
  }
  if (!isCut(doubted)) return normalization;
  return { ...normalization, flags: [...normalization.flags, 'truncated'] };
}

async function readPayloadText(
  memento: StoredMemento,
  bytes: Buffer,
  takesAnyText: boolean,
): Promise<Normalization> {
  if (memento.contentType === MARKDOWN_TYPE) {
    const { text } = parseProvenanceHeader(bytes.toString('utf8'));
    return normalizeMarkdown(text, memento.original);
  }
  return normalizePayload({
    bytes,
    contentType: memento.contentType,
    contentEncoding: memento.headers['content-encoding'] ?? null,
    original: memento.original,
    takesAnyText,
  });
}

/**
 * Normalizes those of the captures with a memento that today's rules have not seen. Work already done is kept, so a
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
  const due = captureIds.filter((id) => renew || known.get(id)?.rulesVersion !== RULES_VERSION);
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
