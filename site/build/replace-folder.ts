import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UserError } from '../../crawler/errors.ts';
import { listPaths } from './manifest.ts';

/**
 * How a finished site takes the place of the one before. A new one is put together in a folder beside it, then both change
 * names. Of one that mostly stays, what is new is put together beside it and then moved in. Nothing is written in place, and
 * a build that was killed in between is made good by the next.
 */

/** `next` is being made, `before` is the old site, `update` the part of a new one that is about to be moved in. */
type Beside = 'next' | 'before' | 'update';

const besides = (folder: string, what: Beside) => join(dirname(folder), `.${basename(folder)}-${what}-`);

function listBesides(folder: string, what: Beside): string[] {
  const [parent, start] = [dirname(folder), basename(besides(folder, what))];
  if (!existsSync(parent)) return [];
  return readdirSync(parent)
    .filter((name) => name.startsWith(start))
    .map((name) => join(parent, name));
}

export function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Puts back a site that a killed build had just moved aside, ends its update, and deletes what else it left. */
export function recoverFolder(folder: string): void {
  const isLeft = (path: string) => !isRunning(Number(path.split('-').at(-1)));
  for (const before of listBesides(folder, 'before').filter(isLeft)) {
    if (existsSync(folder)) rmSync(before, { recursive: true, force: true });
    else renameSync(before, folder);
  }
  for (const update of listBesides(folder, 'update').filter(isLeft)) {
    if (existsSync(join(update, MADE)) && existsSync(folder)) applyUpdate(update, folder);
  }
  for (const left of [...listBesides(folder, 'next'), ...listBesides(folder, 'update')].filter(isLeft))
    rmSync(left, { recursive: true, force: true });
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

/** Puts the finished site in the place of the one before. */
export function replaceFolder(next: string, folder: string): void {
  const before = `${besides(folder, 'before')}${process.pid}`;
  if (existsSync(folder)) renameSync(folder, before);
  renameSync(next, folder);
  rmSync(before, { recursive: true, force: true });
}

/** An update that is ready to be carried out: files to be put in place, and the paths of those to be deleted. */
const MADE = 'made';
const GONE = 'gone.json';

/** Carries out an update, or what a killed build left of it. */
function applyUpdate(update: string, folder: string): void {
  const made = join(update, MADE);
  const known = new Set<string>();
  for (const path of listPaths(made)) {
    const target = join(folder, path);
    if (!known.has(dirname(target))) mkdirSync(dirname(target), { recursive: true });
    known.add(dirname(target));
    renameSync(join(made, path), target);
  }
  for (const path of JSON.parse(readFileSync(join(update, GONE), 'utf8')) as string[]) {
    rmSync(join(folder, path), { force: true });
    removeEmpty(dirname(join(folder, path)), folder);
  }
  rmSync(update, { recursive: true, force: true });
}

/** Deletes a folder in which nothing is left, and those it was alone in, below `top`. */
function removeEmpty(folder: string, top: string): void {
  if (folder === top || !existsSync(folder) || readdirSync(folder).length > 0) return;
  rmdirSync(folder);
  removeEmpty(dirname(folder), top);
}

/**
 * Puts the files in `next` into the site and deletes those that are `gone` from it; all others stay where they are. That
 * takes some milliseconds; a build that was killed in them has left beside the site all that the next needs to go on.
 */
export function updateFolder(next: string, gone: readonly string[], folder: string): void {
  const update = `${besides(folder, 'update')}${process.pid}`;
  rmSync(update, { recursive: true, force: true });
  mkdirSync(update);
  writeFileSync(join(update, GONE), JSON.stringify(gone));
  // From here on the update is carried out, by this build or by the next.
  renameSync(next, join(update, MADE));
  applyUpdate(update, folder);
}
