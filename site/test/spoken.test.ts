import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { POLICY } from './support/page-kinds.ts';

/** Marks are spoken with a start and an end; what is copied, searched or read as text holds neither. */

const reader = readInChromium(fixtureSite);
const CHANGES = ['2000-01-15--2000-06-20', '2000-06-20--2001-02-04', '2001-02-04--2005-03-11'];
const WORDS = /added:|removed:|end of addition|end of removal/;

/** What a screen reader is given of the page's main part, in its order. */
async function hear(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  return nodes
    .filter(({ role, ignored }) => role?.value === 'StaticText' && !ignored)
    .map(({ name }) => name?.value ?? '')
    .join(' ');
}

const countOf = (text: string, words: string) => text.split(words).length - 1;

/** How many marks of a kind are on the page for the eye. */
const countMarks = (page: Page, tag: string) => page.locator(`main ${tag}:visible`).count();

describe.each(CHANGES)('%s', (change) => {
  test.each(['inline', 'side'])('every mark is spoken with its start and its end, view %s', async (view) => {
    const viewport = { width: 1200, height: 900 };
    await reader.open(`${POLICY}/${change}/?view=${view}`, { viewport }, async (page) => {
      const spoken = await hear(page);
      const [added, removed] = [await countMarks(page, 'ins'), await countMarks(page, 'del')];
      expect(added + removed).toBeGreaterThan(0);
      expect(countOf(spoken, 'added: ')).toBe(added);
      expect(countOf(spoken, ' end of addition')).toBe(added);
      expect(countOf(spoken, 'removed: ')).toBe(removed);
      expect(countOf(spoken, ' end of removal')).toBe(removed);
    });
  });

  test('what is copied holds the words alone', async () => {
    await reader.open(
      `${POLICY}/${change}/`,
      { permissions: ['clipboard-read', 'clipboard-write'] },
      async (page) => {
        await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('.changes')!));
        await page.keyboard.press('Control+c');
        const copied = await page.evaluate(() => navigator.clipboard.readText());
        expect(copied.length).toBeGreaterThan(100);
        expect(copied).not.toMatch(WORDS);
        expect(await page.locator('.changes').innerText()).not.toMatch(WORDS);
        const isFound = await page.evaluate(() =>
          (window as never as { find(text: string): boolean }).find('end of addition'),
        );
        expect(isFound).toBe(false);
      },
    );
  });
});

test('from one side of two, that side’s words alone are copied', async () => {
  const viewport = { width: 1200, height: 900 };
  await reader.open(`${POLICY}/2000-01-15--2000-06-20/?view=side`, { viewport }, async (page) => {
    const copied = (side: string) =>
      page.evaluate((name) => {
        getSelection()!.selectAllChildren(document.querySelector(`#change-1 .side-form .side-${name}`)!);
        return String(getSelection()).trim();
      }, side);
    expect(await copied('left')).toBe('Last updated January 3, 2000');
    expect(await copied('right')).toBe('Last updated June 1, 2000');
  });
});
