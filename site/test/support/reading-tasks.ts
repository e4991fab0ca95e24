import type { BrowserContextOptions } from 'playwright-core';
import { expect } from 'vitest';
import type { Reader } from './chromium.ts';
import { Hand } from './hand.ts';

/** What people come for, done on the demo collection by links alone, in as few clicks as are promised. */
export interface ReadingTask {
  readonly who: string;
  readonly does: (reader: Reader, options: BrowserContextOptions) => Promise<void>;
}

const PARLOR = 'parlor.example/privacy';

/** Home, company, clause history: what it said on a subject, since when, and what before. */
const followClause: ReadingTask = {
  who: 'researcher: what one company said on advertising, since when, and what before, in 3 clicks',
  does: (reader, options) =>
    reader.open('', options, async (page) => {
      const hand = new Hand();
      const main = page.getByRole('main');
      await hand.click(main.getByRole('link', { name: 'parlor.example', exact: true }).first());
      await hand.click(main.getByRole('link', { name: 'Every clause through time' }));
      await hand.click(
        main
          .getByRole('row', { name: /^\[The banners .* under Third Party Advertising 8 Aug 1999 / })
          .getByRole('link')
          .last(),
      );
      expect(hand.clicks).toBe(3);
      expect(await main.locator('.lead').innerText()).toMatch(
        /^First seen 8 Aug 1999\. Last seen 21 May 2006/,
      );
      const states = main.locator('.wordings > li:not(.is-absent)');
      expect(await states.count()).toBeGreaterThan(2);
      for (const state of await states.all()) {
        expect(await state.locator('.entry-head').innerText()).toMatch(
          /\d{4}-\d\d-\d\d\s*seen \d+ \w+ \d{4}/,
        );
        expect((await state.locator('.wording').innerText()).length).toBeGreaterThan(40);
      }
      expect(await main.locator('.wordings :is(ins, del)').first().isVisible()).toBe(true);
    }),
};

/** What it said on a day, how sure that is, and the proof. */
const askDay = (day: string, words: string): ReadingTask => ({
  who: `lawyer: what it said on ${day}, how sure that is, and the proof, in 1 click each`,
  does: async (reader, options) => {
    for (const [link, target] of [
      ['cite it', '#_cite'],
      ['its source', '#_source'],
    ] as const) {
      await reader.open(`${PARLOR}/at/${day}/`, options, async (page) => {
        const main = page.getByRole('main');
        await main.getByText(words, { exact: true }).waitFor();
        expect(await main.locator('h1').innerText()).toBe(
          `Privacy policy of parlor.example on ${dayWords(day)}`,
        );
        expect(await main.innerText()).toContain('Certainty: seen before and after.');
        await main.getByRole('link', { name: link }).click();
        await page.waitForURL((url) => url.hash === target);
        const section = page.locator(`section:has(> ${target})`);
        expect(await section.innerText()).toMatch(/sha-256\s+[0-9a-f]{64}/);
        expect(await section.isVisible()).toBe(true);
      });
    }
  },
});

const dayWords = (day: string) =>
  new Date(day).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

const readTopic: ReadingTask = {
  who: 'comparer: what two companies say on cookies, in 2 clicks',
  does: (reader, options) =>
    reader.open('', options, async (page) => {
      const hand = new Hand();
      await hand.click(page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Topics' }));
      await hand.click(page.getByRole('main').getByRole('link', { name: 'Cookies', exact: true }).first());
      expect(hand.clicks).toBe(2);
      for (const domain of ['parlor.example', 'pocketdiary.example']) {
        // A policy in another language has a row of its own.
        const row = page.getByRole('row', { name: new RegExp(`^${domain} \\d`) });
        expect(await row.innerText()).toMatch(/cookie/i);
        expect(await row.innerText()).toMatch(/\d{4}-\d\d-\d\d/);
      }
    }),
};

const takeData: ReadingTask = {
  who: 'data user: the file, the schema, the licence and how to cite, on one page without a form',
  does: (reader, options) =>
    reader.open('data/', options, async (page) => {
      const main = page.getByRole('main');
      const [name, hash] = await Promise.all([
        main.locator('a[download]').first().getAttribute('href'),
        main.innerText(),
      ]);
      const answer = await page.request.get(new URL(name!, page.url()).href);
      expect(answer.status()).toBe(200);
      const head = (await answer.body()).subarray(0, 15).toString('latin1');
      expect(head).toBe('SQLite format 3');
      expect(hash).toMatch(/[0-9a-f]{64}/);
      expect(hash).toContain('v_versions');
      for (const words of ['Licence', 'How to cite']) {
        expect(await main.getByRole('heading', { name: words }).count()).toBeGreaterThan(0);
      }
      expect(await main.locator('form, a[href^="mailto:"]').count()).toBe(0);
    }),
};

/** Somebody was sent the address of one change, and knows nothing of these pages. */
const understandChange: ReadingTask = {
  who: 'passer-by: one change from a shared link says whose it is, when, what, and where from',
  does: (reader, options) =>
    reader.open(`${PARLOR}/2001-08-07--2002-11-28/#change-2`, options, async (page) => {
      const change = page.locator('#change-2');
      await expect.poll(() => change.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(400);
      const head = change.locator('.change-head');
      expect(await head.innerText()).toMatch(/edited|new|not present|no longer|changed|became|moved/);
      expect(await change.locator('ins:visible, del:visible').count()).toBeGreaterThan(0);
      const whole = await page.locator('main').innerText();
      expect(whole).toContain('parlor.example');
      expect(whole).toContain('between 15 Sep 2002 and 28 Nov 2002');
      if (options.javaScriptEnabled === false) return;
      const said = await change.innerText();
      expect(said).toContain('parlor.example');
      expect(said).toContain('between 15 Sep 2002 and 28 Nov 2002');
      expect(await head.evaluate((one) => one === document.activeElement)).toBe(true);
      await change.getByRole('link', { name: /sources/i }).click();
      expect(new URL(page.url()).hash).toBe('#_sources');
    }),
};

/** The tasks that need no scripts. */
export const readingTasks: readonly ReadingTask[] = [
  followClause,
  askDay('2010-01-01', 'The same text was seen from 23 Oct 2009 to 16 Jan 2011.'),
  readTopic,
  takeData,
  understandChange,
];

/** A day like any other, which is answered in the browser. */
export const askAnyDay = askDay('2010-06-01', 'The same text was seen from 23 Oct 2009 to 16 Jan 2011.');
