import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { demoSite } from './support/built-site.ts';
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
      const pair = page.locator('.change', { hasText: /cookie/i }).first();
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
      await page.getByLabel('Companies').selectOption('constant');
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
});
