import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  globSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../crawler/hash.ts';
import type { SiteFile } from './manifest.ts';

/**
 * What is remembered of the last build of a folder, beside Astro's own intermediate files: what its pages were made from,
 * and how its files looked. It is only believed where the program and the settings are the same, and of each file only
 * where that is as it was left; without it everything is made anew.
 */

/** A build's record as site/kept-pages.ts writes and reads it (its `BuildRecord`), as far as it is looked at here. */
interface PageRecords {
  readonly questions: readonly unknown[];
  readonly pages: Readonly<Record<string, { readonly isKept: boolean }>>;
}

interface LastBuild {
  readonly folder: string;
  /** Hash of everything but the store that pages are made from. */
  readonly program: string;
  readonly files: readonly SiteFile[];
  readonly record: PageRecords;
}

/** The files whose change can change a page: the site, what it imports, and the packages. */
const PROGRAM = [
  'site/**/*',
  'crawler/core/**/*.ts',
  'crawler/store/**/*.ts',
  'crawler/*.ts',
  '*.json',
  'astro.config.mjs',
  'scripts/site-build/*.ts',
];

/** Hash of the program and of the settings that pages depend on. */
export function hashProgram(root: string, settings: readonly (string | undefined)[]): string {
  const hash = createHash('sha256').update(
    JSON.stringify([process.version, ...settings.map((one) => one ?? null)]),
  );
  const files = globSync(PROGRAM, { cwd: root }).filter((path) => !/\.test\.ts$|^site.test/.test(path));
  for (const path of files.sort()) {
    const file = join(root, path);
    if (lstatSync(file).isFile()) hash.update(`${path}\n${sha256(readFileSync(file))}\n`);
  }
  return hash.digest('hex');
}

const memoryOf = (astroFolder: string, folder: string) =>
  join(astroFolder, 'builds', `${sha256(folder).slice(0, 16)}.json`);

function isAsLeft(folder: string, file: SiteFile): boolean {
  const found = lstatSync(join(folder, file.path), { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === file.sizeBytes && found.mtimeMs === file.modifiedMs;
}

/** What can be built upon: the record of the pages whose files are as they were left, and those files. */
export interface Standing {
  readonly record: PageRecords;
  readonly files: ReadonlyMap<string, SiteFile>;
}

/** Null where nothing of the last build can be relied on. */
export function readLastBuild(astroFolder: string, folder: string, program: string): Standing | null {
  let last: LastBuild;
  try {
    last = JSON.parse(readFileSync(memoryOf(astroFolder, folder), 'utf8')) as LastBuild;
  } catch {
    return null;
  }
  if (last.folder !== folder || last.program !== program) return null;
  const { questions, pages } = last.record;
  const files = new Map(
    last.files
      .filter((file) => file.path in pages && isAsLeft(folder, file))
      .map((file) => [file.path, file]),
  );
  const standing = Object.entries(pages).filter(([path]) => files.has(path));
  return { record: { questions, pages: Object.fromEntries(standing) }, files };
}

/** The first characters of a file that may be long. */
function readHead(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.alloc(5000);
    return head.toString('utf8', 0, readSync(handle, head));
  } finally {
    closeSync(handle);
  }
}

/** Remembers a build, and forgets those whose folders are gone. */
export function writeLastBuild(astroFolder: string, build: LastBuild): void {
  const memories = join(astroFolder, 'builds');
  mkdirSync(memories, { recursive: true });
  for (const name of readdirSync(memories)) {
    const memory = join(memories, name);
    // The folder's name is the first thing in the file.
    const [, text] = /^\{"folder":("(?:[^"\\]|\\.)*")/.exec(readHead(memory)) ?? [];
    if (text === undefined || !existsSync(JSON.parse(text) as string)) rmSync(memory, { force: true });
  }
  const file = memoryOf(astroFolder, build.folder);
  writeFileSync(`${file}.${process.pid}`, JSON.stringify(build));
  renameSync(`${file}.${process.pid}`, file);
}
