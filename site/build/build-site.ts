/** Builds the site of a store: `npm run site:build`. As a function also used by the demo and the tests. */
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageLists } from './kept-pages.ts';
import { type ReusableBuild, writeLastBuild } from './last-build.ts';
import { describeFiles, listPaths, type SiteFile, writeManifest } from './manifest.ts';
import type { SiteSettings } from './plan.ts';
import { hashProgram } from './program.ts';
import { checkFolder, moveBeside, recoverFolder, replaceFolder, updateFolder } from './replace-folder.ts';
import { type BuildPlan, runProgram } from './run-program.ts';
import { parseChangePages, readBuildOptions, readSettings } from './site-options.ts';
import { makeWorkFolder } from './work-folder.ts';

export interface SiteBuild {
  readonly folder: string;
  /** HTML pages; twins and other files are not counted. */
  readonly pageCount: number;
  readonly fileCount: number;
  readonly sizeBytes: number;
  readonly seconds: number;
  /** Paths of the pages and twins that this build made; the others were there and are as they would be. */
  readonly made: readonly string[];
  /**
   * Milliseconds of each part of the work, in order; of `program` and `pages`, those after dataset and search were there. The
   * program is only bundled where none is kept.
   */
  readonly parts: Readonly<Record<string, number>>;
}

export interface BuildOptions {
  /** The store's file. */
  readonly store: string;
  /** Folder to be written, `dist` by default; what is no longer part of the site goes. */
  readonly folder?: string;
  /** What every page may show; what the environment says where it is not given. */
  readonly settings?: SiteSettings;
  /** Pages of changes at most, newest first; what `PALIMPSEST_CHANGE_PAGES` says where it is not given. */
  readonly changePages?: number;
  /** True to make every page, whatever the last build left. */
  readonly isFull?: boolean;
  /** Told now and then how many files of how many expected are written. */
  readonly progress?: (done: number, expected: number) => void;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const ASTRO_FOLDER = join(ROOT, '.astro');
const DEFAULT_FOLDER = join(ROOT, 'dist');

function planBuild(options: BuildOptions): BuildPlan {
  const folder = resolve(options.folder ?? DEFAULT_FOLDER);
  const changePages = options.changePages ?? parseChangePages(process.env.PALIMPSEST_CHANGE_PAGES);
  const settings = options.settings ?? readSettings();
  recoverFolder(folder);
  checkFolder(folder, DEFAULT_FOLDER);
  const program = hashProgram(ROOT, settings);
  return {
    astroFolder: ASTRO_FOLDER,
    folder,
    store: resolve(options.store),
    settings,
    changePages,
    program,
    isFull: options.isFull === true,
    progress: options.progress,
  };
}

/** What the program left: the folder with the files it made, the record of all pages, and which it made and kept. */
interface MadePages extends PageLists {
  readonly folder: string;
  readonly recordFile: string;
}

/** Makes the pages that are not there yet, in a folder of their own. */
async function makePages(plan: BuildPlan, work: string, note: (part: string) => void) {
  const log = join(work, 'build.log');
  writeFileSync(log, '');
  const { dataset, reusable } = await runProgram(plan, work, log, note).finally(() =>
    copyFileSync(log, join(ASTRO_FOLDER, 'build.log')),
  );
  note('pages');
  const lists = JSON.parse(readFileSync(join(work, 'pages.json'), 'utf8')) as PageLists;
  const made: MadePages = { ...lists, folder: join(work, 'site'), recordFile: join(work, 'record.json') };
  return { made, dataset, reusable };
}

/** Notes how long each part of the work took. */
function makeStopwatch() {
  const parts: Record<string, number> = {};
  let last = performance.now();
  return {
    parts,
    note: (part: string) => {
      const now = performance.now();
      parts[part] = Math.round(now - last);
      last = now;
    },
  };
}

/**
 * Builds the site of a store; pages of the last build that would come out the same stay. The site before is whole until the
 * new one is; several builds may run at a time, into folders of their own. Throws a UserError where the store cannot be
 * used or the build fails.
 */
export async function buildSite(options: BuildOptions): Promise<SiteBuild> {
  const start = performance.now();
  const watch = makeStopwatch();
  const plan = planBuild(options);
  const work = makeWorkFolder(ASTRO_FOLDER);
  try {
    const { made, dataset, reusable } = await makePages(plan, work, watch.note);
    for (const parent of ['data', 'search']) mkdirSync(join(made.folder, parent), { recursive: true });
    renameSync(join(work, 'pieces'), join(made.folder, 'search', 'file'));
    for (const file of dataset.files) renameSync(file, join(made.folder, 'data', basename(file)));
    writeFileSync(join(made.folder, '_redirects'), hostRules(plan.settings.base));
    const files = finishSite(plan, made, reusable);
    watch.note('files');
    return {
      folder: plan.folder,
      pageCount: files.filter(({ path }) => path.endsWith('.html')).length,
      fileCount: files.length + 1,
      sizeBytes: files.reduce((sum, file) => sum + file.sizeBytes, 0),
      seconds: (performance.now() - start) / 1000,
      made: made.made,
      parts: watch.parts,
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * What hosts that know such a file (Netlify, Cloudflare Pages) answer without a page: any day with the page of all days, whose
 * script reads the day from the address.
 */
const hostRules = (base: string): string =>
  `${base}:domain/:policy/at/:day/ ${base}:domain/:policy/at/ 200\n`;

const byPath = (one: SiteFile, other: SiteFile) => (one.path < other.path ? -1 : 1);

/** Puts what was made and what stays together, with the manifest, in the place of the site before. */
function finishSite(
  { folder, program }: BuildPlan,
  made: MadePages,
  reusable: ReusableBuild | null,
): SiteFile[] {
  const next = moveBeside(made.folder, folder);
  try {
    const files = [...describeFiles(next), ...made.kept.map((path) => reusable!.files.get(path)!)].sort(
      byPath,
    );
    writeManifest(next, files);
    if (reusable) {
      const there = new Set(['manifest.json', ...files.map(({ path }) => path)]);
      updateFolder(
        next,
        listPaths(folder).filter((path) => !there.has(path)),
        folder,
      );
    } else {
      replaceFolder(next, folder);
    }
    writeLastBuild(ASTRO_FOLDER, { folder, program, files }, made.recordFile);
    return files;
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
}

/** Progress on standard error: one line redrawn on a terminal, else a line every few seconds. */
export function reportProgress(): (done: number, expected: number) => void {
  const every = process.stderr.isTTY ? 100 : 5000;
  let last = 0;
  return (done, expected) => {
    const now = performance.now();
    if (now - last < every) return;
    last = now;
    const line = `site: ${done} of about ${expected} files`;
    process.stderr.write(process.stderr.isTTY ? `\r${line}\u001b[K` : `${line}\n`);
  };
}

/** `dist: 61 pages, 250 files, 2.1 MB, in 4.2 s`. */
export function describeBuild(build: SiteBuild): string {
  const size = `${(build.sizeBytes / 1e6).toFixed(1)} MB`;
  return `${build.folder}: ${build.pageCount} pages, ${build.fileCount} files, ${size}, in ${build.seconds.toFixed(1)} s`;
}

const NO_ORIGIN =
  'Its public address is not known, so feeds and saved citations have paths only: name it with --site https://….';

const serveCommand = (folder: string): string =>
  folder === DEFAULT_FOLDER
    ? 'npm run site:serve'
    : `npm run site:serve -- --folder ${relative(process.cwd(), folder)}`;

if (import.meta.main) {
  const { runMain } = await import('../../crawler/run-main.ts');
  await runMain(async () => {
    const options = readBuildOptions();
    const build = await buildSite({ ...options, progress: reportProgress() });
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    console.log(describeBuild(build));
    if (!options.settings?.site) console.log(NO_ORIGIN);
    console.log(`Serve it with \`${serveCommand(build.folder)}\`, or copy the folder to any static host.`);
  });
}
