import { beforeAll, expect, test } from 'vitest';
import { MOST_BYTES, mostOf, weighPages, weighScripts } from '../../scripts/page-weights.ts';
import { type BuiltSite, demoSite, fixtureSiteBelowBase } from './support/built-site.ts';

/** What pages and scripts weigh, compressed. */

let sites: readonly BuiltSite[];
beforeAll(async () => {
  sites = [await fixtureSiteBelowBase(), await demoSite()];
});

test('every page with its styles is light, or explained by the length of the text it shows', () => {
  for (const { folder, pages } of sites) {
    const weights = weighPages(folder);
    expect(weights).toHaveLength(pages.length);
    for (const weight of weights) expect(weight.bytes, weight.page).toBeLessThanOrEqual(mostOf(weight));
  }
});

test('texts of common length need no explanation', () => {
  for (const { folder } of sites) {
    for (const { page, bytes } of weighPages(folder)) expect(bytes, page).toBeLessThanOrEqual(MOST_BYTES);
  }
});

/** All that compares, pairs two companies by topic and maps long changes; dates were found by the build. */
const MOST_SCRIPTS = 40_000;

test('the scripts of the compare page are 40 kB at most, its worker included', () => {
  for (const { folder } of sites) {
    const bytes = weighScripts(folder, 'compare/index.html');
    expect(bytes).toBeGreaterThan(15_000);
    expect(bytes).toBeLessThanOrEqual(MOST_SCRIPTS);
  }
});
