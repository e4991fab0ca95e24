import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { listPageKinds, walkPages } from './support/page-kinds.ts';

/** An accessibility engine over every kind of page: in both schemes, with scripts and without. */

const reader = readInChromium(fixtureSite);

const engine = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const ALL = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};
/** What the choice of colours can change. */
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

async function runEngine(page: Page, rules: typeof ALL): Promise<string[]> {
  const { violations } = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'], selectors: false })`,
  )) as AxeResults;
  return violations.map(
    ({ id, nodes }) => `${id}, ${nodes.length} times, first ${nodes[0]?.html.slice(0, 120)}`,
  );
}

/**
 * From now on documents come as a browser without scripts shows them. The engine is a script itself, so that scripts
 * cannot be turned off for it: they are taken out of the page, and what stands in for them is put in.
 */
async function takeScriptsOut(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.continue();
    const response = await route.fetch();
    const html = await response.text();
    const body = html.replace(/<script\b[^>]*>[^<]*<\/script>/g, '').replace(/<\/?noscript>/g, '');
    return route.fulfill({ response, body });
  });
  await page.reload();
}

describe.each([true, false])('with scripts: %s', (hasScripts) => {
  test('no kind of page has a finding, in light or in dark', { timeout: 300_000 }, async () => {
    const kinds = hasScripts ? listPageKinds() : listPageKinds().map(({ path }) => ({ path }));
    let isReady = hasScripts;
    const look = async (page: Page) => {
      if (!isReady) await takeScriptsOut(page);
      isReady = true;
      await page.emulateMedia({ colorScheme: 'light' });
      await page.evaluate(engine);
      const inLight = await runEngine(page, ALL);
      await page.emulateMedia({ colorScheme: 'dark' });
      const inDark = await runEngine(page, COLOURS);
      return [...inLight, ...inDark.map((finding) => `in dark: ${finding}`)];
    };
    // The engine is put into the page by the test: only so far is the page's own policy lifted.
    expect(await walkPages(reader, { bypassCSP: true }, look, kinds)).toEqual([]);
  });
});
