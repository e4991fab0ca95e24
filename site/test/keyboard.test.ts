import { describe, expect, test } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { tabThrough } from './support/keyboard.ts';
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

const PAIR = `compare/?left=${POLICY}@2000-01-15&right=${POLICY}@2001-02-04`;

describe('every control is reached with Tab, its focus seen and never covered', () => {
  const pages: readonly (readonly [name: string, path: string, ready: string])[] = [
    ['version', `${POLICY}/2001-02-04/`, '.policy-text'],
    ['change', `${POLICY}/2000-06-20--2001-02-04/`, '.stepper button'],
    ['compare', PAIR, '.comparison .change'],
    ['search', 'search/?q=cook*', '.facets li'],
  ];
  test.each(pages)('%s', { timeout: 120_000 }, async (_name, path, ready) => {
    // Without smooth scrolling a control is where it will stay.
    const options = { viewport: { width: 1200, height: 700 }, reducedMotion: 'reduce' } as const;
    await reader.open(path, options, async (page) => {
      await page.locator(ready).first().waitFor();
      expect(await tabThrough(page)).toEqual([]);
    });
  });
});

describe('every kind of control is operated', () => {
  test('on a version: skip link, contents, folds, copying', async () => {
    await reader.open(`${POLICY}/2001-02-04/`, { permissions: ['clipboard-write'] }, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('_main');
      const contents = page.locator('.contents summary');
      await contents.press('Enter');
      expect(await page.locator('.contents ul').isVisible()).toBe(false);
      await contents.press('Enter');
      await page.locator('.contents a').nth(1).press('Enter');
      expect(new URL(page.url()).hash).not.toBe('');
      await page.locator('.cite copy-text button').first().press('Enter');
      await page.locator('.cite [role=status]', { hasText: 'Copied.' }).waitFor();
    });
  });

  test('on a change: views, steps, folds', async () => {
    await reader.open(
      `${POLICY}/2000-01-15--2000-06-20/`,
      { viewport: { width: 1200, height: 800 } },
      async (page) => {
        await page.getByLabel('Inline').press('ArrowRight');
        expect(await page.getByLabel('Side by side').isChecked()).toBe(true);
        expect(new URL(page.url()).searchParams.get('view')).toBe('side');
        await page.getByRole('button', { name: 'next ›' }).press('Enter');
        await page.getByRole('button', { name: 'next ›' }).press('Space');
        expect(await page.locator('.stepper [role=status]').innerText()).toMatch(/^change 2 of/);
        const head = page.locator('#change-2 .change-head');
        expect(await head.evaluate((one) => one === document.activeElement)).toBe(true);
        const isCovered = await page.evaluate(() => {
          const bar = document.querySelector('.stepper')!.getBoundingClientRect();
          return document.activeElement!.getBoundingClientRect().top < bar.bottom;
        });
        expect(isCovered).toBe(false);
        await page.locator('details.kept summary').first().press('Enter');
        expect(await page.locator('.kept-text').first().isVisible()).toBe(true);
      },
    );
  });

  test('on compare: choosing versions, comparing, stepping into folds, swapping', async () => {
    await reader.open('compare/', {}, async (page) => {
      const policy = page.locator('select[name=left-policy]');
      await policy.focus();
      await page.keyboard.type('lantern');
      expect(await policy.inputValue()).toBe(POLICY);
      await page.locator('select[name=right-policy]').focus();
      await page.keyboard.type('quiet');
      await page.getByRole('button', { name: 'Compare', exact: true }).press('Enter');
      await page.locator('.comparison .change').first().waitFor();
      const fold = page.locator('.comparison details.kept', { has: page.locator('#change-1') });
      await fold.locator('summary').press('Enter');
      expect(await page.locator('#change-1').isVisible()).toBe(false);
      await page.getByRole('button', { name: 'next ›' }).press('Enter');
      const head = page.locator('#change-1 .change-head');
      expect(await head.evaluate((one) => one === document.activeElement)).toBe(true);
      expect(await head.isVisible()).toBe(true);
      const heading = () => page.locator('.comparison > h2').innerText();
      const first = await heading();
      await page.getByRole('button', { name: 'Swap sides' }).press('Enter');
      await expect.poll(heading).not.toBe(first);
    });
  });

  test('on search: asking, narrowing, saving', async () => {
    await reader.open('search/', {}, async (page) => {
      await page.getByLabel('Words').focus();
      await page.keyboard.type('cookies');
      await page.keyboard.press('Enter');
      await page.locator('.hit').first().waitFor();
      await page.getByLabel('Company').focus();
      await page.keyboard.type('lantern');
      await page.getByRole('button', { name: 'Search texts' }).press('Enter');
      await page.waitForURL(/company=lantern\.example/);
      await expect.poll(() => page.locator('.hits h2').allInnerTexts()).toEqual(['lantern.example']);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save as CSV' }).press('Enter'),
      ]);
      expect(download.suggestedFilename()).toMatch(/\.csv$/);
    });
  });
});
