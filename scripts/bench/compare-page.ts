/**
 * How long the compare page needs for the largest texts of a store, in Chromium, once their files have arrived, and for
 * how long it leaves the reader waiting at any moment:
 *
 *     node scripts/bench/compare-page.ts STORE.sqlite SITE      SITE: the folder that the store was built into
 *
 * Three pairs: the two longest versions, the first and the latest version of the policy that has the longest, and the longest
 * versions of two companies. Ten cold runs each, with an empty cache; least and median.
 *
 * `first` is from the last byte of the versions' files to the first paint that shows a change, `whole` to the last change's
 * being in the page; `blocked` is the longest time that the page's thread was taken, while loading, and while a reader
 * steps, unfolds, changes the view and goes to the end.
 */
import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { formatTable } from '../../crawler/commands/output.ts';
import { UserError } from '../../crawler/errors.ts';
import { readFlags, runMain } from '../../crawler/run-main.ts';
import { listPolicies, listVersions, openStoreReadOnly } from '../../crawler/store/index.ts';
import { chromiumSwitches, findChromium } from '../chromium.ts';
import { type PlainHost, servePlainly } from '../plain-host.ts';

const RUNS = 10;

interface Sized {
  readonly policy: string;
  readonly name: string;
  readonly words: number;
}

interface Pair {
  readonly what: string;
  readonly left: Sized;
  readonly right: Sized;
}

interface Run {
  readonly firstMs: number;
  readonly wholeMs: number;
  readonly loadingBlockedMs: number;
  readonly readingBlockedMs: number;
}

function readVersions(file: string): Sized[] {
  const store = openStoreReadOnly(resolve(file));
  try {
    return listPolicies(store).flatMap(({ domain, policy }) =>
      listVersions(store, domain, policy).map(({ slug, wordCount }) => ({
        policy: `${domain}/${policy}`,
        name: `${domain}/${policy}@${slug}`,
        words: wordCount,
      })),
    );
  } finally {
    store.close();
  }
}

function choosePairs(versions: readonly Sized[]): Pair[] {
  const [longest, second] = versions.toSorted((a, b) => b.words - a.words);
  if (!longest || !second) throw new UserError('the store holds no two versions', 'Name a larger store.');
  const own = versions.filter(({ policy }) => policy === longest.policy);
  const other = versions
    .filter(({ policy }) => policy !== longest.policy)
    .toSorted((a, b) => b.words - a.words)[0];
  return [
    { what: 'the two longest', left: second, right: longest },
    { what: 'first and latest', left: own[0]!, right: own.at(-1)! },
    ...(other ? [{ what: 'two companies', left: longest, right: other }] : []),
  ];
}

/** Runs in the page before its own scripts: notes the first painted change and every long frame. */
function observe(): void {
  const noted = { painted: 0, grown: 0, blocked: 0 };
  Object.assign(window, { noted });
  const note = (list: PerformanceObserverEntryList) => {
    for (const entry of list.getEntries()) noted.blocked = Math.max(noted.blocked, entry.duration);
  };
  new PerformanceObserver(note).observe({ type: 'longtask', buffered: true });
  const now = () => performance.timeOrigin + performance.now();
  let shown = 0;
  new MutationObserver(() => {
    const changes = document.querySelectorAll('.comparison .change').length;
    if (changes === shown) return;
    shown = changes;
    noted.grown = now();
    if (noted.painted > 0) return;
    // A message sent within a frame is heard after it was painted.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        noted.painted ||= now();
      };
      port2.postMessage(null);
    });
  }).observe(document, { childList: true, subtree: true });
}

type Noted = { painted: number; grown: number; blocked: number };
const readNoted = (page: Page) => page.evaluate(() => ({ ...(window as unknown as { noted: Noted }).noted }));

/** What a reader does with a comparison; each step is given time to end. */
async function read(page: Page): Promise<void> {
  await page.evaluate(() => {
    (window as unknown as { noted: Noted }).noted.blocked = 0;
  });
  const rest = () => page.waitForTimeout(400);
  for (const name of ['next ›', 'Show all text', '‹ previous']) {
    // Where there is one change only, there is nothing to step through.
    const button = page.getByRole('button', { name });
    if ((await button.count()) === 0) continue;
    await button.click();
    await rest();
  }
  const views = page.locator('input[name=view]');
  for (let at = (await views.count()) - 1; at >= 0; at--) {
    await views.nth(at).check();
    await rest();
  }
  await page.keyboard.press('End');
  await rest();
}

async function runOnce(browser: Browser, host: PlainHost, { left, right }: Pair): Promise<Run> {
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript(observe);
  let arrived = 0;
  page.on('requestfinished', (request) => {
    if (!request.url().endsWith('versions.json.gz')) return;
    const { startTime, responseEnd } = request.timing();
    arrived = Math.max(arrived, startTime + responseEnd);
  });
  await page.goto(`${host.url}compare/?left=${left.name}&right=${right.name}`);
  await page.locator('.comparison[aria-busy=false]').waitFor({ state: 'attached' });
  await page.waitForTimeout(500);
  const loaded = await readNoted(page);
  await read(page);
  const { blocked } = await readNoted(page);
  await context.close();
  return {
    firstMs: loaded.painted - arrived,
    wholeMs: loaded.grown - arrived,
    loadingBlockedMs: loaded.blocked,
    readingBlockedMs: blocked,
  };
}

/** `210 / 240`: least and median. Zero where nothing took 50 ms, the least that Chromium tells. */
function describe(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const show = (value: number) => (value === 0 ? '<50' : value.toFixed(0));
  return `${show(sorted[0]!)} / ${show(sorted[sorted.length >> 1]!)}`;
}

await runMain(async () => {
  const { positionals } = readFlags(
    { allowPositionals: true },
    'node scripts/bench/compare-page.ts STORE.sqlite SITE',
  );
  const [file, site] = positionals;
  if (!file || !site) {
    throw new UserError(
      'a store and its built site are needed',
      'Usage: node scripts/bench/compare-page.ts STORE.sqlite SITE',
    );
  }
  const host = await servePlainly(resolve(site));
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumSwitches });
  try {
    const rows: string[][] = [];
    for (const pair of choosePairs(readVersions(file))) {
      const runs: Run[] = [];
      for (let run = 0; run < RUNS; run++) runs.push(await runOnce(browser, host, pair));
      rows.push([
        `${pair.what}: ${pair.left.name} (${pair.left.words} words), ${pair.right.name} (${pair.right.words})`,
        describe(runs.map((run) => run.firstMs)),
        describe(runs.map((run) => run.wholeMs)),
        describe(runs.map((run) => run.loadingBlockedMs)),
        describe(runs.map((run) => run.readingBlockedMs)),
      ]);
    }
    const head = ['pair', 'first ms', 'whole ms', 'blocked, loading', 'blocked, reading'];
    for (const line of formatTable([head, ...rows], [1, 2, 3, 4])) console.log(line);
    console.log(`Least / median of ${RUNS}; load of the machine ${loadavg()[0]!.toFixed(1)}.`);
  } finally {
    await browser.close();
    await host.close();
  }
});
