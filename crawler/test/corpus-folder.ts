import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A folder of the real corpora, or null with the reason why tests that need it are skipped. */
export function corpusFolder(name: string): { folder: string | null; reason: string } {
  const root = process.env.PALIMPSEST_CORPUS;
  if (!root) return { folder: null, reason: 'skipped: PALIMPSEST_CORPUS names no folder of real documents' };
  const folder = join(root, name);
  return existsSync(folder)
    ? { folder, reason: '' }
    : { folder: null, reason: `skipped: ${name} is not in the folder that PALIMPSEST_CORPUS names` };
}
