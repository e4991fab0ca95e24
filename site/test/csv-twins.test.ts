import { load } from 'cheerio';
import { beforeAll, expect, test } from 'vitest';
import { type BuiltSite, fixtureSiteBelowBase } from './support/built-site.ts';
import { parseCsv } from './support/parse-csv.ts';

/** Pages that are tables, and their rows as a file. */

const LANTERN = 'lantern.example/privacy';
let site: BuiltSite;
beforeAll(async () => {
  site = await fixtureSiteBelowBase();
});

test('every page that names a CSV twin has one, and every twin is named and listed', () => {
  const twins = site.files.filter((file) => file.endsWith('/index.csv'));
  const named = site.files
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) => {
      const $ = load(site.read(file));
      const href = $('link[rel=alternate][type="text/csv"]').attr('href');
      if (href) expect($(`footer a[href="${href}"]`).length, file).toBe(1);
      return href ? [href.replace(/^\/reading\/room\//, '')] : [];
    });
  expect(named.filter((one) => one.endsWith('/index.csv')).sort()).toEqual(twins);
  expect(twins).toEqual(
    expect.arrayContaining([
      'companies/index.csv',
      'data/schema/index.csv',
      'status/index.csv',
      'topics/index.csv',
      'topics/cookies/index.csv',
      `${LANTERN}/index.csv`,
      `${LANTERN}/clauses/index.csv`,
    ]),
  );
  const listed = (JSON.parse(site.read('manifest.json')) as { files: { path: string }[] }).files;
  for (const twin of twins) expect(listed.map(({ path }) => path)).toContain(twin);
});

test('a twin has as many rows as its page, all of them as wide as the head', () => {
  const tables: [path: string, selector: string][] = [
    ['companies', 'table.companies tbody tr'],
    [LANTERN, '.timeline .entry-head'],
  ];
  for (const [path, selector] of tables) {
    const rows = parseCsv(site.read(`${path}/index.csv`));
    expect(rows.length - 1, path).toBe(load(site.read(`${path}/index.html`))(selector).length);
  }
  for (const file of site.files.filter((one) => one.endsWith('/index.csv'))) {
    const [head, ...rows] = parseCsv(site.read(file));
    for (const row of rows) expect(row.length, file).toBe(head!.length);
  }
});

test('no cell of any twin begins a formula', () => {
  for (const file of site.files.filter((one) => one.endsWith('.csv'))) {
    for (const cell of parseCsv(site.read(file)).flat())
      expect(cell, file).not.toMatch(/^[=+@\t\r]|^-(?!\d)/);
  }
});

test('hostile words arrive disarmed', () => {
  const rows = parseCsv(site.read('hostile.example/privacy/clauses/index.csv'));
  const [head] = rows;
  expect(rows.some((row) => row[head!.indexOf('label')]!.startsWith("'"))).toBe(true);
});
