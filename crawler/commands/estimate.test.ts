import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { finishCrawl, openStore, startCrawl } from '../store/index.ts';
import { runHere } from '../test/in-process.ts';
import { groupDigits } from './output.ts';
import { formatSeconds } from './progress.ts';

const folder = mkdtempSync(join(tmpdir(), 'palimpsest-estimate-'));
const list = join(folder, 'domains.txt');
const store = join(folder, 'store.sqlite');

async function estimate(domainCount: number, ...options: string[]) {
  writeFileSync(list, Array.from({ length: domainCount }, (_, k) => `site-${k}.example`).join('\r\n'));
  const result = await runHere(['estimate', '--file', list, '--store', store, '--json', ...options]);
  expect(result.exitCode, result.stderr).toBe(0);
  return JSON.parse(result.stdout);
}

it.each([1_000, 10_000, 130_000])('reckons the time that the README says for %i domains', async (count) => {
  const [alone, shared] = [await estimate(count), await estimate(count, '--hosts', '8')];
  const cells = [alone.first, shared.first, alone.update].map(({ seconds }) => formatSeconds(seconds));
  const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
  expect(readme).toContain(`| ${[groupDigits(count), ...cells].join(' | ')} |`);
});

it('goes by what the store has measured of first crawls, and by the slower of the two limits', async () => {
  const opened = openStore(store);
  const program = 'test';
  for (let k = 0; k < 6; k += 1) {
    for (const [run, cdx, memento] of [
      [1, 4, k],
      [2, 2, 0],
    ] as const) {
      const now = `2026-01-0${run}T00:00:00Z`;
      const about = { domain: `measured-${k}.example`, archive: 'http://a.example', options: {}, program };
      const id = startCrawl(opened, { ...about, command: 'crawl', now });
      finishCrawl(opened, id, 'done', now, { cdx, memento, retries: 0, pauses: 0, receivedBytes: 0 });
    }
  }
  opened.close();
  const rates = ['--cdx-rate', '2', '--memento-rate', '0.5'];
  const { measuredDomains, perDomain, first, update } = await estimate(100, ...rates);
  expect([measuredDomains, perDomain]).toEqual([6, { cdx: 4, memento: 2.5 }]);
  expect(first).toEqual({ requests: { cdx: 400, memento: 250 }, seconds: 500, pace: 'captures' });
  expect(update).toEqual({ requests: { cdx: 230, memento: 0 }, seconds: 115, pace: 'index' });
});

it('refuses what makes no sense', async () => {
  for (const option of ['--hosts', '--cdx-rate'])
    expect((await runHere(['estimate', 'a.example', option, '0'])).exitCode).toBe(2);
});
