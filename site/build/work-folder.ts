import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isRunning } from './replace-folder.ts';

/**
 * A new folder for a build to work in, within Astro's own: only there does Astro keep its intermediate files beside the
 * output, else all builds share them. Those that killed builds left are deleted.
 */
export function makeWorkFolder(astroFolder: string): string {
  mkdirSync(astroFolder, { recursive: true });
  for (const name of readdirSync(astroFolder)) {
    const [, processId] = /^build-(\d+)-/.exec(name) ?? [];
    if (processId !== undefined && !isRunning(Number(processId))) {
      rmSync(join(astroFolder, name), { recursive: true, force: true });
    }
  }
  return mkdtempSync(join(astroFolder, `build-${process.pid}-`));
}
