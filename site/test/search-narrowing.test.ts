import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';

/** Questions about words near each other, words that went or came, and choices that narrow a search. */

const reader = readInChromium(fixtureSite);

const status = (page: Page) => page.locator('search-clauses [role=status]');

async function countLine(page: Page): Promise<string> {
  const line = status(page).filter({ hasText: / clauses? of |^Nothing says/ });
  await line.waitFor();
  return line.innerText();
}

const search = (query: Record<string, string>, look: (page: Page, faults: string[]) => Promise<void>) =>
  reader.open(`search/?${new URLSearchParams(query)}`, {}, look);

const marks = (page: Page) => page.locator('.hits mark').allInnerTexts();

describe('what is asked for', () => {
  it('may be words near each other', async () => {
    await search({ q: 'telephone near/1 number' }, async (page, faults) => {
      expect(await countLine(page)).toContain('“telephone” near “number” (up to 1 word between)');
      expect(new Set(await marks(page))).toEqual(new Set(['telephone', 'number']));
      expect(faults).toEqual([]);
    });
    await search({ q: 'register near/2 stationery' }, async (page) => {
      await countLine(page);
      expect(await page.locator('.notes').innerText()).toMatch(
        /^No clause says “register” near “stationery”/,
      );
    });
  });

  it('is never refused: what was not understood is said', async () => {
    await search({ q: 'cookies NEAR in:nowhere "sign*' }, async (page, faults) => {
      await countLine(page);
      const notes = await page.locator('search-clauses .notes').innerText();
      expect(notes).toContain('“in:nowhere” was read as words');
      expect(notes).toContain('A quotation mark was not closed');
      expect(faults).toEqual([]);
    });
    await search({ q: '-- "" ()' }, async (page) => {
      await status(page).filter({ hasText: 'There is no word to look for.' }).waitFor();
    });
  });

  it('may be words that went, or that came', async () => {
    await search({ q: 'in:removed "no other cookies"' }, async (page) => {
      expect(await countLine(page)).toBe(
        '1 clause of 1 company, in 2 versions: “no other cookies”, where the newest version no longer says it',
      );
    });
    await search({ q: 'in:added "no other cookies"' }, async (page) => {
      await countLine(page);
      expect(await page.locator('.notes').innerText()).toMatch(/^No clause says/);
    });
    await search({ q: 'in:added "supervisory authority"' }, async (page) => {
      expect(await countLine(page)).toMatch(/^1 clause of 1 company, in 1 version/);
    });
  });
});

describe('choices', () => {
  const facet = (page: Page, title: string) =>
    page.locator('.facet', { has: page.getByRole('heading', { name: title, exact: true }) });

  it.each([
    ['Since then', 'state'],
    ['Marked', 'flag'],
    ['Length', 'length'],
    ['Topic', 'topic'],
    ['Seen in', 'from'],
  ])('of “%s” leave as many clauses as they say, and are in the address', async (title, parameter) => {
    await search({ q: 'we' }, async (page) => {
      await countLine(page);
      const choices = facet(page, title).locator('li');
      const offered = await choices.count();
      expect(offered).toBeGreaterThan(0);
      for (let at = 0; at < Math.min(3, offered); at++) {
        const count = Number(await choices.nth(at).locator('.count').innerText());
        await choices.nth(at).getByRole('link').click();
        await page.waitForURL((url) => url.searchParams.has(parameter));
        await status(page)
          .filter({ hasText: new RegExp(`^${count} clauses? of`) })
          .waitFor();
        await page.goBack();
        await choices.first().waitFor();
      }
    });
  });

  it('stay when other words are typed, and can be taken back', async () => {
    await search({ q: 'cookies', state: 'removed', flag: 'promise' }, async (page) => {
      await countLine(page);
      await page.getByLabel('Words').fill('we');
      await page.getByLabel('Words').press('Enter');
      await status(page).filter({ hasText: '“we”' }).waitFor();
      expect(new URL(page.url()).searchParams.get('state')).toBe('removed');
      expect(new URL(page.url()).searchParams.get('flag')).toBe('promise');
      await page.getByRole('link', { name: 'not only no longer said' }).click();
      await page.waitForURL((url) => !url.searchParams.has('state'));
    });
  });
});

describe('the order', () => {
  const spans = (page: Page) => page.locator('.hit-span').allInnerTexts();
  const yearOf = (span: string) => Number(/\d{4}/.exec(span)?.[0] ?? 9999);

  it('may be that of first seeing, undated texts last', async () => {
    await search({ q: 'we', sort: 'first-seen' }, async (page) => {
      await countLine(page);
      const years = (await spans(page)).map(yearOf);
      expect(years.length).toBeGreaterThan(3);
      expect(years).toEqual([...years].sort((left, right) => left - right));
      expect(years.at(-1)).toBe(9999);
    });
  });

  it('is at first that of who says it most, and says so', async () => {
    await search({ q: 'children' }, async (page) => {
      await countLine(page);
      // Two of this company's six clauses, of the other's more than thirty fewer for their number.
      expect(await page.locator('.hits h2').first().innerText()).toBe('quiet-harbour.example');
      expect(await page.locator('.order b').innerText()).toBe('who says it most');
    });
  });
});
