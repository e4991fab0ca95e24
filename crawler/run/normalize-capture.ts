import { setImmediate as nextTurn } from 'node:timers/promises';
import { findBlock, isCut } from '../archive/doubts.ts';
import { RULES_VERSION } from '../core/rules-version.ts';
import type { Normalization } from '../normalize/normalization.ts';
import { normalizeMarkdown, normalizePayload } from '../normalize/normalize.ts';
import { parseProvenanceHeader } from '../normalize/provenance-header.ts';
import type { Store } from '../store/open.ts';
import { readPayload } from '../store/payloads.ts';
import { mapNormalizations } from '../store/read/derived.ts';
import { readMemento, type StoredMemento, takesAnyText } from '../store/read/ground.ts';
import { writeNormalization } from '../store/write/texts.ts';
import { deriveNormalization } from './derive-text.ts';
import type { Effects } from './effects.ts';

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
