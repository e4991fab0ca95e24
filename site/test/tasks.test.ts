import { readFileSync } from 'node:fs';
import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../crawler/store/open.ts';
import { FAST, serveDemo } from '../../crawler/test/demo-archive.ts';
import { runCli } from '../../crawler/test/run-cli.ts';
import { serveSite } from '../../scripts/serve-site.ts';
import { buildOnce, demoSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { Hand } from './support/hand.ts';
import { askAnyDay, readingTasks } from './support/reading-tasks.ts';

/** What people come for, done on the demo collection in as few clicks as are promised. Without scripts: see there. */

const reader = readInChromium(demoSite);

describe('done by', () => {
  test.each([...readingTasks, askAnyDay])('$who', ({ does }) => does(reader, {}));

  test('comparer: two companies’ texts beside each other, in 2 clicks from the compare page', async () => {
    await reader.open('compare/', {}, async (page) => {
      const hand = new Hand();
      await page.locator('select[name=left-policy]').selectOption('parlor.example/privacy');
      await page.locator('select[name=right-policy]').selectOption('pocketdiary.example/privacy');
      await hand.click(page.getByRole('button', { name: 'Compare', exact: true }));
      await page.locator('.comparison .change').first().waitFor();
      // Both texts: clauses of one of them alone are folded, and may come first.
      const sides = page.locator('.both-forms:has(> .side-left):has(> .side-right)', { hasText: /cookie/i });
      const pair = page.locator('#topic-cookies .change', { has: sides }).first();
      await pair.waitFor();
      expect(hand.clicks).toBeLessThanOrEqual(2);
      expect(await page.locator('.comparison').innerText()).toContain(
        'Likeness of wording says nothing about who copied',
      );
    });
  });

  test('researcher of many: the share of companies with a phrase, among those seen throughout, as CSV, in 1 form', async () => {
    await reader.open('', {}, async (page) => {
      const hand = new Hand();
      await hand.click(page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Trends' }));
      await page.getByLabel('Phrases').fill('legitimate interest, cookie*');
      await page.locator('select[name=panel]').selectOption('constant');
      await hand.click(page.getByRole('button', { name: 'Draw chart' }));
      await page.locator('.trend-answer svg').first().waitFor({ state: 'attached' });
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        hand.click(page.getByRole('button', { name: 'numbers as CSV' })),
      ]);
      expect(hand.clicks).toBe(3);
      const rows = readFileSync(await download.path(), 'utf8')
        .trimEnd()
        .split('\r\n');
      expect(rows.length).toBeGreaterThan(20);
      expect(rows.some((row) => row.includes('legitimate interest'))).toBe(true);
      const { searchParams } = new URL(page.url());
      expect([searchParams.get('q'), searchParams.get('panel')]).toEqual([
        'legitimate interest, cookie*',
        'constant',
      ]);
    });
  });

  test('crawler user: three commands, which an empty site names, then the same pages', {
    timeout: 120_000,
  }, async () => {
    const empty = await buildOnce('empty-site', async (store) => {
      openStore(store).close();
    });
    const commands = load(empty.read('index.html'))('main pre').text().trim().split('\n');
    expect(commands).toEqual([
      'npx palimpsest crawl example.com',
      'npm run site:build',
      'npm run site:serve',
    ]);
    const domain = 'parlor.example';
    const own = await buildOnce('own-crawl', async (store) => {
      const { server } = await serveDemo();
      const where = ['--store', store, '--archive', server.origin];
      const { exitCode, stderr } = await runCli(['crawl', domain, ...where, ...FAST, '--quiet']);
      await server.close();
      expect(exitCode, stderr).toBe(0);
    });
    const served = await serveSite({ folder: own.folder, port: 0 });
    try {
      const path = `${domain}/privacy/2001-08-07/`;
      const answer = await fetch(served.url + path);
      const text = (html: string) => load(html)('.policy-text').text();
      expect(text(await answer.text())).toBe(text(reader.site.read(`${path}index.html`)));
    } finally {
      await served.close();
    }
  });
});
