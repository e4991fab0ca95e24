import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sha256 } from '../../crawler/hash.ts';
import { type BuiltSite, buildFixtureSite } from './built-site.ts';
import { lanternCaptures } from './support/fixture-texts.ts';

const BASE = '/reading/room/';
const LANTERN = 'lantern.example/privacy';
let site: BuiltSite;

beforeAll(async () => {
  site = await buildFixtureSite(BASE);
});
afterAll(() => site?.remove());

const pages = () => site.files.filter((file) => file.endsWith('.html'));
/** Address of a page's folder within the site. */
const addressOf = (file: string) => BASE + file.replace(/index\.html$/, '');

describe('the built site', () => {
  test('has a page for every version and every change, and no other for the policy', () => {
    const own = pages().filter((file) => file.startsWith(`${LANTERN}/`) && !/\/(?:clauses|at)\//.test(file));
    expect(own).toHaveLength(1 + 7 + 6 + 1);
    expect(own).toContain(`${LANTERN}/2000-06-20--2001-02-04/index.html`);
    expect(site.files).toContain('quiet-harbour.example/privacy/undated/index.html');
  });

  test('asks nothing of any other host', () => {
    for (const file of pages()) {
      const $ = load(site.read(file));
      const asked = $('script[src], img[src], iframe, object, embed, link[href]:not([rel=canonical])')
        .map((_, element) => $(element).attr('src') ?? $(element).attr('href') ?? 'embedded')
        .get();
      for (const address of asked) expect(address, file).toMatch(new RegExp(`^${BASE}`));
    }
    for (const file of site.files.filter((one) => one.endsWith('.css'))) {
      expect(site.read(file)).not.toMatch(/url\(\s*['"]?(?!#|['"]?#)/);
      expect(site.read(file)).not.toContain('@import');
    }
  });

  test('holds no inline script, style or handler, and says so in its policy', () => {
    for (const file of pages()) {
      const $ = load(site.read(file));
      expect($('script:not([src])').length, file).toBe(0);
      expect($('style, [style]').length, file).toBe(0);
      const handlers = $('*')
        .toArray()
        .flatMap((element) => ('attribs' in element ? Object.keys(element.attribs) : []))
        .filter((name) => name.startsWith('on'));
      expect(handlers, file).toEqual([]);
      const policy = $('meta[http-equiv="Content-Security-Policy"]').attr('content') ?? '';
      expect(policy, file).toContain("default-src 'none'");
      expect(policy, file).not.toContain('unsafe');
    }
  });

  test('has no broken link or anchor', () => {
    const ids = new Map(pages().map((file) => [addressOf(file), idsOf(file)]));
    for (const file of pages()) {
      const $ = load(site.read(file));
      for (const element of $('a[href]').toArray()) {
        const href = $(element).attr('href')!;
        if (/^(?:https?:|mailto:)/.test(href)) continue;
        const target = new URL(href, `http://site${addressOf(file)}`);
        expect(target.pathname.startsWith(BASE), `${href} in ${file} leaves the base path`).toBe(true);
        const path = target.pathname.slice(BASE.length);
        const there = path === '' || path.endsWith('/') ? `${path}index.html` : path;
        expect(existsSync(join(site.folder, there)), `${href} in ${file}`).toBe(true);
        if (target.hash)
          expect(ids.get(target.pathname)?.has(target.hash.slice(1)), `${href} in ${file}`).toBe(true);
      }
    }
  });

  test('has one h1, unique ids and a title of its own on every page', () => {
    const titles = new Map<string, string>();
    for (const file of pages()) {
      const $ = load(site.read(file));
      expect($('h1').length, file).toBe(1);
      const title = $('title').text();
      expect(titles.get(title), `${file} has the title of`).toBeUndefined();
      titles.set(title, file);
      const all = $('[id]')
        .map((_, element) => $(element).attr('id'))
        .get();
      expect(new Set(all).size, `ids in ${file}`).toBe(all.length);
    }
  });

  test('has JSON twins that are valid, beside pages, timeline and changes', () => {
    const twins = site.files.filter((file) => file.endsWith('.json'));
    for (const file of twins) expect(() => JSON.parse(site.read(file)), file).not.toThrow();
    for (const file of pages()) {
      const twin = load(site.read(file))('link[rel=alternate][type="application/json"]').attr('href');
      if (twin) expect(twins, file).toContain(twin.slice(BASE.length));
    }
    for (const folder of [LANTERN, `${LANTERN}/2001-02-04`, `${LANTERN}/2000-06-20--2001-02-04`]) {
      expect(twins).toContain(`${folder}/index.json`);
    }
  });

  test('says what was observed and never more', () => {
    const [before, after] = ['2001-02-04', '2005-03-11'];
    const text = load(site.read(`${LANTERN}/${before}--${after}/index.html`))('main').text();
    expect(text).toContain('between 4 Feb 2001 and 11 Mar 2005');
    for (const file of pages()) {
      const main = load(site.read(file))('main');
      main.find('.policy-text, .changes, .sentence-view, .cite, .removed').remove();
      expect(main.text(), file).not.toMatch(/until today|current policy|deleted in|secretly|!(?:\s|$)/i);
      expect(main.text(), file).not.toMatch(/changed on \d+ \w+ \d{4}(?! or \d)/);
    }
    const timeline = load(site.read(`${LANTERN}/index.html`))('main').text();
    expect(timeline).toContain('no usable capture for 4 years; the archive holds 1 capture here, not usable');
    expect(timeline).toContain('returns to the text of 2000-06-20');
    expect(timeline).toContain('last seen 1 Jun 2018; not looked for since 2 Mar 2026');
  });

  test('marks what is invented', () => {
    for (const file of pages().filter((one) => one.includes('.example/'))) {
      expect(load(site.read(file))('.invented').text(), file).toBe('Invented company, for demonstration');
    }
  });

  test('leads on from an address that was published before', () => {
    const $ = load(site.read(`${LANTERN}/1999-09-02/index.html`));
    expect($('h1').text()).toBe('The version published here has moved');
    expect($('main a').attr('href')).toBe(`${BASE}${LANTERN}/1999-03-10/`);
  });

  test('keeps pages light', () => {
    const style = site.files
      .filter((file) => file.endsWith('.css'))
      .reduce((sum, file) => sum + packed(file), 0);
    for (const file of pages()) expect(packed(file) + style, file).toBeLessThan(60_000);
  });

  test('serves the store the pages were made from, and lists every file with its hash', () => {
    const { file } = JSON.parse(site.read('data/index.json'));
    const path = join(site.folder, 'data', file.name);
    expect(statSync(path).size).toBe(file.size_bytes);
    const store = new Database(path, { readonly: true });
    expect(store.prepare('select count(*) from v_versions').pluck().get()).toBe(9);
    store.close();
    const manifest = JSON.parse(site.read('manifest.json')) as { files: { path: string; sha256: string }[] };
    const listed = new Map(manifest.files.map((one) => [one.path, one.sha256]));
    expect([...listed.keys(), 'manifest.json'].sort()).toEqual([...site.files].sort());
    expect(listed.get('index.html')).toBe(sha256(site.read('index.html')));
    expect(listed.get(`data/${file.name}`)).toBe(file.sha256);
  });

  test('describes every column of every view', () => {
    const { views } = JSON.parse(site.read('data/index.json')) as {
      views: { name: string; one_row_per?: string; columns: { name: string; meaning?: string }[] }[];
    };
    expect(views.map((view) => view.name)).toContain('v_versions');
    for (const view of views) {
      expect(view.one_row_per, view.name).toBeTruthy();
      for (const column of view.columns) expect(column.meaning, `${view.name}.${column.name}`).toBeTruthy();
    }
  });
});

describe('the twins of a version', () => {
  test('Markdown begins with the provenance header and holds the text', () => {
    const [timestamp, markdown] = lanternCaptures[3]!;
    const twin = site.read(`${LANTERN}/2000-06-20/index.md`);
    const [header, blank, ...text] = twin.split('\n');
    expect(header).toBe(
      '> *The following text is extracted and transformed from the lantern.example privacy policy that was archived on ' +
        `2000-06-20. Please check the [original snapshot on the Wayback Machine](https://web.archive.org/web/${timestamp}` +
        'id_/http%3A//www.lantern.example/privacy.html) for the most accurate reproduction.*',
    );
    expect(blank).toBe('');
    expect(text.join('\n')).toBe(markdown);
  });

  test('plain text holds every clause without marks', () => {
    const text = site.read(`${LANTERN}/2000-06-20/index.txt`);
    expect(text).toContain('Write to privacy@lantern.example or see our help pages.');
    expect(text).not.toMatch(/^#|\]\(/m);
  });

  test('JSON says the same as the dataset does', () => {
    const twin = JSON.parse(site.read(`${LANTERN}/2000-06-20/index.json`));
    expect(twin).toMatchObject({
      domain: 'lantern.example',
      version: 3,
      first_seen: '2000-06-20T10:15:00Z',
      memento_url: 'https://web.archive.org/web/20000620101500/http://www.lantern.example/privacy.html',
      stated_date: '2000-06-01',
    });
    expect(
      twin.clauses.some((clause: { topics: { topic: string }[] }) =>
        clause.topics.some(({ topic }) => topic === 'cookies'),
      ),
    ).toBe(true);
  });
});

describe('a change', () => {
  test('counts in the summary, on the page and in the twin are the same', () => {
    for (const file of pages().filter((one) => one.includes('--'))) {
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
    const file = `${LANTERN}/2000-01-15--2000-06-20`;
    const $ = load(site.read(`${file}/index.html`));
    const side = (drop: string) => {
      const body = $('.changes').clone();
      body.find(`.change-head, .side-form, summary, .quiet-note, .departure, ${drop}`).remove();
      return words(
        body
          .find('p')
          .map((_, element) => $(element).text())
          .get()
          .join(' '),
      );
    };
    expect(side('del')).toBe(words(site.read(`${LANTERN}/2000-06-20/index.txt`)));
    expect(side('ins')).toBe(words(site.read(`${LANTERN}/2000-01-15/index.txt`)));
  });

  test('a rewrite is outlined by topic', () => {
    const $ = load(site.read(`${LANTERN}/2005-03-12--2018-06-01/index.html`));
    expect($('.headline').text()).toMatch(/^This is a new text\. /);
    expect(
      $('.outline-view caption')
        .map((_, element) => $(element).text())
        .get(),
    ).toContain('Topics gained');
    expect($('#_view-outline').attr('checked')).toBeDefined();
  });
});

describe('a clause', () => {
  const clausePage = (label: string) => {
    const $ = load(site.read(`${LANTERN}/clauses/index.html`));
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
    const $ = load(site.read(`${LANTERN}/2001-02-04/index.html`));
    const note = $('p:contains("Our web site sets cookies")').prevAll('.note').first();
    expect(note.text()).toContain('since 20 Jun 2000');
    expect(note.find('a').first().attr('href')).toMatch(
      new RegExp(`^${BASE}${LANTERN}/2000-01-15--2000-06-20/#change-\\d+$`),
    );
  });
});

test('hostile texts come out as text', () => {
  const html = site.read('hostile.example/privacy/2003-04-05/index.html');
  const $ = load(html);
  expect($('.policy-text').find('script, img, svg, style, iframe').length).toBe(0);
  expect($('.policy-text').text()).toContain("<script>document.title='broken'</script>");
  expect(
    $('.policy-text a[href]')
      .map((_, element) => $(element).attr('href'))
      .get()
      .filter((href) => !/^[#/]/.test(href)),
  ).toEqual(['https://www.hostile.example/?a=1&b=%222%22']);
  expect($('.contents').text()).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  expect($('main').attr('id')).toBe('_main');
});

/** Words of a text, so that line ends and blocks make no difference. */
function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function idsOf(file: string): Set<string> {
  const $ = load(site.read(file));
  return new Set(
    $('[id]')
      .map((_, element) => $(element).attr('id'))
      .get(),
  );
}

function packed(file: string): number {
  return gzipSync(site.read(file)).length;
}
