import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { load } from 'cheerio';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { FIXED_CHARTS } from '../view/trends/fixed-charts.ts';
import { type BuiltSite, demoSite, fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';

/** Charts: from the store to the page, its files and the form. */

interface ChartTwin {
  readonly title: string;
  readonly lines: readonly {
    readonly name: string;
    readonly points: readonly { readonly slot: string; readonly value: number | null; readonly of: number }[];
  }[];
}

const twinOf = (site: BuiltSite, name: string): { all: ChartTwin; constant: ChartTwin | null } =>
  JSON.parse(site.read(`trends/${name}/index.json`));

/** The rows of a CSV file without quoted cells. */
const rowsOf = (text: string) =>
  text
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','));

describe('what is counted', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await fixtureSite();
  });

  test('is every dated English text, with the sums that the views of the dataset give', () => {
    const facts = JSON.parse(site.read('trends/facts.json'));
    const store = new Database(site.store, { readonly: true });
    try {
      const rows = store
        .prepare(
          `select v.version, v.word_count,
             (select count(*) from v_clauses c where c.domain = v.domain and c.version = v.version) as clauses,
             (select count(*) from v_terms t where t.domain = v.domain and t.version = v.version and t.kind = 'vague') as vague,
             (select count(distinct j.value) from v_clauses c, json_each(c.topics) j
               where c.domain = v.domain and c.version = v.version and c.kind <> 'heading'
                 and j.value <> 'commentary') as topics,
             substr(v.first_seen, 1, 10) as first, substr(v.last_seen, 1, 10) as last
           from v_versions v where v.domain = 'lantern.example' order by v.version`,
        )
        .raw()
        .all();
      const lantern = facts.companies.find((one: { domain: string }) => one.domain === 'lantern.example');
      const own = lantern.texts.map(
        ([version, , words, clauses, , vague, , topics, ...days]: [
          number,
          string,
          number,
          number,
          number,
          number,
          number,
          number[],
          ...string[],
        ]) => [version, words, clauses, vague, topics.length, days[0], days.at(-1)],
      );
      expect(own).toEqual(rows);
    } finally {
      store.close();
    }
    expect(facts.leftOut).toEqual({ undated: 1, otherLanguage: 0, damaged: 0, otherPolicies: 0 });
  });

  test('leaves the four years open in which nothing was seen', () => {
    const { points } = twinOf(site, 'length').all.lines[0]!;
    const value = (slot: string) => points.find((point) => point.slot === slot)!.value;
    expect(value('2001 H1')).not.toBeNull();
    for (const slot of ['2001 H2', '2002 H1', '2004 H2', '2006 H1', '2017 H2'])
      expect(value(slot)).toBeNull();
    expect(value('2005 H1')).not.toBeNull();
  });
});

describe('every fixed chart', () => {
  let site: BuiltSite;
  beforeAll(async () => {
    site = await demoSite();
  });

  test.each(FIXED_CHARTS.map(({ name }) => name))('%s: page, table, CSV and JSON tell the same', (name) => {
    const { all, constant } = twinOf(site, name);
    const page = load(site.read(`trends/${name}/index.html`));
    expect(page('.trend-title').first().text()).toBe(all.title);
    const csv = rowsOf(site.read(`trends/${name}.csv`));
    const charts = [all, ...(constant ? [constant] : [])];
    const points = charts.flatMap(({ lines }) => lines.flatMap((line) => line.points));
    expect(csv.map((row) => [row[1], row[5] === '' ? null : Number(row[5]), Number(row[9])])).toEqual(
      points.map(({ slot, value, of }) => [slot, value, of]),
    );
    expect(page('.trend-numbers tbody tr')).toHaveLength(
      charts.reduce((sum, { lines }) => sum + lines[0]!.points.length, 0),
    );
    const known = charts
      .flatMap(({ lines }) => lines.flatMap((line) => line.points))
      .filter(({ value }) => value !== null);
    expect(page('svg.is-wide a.point')).toHaveLength(known.length);
    const metadata = JSON.parse(site.read(`trends/${name}.metadata.json`));
    expect(metadata.charts.map(({ title }: ChartTwin) => title)).toEqual(charts.map(({ title }) => title));
    expect(load(site.read(`trends/${name}.svg`), { xml: true })('svg > title').text()).toBe(all.title);
  });

  test('stands in the list, with its finding', () => {
    const page = load(site.read('trends/index.html'));
    expect(page('.trend-list h3')).toHaveLength(FIXED_CHARTS.length);
    expect(page('.trend-list li svg.trend-small')).toHaveLength(FIXED_CHARTS.length);
  });
});

describe('in Chromium', () => {
  const reader = readInChromium(demoSite);
  const answer = (page: Page) => page.locator('trend-chart .trend-title');

  test('arrow keys lead from point to point, each tells what it says and opens the companies behind it', async () => {
    await reader.open('trends/?metric=length&slot=year', {}, async (page, faults) => {
      await answer(page).waitFor();
      const points = page.locator('.trend-svg.is-wide a.point');
      await points.first().focus();
      await page.keyboard.press('ArrowRight');
      const name = await page.evaluate('document.activeElement.getAttribute("aria-label")');
      expect(name).toBe(await points.nth(1).getAttribute('aria-label'));
      expect(await page.locator('.point-tip').innerText()).toBe(name);
      await page.keyboard.press('Escape');
      expect(await page.locator('.point-tip').count()).toBe(0);
      await page.keyboard.press('Enter');
      await page.locator('.trend-behind tbody tr').first().waitFor();
      expect(new URL(page.url()).searchParams.get('at')).toMatch(/^\d{4}$/);
      const count = Number(/of (\d+) companies/.exec(String(name))![1]);
      expect(await page.locator('.trend-behind tbody tr').count()).toBe(count);
      expect(faults).toEqual([]);
    });
  });

  test('a seventh phrase is said to be left out', async () => {
    await reader.open('trends/', {}, async (page) => {
      await page.getByLabel('Phrases').fill('"do not sell", b, c, d, e, f, telemetry');
      await page.getByRole('button', { name: 'Draw chart' }).click();
      await answer(page).waitFor();
      expect(await page.locator('.trend-status').innerText()).toBe(
        'Only 6 phrases are drawn; left out: “telemetry”.',
      );
      expect(await answer(page).innerText()).toContain('“do not sell”');
    });
  });

  test('the form finds in the search file what the build found in the texts', async () => {
    for (const { name, question } of FIXED_CHARTS.filter(({ question: own }) => own.metric === 'phrases')) {
      const { all } = twinOf(reader.site, name);
      const query = new URLSearchParams({ q: question.phrases.join(', ') });
      await reader.open(`trends/?${query}`, { acceptDownloads: true }, async (page, faults) => {
        await answer(page).waitFor();
        expect(await answer(page).innerText()).toBe(all.title);
        const [download] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('button', { name: 'numbers as CSV' }).click(),
        ]);
        const values = rowsOf(readFileSync(await download.path(), 'utf8')).map((row) => row[5]);
        const built = rowsOf(reader.site.read(`trends/${name}.csv`))
          .filter(([panel]) => panel === 'all')
          .map((row) => row[5]);
        expect(values).toEqual(built);
        expect(values.some((value) => Number(value) > 0)).toBe(true);
        expect(faults).toEqual([]);
      });
    }
  });

  test('the form keeps its state in the address, and back undoes it', async () => {
    await reader.open('trends/', {}, async (page, faults) => {
      await page.getByLabel('Phrases').fill('children');
      await page.locator('select[name=slot]').selectOption('year');
      await page.getByLabel('Unit').selectOption('rate');
      await page.getByRole('button', { name: 'Draw chart' }).click();
      await answer(page).filter({ hasText: 'Uses of “children” per 1000 words' }).waitFor();
      expect(new URL(page.url()).search).toBe('?q=children&unit=rate&slot=year');
      await page.getByLabel('a measure').selectOption('grade');
      expect(await page.getByLabel('Phrases').inputValue()).toBe('');
      expect(await page.getByLabel('Unit').isDisabled()).toBe(true);
      await page.getByRole('button', { name: 'Draw chart' }).click();
      await answer(page).filter({ hasText: 'Median reading grade' }).waitFor();
      expect(await page.title()).toMatch(/^Median reading grade/);
      await page.goBack();
      await answer(page).filter({ hasText: 'Uses of “children”' }).waitFor();
      expect(await page.getByLabel('Phrases').inputValue()).toBe('children');
      expect(faults).toEqual([]);
    });
  });

  test('a panel of companies seen throughout is named in the title', async () => {
    await reader.open(
      'trends/?metric=length&panel=constant&from=2019&to=2021&slot=year',
      {},
      async (page) => {
        await answer(page).waitFor();
        expect(await answer(page).innerText()).toMatch(
          /^Median length in words of the policies of \d+ compan(?:y|ies) seen in every year 2019–2021$/,
        );
        expect(await page.locator('.trend-notes').first().innerText()).toContain('read as cases');
      },
    );
  });

  test('one form gives the share of companies seen throughout that use a phrase, as a file', async () => {
    await reader.open('trends/', { acceptDownloads: true }, async (page) => {
      await page.getByLabel('Phrases').fill('legitimate interest*');
      await page.locator('select[name=panel]').selectOption('constant');
      await page.getByRole('button', { name: 'Draw chart' }).click();
      await answer(page).filter({ hasText: 'seen in every half-year' }).waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'numbers as CSV' }).click(),
      ]);
      const built = rowsOf(reader.site.read('trends/legitimate-interest.csv'));
      const own = built.filter(
        ([panel, , , , line]) => panel === 'constant' && line === 'legitimate interest*',
      );
      expect(own.length).toBeGreaterThan(0);
      expect(rowsOf(readFileSync(await download.path(), 'utf8'))).toEqual(own);
    });
  });

  test('years without any text are said to be so, and odd words are no fault', async () => {
    await reader.open('trends/?metric=length&from=2090', {}, async (page, faults) => {
      await page.locator('.trend-status', { hasText: 'No text was seen in these years.' }).waitFor();
      await page.getByLabel('Phrases').fill('"; drop table -- *, <b>bold</b>');
      await page.getByLabel('From').fill('');
      await page.getByRole('button', { name: 'Draw chart' }).click();
      await answer(page).waitFor();
      expect(await page.locator('trend-chart b', { hasText: 'bold' }).count()).toBe(0);
      expect(faults).toEqual([]);
    });
  });

  test.each([true, false])(
    'with scripts %s, laws are marked when asked for, and not on paper',
    async (javaScriptEnabled) => {
      await reader.open('trends/length/', { javaScriptEnabled }, async (page) => {
        const laws = page.locator('.trend').first().locator('.trend-svg.is-wide .trend-laws');
        expect(await laws.isVisible()).toBe(false);
        await page.getByLabel('Mark days of laws under the axis').first().check();
        expect(await laws.isVisible()).toBe(true);
        expect(await page.locator('.trend-law-list').first().innerText()).toContain('25 May 2018');
        await page.emulateMedia({ media: 'print' });
        expect(await laws.isVisible()).toBe(false);
      });
    },
  );

  test('without scripts the page says what it needs and leads to what works', async () => {
    await reader.open('trends/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('noscript').innerText()).toContain('need scripts');
      expect(await page.getByLabel('Phrases').isVisible()).toBe(false);
      await page.getByRole('link', { name: 'Reading grade' }).click();
      expect(await page.locator('svg.is-wide').first().isVisible()).toBe(true);
      await page.goBack();
      await page.getByRole('link', { name: '25 May 2018' }).click();
      expect(await page.locator('tbody tr').count()).toBeGreaterThan(0);
    });
  });

  test('a narrow screen has a figure of its own, and nothing sticks out', async () => {
    await reader.open('trends/personal-data/', { viewport: { width: 320, height: 700 } }, async (page) => {
      expect(await page.locator('svg.is-narrow').first().isVisible()).toBe(true);
      expect(await page.locator('svg.is-wide').first().isVisible()).toBe(false);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    });
  });
});
