import { load } from 'cheerio';
import { beforeAll, expect, test } from 'vitest';
import { BASE, type BuiltSite, fixtureSiteBelowBase } from './support/built-site.ts';
import { POLICY } from './support/page-kinds.ts';

/** Addresses, which stay. */

let site: BuiltSite;
beforeAll(async () => {
  site = await fixtureSiteBelowBase();
});

test('has a page for every version and every change, and no other for the policy', () => {
  const own = site.pages.filter((file) => file.startsWith(`${POLICY}/`) && !/\/(?:clauses|at)\//.test(file));
  expect(own).toHaveLength(1 + 7 + 6 + 1);
  expect(own).toContain(`${POLICY}/2000-06-20--2001-02-04/index.html`);
  expect(site.files).toContain('quiet-harbour.example/privacy/undated/index.html');
});

test('leads on from an address that was published before', () => {
  const $ = load(site.read(`${POLICY}/1999-09-02/index.html`));
  expect($('h1').text()).toBe('The version published here has moved');
  expect($('main a').attr('href')).toBe(`${BASE}${POLICY}/1999-03-10/`);
});
