import { expect, test } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';

/** Light and dark, by the system or by choice. */

const reader = readInChromium(fixtureSite);

test('colours follow the system until a reader chooses, and the choice stays', async () => {
  await reader.open('', { colorScheme: 'dark' }, async (page) => {
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await ground();
    await page.getByLabel('Colours').selectOption('light');
    expect(await ground()).not.toBe(dark);
    await page.reload();
    expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('light');
    await page.getByLabel('Colours').selectOption('system');
    expect(await ground()).toBe(dark);
  });
});
