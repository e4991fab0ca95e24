import { describe, expect, test } from 'vitest';
import { demoSite, fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { POLICY } from './support/page-kinds.ts';
import { PARLOR, readingTasks } from './support/reading-tasks.ts';

/** What is read without scripts, by links alone. */

const reader = readInChromium(fixtureSite);
const demo = readInChromium(demoSite);

describe('on the demo collection', () => {
  test.each(readingTasks(PARLOR))('$who', ({ does }) => does(demo, { javaScriptEnabled: false }));
});

describe('reading without scripts', () => {
  test('from home to the words of a change by links alone, in three steps', async () => {
    await reader.open('', { javaScriptEnabled: false }, async (page) => {
      await page.locator('.strip-row a', { hasText: 'lantern.example' }).click();
      await page
        .locator('.entry:has(.entry-day:text-is("2000-06-20"))')
        .getByRole('link', { name: 'See change' })
        .first()
        .click();
      expect(new URL(page.url()).pathname).toBe(`/${POLICY}/2000-01-15--2000-06-20/`);
      expect(await page.locator('ins').first().isVisible()).toBe(true);
    });
  });

  test('the compare page says what it needs and leads to what works', async () => {
    await reader.open('compare/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('noscript').innerText()).toContain('needs scripts');
      await page.getByRole('link', { name: 'lantern.example' }).click();
      expect(await page.locator('h1').innerText()).toContain('lantern.example');
    });
  });
});
