/**
 * How long the first hit takes, and how much it loads: cold searches in Chromium from a plain static host on loopback,
 * for each store named. The page is that of a small site; the search files are those of the stores.
 *
 *     node scripts/bench/search.ts STORE.sqlite …            as fast as loopback is
 *     DELAY_MS=40 node scripts/bench/search.ts STORE.sqlite  every answer that much later
 *
 * Each search begins with an empty cache, at the address of the question: the page, its scripts and styles, SQLite and
 * the pieces are all counted, as bytes of the host's answers. Times are medians of the runs (RUNS, 3) and count from the
 * beginning of the navigation. `many-versions.ts` makes a store of 20,000 versions. Exit code 1 where a first hit takes
 * more than 1 s or 1 MB.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { formatTable } from '../../crawler/commands/output.ts';
import { UserError } from '../../crawler/errors.ts';
import { readFlags, runMain } from '../../crawler/run-main.ts';
import { openStoreReadOnly, readTotals } from '../../crawler/store/index.ts';
import { buildSearch } from '../../site/build/build-search.ts';
import { buildSite } from '../../site/build/build-site.ts';
import { makeFixtureStore } from '../../site/test/support/fixture-store.ts';
import { chromiumSwitches, findChromium } from '../chromium.ts';
import { type PlainHost, servePlainly } from '../plain-host.ts';

/** What is asked, by kind; `company` is filled in with one of the store's. */
const QUESTIONS: readonly (readonly [kind: string, question: Readonly<Record<string, string>>])[] = [
  ['rare word', { q: 'beacon' }],
  ['frequent word', { q: 'cookies' }],
  ['word of most clauses', { q: 'the' }],
  ['phrase', { q: '"third parties"' }],
  ['phrase of frequent words', { q: '"we may share"' }],
  ['near', { q: 'location NEAR consent' }],
  ['prefix', { q: 'advertis*' }],
  ['exclusion', { q: 'information -personal' }],
  ['two words', { q: 'children parents' }],
  ['years', { q: 'cookies', from: '2003', to: '2004' }],
  ['company', { q: 'information', company: '?' }],
  ['topic', { q: 'data', topic: 'children' }],
  ['gone since', { q: 'in:removed cookies' }],
  ['came later', { q: 'location', state: 'added' }],
  ['last seen first', { q: 'arbitration', sort: 'last-seen' }],
  ['nothing', { q: '"pixel tags of children"' }],
];
const RUNS = Number(process.env.RUNS ?? 3);
const MOST_MS = 1000;
const MOST_BYTES = 1e6;

interface Run {
  /** Until the page's own form stands there: what any page costs on this machine now. */
  readonly pageMs: number;
  readonly firstMs: number;
  /** Of the processor, for all of Chromium until the first hit: what a quiet machine would need at most. */
  readonly firstCpuMs: number;
  readonly firstBytes: number;
  readonly firstRequests: number;
  readonly countedMs: number;
  readonly countedBytes: number;
  readonly countedRequests: number;
  readonly answer: string;
}

/** When each thing first stood in the page, by the page's own clock: no waiting of this script is measured. */
const WATCH = `
  const seen = {};
  const look = () => {
    const note = (name, found) => { if (found) seen[name] ??= performance.now(); };
    note('page', document.querySelector('search-clauses form'));
    note('first', document.querySelector('.hit, .nothing'));
    note('counted', /clauses? of |^Nothing/.test(document.querySelector('search-clauses [role=status]')?.textContent ?? ''));
    document.documentElement.toggleAttribute('data-first', 'first' in seen);
    document.documentElement.toggleAttribute('data-counted', 'counted' in seen);
    window.seen = seen;
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });`;

async function searchOnce(browser: Browser, host: PlainHost, question: Record<string, string>): Promise<Run> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(WATCH);
  host.sent.length = 0;
  const cpuBefore = await readCpuMs(browser);
  await page.goto(`${host.url}search/?${new URLSearchParams(question)}`, { waitUntil: 'commit' });
  await page.locator('html[data-first]').waitFor({ state: 'attached' });
  const firstCpuMs = (await readCpuMs(browser)) - cpuBefore;
  await page.locator('html[data-counted]').waitFor({ state: 'attached' });
  const seen = await page.evaluate<Record<'page' | 'first' | 'counted', number>>('window.seen');
  const originMs = await page.evaluate<number>('performance.timeOrigin');
  // Asked for before something stood in the page, by the clock that both processes share.
  const sentUntil = (ms: number) => {
    const sent = host.sent.filter(({ timeMs }) => timeMs <= originMs + ms);
    return [sent.reduce((total, { bytes }) => total + bytes, 0), sent.length] as const;
  };
  const [firstBytes, firstRequests] = sentUntil(seen.first);
  const [countedBytes, countedRequests] = sentUntil(seen.counted);
  const answer = (await page.locator('search-clauses [role=status]').innerText()).split(':')[0]!;
  await context.close();
  return {
    pageMs: seen.page,
    firstMs: seen.first,
    firstCpuMs,
    firstBytes,
    firstRequests,
    countedMs: seen.counted,
    countedBytes,
    countedRequests,
    answer,
  };
}

/** Milliseconds of processor time that all of Chromium's processes have taken. */
async function readCpuMs(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)}`;

interface Measured {
  readonly row: string[];
  readonly isWithinLimits: boolean;
}

async function measure(
  browser: Browser,
  host: PlainHost,
  kind: string,
  question: Record<string, string>,
): Promise<Measured> {
  const runs: Run[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await searchOnce(browser, host, question));
  const median = (pick: (run: Run) => number) => runs.map(pick).sort((a, b) => a - b)[RUNS >> 1]!;
  const [firstMs, firstBytes] = [median((run) => run.firstMs), median((run) => run.firstBytes)];
  return {
    row: [
      kind,
      decodeURIComponent(new URLSearchParams(question).toString().replaceAll('+', ' ')),
      median((run) => run.pageMs).toFixed(0),
      firstMs.toFixed(0),
      median((run) => run.firstCpuMs).toFixed(0),
      kilobytes(firstBytes),
      String(median((run) => run.firstRequests)),
      median((run) => run.countedMs).toFixed(0),
      kilobytes(median((run) => run.countedBytes)),
      String(median((run) => run.countedRequests)),
      runs[0]!.answer,
    ],
    isWithinLimits: firstMs <= MOST_MS && firstBytes <= MOST_BYTES,
  };
}

const HEAD = [
  'kind',
  'question',
  'page ms',
  'first hit ms',
  'cpu ms',
  'kB',
  'requests',
  'all counted ms',
  'kB',
  'requests',
  'answer',
];

/** Builds the store's search file into the site; says how large it is, and gives one of its companies. */
function build(store: string, folder: string, work: string): string {
  const opened = openStoreReadOnly(store);
  const { versions, companies } = readTotals(opened);
  const domains = opened.prepare('select distinct domain from policies order by domain').pluck().all();
  opened.close();
  const start = performance.now();
  const built = buildSearch(store, folder, work);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const mega = (size: number) => `${(size / 1e6).toFixed(1)} MB`;
  console.log(
    `\n${store}: ${versions} versions of ${companies} companies, ${built.clauseCount} clauses; ` +
      `search file ${mega(built.sizeBytes)} in ${built.pieceCount} pieces, ${mega(built.compressedBytes)} compressed, ` +
      `its start ${kilobytes(built.startBytes)} kB, made in ${seconds} s`,
  );
  return domains[domains.length >> 1] as string;
}

await runMain(async () => {
  const { positionals: stores } = readFlags(
    { allowPositionals: true },
    'node scripts/bench/search.ts STORE.sqlite …',
  );
  if (stores.length === 0) {
    throw new UserError('no store is named', 'Usage: node scripts/bench/search.ts STORE.sqlite …');
  }
  const work = mkdtempSync(join(tmpdir(), 'palimpsest-bench-'));
  const small = { store: join(work, 'store.sqlite'), folder: join(work, 'site') };
  await makeFixtureStore(small.store);
  await buildSite(small);
  const host = await servePlainly(small.folder, Number(process.env.DELAY_MS ?? 0));
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumSwitches });
  try {
    for (const file of stores) {
      const company = build(resolve(file), join(small.folder, 'search', 'file'), work);
      const measured: Measured[] = [];
      for (const [kind, question] of QUESTIONS) {
        const asked = 'company' in question ? { ...question, company } : question;
        measured.push(await measure(browser, host, kind, asked));
      }
      const rows = measured.map(({ row }) => row);
      for (const line of formatTable([HEAD, ...rows], [2, 3, 4, 5, 6, 7, 8, 9])) console.log(line);
      console.log(`(load of the machine at the end: ${loadavg()[0]!.toFixed(1)})`);
      if (measured.some(({ isWithinLimits }) => !isWithinLimits)) process.exitCode = 1;
    }
  } finally {
    await browser.close();
    await host.close();
    rmSync(work, { recursive: true, force: true });
  }
});
