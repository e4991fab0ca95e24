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

test('the map of a long change leads to each section, and filters leave what is wanted', async () => {
  const viewport = { width: 1440, height: 900 };
  await reader.open(`${POLICY}/2005-03-12--2018-06-01/?view=inline`, { viewport }, async (page, faults) => {
    const all = await page.locator('.change').count();
    const map = page.locator('.change-map');
    for (const link of await map.locator('li a').all()) {
      const target = await link.getAttribute('href');
      await link.click();
      await page.waitForURL((url) => url.hash === target);
      await page.locator(`.change-map a[aria-current][href="${target}"]`).waitFor();
    }
    await map.getByLabel('Kind').selectOption({ index: 1 });
    const countShown = () => page.locator('.change:visible').count();
    await expect.poll(countShown).toBeLessThan(all);
    const shown = await countShown();
    expect(shown).toBeGreaterThan(0);
    await expect
      .poll(() => map.locator('[role=status]').innerText())
      .toBe(`${shown} of ${all} changes shown`);
    // The address keeps what was chosen.
    await page.reload();
    await expect.poll(countShown).toBe(shown);
    expect(faults).toEqual([]);
  });
});

test('bars of a strip are told in words, go from one to the next by arrow keys, and open', async () => {
  await reader.open(`${POLICY}/?quiet=1`, {}, async (page, faults) => {
    const bars = page.locator('.strip-links a');
    const says = page.locator('.strip-says');
    await bars.last().focus();
    expect(await says.innerText()).toContain('1 Jun 2018, rewrite: ');
    await page.keyboard.press('Home');
    expect(await says.innerText()).toMatch(/, first seen$/);
    await page.keyboard.press('ArrowRight');
    const address = await bars.nth(1).getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${address}*`);
    expect(faults).toEqual([]);
  });
  await reader.open(`${POLICY}/`, { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('.strip-links a title').last().textContent()).toContain(
      '1 Jun 2018, rewrite: ',
    );
  });
});

test.each([true, false])(
  'sentences are shaded by age where that is asked for; scripts: %s',
  async (javaScriptEnabled) => {
    await reader.open(`${POLICY}/2018-06-01/`, { javaScriptEnabled }, async (page) => {
      const ground = () =>
        page
          .locator('.policy-text')
          .evaluate((text) =>
            [...text.querySelectorAll('.s, p, li')].map((one) => getComputedStyle(one).backgroundColor),
          );
      expect(new Set(await ground()).size).toBe(1);
      await page.getByLabel('shaded by age').check();
      const isOneAge =
        new Set(
          await page.locator('.policy-text .note').evaluateAll((all) => all.map((one) => one.className)),
        ).size === 1;
      expect(new Set(await ground()).size === 1).toBe(isOneAge);
    });
  },
);
