import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  globSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sha256 } from '../../crawler/hash.ts';
import type { SiteSettings } from './plan.ts';

/**
 * The bundled program that makes pages, with the scripts and styles that pages load. It is kept under the hash of all that
 * it is made from, for every build that needs the same.
 */

/** The files whose change can change a page: the site, what it imports, and the packages. */
const SOURCES = [
  'site/**/*',
  'crawler/core/**/*.{ts,json}',
  'crawler/store/**/*.{ts,sql}',
  'crawler/*.ts',
  '*.json',
  'astro.config.mjs',
];

/** Hash of the program and of the settings that pages depend on. */
export function hashProgram(root: string, settings: SiteSettings): string {
  const hash = createHash('sha256').update(JSON.stringify([process.version, settings]));
  const files = globSync(SOURCES, { cwd: root }).filter((path) => !/\.test\.ts$|^site.test/.test(path));
  for (const path of files.sort()) {
    const file = join(root, path);
    if (lstatSync(file).isFile()) hash.update(`${path}\n${sha256(readFileSync(file))}\n`);
  }
  return hash.digest('hex');
}

/** Where the parts of a program lie within its folder: what makes pages, and what pages load. */
export const PROGRAM_PARTS = { server: 'server', assets: 'assets' } as const;

const homeOf = (astroFolder: string) => join(astroFolder, 'programs');
const folderOf = (astroFolder: string, hash: string) => join(homeOf(astroFolder), hash.slice(0, 16));

/** The folder of a program that an earlier build has bundled; null where none has. */
export function findProgram(astroFolder: string, hash: string): string | null {
  const folder = folderOf(astroFolder, hash);
  if (!existsSync(folder)) return null;
  const now = new Date();
  utimesSync(folder, now, now);
  return folder;
}

/** Programs that no build has used for so long are deleted: the sources have changed since. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** Keeps what was bundled in `bundled`, which goes. Returns the program's folder. */
export function keepProgram(astroFolder: string, hash: string, bundled: string): string {
  const home = homeOf(astroFolder);
  mkdirSync(home, { recursive: true });
  for (const name of readdirSync(home)) {
    const folder = join(home, name);
    if (Date.now() - statSync(folder).mtimeMs > KEPT_MS) rmSync(folder, { recursive: true, force: true });
  }
  const folder = folderOf(astroFolder, hash);
  try {
    renameSync(bundled, folder);
  } catch (error) {
    // Another build may have been faster, and its program is as good.
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** Copies what pages load into a site. */
export function copyAssets(program: string, site: string): void {
  cpSync(join(program, PROGRAM_PARTS.assets), site, { recursive: true });
}

/** Address of the module to be imported. Throws where the folder holds no program. */
export function entryOf(program: string): string {
  const server = join(program, PROGRAM_PARTS.server);
  const entry = readdirSync(server).find((name) => /^prerender-entry\..*\.mjs$/.test(name));
  if (entry === undefined) throw new Error(`there is no program in ${server}`);
  return pathToFileURL(join(server, entry)).href;
}
