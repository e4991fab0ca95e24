import { load } from 'cheerio';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSite, fixtureSiteBelowBase } from './support/built-site.ts';
import { POLICY } from './support/page-kinds.ts';

/** What a change counts, shows and says in its twin. */

let site: BuiltSite;
beforeAll(async () => {
  site = await fixtureSiteBelowBase();
});

describe('a change', () => {
  test('counts in the summary, on the page and in the twin are the same', () => {
    for (const file of site.pages.filter((one) => one.includes('--'))) {
      const $ = load(site.read(file));
      const twin = JSON.parse(site.read(file.replace('.html', '.json')));
      const shown = $('.change').length;
      expect(
        twin.changes.filter((change: { anchor: string | null }) => change.anchor !== null),
        file,
      ).toHaveLength(shown);
      const counted = { edited: 0, added: 0, removed: 0, split: 0, merged: 0 };
      for (const kind of Object.keys(counted) as (keyof typeof counted)[]) {
        expect($(`.change.is-${kind}`).length, `${kind} in ${file}`).toBe(twin.counts[kind]);
      }
    }
  });

  test('without what is marked removed the page holds the new text, without what is marked added the old one', () => {
    const file = `${POLICY}/2000-01-15--2000-06-20`;
    const $ = load(site.read(`${file}/index.html`));
    const side = (drop: string) => {
      const body = $('.changes').clone();
      body.find(`.change-head, .sentence, .side-form, summary, .quiet-note, .departure, ${drop}`).remove();
      return words(
        body
          .find('p')
          .map((_, element) => $(element).text())
          .get()
          .join(' '),
      );
    };
    expect(side('del')).toBe(words(site.read(`${POLICY}/2000-06-20/index.txt`)));
    expect(side('ins')).toBe(words(site.read(`${POLICY}/2000-01-15/index.txt`)));
  });

  test('a rewrite is outlined by topic', () => {
    const $ = load(site.read(`${POLICY}/2005-03-12--2018-06-01/index.html`));
    expect($('.headline').text()).toMatch(/^This is a new text: /);
    expect(
      $('.outline-view caption')
        .map((_, element) => $(element).text())
        .get(),
    ).toContain('Topics gained');
    expect($('#_view-outline').attr('checked')).toBeDefined();
  });
});

/** Words of a text, so that line ends and blocks make no difference. */
function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
