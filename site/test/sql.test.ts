import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { workedQueries } from '../../crawler/store/read/worked-queries.ts';
import { fixtureSite } from './support/built-site.ts';
import { readInChromium } from './support/chromium.ts';

/** SQL in the browser: over the published file, over the reader's own, and what stands there without scripts. */

const reader = readInChromium(fixtureSite);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'palimpsest-sql-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a statement in the page; what the status then says. */
async function run(page: Page, sql: string): Promise<string> {
  await page.getByLabel('One statement').fill(sql);
  await page.getByRole('button', { name: 'Run' }).click();
  const status = page.locator('sql-page [role=status]');
  await page.waitForFunction(
    () => !/^$|…$/.test(document.querySelector('sql-page [role=status]')!.textContent!),
  );
  return await status.innerText();
}

const readRows = (page: Page) =>
  page
    .locator('sql-page tbody tr')
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent)));

/** The published file of the site, opened as anyone would. */
function askPublished(sql: string): string[][] {
  const data = join(reader.site.folder, 'data');
  const name = readdirSync(data).find((one) => one.endsWith('.sqlite'))!;
  const file = new Database(join(data, name), { readonly: true });
  try {
    return (file.prepare(sql).raw().all() as unknown[][]).map((row) => row.map(String));
  } finally {
    file.close();
  }
}

test('answers as SQLite does elsewhere, and keeps the statement in the address', async () => {
  const sql = 'select domain, version, first_seen, word_count from v_versions order by domain, version';
  await reader.open('sql/', {}, async (page, faults) => {
    const rows = askPublished(sql);
    expect(await run(page, sql)).toMatch(
      new RegExp(`^${rows.length} rows in \\d+ ms\\. .* of the file read\\.$`),
    );
    expect(await readRows(page)).toEqual(rows);
    expect(new URL(page.url()).searchParams.get('q')).toBe(sql);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    const lines = readFileSync(await download.path(), 'utf8')
      .trimEnd()
      .split('\r\n');
    expect(lines).toHaveLength(rows.length + 1);
    expect(lines[0]).toBe('domain,version,first_seen,word_count');
    expect(faults).toEqual([]);
  });
});

test('a statement in the address waits for the reader, and nothing is loaded before', async () => {
  const { sql } = workedQueries[0]!;
  await reader.open('data/schema/', {}, async (page) => {
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await page.getByRole('link', { name: 'Run it, or change it' }).first().click();
    await page.waitForURL(/\/sql\//);
    expect(await page.getByLabel('One statement').inputValue()).toBe(sql);
    expect(loaded.filter((url) => /\.sqlite$|\.wasm/.test(url))).toEqual([]);
    expect(await run(page, sql)).toMatch(/rows? in/);
    expect(loaded.filter((url) => url.endsWith('.sqlite')).length).toBeGreaterThan(0);
  });
});

test('of the file no more is loaded than a look-up or a search needs', async () => {
  await reader.open('sql/', {}, async (page) => {
    let loaded = 0;
    page.on('response', (response) => {
      if (!response.url().endsWith('.sqlite')) return;
      expect(response.status()).toBe(206);
      loaded += Number(response.headers()['content-length']);
    });
    const search = "select count(*) from clause_search where clause_search match 'cookies'";
    expect(await run(page, search)).toMatch(/^1 row in .* of the file read\.$/);
    expect(await readRows(page)).toEqual(askPublished(search));
    const size = Number(await page.locator('sql-page').getAttribute('data-size'));
    expect(loaded).toBeGreaterThan(0);
    expect(loaded).toBeLessThan(size / 2);
  });
});

test('a host that gives no parts is asked for the whole, once', async () => {
  await reader.open('sql/', {}, async (page) => {
    const statuses: number[] = [];
    await page.route('**/*.sqlite', async (route) => {
      const { range: _range, ...headers } = route.request().headers();
      const response = await route.fetch({ headers });
      statuses.push(response.status());
      await route.fulfill({ response });
    });
    expect(await run(page, 'select count(*) from v_versions')).toMatch(/^1 row in \d+ ms\.$/);
    expect(await run(page, 'select 1')).toMatch(/^1 row in \d+ ms\.$/);
    expect(statuses).toEqual([200]);
  });
});

test('knows the day, and saves every row of an answer that is only shown in part', async () => {
  await reader.open('sql/', {}, async (page) => {
    await run(page, "select date('now')");
    expect((await readRows(page))[0]![0]).toMatch(/^20\d\d-\d\d-\d\d$/);
    const many =
      'with recursive c(x) as (select 1 union all select x + 1 from c where x < 2500) select x from c';
    expect(await run(page, many)).toMatch(/there are more\./);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    expect(
      readFileSync(await download.path(), 'utf8')
        .trimEnd()
        .split('\r\n'),
    ).toHaveLength(2501);
    await page.getByText('All 2500 rows were saved.').waitFor();
  });
});

test('what cannot be run is said in SQLite’s words, with a hint', async () => {
  await reader.open('sql/', {}, async (page) => {
    expect(await run(page, 'select date from v_versions')).toBe(
      'No such column: date. Did you mean stated_date?',
    );
    expect(await run(page, 'delete from versions')).toMatch(
      /readonly database\. The file is only read here\.$/,
    );
    expect(await run(page, 'select 1; select 2')).toBe('One statement at a time.');
    expect(await run(page, '-- nothing')).toBe('There is no statement.');
    expect(await run(page, 'select 1 as one; -- and no more')).toMatch(/^1 row in/);
  });
});

test('more rows than can be read are cut, and a statement without an end can be stopped', async () => {
  const endless = 'with recursive c(x) as (select 1 union all select x + 1 from c) select x from c';
  await reader.open('sql/', {}, async (page) => {
    expect(await run(page, endless)).toMatch(/^The first 1000 rows in .*; there are more\./);
    await page.getByLabel('One statement').fill(`select count(*) from (${endless})`);
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByText('Running …').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    expect(await page.locator('sql-page [role=status]').innerText()).toBe('Stopped.');
    expect(await run(page, 'select 2 as two')).toMatch(/^1 row in/);
    expect(await readRows(page)).toEqual([['2']]);
  });
});

test('a file of the reader’s own is asked, one with a write-ahead log too, and what it holds stays text', async () => {
  const file = join(folder, 'own.sqlite');
  const own = new Database(file);
  own.pragma('journal_mode = wal');
  own.exec(
    "create table notes (words text, bytes blob); insert into notes values ('<img src=x onerror=alert(1)>', x'00ff')",
  );
  own.close();
  expect(existsSync(`${file}-wal`)).toBe(false);
  await reader.open('sql/', {}, async (page, faults) => {
    await page.getByLabel('or ask a file of your own').setInputFiles(file);
    expect(await run(page, 'select * from notes')).toMatch(/^1 row in/);
    expect(await readRows(page)).toEqual([['<img src=x onerror=alert(1)>', '(2 bytes)']]);
    expect(await run(page, 'select * from note')).toContain('Did you mean notes?');
    expect(faults).toEqual([]);
  });
});

test('without scripts the worked queries stand there with their answers', async () => {
  await reader.open('sql/', { javaScriptEnabled: false }, async (page) => {
    expect(await page.getByLabel('One statement').isVisible()).toBe(false);
    expect(await page.locator('main pre').allInnerTexts()).toEqual(workedQueries.map(({ sql }) => sql));
    expect(await page.getByRole('region', { name: /^Answer: / }).count()).toBeGreaterThan(5);
  });
});
