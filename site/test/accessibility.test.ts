import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { findRealSite, fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { listPageKinds, samplePageKinds, walkPages } from './support/page-kinds.ts';

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

/** Looks at every page in light with all rules, in dark with those of colours, in every width. */
function lookWith(hasScripts: boolean, widths: readonly number[]) {
  let isReady = hasScripts;
  return async (page: Page) => {
    if (!isReady) await takeScriptsOut(page);
    isReady = true;
    await page.evaluate(engine);
    const found: string[] = [];
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      for (const [colorScheme, rules] of [
        ['light', ALL],
        ['dark', COLOURS],
      ] as const) {
        await page.emulateMedia({ colorScheme });
        const findings = await runEngine(page, rules);
        found.push(...findings.map((finding) => `${width} px, ${colorScheme}: ${finding}`));
      }
    }
    return found;
  };
}

describe.each([true, false])('with scripts: %s', (hasScripts) => {
  test('no kind of page has a finding, in light or in dark', { timeout: 300_000 }, async () => {
    const kinds = hasScripts ? listPageKinds() : listPageKinds().map(({ path }) => ({ path }));
    // The engine is put into the page by the test: only so far is the page's own policy lifted.
    const found = await walkPages(reader, { bypassCSP: true }, lookWith(hasScripts, [1280]), kinds);
    expect(found).toEqual([]);
  });
});

const real = findRealSite();

describe.skipIf(!real)(`real policies${real ? '' : ' (skipped: no corpus is at hand)'}`, () => {
  const own = real ? readInChromium(real) : reader;

  test.each([true, false])(
    'every kind of page, the largest with them, has no finding in any width; scripts: %s',
    {
      timeout: 1_200_000,
    },
    async (hasScripts) => {
      const kinds = samplePageKinds(own.site).filter(({ path }) => path !== '404.html');
      const look = lookWith(hasScripts, [320, 375, 1440]);
      expect(await walkPages(own, { bypassCSP: true }, look, kinds)).toEqual([]);
    },
  );
});
