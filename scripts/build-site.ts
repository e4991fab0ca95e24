/** Builds the site of a store: `npm run site:build`. As a function also used by the demo and the tests. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  copyFileSync,
  cpSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { UserError } from '../crawler/errors.ts';
import { copyStore } from '../crawler/store/copy.ts';
import { openStore, openStoreReadOnly } from '../crawler/store/open.ts';
import { parseChangePages } from '../crawler/store/read/change-pages.ts';
import { listPolicies } from '../crawler/store/read/policies.ts';
import { readTotals } from '../crawler/store/read/site.ts';
import { recordPublished } from '../crawler/store/write/published.ts';
import { buildSearch } from './build-search.ts';

export interface SiteBuild {
  readonly folder: string;
  /** HTML pages; twins and other files are not counted. */
  readonly pageCount: number;
  readonly fileCount: number;
  readonly sizeBytes: number;
  readonly seconds: number;
}

export interface BuildOptions {
  /** The store's file. */
  readonly store: string;
  /** Folder to be written, `dist` by default; emptied first. */
  readonly folder?: string;
  readonly base?: string;
  /** Told now and then how many files of how many expected are written. */
  readonly progress?: (done: number, expected: number) => void;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));

interface DatasetCopy {
  /** As the data page needs it: `PublishedFile` of site/store.ts. */
  readonly published: { readonly name: string; readonly sizeBytes: number; readonly sha256: string };
  readonly file: string;
  /** Pages and twins the store will come to. */
  readonly expected: number;
}

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/**
 * Records the addresses that this build publishes, so that later derivations keep them. A store that may only be read, or
 * that a crawl is writing to, is built all the same; the next build records them.
 */
function keepAddresses(storeFile: string): void {
  openStoreReadOnly(storeFile).close();
  try {
    accessSync(storeFile, constants.W_OK);
  } catch {
    return;
  }
  const store = openStore(storeFile);
  try {
    recordPublished(store, parseChangePages(process.env.PALIMPSEST_CHANGE_PAGES));
  } catch (error) {
    if (!/^SQLITE_(?:BUSY|LOCKED)/.test((error as { code?: string }).code ?? '')) throw error;
  } finally {
    store.close();
  }
}

/** Copies the store, so that what is offered for download is what the pages are made from. */
async function copyDataset(storeFile: string, folder: string): Promise<DatasetCopy> {
  const store = openStoreReadOnly(resolve(storeFile));
  try {
    const { asOf, versions, policies, companies } = readTotals(store);
    const release = asOf === null ? 'empty' : `${asOf.slice(0, 4)}-${asOf.slice(4, 6)}`;
    const file = join(folder, `palimpsest-${release}.sqlite`);
    copyStore(store, file);
    const steps = listPolicies(store).reduce((sum, policy) => sum + Math.max(0, policy.versionCount - 1), 0);
    return {
      published: {
        name: `palimpsest-${release}.sqlite`,
        sizeBytes: statSync(file).size,
        sha256: await hashFile(file),
      },
      file,
      expected: 4 * versions + 4 * steps + 3 * policies + 2 * companies + 8,
    };
  } finally {
    store.close();
  }
}

/** Variables a test runner sets for its own pages; Vite would take them for ours. */
const FOREIGN_VARIABLES = ['BASE_URL', 'MODE', 'DEV', 'PROD', 'SSR', 'NODE_ENV', 'VITEST'];

function buildEnvironment(own: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN_VARIABLES.includes(name));
  return { ...Object.fromEntries(inherited), ...own, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
}

/** Runs `astro build`, its many lines going to a file; counts the pages it reports. */
async function runAstro(
  environment: NodeJS.ProcessEnv,
  logFile: string,
  onFile: (done: number) => void,
): Promise<void> {
  const log = createWriteStream(logFile);
  const child = spawn(process.execPath, [join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build'], {
    cwd: ROOT,
    env: buildEnvironment(environment),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let done = 0;
  child.stderr.pipe(log, { end: false });
  createInterface({ input: child.stdout }).on('line', (line) => {
    log.write(`${line}\n`);
    if (/[├└]─ \//.test(line)) onFile(++done);
  });
  const code = await new Promise<number | null>((ended, failed) => {
    child.once('error', failed);
    child.once('close', ended);
  });
  await new Promise<void>((ended) => log.end(ended));
  if (code !== 0) {
    throw new UserError(
      `the site could not be built: astro build ended with ${code === null ? 'a signal' : `exit code ${code}`}`,
      'See .astro/build.log for what it said.',
    );
  }
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** `manifest.json`: every file with its size and hash, so that a copy of the site can be checked. */
async function writeManifest(folder: string): Promise<{ files: number; pages: number; sizeBytes: number }> {
  const files: { path: string; size_bytes: number; sha256: string }[] = [];
  for (const file of listFiles(folder)) {
    const path = relative(folder, file).split(sep).join('/');
    files.push({ path, size_bytes: statSync(file).size, sha256: await hashFile(file) });
  }
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify({ files }, null, 1)}\n`);
  return {
    files: files.length + 1,
    pages: files.filter((file) => file.path.endsWith('.html')).length,
    sizeBytes: files.reduce((sum, file) => sum + file.size_bytes, 0),
  };
}

/** Throws where the folder holds something that is no site of ours: building would delete it. */
function checkFolder(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  if (existsSync(join(folder, 'index.html')) && existsSync(join(folder, 'manifest.json'))) return;
  // A build that was killed leaves its folder without a manifest; it is ours all the same.
  if (folder === join(ROOT, 'dist')) return;
  throw new UserError(
    `${folder} holds something that is no built site`,
    'Name an empty folder, or one that a build wrote before.',
  );
}

/** Puts the finished site in the place of the one before. */
function replaceFolder(from: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  try {
    renameSync(from, folder);
  } catch (error) {
    // Another file system: renaming cannot cross it.
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    cpSync(from, folder, { recursive: true });
  }
}

/**
 * Builds the site of a store. The site before stays until the new one is whole; several builds may run at a time.
 * Throws a UserError where the store cannot be used or the build fails.
 */
export async function buildSite(options: BuildOptions): Promise<SiteBuild> {
  const start = performance.now();
  const folder = resolve(options.folder ?? join(ROOT, 'dist'));
  checkFolder(folder);
  const astroFolder = join(ROOT, '.astro');
  mkdirSync(astroFolder, { recursive: true });
  // Inside the checkout: Astro keeps its intermediate files beside the output only there, else all builds share them.
  const work = mkdtempSync(join(astroFolder, 'build-'));
  const output = join(work, 'site');
  const log = join(work, 'build.log');
  try {
    keepAddresses(resolve(options.store));
    const dataset = await copyDataset(options.store, work);
    const environment = {
      PALIMPSEST_STORE: dataset.file,
      PALIMPSEST_OUT: output,
      PALIMPSEST_DATASET: JSON.stringify(dataset.published),
      ...(options.base ? { PALIMPSEST_BASE: options.base } : {}),
    };
    await runAstro(environment, log, (done) => {
      options.progress?.(done, Math.max(done, dataset.expected));
    }).finally(() => copyFileSync(log, join(astroFolder, 'build.log')));
    mkdirSync(join(output, 'data'), { recursive: true });
    buildSearch(dataset.file, join(output, 'search', 'file'), work);
    renameSync(dataset.file, join(output, 'data', dataset.published.name));
    const { files, pages, sizeBytes } = await writeManifest(output);
    replaceFolder(output, folder);
    return {
      folder,
      pageCount: pages,
      fileCount: files,
      sizeBytes,
      seconds: (performance.now() - start) / 1000,
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
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

if (import.meta.main) {
  const { runMain } = await import('./main.ts');
  await runMain(async () => {
    const base = process.env.PALIMPSEST_BASE;
    const build = await buildSite({
      store: process.env.PALIMPSEST_STORE ?? 'data/archive.sqlite',
      progress: reportProgress(),
      ...(base ? { base } : {}),
    });
    if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    console.log(describeBuild(build));
    console.log('Serve it with `npm run site:serve`, or copy the folder to any static host.');
  });
}
