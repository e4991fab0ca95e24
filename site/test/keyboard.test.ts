import { expect, test } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { POLICY } from './support/page-kinds.ts';

/** The pages operated by keyboard. */

const reader = readInChromium(fixtureSite);

test('single keys stand for controls, never while typing, and can be turned off', async () => {
  await reader.open(`${POLICY}/2000-01-15--2000-06-20/`, {}, async (page) => {
    const change = () => page.locator('.stepper [role=status]').innerText();
    await page.keyboard.press('n');
    expect(await change()).toMatch(/^change 1 of/);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('change-head');
    await page.keyboard.press('?');
    await page.getByLabel('Single keys are on').uncheck();
    await page.keyboard.press('n');
    expect(await change()).toMatch(/^change 1 of/);
    await page.reload();
    await page.keyboard.press('u');
    expect(new URL(page.url()).pathname).toContain('--');
  });
  await reader.open('companies/', {}, async (page) => {
    await page.keyboard.press('/');
    await page.keyboard.type('u/n');
    expect(await page.getByRole('main').getByRole('searchbox').inputValue()).toBe('u/n');
  });
});
