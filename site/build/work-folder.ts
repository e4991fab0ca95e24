import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../crawler/errors.ts';
import { isRunning } from './replace-folder.ts';

/**
 * A new folder for a build to work in, within Astro's own: only there does Astro keep its intermediate files beside the
 * output, else all builds share them. Those that killed builds left are deleted.
 * @throws UserError where the checkout may not be written: it is another user's
 */
export function makeWorkFolder(astroFolder: string): string {
  try {
    mkdirSync(astroFolder, { recursive: true });
    return clearAndMake(astroFolder);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code)) throw error;
    throw new UserError(
      `${astroFolder} cannot be written (${code}), where a build keeps what it works on`,
      'Build in a checkout of your own, or let its owner build with --store and --out.',
    );
  }
}

function clearAndMake(astroFolder: string): string {
  for (const name of readdirSync(astroFolder)) {
    const [, processId] = /^build-(\d+)-/.exec(name) ?? [];
    if (processId !== undefined && !isRunning(Number(processId))) {
      rmSync(join(astroFolder, name), { recursive: true, force: true });
    }
  }
  return mkdtempSync(join(astroFolder, `build-${process.pid}-`));
}
