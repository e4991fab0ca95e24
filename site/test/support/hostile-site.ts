import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentEffects } from '../../../crawler/effects.ts';
import { importFiles } from '../../../crawler/run/intake/import.ts';
import { openStore } from '../../../crawler/store/open.ts';
import { type BuiltSite, buildOnce } from './built-site.ts';
import { makeHostilePolicies } from './hostile-texts.ts';

const effects = { ...silentEffects, now: () => '2026-03-02T09:00:00Z' };

/** Writes every capture to a file of its own hostile name, and imports it as a user would. */
async function fillStore(file: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-hostile-'));
  const store = openStore(file);
  try {
    for (const { domain, captures } of makeHostilePolicies('first')) {
      mkdirSync(join(folder, domain));
      for (const { timestamp, file: name, html } of captures) {
        const path = join(folder, domain, name);
        writeFileSync(path, `<!doctype html><meta charset="utf-8">${html}`);
        await importFiles(store, [path], { domain, timestamp }, effects);
      }
    }
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A site of nothing but policies written to break it. */
export const hostileSite = (): Promise<BuiltSite> => buildOnce('hostile-site', fillStore);
