import { readFileSync } from 'node:fs';
import type { BrowserContextOptions } from 'playwright-core';
import { expect } from 'vitest';
import type { Reader } from './chromium.ts';
import { Hand } from './hand.ts';

/** What people come for, done on the demo collection by links alone, in as few clicks as are promised. */
export interface ReadingTask {
  readonly who: string;
  readonly does: (reader: Reader, options: BrowserContextOptions) => Promise<void>;
}

/** Whose texts the tasks are about, and what a reader finds there. */
export interface Subject {
  readonly domain: string;
  /** The row of a clause on advertising in the list of its clauses, and how that clause's page begins. */
  readonly clause: { readonly row: RegExp; readonly lead: RegExp; readonly wordings: number };
  /** A day that is prebuilt, one that is not, and what is said of both. */
  readonly days: { readonly prebuilt: string; readonly any: string; readonly words: string };
  /** Companies that speak of cookies, the first of them and the second also to be compared. */
  readonly onCookies: readonly [string, string];
  /** A change of the policy, and when it happened. */
  readonly change: { readonly pair: string; readonly anchor: string; readonly window: string };
}

/** The demo's company with the longest history. */
export const PARLOR: Subject = {
  domain: 'parlor.example',
  clause: {
    row: /^\[The banners .* under Third Party Advertising 8 Aug 1999 /,
    lead: /^First seen 8 Aug 1999\. Last seen 21 May 2006/,
    wordings: 3,
  },
  days: {
    prebuilt: '2010-01-01',
    any: '2010-06-01',
    words: 'The same text was seen from 23 Oct 2009 to 16 Jan 2011.',
  },
  onCookies: ['parlor.example', 'pocketdiary.example'],
  change: {
    pair: '2001-08-07--2002-11-28',
    anchor: 'change-2',
    window: 'between 15 Sep 2002 and 28 Nov 2002',
  },
};

/** One of the corpus's: its captures are what they are, so that this holds as long as their texts are read. */
export const MATCH: Subject = {
  domain: 'match.com',
  clause: {
    row: /^\[Advertising partners .* under 5\. How We Share Data 10 Jul 2024 /,
    lead: /^First seen 10 Jul 2024\. /,
    wordings: 2,
  },
  days: {
    prebuilt: '2024-01-01',
    any: '2023-10-10',
    words: 'The same text was seen from 7 Sep 2023 to 2 May 2024.',
  },
  onCookies: ['match.com', 'paltalk.com'],
  change: {
    pair: '2022-12-12--2023-02-27',
    anchor: 'change-2',
    window: 'between 20 Jan 2023 and 27 Feb 2023',
  },
};

/** Home, company, clause history: what it said on a subject, since when, and what before. */
const followClause = ({ domain, clause }: Subject): ReadingTask => ({
  who: 'researcher: what one company said on advertising, since when, and what before, in 3 clicks',
  does: (reader, options) =>
    reader.open('', options, async (page) => {
      const hand = new Hand();
      const main = page.getByRole('main');
      await hand.click(main.getByRole('link', { name: domain, exact: true }).first());
      await hand.click(main.getByRole('link', { name: 'Every clause through time' }));
      await hand.click(main.getByRole('row', { name: clause.row }).getByRole('link').last());
      expect(hand.clicks).toBe(3);
      expect(await main.locator('.lead').innerText()).toMatch(clause.lead);
      const states = main.locator('.wordings > li:not(.is-absent)');
      expect(await states.count()).toBe(clause.wordings);
      for (const state of await states.all()) {
        expect(await state.locator('.entry-head').innerText()).toMatch(
          /\d{4}-\d\d-\d\d\s*seen \d+ \w+ \d{4}/,
        );
        expect((await state.locator('.wording').innerText()).length).toBeGreaterThan(40);
      }
      expect(await main.locator('.wordings :is(ins, del)').first().isVisible()).toBe(true);
    }),
});

/** What it said on a day, how sure that is, and the proof. */
const askDay = ({ domain, days: { words } }: Subject, day: string): ReadingTask => ({
  who: `lawyer: what it said on ${day}, how sure that is, and the proof, in 1 click each`,
  does: async (reader, options) => {
    for (const [link, target] of [
      ['cite it', '#_cite'],
      ['its source', '#_source'],
    ] as const) {
      await reader.open(`${domain}/privacy/at/${day}/`, options, async (page) => {
        const main = page.getByRole('main');
        await main.getByText(words, { exact: true }).waitFor();
        expect(await main.locator('h1').innerText()).toBe(`Privacy policy of ${domain} on ${dayWords(day)}`);
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

const readTopic = ({ onCookies }: Subject): ReadingTask => ({
  who: 'comparer: what two companies say on cookies, in 2 clicks',
  does: (reader, options) =>
    reader.open('', options, async (page) => {
      const hand = new Hand();
      await hand.click(page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Topics' }));
      await hand.click(page.getByRole('main').getByRole('link', { name: 'Cookies', exact: true }).first());
      expect(hand.clicks).toBe(2);
      for (const domain of onCookies) {
        // A policy in another language has a row of its own.
        const row = page.getByRole('row', { name: new RegExp(`^${domain} \\d`) });
        expect(await row.innerText()).toMatch(/cookie/i);
        expect(await row.innerText()).toMatch(/\d{4}-\d\d-\d\d/);
      }
    }),
});

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
const understandChange = ({ domain, change: { pair, anchor, window } }: Subject): ReadingTask => ({
  who: 'passer-by: one change from a shared link says whose it is, when, what, and where from',
  does: (reader, options) =>
    reader.open(`${domain}/privacy/${pair}/#${anchor}`, options, async (page) => {
      const change = page.locator(`#${anchor}`);
      await expect.poll(() => change.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(400);
      const head = change.locator('.change-head');
      expect(await head.innerText()).toMatch(/edited|new|not present|no longer|changed|became|moved/);
      expect(await change.locator('ins:visible, del:visible').count()).toBeGreaterThan(0);
      const whole = await page.locator('main').innerText();
      expect(whole).toContain(domain);
      expect(whole).toContain(window);
      if (options.javaScriptEnabled === false) return;
      const said = await change.innerText();
      expect(said).toContain(domain);
      expect(said).toContain(window);
      expect(await head.evaluate((one) => one === document.activeElement)).toBe(true);
      await change.getByRole('link', { name: /sources/i }).click();
      expect(new URL(page.url()).hash).toBe('#_sources');
    }),
});

/** The tasks that need no scripts. */
export const readingTasks = (subject: Subject): readonly ReadingTask[] => [
  followClause(subject),
  askDay(subject, subject.days.prebuilt),
  readTopic(subject),
  takeData,
  understandChange(subject),
];

/** Two companies' texts beside each other, topic by topic. */
const compareTwo = ({ onCookies: [left, right] }: Subject): ReadingTask => ({
  who: 'comparer: two companies’ texts beside each other, in 2 clicks from the compare page',
  does: (reader, options) =>
    reader.open('compare/', options, async (page) => {
      const hand = new Hand();
      await page.locator('select[name=left-policy]').selectOption(`${left}/privacy`);
      await page.locator('select[name=right-policy]').selectOption(`${right}/privacy`);
      await hand.click(page.getByRole('button', { name: 'Compare', exact: true }));
      await page.locator('.comparison .change').first().waitFor();
      // Both texts: clauses of one of them alone are folded, and may come first.
      const sides = page.locator('.both-forms:has(> .side-left):has(> .side-right)', { hasText: /cookie/i });
      const pair = page.locator('#topic-cookies .change', { has: sides }).first();
      await pair.waitFor();
      expect(hand.clicks).toBeLessThanOrEqual(2);
      expect(await page.locator('.comparison').innerText()).toContain(
        'Likeness of wording says nothing about who copied',
      );
    }),
});

/** A count over companies, as a file. */
const drawTrend: ReadingTask = {
  who: 'researcher of many: the share of companies with a phrase, among those seen throughout, as CSV, in 1 form',
  does: (reader, options) =>
    reader.open('', options, async (page) => {
      const hand = new Hand();
      await hand.click(page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Trends' }));
      await page.getByLabel('Phrases').fill('legitimate interest, cookie*');
      await page.locator('select[name=panel]').selectOption('constant');
      await hand.click(page.getByRole('button', { name: 'Draw chart' }));
      await page.locator('.trend-answer svg').first().waitFor({ state: 'attached' });
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        hand.click(page.getByRole('button', { name: 'numbers as CSV' })),
      ]);
      expect(hand.clicks).toBe(3);
      const rows = readFileSync(await download.path(), 'utf8')
        .trimEnd()
        .split('\r\n');
      // A line for each slot and phrase.
      expect(rows.length).toBeGreaterThan(8);
      expect(rows.some((row) => row.includes('legitimate interest'))).toBe(true);
      const { searchParams } = new URL(page.url());
      expect([searchParams.get('q'), searchParams.get('panel')]).toEqual([
        'legitimate interest, cookie*',
        'constant',
      ]);
    }),
};

/** The tasks that are done in the browser; a day like any other is answered there. */
export const scriptedTasks = (subject: Subject): readonly ReadingTask[] => [
  askDay(subject, subject.days.any),
  compareTwo(subject),
  drawTrend,
];
