import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatProvenanceHeader } from '../core/provenance-header.ts';
import { type Effects, silentEffects } from '../effects.ts';
import { importFiles } from '../run/intake/import.ts';
import { openStore } from '../store/open.ts';

/** A text of a company as somebody hands it in. */
export interface HandedText {
  readonly domain: string;
  /** `privacy` unless said otherwise. */
  readonly policy?: string;
  /** When it was captured, fourteen digits. */
  readonly timestamp: string;
  /** Where it stood; `http://www.DOMAIN/privacy.html` unless said otherwise. */
  readonly original?: string;
  readonly markdown: string;
}

/** The bytes of a document with its provenance header. */
export function headedDocument(text: HandedText): string {
  const { domain, policy = 'privacy', timestamp, markdown } = text;
  const original = text.original ?? `http://www.${domain}/privacy.html`;
  const rawUrl = `https://web.archive.org/web/${timestamp}id_/${original}`;
  return `${formatProvenanceHeader({ domain, policy, timestamp, rawUrl })}\n\n${markdown}`;
}

/** Adds a text to an existing store through the program's own import; the company's history is derived again. */
export async function addVersion(
  storeFile: string,
  text: HandedText,
  effects: Effects = silentEffects,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-later-'));
  const file = join(folder, 'policy.md');
  writeFileSync(file, headedDocument(text));
  const store = openStore(storeFile);
  try {
    await importFiles(store, [file], {}, effects);
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
