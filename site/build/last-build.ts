import {
  closeSync,
  existsSync,
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
 * What is remembered of the last build of a folder, beside Astro's own intermediate files: what its pages were made from
 * (`record.json`, as site/kept-pages.ts wrote it), and how its files looked (`files.json`). It is only believed where the
 * program and the settings are the same, and of each file only where that is as it was left; without it everything is made
 * anew.
 */
interface LastBuild {
  readonly folder: string;
  /** Hash of everything but the store that pages are made from. */
  readonly program: string;
  readonly files: readonly SiteFile[];
}

const memoryOf = (astroFolder: string, folder: string) =>
  join(astroFolder, 'builds', sha256(folder).slice(0, 16));

function isAsLeft(folder: string, file: SiteFile): boolean {
  const found = lstatSync(join(folder, file.path), { throwIfNoEntry: false });
  return found?.isFile() === true && found.size === file.sizeBytes && found.mtimeMs === file.modifiedMs;
}

/** What can be built upon. */
export interface ReusableBuild {
  /** What the pages of the last build were made from. */
  readonly recordFile: string;
  /** Those files of the last build that are as it left them, by path. */
  readonly files: ReadonlyMap<string, SiteFile>;
}

/** Null where nothing of the last build can be relied on. */
export function readLastBuild(astroFolder: string, folder: string, program: string): ReusableBuild | null {
  const memory = memoryOf(astroFolder, folder);
  const recordFile = join(memory, 'record.json');
  let last: LastBuild;
  try {
    last = JSON.parse(readFileSync(join(memory, 'files.json'), 'utf8')) as LastBuild;
  } catch {
    return null;
  }
  if (last.folder !== folder || last.program !== program || !existsSync(recordFile)) return null;
  const files = last.files.filter((file) => isAsLeft(folder, file));
  return { recordFile, files: new Map(files.map((file) => [file.path, file])) };
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

/** Deletes what is remembered of builds whose folders are gone. */
function forgetGone(memories: string): void {
  for (const name of readdirSync(memories)) {
    const files = join(memories, name, 'files.json');
    // The folder's name is the first thing in the file.
    const [, text] = (existsSync(files) && /^\{"folder":("(?:[^"\\]|\\.)*")/.exec(readHead(files))) || [];
    if (text === undefined || !existsSync(JSON.parse(text) as string)) {
      rmSync(join(memories, name), { recursive: true, force: true });
    }
  }
}

/**
 * Remembers a build whose pages' record is in `recordFile`, which is moved. Killed between the two files, it leaves the new
 * record beside the old list of files: what is in both is as it was.
 */
export function writeLastBuild(astroFolder: string, build: LastBuild, recordFile: string): void {
  const memory = memoryOf(astroFolder, build.folder);
  mkdirSync(memory, { recursive: true });
  renameSync(recordFile, join(memory, 'record.json'));
  const files = join(memory, 'files.json');
  writeFileSync(`${files}.${process.pid}`, JSON.stringify(build));
  renameSync(`${files}.${process.pid}`, files);
  forgetGone(join(astroFolder, 'builds'));
}
