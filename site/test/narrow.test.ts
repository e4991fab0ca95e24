import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { walkPages } from './support/page-kinds.ts';

/** Little room: small screens, enlarged text, wider spacing. Nothing is lost, and no page moves sideways. */

const reader = readInChromium(fixtureSite);

/** What reaches beyond the page's width, outside the boxes that scroll on their own. */
function findWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest('.table'),
    );
    const names = wide.slice(0, 3).map((one) => one.outerHTML.slice(0, 100));
    return [`${document.documentElement.scrollWidth} pixels wide, for ${names.join(' and ')}`];
  });
}

/** Boxes whose text is cut off: it does not fit, and cannot be scrolled to. */
function findCut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    // What is for the ear alone is cut off for the eye on purpose.
    const isHidden = (one: Element) => getComputedStyle(one).clipPath !== 'none';
    const cut = [...document.querySelectorAll('body *')].filter((one) => {
      if (one.closest('svg') || isHidden(one) || one.closest('.spoken')) return false;
      const { overflowX, overflowY } = getComputedStyle(one);
      const across = overflowX === 'hidden' && one.scrollWidth > one.clientWidth + 1;
      const down = overflowY === 'hidden' && one.scrollHeight > one.clientHeight + 1;
      return across || down;
    });
    return cut.map((one) => `cut off: ${one.outerHTML.slice(0, 100)}`);
  });
}

const SMALL = { viewport: { width: 320, height: 640 } };

describe.each([true, false])('with scripts: %s', (javaScriptEnabled) => {
  test('at 320 pixels no page moves sideways, and nothing is cut off', async () => {
    const look = async (page: Page) => [...(await findWide(page)), ...(await findCut(page))];
    expect(await walkPages(reader, { ...SMALL, javaScriptEnabled }, look)).toEqual([]);
  });
});

/** Twice the size on a screen of 1280 pixels leaves room for 640; spacing is that of WCAG 2.2, 1.4.12. */
const settings: readonly (readonly [name: string, width: number, style: string])[] = [
  ['at twice its size', 640, 'html { font-size: 200% }'],
  [
    'spaced widely',
    375,
    `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
    p { margin-bottom: 2em !important }`,
  ],
];

test.each(settings)('text %s stays whole', { timeout: 120_000 }, async (_name, width, style) => {
  const findings = await walkPages(reader, { viewport: { width, height: 800 } }, async (page) => {
    await page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      document.adoptedStyleSheets = [sheet];
    }, style);
    return [...(await findWide(page)), ...(await findCut(page))];
  });
  expect(findings).toEqual([]);
});

test('the longest words and hashes are broken', async () => {
  const longest = 'long'.repeat(60);
  await reader.open('hostile.example/privacy/2003-04-05/', SMALL, async (page) => {
    for (const text of [longest, /^[0-9a-f]{64}$/]) {
      const element = page.locator('main').getByText(text).last();
      const box = (await element.boundingBox())!;
      const lineHeight = await element.evaluate((one) => Number.parseFloat(getComputedStyle(one).fontSize));
      expect(box.x + box.width).toBeLessThanOrEqual(320);
      expect(box.height).toBeGreaterThan(2 * lineHeight);
    }
  });
});

test('what is operated is large enough to be hit', async () => {
  const findings = await walkPages(reader, SMALL, (page) =>
    page.evaluate(() => {
      const targets = document.querySelectorAll<HTMLElement>('button, select, input, summary');
      const small = [...targets].filter((one) => {
        if (!one.checkVisibility()) return false;
        // A label is hit for its input.
        const boxes = [one, one.closest('label') ?? one].map((part) => part.getBoundingClientRect());
        return !boxes.some(({ width, height }) => width >= 24 && height >= 24);
      });
      return small.map((one) => `smaller than 24 pixels: ${one.outerHTML.slice(0, 100)}`);
    }),
  );
  expect(findings).toEqual([]);
});
