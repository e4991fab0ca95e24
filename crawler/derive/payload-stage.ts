import {
  type Normalization,
  normalizeMarkdown,
  normalizePayload,
  parseProvenanceHeader,
} from '../normalize/index.ts';
import type { StoredMemento } from '../store/index.ts';
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
