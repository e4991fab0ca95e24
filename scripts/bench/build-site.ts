/**
 * What a build of the site costs: `node scripts/bench/build-site.ts STORE…`. For each store a full build, then one more
 * version of its first policy and the rebuild. Most HTML pages have twins beside them, so that files are more than twice as
 * many; Astro renders either, and both are counted. CPU time is that of the build and of all processes within it, all
 * threads counted; the peak of memory is that of the largest of them. Where no program is kept it is bundled for the first
 * store. Wall time is the machine's affair; run it where nothing else does. `many-versions.ts` makes stores.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { formatInstant, parseInstant } from '../../crawler/core/index.ts';
import { UserError } from '../../crawler/errors.ts';
import { readFlags, runMain } from '../../crawler/run-main.ts';
import { listPolicies, listVersions, openStoreReadOnly, readVersion } from '../../crawler/store/index.ts';
import { addVersion } from '../../crawler/test/add-version.ts';
import { describeBuild, type SiteBuild } from '../../site/build/build-site.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

interface MeasuredBuild {
  readonly build: SiteBuild;
  readonly cpuMs: number;
  readonly peakBytes: number;
}

/** Builds in processes of its own, whose use of the machine is noted. */
async function measureBuild(store: string, folder: string, isFull: boolean): Promise<MeasuredBuild> {
  const usage = mkdtempSync(join(tmpdir(), 'palimpsest-usage-'));
  const options = JSON.stringify({ store, folder, isFull });
  const program =
    `import { buildSite } from ${JSON.stringify(here('../build-site.ts'))};` +
    `console.log(JSON.stringify(await buildSite(${options})));`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    env: {
      ...process.env,
      NODE_OPTIONS: `--import=${here('note-usage.mjs')}`,
      PALIMPSEST_USAGE: usage,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
    if (code !== 0) throw new Error(`the build of ${store} ended with ${code}`);
    const used = readdirSync(usage).map(
      (name) => JSON.parse(readFileSync(join(usage, name), 'utf8')) as { cpuMs: number; peakBytes: number },
    );
    return {
      build: JSON.parse(said) as SiteBuild,
      cpuMs: used.reduce((sum, { cpuMs }) => sum + cpuMs, 0),
      peakBytes: Math.max(...used.map(({ peakBytes }) => peakBytes)),
    };
  } finally {
    rmSync(usage, { recursive: true, force: true });
  }
}

/** Adds a version to the store's first policy: its latest text with one more paragraph, seen a day later. */
async function addNextDay(storeFile: string): Promise<void> {
  const reading = openStoreReadOnly(storeFile);
  const [first] = listPolicies(reading).filter((one) => one.lastSeen !== null);
  if (!first) throw new UserError(`${storeFile} holds no dated version`, 'Name another store.');
  const { domain, policy } = first;
  const latest = listVersions(reading, domain, policy).findLast((one) => one.lastSeen !== null)!;
  const { markdown } = readVersion(reading, domain, policy, latest.version)!;
  reading.close();
  const nextDay = new Date(Date.parse(formatInstant(latest.lastSeen!)) + 86_400_000);
  await addVersion(storeFile, {
    domain,
    policy,
    timestamp: parseInstant(nextDay.toISOString()),
    original: latest.original,
    markdown: `${markdown}\nThis paragraph is new in this version, and says nothing else.\n`,
  });
}

function report(what: string, { build, cpuMs, peakBytes }: MeasuredBuild): void {
  const megabytes = (bytes: number) => `${Math.round(bytes / 1e6)} MB`;
  const parts = Object.entries(build.parts).map(([part, ms]) => `${part} ${(ms / 1000).toFixed(1)}`);
  console.log(
    `${what}: ${describeBuild(build).replace(/^.*?: /, '')} (${parts.join(', ')} s); ` +
      `${Math.round(build.pageCount / build.seconds)} pages a second, ${(cpuMs / 1000).toFixed(1)} s of CPU, ` +
      `${(cpuMs / build.pageCount).toFixed(2)} ms an HTML page, ${(cpuMs / build.fileCount).toFixed(2)} ms a file, ` +
      `peak ${megabytes(peakBytes)}`,
  );
}

async function benchStore(original: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'palimpsest-bench-'));
  try {
    const store = join(work, 'store.sqlite');
    copyFileSync(original, store);
    const folder = join(work, 'site');
    mkdirSync(folder);
    report(basename(original), await measureBuild(store, folder, true));
    await addNextDay(store);
    const rebuild = await measureBuild(store, folder, false);
    report(`  with one version more, ${rebuild.build.made.length} files made`, rebuild);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

await runMain(async () => {
  const { positionals: stores } = readFlags(
    { allowPositionals: true },
    'node scripts/bench/build-site.ts STORE…',
  );
  if (stores.length === 0) {
    throw new UserError('no store was named', 'Usage: node scripts/bench/build-site.ts STORE…');
  }
  for (const store of stores) await benchStore(resolve(store));
});
