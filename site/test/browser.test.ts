import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chromiumSwitches, findChromium } from '../../scripts/chromium.ts';
import { type SiteServer, serveSite } from '../../scripts/serve-site.ts';
import { type BuiltSite, buildFixtureSite } from './built-site.ts';

/** The built site in a real Chromium, served under its strict policy. */

let site: BuiltSite;
let server: SiteServer;
let browser: Browser;

const POLICY = 'lantern.example/privacy';
const PAGES = [
  '',
  'companies/',
  'lantern.example/',
  `${POLICY}/`,
  `${POLICY}/2018-06-01/`,
  `${POLICY}/2000-06-20--2001-02-04/`,
  `${POLICY}/2005-03-12--2018-06-01/`,
  `${POLICY}/clauses/`,
  `${POLICY}/at/`,
  `${POLICY}/at/2001-01-01/`,
  'quiet-harbour.example/privacy/undated/',
  'hostile.example/privacy/2003-04-05/',
  'topics/',
  'topics/cookies/',
  'compare/',
  'search/',
  'data/',
  'about/',
  '404.html',
];

beforeAll(async () => {
  site = await buildFixtureSite();
  server = await serveSite({ folder: site.folder, port: 0 });
  browser = await chromium.launch({ executablePath: findChromium(), args: chromiumSwitches });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  site?.remove();
});

/** Opens a page and gathers everything that went wrong on it. */
async function visit(
  path: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(server.url)) faults.push(`asked for ${request.url()}`);
  });
  await page.goto(server.url + path, { waitUntil: 'load' });
  return { page, faults };
}

async function withPage(
  path: string,
  options: BrowserContextOptions,
  check: (page: Page, faults: string[]) => Promise<void>,
): Promise<void> {
  const { page, faults } = await visit(path, options);
  try {
    await check(page, faults);
  } finally {
    await page.context().close();
  }
}

describe.each([true, false])('with scripts: %s', (javaScriptEnabled) => {
  test.each(PAGES)('/%s holds its content, asks nobody else, keeps its policy, fits 320 px', async (path) => {
    await withPage(path, { javaScriptEnabled }, async (page, faults) => {
      expect(await page.locator('h1').count()).toBe(1);
      expect((await page.locator('main').innerText()).length).toBeGreaterThan(60);
      await page.setViewportSize({ width: 320, height: 700 });
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      expect(faults).toEqual([]);
    });
  });

  test('the views of a change can be chosen', async () => {
    const viewport = { width: 1200, height: 800 };
    await withPage(`${POLICY}/2000-01-15--2000-06-20/`, { javaScriptEnabled, viewport }, async (page) => {
      expect(await page.locator('.inline-form').first().isVisible()).toBe(true);
      await page.getByLabel('Side by side').check();
      expect(await page.locator('.side-form').first().isVisible()).toBe(true);
      expect(await page.locator('.inline-form').first().isVisible()).toBe(false);
      await page.getByLabel('Sentences').check();
      expect(await page.locator('.sentences').isVisible()).toBe(true);
      expect(await page.locator('.changes').isVisible()).toBe(false);
    });
  });
});

describe('reading without scripts', () => {
  test('from home to the words of a change by links alone, in three steps', async () => {
    await withPage('', { javaScriptEnabled: false }, async (page) => {
      await page.locator('.strip-row a', { hasText: 'lantern.example' }).click();
      await page
        .locator('.entry:has(.entry-day:text-is("2000-06-20"))')
        .getByRole('link', { name: 'See change' })
        .first()
        .click();
      expect(new URL(page.url()).pathname).toBe(`/${POLICY}/2000-01-15--2000-06-20/`);
      expect(await page.locator('ins').first().isVisible()).toBe(true);
    });
  });

  test('the compare page says what it needs and leads to what works', async () => {
    await withPage('compare/', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('noscript').innerText()).toContain('needs scripts');
      await page.getByRole('link', { name: 'lantern.example' }).click();
      expect(await page.locator('h1').innerText()).toContain('lantern.example');
    });
  });
});

describe('comparing any two versions', () => {
  const compare = (left: string, right: string) => `compare/?left=${left}&right=${right}`;

  test('of one policy, by first and latest, which become dates in the address', async () => {
    await withPage(compare(`${POLICY}@first`, `${POLICY}@2001-02-04`), {}, async (page, faults) => {
      await page.locator('.change').first().waitFor();
      expect(decodeURIComponent(new URL(page.url()).search)).toBe(
        `?left=${POLICY}@1999-03-10&right=${POLICY}@2001-02-04`,
      );
      expect(await page.locator('.counts').first().innerText()).toMatch(/edited/);
      expect(await page.locator('select[name=left-slug]').inputValue()).toBe('1999-03-10');
      expect(faults).toEqual([]);
    });
  });

  test('of neighbours gives what the built page of the change gives', async () => {
    const built = await visit(`${POLICY}/2000-01-15--2000-06-20/`);
    const expected = await built.page.locator('.changes').innerHTML();
    await built.page.context().close();
    await withPage(compare(`${POLICY}@2000-01-15`, `${POLICY}@2000-06-20`), {}, async (page) => {
      await page.locator('.change').first().waitFor();
      expect(await page.locator('.changes').innerHTML()).toBe(expected);
    });
  });

  test('of two companies, one of them undated', async () => {
    await withPage(
      compare(`${POLICY}@2001-02-04`, 'quiet-harbour.example/privacy@undated'),
      {},
      async (page, faults) => {
        await page.locator('.change').first().waitFor();
        expect(await page.locator('.comparison').innerText()).toContain('says nothing about who copied');
        expect(await page.locator('.comparison > h2').innerText()).toContain(
          'quiet-harbour.example, date unknown',
        );
        await page.getByLabel('One after the other').check();
        expect(await page.locator('.comparison').innerText()).toContain('only quiet-harbour.example');
        expect(new URL(page.url()).searchParams.get('view')).toBe('inline');
        expect(faults).toEqual([]);
      },
    );
  });

  test('a version that is not there is told its neighbours', async () => {
    await withPage(compare(`${POLICY}@2000-03-03`, `${POLICY}@latest`), {}, async (page) => {
      await page.getByText('There is no version 2000-03-03').waitFor();
      expect(await page.locator('[role=status]').first().innerText()).toContain(
        'Nearest: 2000-01-15, 2000-06-20.',
      );
    });
  });

  test('a hostile name stays text', async () => {
    await withPage(compare('%3Cimg src=x onerror=alert(1)%3E', `${POLICY}@latest`), {}, async (page) => {
      await page.getByText('names no version').waitFor();
      expect(await page.locator('main img').count()).toBe(0);
    });
  });

  test('by choosing, and back again with the browser', async () => {
    await withPage('compare/', {}, async (page) => {
      await page.locator('select[name=left-policy]').selectOption(POLICY);
      await page.locator('select[name=right-policy]').selectOption(POLICY);
      await page.locator('select[name=left-slug]').selectOption('2000-01-15');
      await page.locator('select[name=right-slug]').selectOption('2001-02-04');
      await page.getByRole('button', { name: 'Compare' }).click();
      await page.locator('.comparison > h2', { hasText: '15 January 2000' }).waitFor();
      await page.getByRole('button', { name: 'Swap sides' }).click();
      await page.locator('.comparison > h2', { hasText: '4 February 2001 and 15 January 2000' }).waitFor();
      await page.goBack();
      await page.locator('.comparison > h2', { hasText: '15 January 2000 and 4 February 2001' }).waitFor();
    });
  });
});

describe('on the page', () => {
  test('marks are spoken with start and end, and copied without them', async () => {
    await withPage(`${POLICY}/2000-01-15--2000-06-20/`, {}, async (page) => {
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

  test('hostile texts run nothing', async () => {
    await withPage('hostile.example/privacy/2003-04-05/', {}, async (page, faults) => {
      expect(await page.title()).not.toBe('broken');
      expect(await page.locator('.policy-text :is(script, img, svg, style)').count()).toBe(0);
      expect(await page.locator('.policy-text').isVisible()).toBe(true);
      expect(faults).toEqual([]);
    });
  });

  test('single keys stand for controls, never while typing, and can be turned off', async () => {
    await withPage(`${POLICY}/2000-01-15--2000-06-20/`, {}, async (page) => {
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
    await withPage('companies/', {}, async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('u/n');
      expect(await page.getByRole('main').getByRole('searchbox').inputValue()).toBe('u/n');
    });
  });

  test('colours follow the system until a reader chooses, and the choice stays', async () => {
    await withPage('', { colorScheme: 'dark' }, async (page) => {
      const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const dark = await ground();
      await page.getByLabel('Colours').selectOption('light');
      expect(await ground()).not.toBe(dark);
      await page.reload();
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('light');
      await page.getByLabel('Colours').selectOption('system');
      expect(await ground()).toBe(dark);
    });
  });

  test('companies are filtered by what the address asks for', async () => {
    await withPage('companies/?q=harbour', {}, async (page) => {
      expect(await page.locator('tbody tr:visible').count()).toBe(1);
      await page.getByRole('main').getByRole('searchbox').fill('nothing like it');
      expect(await page.locator('[role=status]').innerText()).toContain(
        'No company here matches “nothing like it”.',
      );
    });
  });

  test('topics can be asked about a day, by address and by form', async () => {
    await withPage('topics/cookies/?at=2010-06-01', {}, async (page, faults) => {
      await page.getByText('as of 1 June 2010').waitFor();
      const row = page.locator('tr', { hasText: 'lantern.example' });
      expect(await row.innerText()).toContain('no usable capture between 2005-03-12 and 2018-06-01');
      await page.getByLabel('As of').fill('2000-03-01');
      await page.getByRole('button', { name: 'Show day' }).click();
      await page.getByText('the text before a change').waitFor();
      expect(new URL(page.url()).searchParams.get('at')).toBe('2000-03-01');
      expect(faults).toEqual([]);
    });
  });

  test('any day can be asked for by its address', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${server.url}${POLICY}/at/2010-06-01/`);
    await page.getByText('between 12 Mar 2005 and 1 Jun 2018').waitFor();
    expect(await page.locator('h1').innerText()).toBe('Privacy policy of lantern.example on 1 June 2010');
    await page.goto(`${server.url}${POLICY}/at/`);
    await page.getByLabel('Day').fill('2000-06-20');
    await page.getByRole('button', { name: 'Show day' }).click();
    await page.getByText('The same text was seen on 20 Jun 2000.').waitFor();
    await context.close();
  });

  test('an address without a page is told what is near', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const answer = await page.goto(`${server.url}${POLICY}/2003-01-01/`);
    expect(answer?.status()).toBe(404);
    await page.getByText('lantern.example is here, but not this page of it.').waitFor();
    await context.close();
  });
});
