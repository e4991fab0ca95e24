import { describe, expect, test } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { POLICY } from './support/page-kinds.ts';

/** The views of a change, with scripts and without. */

const reader = readInChromium(fixtureSite);

describe.each([true, false])('with scripts: %s', (javaScriptEnabled) => {
  test('the views of a change can be chosen', async () => {
    const viewport = { width: 1200, height: 800 };
    await reader.open(`${POLICY}/2000-01-15--2000-06-20/`, { javaScriptEnabled, viewport }, async (page) => {
      expect(await page.locator('.inline-form').first().isVisible()).toBe(true);
      await page.getByLabel('Side by side').check();
      expect(await page.locator('.side-form').first().isVisible()).toBe(true);
      expect(await page.locator('.inline-form').first().isVisible()).toBe(false);
      await page.getByLabel('Sentences').check();
      expect(await page.locator('.sentence').first().isVisible()).toBe(true);
      expect(await page.locator(':is(.inline-form, .side-form, .kept):visible').count()).toBe(0);
      // A clause that came or went is its own sentence: head and text.
      expect(await page.locator('.is-added ins').first().isVisible()).toBe(true);
    });
  });
});
