import { describe, expect, test } from 'vitest';
import { fixtureSite, fixtureSiteBelowBase } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { POLICY } from './support/page-kinds.ts';

/** Addresses without a page: at the root of a host, and below a base path. */

describe.each([
  ['at the root', fixtureSite],
  ['below a base path', fixtureSiteBelowBase],
])('%s', (_, site) => {
  const reader = readInChromium(site);

  test.each([
    [
      'nearest versions of a day',
      `${POLICY}/2003-01-01/`,
      'lantern.example is here',
      ['2001-02-04', '2005-03-11'],
    ],
    [
      'both sides of a change',
      `${POLICY}/2000-06-20..2005-03-12/`,
      'Nearest versions',
      ['2000-06-20', '2005-03-12'],
    ],
    ['the policy where none is named', 'lantern.example/2005-03-11', 'Nearest versions', ['2005-03-11']],
    ['the policies of a company', 'lantern.example/privasy/', 'It has:', ['Privacy policy']],
    [
      'companies of that name',
      'lantern.com/',
      'No company here is called lantern.com. Nearest:',
      ['lantern.example'],
    ],
    ['nothing where nothing is near', 'zzz.example/', 'It may not have been crawled.', []],
  ])('an address without a page is told %s', async (_what, path, sentence, links) => {
    await reader.open('', {}, async (page) => {
      const answer = await page.goto(reader.url + path);
      expect(answer?.status()).toBe(404);
      const help = page.locator('address-help');
      await help.getByText(sentence).waitFor();
      const found = await help
        .locator('a')
        .evaluateAll((all) => all.map((one) => [one.textContent, (one as HTMLAnchorElement).href] as const));
      expect(found.map(([words]) => words)).toEqual(expect.arrayContaining(links));
      for (const [, href] of found) expect((await page.request.get(href)).status(), href).toBe(200);
    });
  });

  test('it keeps the style and the menu of the site however deep the address', async () => {
    await reader.open('', {}, async (page, faults) => {
      faults.length = 0;
      await page.goto(`${reader.url}${POLICY}/no/such/page/at/all/`);
      expect(await page.locator('nav[aria-label=Site] a').count()).toBeGreaterThan(3);
      expect(
        await page.locator('main').evaluate((main) => getComputedStyle(main.parentElement!).fontFamily),
      ).not.toBe('');
      expect(faults.filter((fault) => !fault.includes('404'))).toEqual([]);
    });
  });
});
