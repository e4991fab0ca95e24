import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { walkPages } from './support/page-kinds.ts';

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

describe.each([true, false])('with scripts: %s', (javaScriptEnabled) => {
  test('no kind of page has a finding, in light or in dark', { timeout: 600_000 }, async () => {
    // The engine is put into the page by the test: only so far is the page's own policy lifted.
    const findings = await walkPages(reader, { javaScriptEnabled, bypassCSP: true }, async (page) => {
      await page.emulateMedia({ colorScheme: 'light' });
      await page.evaluate(engine);
      const inLight = await runEngine(page, ALL);
      await page.emulateMedia({ colorScheme: 'dark' });
      const inDark = await runEngine(page, COLOURS);
      return [...inLight, ...inDark.map((finding) => `in dark: ${finding}`)];
    });
    expect(findings).toEqual([]);
  });
});
