import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatProvenanceHeader } from '../../../crawler/core/provenance-header.ts';
import { silentEffects } from '../../../crawler/run/effects.ts';
import { importFiles } from '../../../crawler/run/import.ts';
import { openStore } from '../../../crawler/store/open.ts';

/** Adds a text of a company to an existing store, as if it had come in at `now`; its history is derived again. */
export async function addVersion(
  file: string,
  version: { readonly domain: string; readonly timestamp: string; readonly markdown: string },
  now: string,
): Promise<void> {
  const { domain, timestamp, markdown } = version;
  const rawUrl = `https://web.archive.org/web/${timestamp}id_/http://www.${domain}/privacy.html`;
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-later-'));
  const path = join(folder, 'policy.md');
  writeFileSync(
    path,
    `${formatProvenanceHeader({ domain, policy: 'privacy', timestamp, rawUrl })}\n\n${markdown}`,
  );
  const store = openStore(file);
  try {
    await importFiles(store, [path], {}, { ...silentEffects, now: () => now });
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
