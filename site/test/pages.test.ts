import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { listPageKinds, listRoutes, routeOf, walkPages } from './support/page-kinds.ts';

/** Every kind of page of the built site in a real Chromium, served under its strict policy. */

const reader = readInChromium(fixtureSite);

test('every route has a page that the tests look at', () => {
  const seen = new Set(listPageKinds().map(({ path }) => routeOf(path)));
  const unseen = listRoutes().filter(({ route }) => !seen.has(route));
  expect(unseen, 'add an example to site/test/support/page-kinds.ts').toEqual([]);
});

describe.each([true, false])('with scripts: %s', (javaScriptEnabled) => {
  test('every kind of page holds its content, asks nobody else, and keeps its policy', async () => {
    const findings = await walkPages(reader, { javaScriptEnabled }, async (page, faults) => {
      const heads = await page.locator('h1').count();
      const { length } = await page.locator('main').innerText();
      return [
        ...faults,
        ...(heads === 1 ? [] : [`${heads} headings of the first rank`]),
        ...(length > 60 ? [] : [`only ${length} characters in the main part`]),
      ];
    });
    expect(findings).toEqual([]);
  });
});

test('pages of invented companies say so', () => {
  const { pages, read } = reader.site;
  for (const file of pages.filter((one) => one.includes('.example/'))) {
    expect(load(read(file))('.invented').text(), file).toBe('Invented company, for demonstration');
  }
});
