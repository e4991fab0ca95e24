/**
 * How long the first hit takes, and how much it loads: cold searches in Chromium from a plain static host on loopback,
 * for each store named. The page is that of a small site; the search files are those of the stores.
 *
 *     node scripts/bench/search.ts STORE.sqlite …            as fast as loopback is
 *     DELAY_MS=40 node scripts/bench/search.ts STORE.sqlite  every answer that much later
 *
 * Times are medians of three runs, each with an empty cache. Bytes are those of the host's answers, page included.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { formatTable } from '../../crawler/commands/output.ts';
import { UserError } from '../../crawler/errors.ts';
import { openStoreReadOnly } from '../../crawler/store/open.ts';
import { readTotals } from '../../crawler/store/read/site.ts';
import { makeFixtureStore } from '../../site/test/support/fixture-store.ts';
import { buildSearch } from '../build-search.ts';
import { buildSite } from '../build-site.ts';
import { chromiumSwitches, findChromium } from '../chromium.ts';
import { runMain } from '../main.ts';
import { type PlainHost, servePlainly } from '../plain-host.ts';

const QUERIES = ['"log files"', 'cookies', 'beacon*', 'information -cookies', '"we may share" third', 'the'];
const RUNS = 3;

interface Run {
  /** Until the page's own script has run: what any page costs on this machine now. */
  readonly pageMs: number;
  readonly firstMs: number;
  readonly firstBytes: number;
  readonly countedMs: number;
  readonly countedBytes: number;
  readonly requests: number;
  readonly answer: string;
}

async function searchOnce(browser: Browser, host: PlainHost, query: string): Promise<Run> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const sum = () => host.sent.reduce((total, { bytes }) => total + bytes, 0);
  host.sent.length = 0;
  const start = performance.now();
  await page.goto(`${host.url}search/?${new URLSearchParams({ q: query })}`, { waitUntil: 'commit' });
  await page.locator('search-clauses form').waitFor();
  const pageMs = performance.now() - start;
  await page.locator('.hit, .nothing').first().waitFor();
  const [firstMs, firstBytes] = [performance.now() - start, sum()];
  const status = page.locator('search-clauses [role=status]');
  await status.filter({ hasText: /clauses? of |^Nothing/ }).waitFor();
  const [countedMs, countedBytes] = [performance.now() - start, sum()];
  const answer = (await status.innerText()).split(':')[0]!;
  await context.close();
  return { pageMs, firstMs, firstBytes, countedMs, countedBytes, requests: host.sent.length, answer };
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)}`;

async function measure(browser: Browser, host: PlainHost, query: string): Promise<string[]> {
  const runs: Run[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await searchOnce(browser, host, query));
  const median = (pick: (run: Run) => number) => runs.map(pick).sort((a, b) => a - b)[RUNS >> 1]!;
  return [
    query,
    median((run) => run.pageMs).toFixed(0),
    median((run) => run.firstMs).toFixed(0),
    kilobytes(median((run) => run.firstBytes)),
    median((run) => run.countedMs).toFixed(0),
    kilobytes(median((run) => run.countedBytes)),
    String(runs[0]!.requests),
    runs[0]!.answer,
  ];
}

const HEAD = ['query', 'page ms', 'first hit ms', 'kB', 'all counted ms', 'kB', 'requests', 'answer'];

await runMain(async () => {
  const stores = process.argv.slice(2);
  if (stores.length === 0) {
    throw new UserError('no store is named', 'Usage: node scripts/bench/search.ts STORE.sqlite …');
  }
  const work = mkdtempSync(join(tmpdir(), 'palimpsest-bench-'));
  const pageStore = join(work, 'page.sqlite');
  await makeFixtureStore(pageStore);
  const site = await buildSite({ store: pageStore, folder: join(work, 'site') });
  const host = await servePlainly(site.folder, Number(process.env.DELAY_MS ?? 0));
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumSwitches });
  try {
    for (const file of stores) {
      const store = openStoreReadOnly(resolve(file));
      const { versions, companies } = readTotals(store);
      store.close();
      const start = performance.now();
      const built = buildSearch(resolve(file), join(site.folder, 'search', 'file'), work);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const [plain, packed] = [built.sizeBytes, built.compressedBytes].map((size) => (size / 1e6).toFixed(1));
      console.log(
        `\n${file}: ${versions} versions of ${companies} companies, ${built.clauseCount} clauses; ` +
          `search file ${plain} MB in ${built.pieceCount} pieces, ${packed} MB compressed, made in ${seconds} s`,
      );
      const rows: string[][] = [];
      for (const query of QUERIES) rows.push(await measure(browser, host, query));
      for (const line of formatTable([HEAD, ...rows], [1, 2, 3, 4, 5, 6])) console.log(line);
    }
  } finally {
    await browser.close();
    await host.close();
    rmSync(work, { recursive: true, force: true });
  }
});
