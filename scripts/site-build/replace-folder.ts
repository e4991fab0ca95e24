import { cpSync, existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../../crawler/errors.ts';

/**
 * How a finished site takes the place of the one before. It is put together in a folder beside it, then both change names:
 * at every moment the old site or the new one is whole, and a build that was killed in between is made good by the next.
 */

const besides = (folder: string, what: 'next' | 'before') =>
  join(dirname(folder), `.${basename(folder)}-${what}-`);

function listBesides(folder: string, what: 'next' | 'before'): string[] {
  const [parent, start] = [dirname(folder), basename(besides(folder, what))];
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter((name) => name.startsWith(start))
    .map((name) => join(parent, name));
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Puts back a site that a killed build had just moved aside, and deletes what killed builds left. */
export function recoverFolder(folder: string): void {
  const isLeft = (path: string) => !isRunning(Number(path.split('-').at(-1)));
  for (const before of listBesides(folder, 'before').filter(isLeft)) {
    if (existsSync(folder)) rmSync(before, { recursive: true, force: true });
    else renameSync(before, folder);
  }
  for (const next of listBesides(folder, 'next').filter(isLeft))
    rmSync(next, { recursive: true, force: true });
}

/** Throws UserError where the folder holds something that is no site of ours: building would delete it. */
export function checkFolder(folder: string, ownFolder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  if (existsSync(join(folder, 'index.html')) && existsSync(join(folder, 'manifest.json'))) return;
  // The checkout's own output folder is ours whatever it holds.
  if (folder === ownFolder) return;
  throw new UserError(
    `${folder} holds something that is no built site`,
    'Name an empty folder, or one that a build wrote before.',
  );
}

/** Moves what was made into a folder beside the site's, and returns that. */
export function moveBeside(made: string, folder: string): string {
  const next = `${besides(folder, 'next')}${process.pid}`;
  rmSync(next, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  try {
    renameSync(made, next);
  } catch (error) {
    // Another file system: renaming cannot cross it.
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(made, next, { recursive: true, preserveTimestamps: true });
  }
  return next;
}

/** Gives files of one folder to another as well, without copying where the file system can. */
export function shareFiles(paths: readonly string[], from: string, to: string): void {
  const known = new Set<string>();
  const copy = (source: string, target: string) => cpSync(source, target, { preserveTimestamps: true });
  let give: (source: string, target: string) => void = linkSync;
  for (const path of paths) {
    const target = join(to, path);
    const parent = dirname(target);
    if (!known.has(parent)) {
      mkdirSync(parent, { recursive: true });
      known.add(parent);
    }
    try {
      give(join(from, path), target);
    } catch (error) {
      if (give === copy) throw error;
      give = copy;
      give(join(from, path), target);
    }
  }
}

/** Puts the finished site in the place of the one before. */
export function replaceFolder(next: string, folder: string): void {
  const before = `${besides(folder, 'before')}${process.pid}`;
  if (existsSync(folder)) renameSync(folder, before);
  renameSync(next, folder);
  rmSync(before, { recursive: true, force: true });
}
