import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumSwitches, findChromium } from '../../scripts/chromium.ts';
import { type SiteServer, serveSite } from '../../scripts/serve-site.ts';
import { type BuiltSite, buildFixtureSite } from './built-site.ts';

/** An accessibility engine over every kind of page, in both schemes, and what no engine sees: contrast of all tokens. */

let site: BuiltSite;
let server: SiteServer;
let browser: Browser;

const POLICY = 'lantern.example/privacy';
const PAGES = [
  '',
  'companies/',
  'topics/',
  'topics/cookies/',
  'lantern.example/',
  `${POLICY}/`,
  `${POLICY}/2018-06-01/`,
  `${POLICY}/2000-06-20--2001-02-04/`,
  `${POLICY}/2005-03-12--2018-06-01/`,
  `${POLICY}/clauses/`,
  `${POLICY}/at/2001-01-01/`,
  `compare/?left=${POLICY}@2001-02-04&right=quiet-harbour.example/privacy@undated`,
  'search/?q=cook*',
  'data/',
  'about/',
  '404.html',
];

beforeAll(async () => {
  site = await buildFixtureSite();
  server = await serveSite({ folder: site.folder, port: 0 });
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumSwitches });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  site?.remove();
});

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const RUN = `axe.run(document, { runOnly: ${JSON.stringify(TAGS)} })`;

const engine = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('no kind of page has a finding', async () => {
    // The engine is put into the page by the test: only so far is the page's own policy lifted.
    const context = await browser.newContext({ colorScheme, bypassCSP: true });
    const page = await context.newPage();
    const findings: string[] = [];
    for (const path of PAGES) {
      await page.goto(server.url + path, { waitUntil: 'load' });
      if (path.startsWith('compare')) await page.locator('.change').first().waitFor();
      if (path.startsWith('search')) await page.locator('.facets li').first().waitFor();
      await page.evaluate(engine);
      const { violations } = (await page.evaluate(RUN)) as AxeResults;
      findings.push(...violations.map((one) => `/${path}: ${one.id}, ${one.nodes[0]?.html.slice(0, 100)}`));
    }
    await context.close();
    expect(findings).toEqual([]);
  });

  test('every pair of tokens that meets on a page has its contrast', async () => {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    await page.goto(server.url);
    const token = (name: string) =>
      page.evaluate((own) => getComputedStyle(document.documentElement).getPropertyValue(own), `--${name}`);
    const pairs: [string, string, number][] = [
      ...['ink', 'muted', 'link', 'visited'].flatMap((text): [string, string, number][] => [
        [text, 'paper', 4.5],
        [text, 'panel', 4.5],
      ]),
      ['added-ink', 'added-ground', 4.5],
      ['removed-ink', 'removed-ground', 4.5],
      ['warning-ink', 'warning-ground', 4.5],
      ['ink', 'moved-ground', 4.5],
      ...['added-line', 'removed-line', 'moved-line', 'hatch', 'edge', 'focus', 'bar'].map(
        (line): [string, string, number] => [line, 'paper', 3],
      ),
      ['added-line', 'added-ground', 3],
      ['removed-line', 'removed-ground', 3],
    ];
    for (const [front, ground, least] of pairs) {
      expect(contrast(await token(front), await token(ground)), `${front} on ${ground}`).toBeGreaterThan(
        least,
      );
    }
    await context.close();
  });
});

test('marks of added, removed and moved differ without colour', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.url}${POLICY}/2000-06-20--2001-02-04/`);
  const lines = await page.evaluate(() => {
    const line = (tag: string) => {
      const element = document.createElement(tag);
      document.querySelector('.changes')!.append(element);
      return getComputedStyle(element).textDecorationLine;
    };
    return [line('ins'), line('del')];
  });
  expect(lines).toEqual(['underline', 'line-through']);
  const heads = await page.locator('.change-head').allInnerTexts();
  expect(heads.some((head) => head.includes('new clause'))).toBe(true);
  expect(heads.some((head) => head.includes('moved from'))).toBe(true);
  await context.close();
});

/** Relative luminance of a colour written `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.trim().slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(front: string, ground: string): number {
  const [light, dark] = [luminance(front), luminance(ground)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}
