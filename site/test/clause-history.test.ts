import { load } from 'cheerio';
import { beforeAll, describe, expect, test } from 'vitest';
import { BASE, type BuiltSite, fixtureSiteBelowBase } from './support/built-site.ts';
import { POLICY } from './support/page-kinds.ts';

/** The life of a clause. */

let site: BuiltSite;
beforeAll(async () => {
  site = await fixtureSiteBelowBase();
});

describe('a clause', () => {
  const clausePage = (label: string) => {
    const $ = load(site.read(`${POLICY}/clauses/index.html`));
    const href = $('tbody th[scope=row]')
      .filter((_, element) => $(element).text().includes(label))
      .find('a')
      .attr('href');
    return load(site.read(`${href?.slice(BASE.length)}index.html`));
  };

  test('has a page with every wording it had, and the time it was not there', () => {
    const $ = clausePage('Letters are stored in a locked room');
    expect($('.lead').text()).toBe(
      'First seen 4 Feb 2001. Last seen 12 Mar 2005; not present on 1 Jun 2018. Never edited in that time.',
    );
    const states = $('.wordings .entry-head').map((_, element) =>
      $(element)
        .children()
        .map((_at, part) => $(part).text())
        .get()
        .join('; '),
    );
    expect(states.get()).toEqual([
      'not present, 1 June 2018, 1 version',
      '2005-03-12; seen 12 March 2005, 1 version; 25 words',
      'not present, 11 March 2005, 1 version',
      '2001-02-04; seen 4 February 2001, 1 version; 25 words',
    ]);
    expect($('.wordings').text()).toContain('came back on 11 Mar 2005 or 12 Mar 2005');
  });

  test('says in the margin of a version since when it reads so, and leads to the change', () => {
    const $ = load(site.read(`${POLICY}/2001-02-04/index.html`));
    const note = $('p:contains("Our web site sets cookies")').prevAll('.note').first();
    expect(note.text()).toContain('since 20 Jun 2000');
    expect(note.find('a').first().attr('href')).toMatch(
      new RegExp(`^${BASE}${POLICY}/2000-01-15--2000-06-20/#change-\\d+$`),
    );
  });
});
