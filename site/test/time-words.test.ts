import { load } from 'cheerio';
import { beforeAll, expect, test } from 'vitest';
import { type BuiltSite, fixtureSiteBelowBase } from './support/built-site.ts';
import { POLICY } from './support/page-kinds.ts';

/** What is said of time: what was observed, and never more. */

let site: BuiltSite;
beforeAll(async () => {
  site = await fixtureSiteBelowBase();
});

test('says what was observed and never more', () => {
  const [before, after] = ['2001-02-04', '2005-03-11'];
  const text = load(site.read(`${POLICY}/${before}--${after}/index.html`))('main').text();
  expect(text).toContain('between 4 Feb 2001 and 11 Mar 2005');
  for (const file of site.pages) {
    const main = load(site.read(file))('main');
    main.find('.policy-text, .changes, .cite, .removed').remove();
    expect(main.text(), file).not.toMatch(/until today|current policy|deleted in|secretly|!(?:\s|$)/i);
    expect(main.text(), file).not.toMatch(/changed on \d+ \w+ \d{4}(?! or \d)/);
  }
  const timeline = load(site.read(`${POLICY}/index.html`))('main').text();
  expect(timeline).toContain('no usable capture for 4 years; the archive holds 1 capture here, not usable');
  expect(timeline).toContain('returns to the text of 2000-06-20');
  expect(timeline).toContain('last seen 1 Jun 2018; not looked for since 2 Mar 2026');
});
