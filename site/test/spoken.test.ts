import { expect, test } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';
import { POLICY } from './support/page-kinds.ts';

/** Marks of changes as they are spoken and copied. */

const reader = readInChromium(fixtureSite);

test('marks are spoken with start and end, and copied without them', async () => {
  await reader.open(`${POLICY}/2000-01-15--2000-06-20/`, {}, async (page) => {
    const spoken = await page.evaluate(() => {
      const content = (selector: string, part: string) =>
        getComputedStyle(document.querySelector(`.inline-form ${selector}`)!, part).content;
      return [
        content('ins', '::before'),
        content('ins', '::after'),
        content('del', '::before'),
        content('del', '::after'),
      ];
    });
    expect(spoken).toEqual(['" added: "', '" end of addition "', '" removed: "', '" end of removal "']);
    const copied = await page.evaluate(() => {
      getSelection()!.selectAllChildren(document.querySelector('.changes')!);
      return String(getSelection());
    });
    expect(copied).not.toMatch(/added:|end of addition/);
  });
});
