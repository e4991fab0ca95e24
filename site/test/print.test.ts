import { describe, expect, test } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { POLICY, walkPages } from './support/page-kinds.ts';

/** Pages on paper. */

const reader = readInChromium(fixtureSite);
const CHANGE = `${POLICY}/2000-01-15--2000-06-20/`;

test('nothing that is operated is printed, and text is black on white', async () => {
  const findings = await walkPages(reader, { colorScheme: 'dark' }, async (page) => {
    await page.emulateMedia({ media: 'print' });
    return page.evaluate(() => {
      const operated = document.querySelectorAll<HTMLElement>(
        'button, select, input, form, .bar, .crumbs, .skip, .stepper, .switch, .steps, .keys',
      );
      const shown = [...operated].filter((one) => one.checkVisibility());
      const { backgroundColor } = getComputedStyle(document.documentElement);
      const { color } = getComputedStyle(document.querySelector('main p') ?? document.body);
      return [
        ...shown.map((one) => `printed: ${one.outerHTML.slice(0, 80)}`),
        ...(backgroundColor === 'rgb(255, 255, 255)' ? [] : [`on ${backgroundColor}`]),
        ...(color === 'rgb(0, 0, 0)' || color === 'rgb(51, 51, 51)' ? [] : [`text in ${color}`]),
      ];
    });
  });
  expect(findings).toEqual([]);
});

describe('a version', () => {
  test('is printed with its facts, its source and where its links lead', async () => {
    await reader.open(`${POLICY}/2000-06-20/`, {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      for (const part of ['.facts', '.policy-text', '.source']) {
        expect(await page.locator(part).first().isVisible(), part).toBe(true);
      }
      const after = await page
        .locator('.policy-text a[href^="http"]')
        .first()
        .evaluate((link) => getComputedStyle(link, '::after').content);
      expect(after).toContain('http://www.lantern.example/help/');
      const size = await page.locator('.policy-text').evaluate((text) => getComputedStyle(text).fontSize);
      // 11 points of 96 pixels an inch.
      expect(Number.parseFloat(size)).toBeCloseTo((11 * 96) / 72, 1);
    });
  });
});

describe('a change', () => {
  test('is printed with signs around what was added and removed', async () => {
    await reader.open(CHANGE, {}, async (page) => {
      await page.emulateMedia({ media: 'print' });
      const marks = await page.evaluate(() =>
        ['ins', 'del'].flatMap((tag) => {
          const element = document.querySelector(`.change ${tag}`)!;
          return ['::before', '::after'].map((part) => {
            const { content, position, textDecorationLine } = getComputedStyle(element, part);
            return { content, isSeen: position === 'static', textDecorationLine };
          });
        }),
      );
      expect(marks.map(({ content }) => content)).toEqual(['"[+"', '"+]"', '"[−"', '"−]"']);
      expect(marks.every(({ isSeen }) => isSeen)).toBe(true);
    });
  });

  test('unfolds what was kept only if all text was asked for', async () => {
    await reader.open(CHANGE, {}, async (page) => {
      const isKeptShown = () => page.locator('.kept-text').first().isVisible();
      await page.emulateMedia({ media: 'print' });
      expect(await isKeptShown()).toBe(false);
      await page.emulateMedia({ media: 'screen' });
      await page.getByRole('button', { name: 'Show all text' }).click();
      await page.emulateMedia({ media: 'print' });
      expect(await isKeptShown()).toBe(true);
    });
  });

  test('makes pages of paper', async () => {
    await reader.open(CHANGE, {}, async (page) => {
      const paper = await page.pdf({ format: 'A4' });
      expect(paper.subarray(0, 5).toString('latin1')).toBe('%PDF-');
    });
  });
});
