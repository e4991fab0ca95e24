import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for what has to be unpacked before it can be read; it goes when the process does. */
export function makeScratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-import-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
