import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oneBrowser } from '../../crawler/test/one-browser.ts';
import { type PlainHost, servePlainly } from '../../scripts/plain-host.ts';
import { serveSite } from '../../scripts/serve-site.ts';
import { type BuiltSite, fixtureSite } from './support/built-site.ts';

/** The search page in a real Chromium, from a host that knows nothing but files. */

let site: BuiltSite;
let host: PlainHost;
let browser: Browser;

beforeAll(async () => {
  site = await fixtureSite();
  host = await servePlainly(site.folder);
  browser = await oneBrowser();
});
afterAll(() => host?.close());

async function withPage(
  path: string,
  check: (page: Page, faults: string[]) => Promise<void>,
  options: BrowserContextOptions & { readonly url?: string } = {},
): Promise<void> {
  const { url = host.url, ...rest } = options;
  const context = await browser.newContext(rest);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  context.on('request', (request) => {
    if (!request.url().startsWith(url)) faults.push(`asked for ${request.url()}`);
  });
  try {
    await page.goto(url + path);
    await check(page, faults);
  } finally {
    await context.close();
  }
}

const address = (query: Record<string, string>) => `search/?${new URLSearchParams(query)}`;
const status = (page: Page) => page.locator('search-clauses [role=status]');

/** Waits for the count line and gives it. */
async function countLine(page: Page): Promise<string> {
  await status(page)
    .filter({ hasText: / clauses? of |^Nothing says/ })
    .waitFor();
  return status(page).innerText();
}

const search = (
  query: Record<string, string>,
  check: (page: Page, faults: string[]) => Promise<void>,
  options: BrowserContextOptions & { readonly url?: string } = {},
) => withPage(address(query), check, options);

describe('what is found', () => {
  it('is a clause with its span, the words marked, and a way to each place it stands', async () => {
    await search({ q: '"sets one cookie"' }, async (page, faults) => {
      expect(await countLine(page)).toBe('1 clause of 1 company, in 2 versions: “sets one cookie”');
      const hit = page.locator('.hit');
      expect(await hit.count()).toBe(1);
      expect(await hit.locator('mark').allInnerTexts()).toEqual(['sets one cookie']);
      expect(await hit.locator('.hit-span').innerText()).toBe('seen 10 Mar 1999 to 15 Jan 2000, 2 versions');
      await hit.getByRole('link', { name: 'Its history' }).click();
      await page.waitForURL(/\/lantern\.example\/privacy\/clauses\/[a-z0-9-]+\/$/);
      await page.goBack();
      await hit.getByRole('link', { name: /^Read it in the version of/ }).click();
      await page.waitForURL(/#/);
      expect(await page.locator(new URL(page.url()).hash).innerText()).toContain('sets one cookie');
      expect(faults).toEqual([]);
    });
  });

  it('groups wordings of one clause, and knows prefixes and what to leave out', async () => {
    await search({ q: 'cook* -partners' }, async (page) => {
      expect(await countLine(page)).toContain('words that begin with “cook”, without “partners”');
      const texts = await page.locator('.hit-text').allInnerTexts();
      expect(texts.length).toBeGreaterThan(0);
      for (const text of texts) expect(text).not.toMatch(/\bpartners\b/i);
    });
    await search({ q: 'signed' }, async (page) => {
      await countLine(page);
      expect(await page.locator('.hit').count()).toBe(1);
      expect(await page.locator('.hit-span').innerText()).toContain('2 wordings');
    });
  });

  it('stays text, whatever it holds', async () => {
    await search({ q: 'broken' }, async (page, faults) => {
      await countLine(page);
      expect(await page.locator('.hit-text').first().innerText()).toContain('broken');
      expect(await page.title()).toBe('“broken” · Search · Palimpsest');
      expect(await page.locator('.hits :is(img, svg, script, style)').count()).toBe(0);
      expect(faults).toEqual([]);
    });
  });

  it('can be saved, with formulas disarmed', async () => {
    await search({ q: 'cookies OR calc' }, async (page) => {
      await countLine(page);
      await page.getByLabel('Words').fill('calc');
      await page.getByRole('button', { name: 'Search texts' }).click();
      await status(page).filter({ hasText: '“calc”' }).waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save as CSV' }).click(),
      ]);
      const [head, ...rows] = readFileSync(await download.path(), 'utf8')
        .trim()
        .split('\r\n');
      expect(head).toBe(
        'domain,policy,clause,first_seen,last_seen,versions,wordings,first_version,last_version,history,text',
      );
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toMatch(/^hostile\.example,privacy,.*'=cmd/);
    });
  });
});

describe('the address says what is searched', () => {
  it('facets narrow it, their counts are true, and back undoes them', async () => {
    await search({ q: 'cookies' }, async (page) => {
      const all = await countLine(page);
      const facet = page.locator('.facet li', { hasText: 'lantern.example' });
      const count = Number(await facet.locator('.count').innerText());
      await facet.getByRole('link').click();
      await page.waitForURL(/company=lantern\.example/);
      expect(await countLine(page)).toMatch(new RegExp(`^${count} clauses? of 1 company`));
      expect(await page.locator('.hits h2').allInnerTexts()).toEqual(['lantern.example']);
      expect(await page.getByLabel('Company').inputValue()).toBe('lantern.example');
      await page.goBack();
      await status(page).filter({ hasText: all }).waitFor();
      expect(await page.getByLabel('Company').inputValue()).toBe('');
    });
  });

  it('years are those a clause was seen in; gaps and other years hold nothing', async () => {
    await search({ q: '"no other cookies"', from: '1999', to: '2000' }, async (page) => {
      expect(await countLine(page)).toMatch(/^1 clause of 1 company/);
    });
    await search({ q: '"no other cookies"', from: '2003', to: '2018' }, async (page) => {
      expect(await countLine(page)).toContain(' clause');
      expect(await page.locator('.notes').innerText()).toContain(
        'No clause where it was looked for says “no other cookies”. Shown instead: ',
      );
      await page.getByRole('link', { name: 'Look in all companies, years and topics' }).click();
      await status(page).filter({ hasText: '1 clause of 1 company' }).waitFor();
    });
  });

  it('topics narrow it, and the newest can come first', async () => {
    await search({ q: 'we', topic: 'children' }, async (page) => {
      await countLine(page);
      for (const text of await page.locator('.hit-text').allInnerTexts()) expect(text).toMatch(/child/i);
    });
    await search({ q: 'data', sort: 'newest' }, async (page) => {
      await countLine(page);
      expect(await page.locator('.hit-span').first().innerText()).toContain('2018');
    });
  });

  it('nothing found leads to wider questions, which are said', async () => {
    await search({ q: '"cookies advertising"' }, async (page) => {
      expect(await countLine(page)).toMatch(/: “cookies” (\(also “cookie”\) )?and “advertising”/);
      expect(await page.locator('.notes').innerText()).toContain(
        'No clause says “cookies advertising”. Shown instead: the words in any form, wherever they stand in a clause.',
      );
    });
    await search({ q: 'childs zeppelin' }, async (page) => {
      expect(await countLine(page)).toContain('“childs” (also “child” and “children”)');
    });
    await search({ q: 'zeppelin', from: '1890', to: '1899' }, async (page) => {
      expect(await countLine(page)).toBe('Nothing says “zeppelin” here, in any form or spelling near it.');
      expect(await page.locator('.hits').innerText()).toContain('no usable text from 1890 to 1899.');
    });
  });
});

describe('loading', () => {
  it('begins at the box that every page has', async () => {
    await withPage('lantern.example/', async (page) => {
      await page.getByLabel('Search every version').fill('"stationery you order"');
      await page.getByLabel('Search every version').press('Enter');
      expect(await countLine(page)).toMatch(/^1 clause of 1 company/);
      expect(new URL(page.url()).pathname).toBe('/search/');
    });
  });

  const isOfSearch = (path: string) => /search-worker|\/search\/file\//.test(path);

  it('loads nothing before a question, then whole pieces, each once, and nothing for a question asked before', async () => {
    host.sent.length = 0;
    await withPage('search/', async (page) => {
      await page.getByLabel('Words').waitFor();
      expect(host.sent.filter(({ path }) => isOfSearch(path))).toEqual([]);
      const ask = async (typed: string) => {
        await page.getByLabel('Words').fill(typed);
        await page.getByLabel('Words').press('Enter');
        await page
          .locator('.hit mark', { hasText: new RegExp(typed, 'i') })
          .first()
          .waitFor();
      };
      await ask('cookies');
      await ask('children');
      const pieces = () => host.sent.map(({ path }) => path).filter((path) => /\/\d+\.gz$/.test(path));
      const before = pieces();
      await ask('cookies');
      expect(pieces()).toEqual(before);
      expect(before.length).toBeGreaterThan(0);
      expect(new Set(before).size).toBe(before.length);
      expect(host.sent.some(({ hasRange }) => hasRange)).toBe(false);
    });
  });

  it('keeps a strict policy, in which only the worker may compile WebAssembly', async () => {
    const server = await serveSite({ folder: site.folder, port: 0 });
    try {
      const check = async (page: Page, faults: string[]) => {
        expect(await countLine(page)).toContain('clause');
        expect(faults).toEqual([]);
        const compiles =
          "new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])) && 'compiled'";
        await expect(page.evaluate(compiles)).rejects.toThrow(/Content Security Policy/);
      };
      await search({ q: 'cookies' }, check, { url: server.url });
    } finally {
      await server.close();
    }
  });

  it('says what failed, and tries again with the next question', async () => {
    host.lost.add('/search/file/pieces.json');
    await search({ q: 'cookies' }, async (page) => {
      await status(page)
        .filter({ hasText: /^The search failed: .*status 404/ })
        .waitFor();
      host.lost.clear();
      await page.getByRole('button', { name: 'Search texts' }).click();
      expect(await countLine(page)).toContain('“cookies”');
    });
  });

  it('without scripts says so, and leads to topics and companies', async () => {
    await withPage(
      'search/',
      async (page) => {
        expect(await page.locator('main').innerText()).toContain('needs scripts');
        expect(await page.locator('search-clauses form').isVisible()).toBe(false);
        await page.getByRole('main').getByRole('link', { name: 'Cookies', exact: true }).click();
        await page.waitForURL(/\/topics\/cookies\/$/);
      },
      { javaScriptEnabled: false },
    );
  });
});
