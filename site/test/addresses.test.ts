import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { silentEffects } from '../../crawler/effects.ts';
import { importFiles } from '../../crawler/run/intake/import.ts';
import { openStore } from '../../crawler/store/open.ts';
import { type SiteServer, serveSite } from '../../scripts/serve-site.ts';
import { buildSite } from '../build/build-site.ts';
import { BASE, type BuiltSite, fixtureSite, fixtureSiteBelowBase, openSite } from './support/built-site.ts';
import { lanternCaptures } from './support/fixture-texts.ts';
import { POLICY } from './support/page-kinds.ts';
import { findSilences } from './support/silences.ts';

/** A company whose policy is in a language that topics are not judged in. */
const UNJUDGED = 'fyrtaarn.example';
const DANISH = `Fyrtårnets privatlivspolitik

Denne politik fortæller, hvilke personoplysninger vi indsamler om dig, når du besøger vores side, og hvad vi bruger dem til.

Vi sætter cookies for at huske dit sprog, og vi deler ikke dine oplysninger med andre end dem, der sender vores pakker ud.

Børn under 13 år må ikke oprette en konto hos os. Skriv til os, hvis du vil have dine oplysninger rettet eller slettet.
`;

/** Addresses: one for each version and change, and none that ever vanishes. */

test('every version and every change has a page, and the policy has no other', async () => {
  const { pages } = await fixtureSiteBelowBase();
  const own = pages.filter((file) => file.startsWith(`${POLICY}/`) && !/\/(?:clauses|at)\//.test(file));
  expect(own).toHaveLength(1 + 7 + 6 + 1);
  expect(own).toContain(`${POLICY}/2000-06-20--2001-02-04/index.html`);
  expect(pages).toContain('quiet-harbour.example/privacy/undated/index.html');
});

test('an address whose version is another now leads on to it', async () => {
  const $ = load((await fixtureSiteBelowBase()).read(`${POLICY}/1999-09-02/index.html`));
  expect($('h1').text()).toBe('The version published here has moved');
  expect($('main a').attr('href')).toBe(`${BASE}${POLICY}/1999-03-10/`);
});

describe('when captures turn up that were not known before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-addresses-'));
  let before: BuiltSite;
  let after: BuiltSite;
  let server: SiteServer;

  /** An earlier capture of the first text, and a text of its own between two others. */
  const found: readonly (readonly [timestamp: string, markdown: string])[] = [
    ['19981201090000', lanternCaptures[0]![1]],
    ['20030601090000', lanternCaptures[4]![1].replace('scrambled', 'kept in a second room')],
  ];

  beforeAll(async () => {
    before = await fixtureSite();
    const file = join(folder, 'store.sqlite');
    copyFileSync(before.store, file);
    const store = openStore(file);
    for (const [timestamp, markdown] of found) {
      const path = join(folder, `${timestamp}.md`);
      writeFileSync(path, markdown);
      const url = 'http://www.lantern.example/privacy.html';
      await importFiles(store, [path], { domain: 'lantern.example', timestamp, url }, silentEffects);
    }
    const danish = join(folder, 'danish.txt');
    writeFileSync(danish, DANISH);
    await importFiles(
      store,
      [danish],
      { domain: UNJUDGED, timestamp: '20210601000000', url: `http://${UNJUDGED}/p` },
      silentEffects,
    );
    store.close();
    const site = join(folder, 'site');
    await buildSite({ store: file, folder: site });
    after = openSite(site, file);
    server = await serveSite({ folder: site, port: 0 });
  });
  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the new pages are there', () => {
    expect(after.pages).toContain(`${POLICY}/2003-06-01/index.html`);
    expect(after.pages).toContain(`${POLICY}/2001-02-04--2003-06-01/index.html`);
    const first = load(after.read(`${POLICY}/1999-03-10/index.html`))('.facts').text();
    expect(first).toContain('seen 1 Dec 1998 to 2 Sep 1999, 3 captures');
  });

  test('every page of the build before still answers, with a page, or where it went', async () => {
    const lost: string[] = [];
    for (const file of before.pages) {
      const answer = await fetch(server.url + file.replace(/index\.html$/, ''));
      const $ = load(await answer.text());
      if (answer.status !== 200 || $('h1').length !== 1) lost.push(`${file}: ${answer.status}`);
      // What went elsewhere says where to.
      if (/has moved/.test($('h1').text()) && $('main p a[href]').length === 0)
        lost.push(`${file}: leads nowhere`);
    }
    expect(lost).toEqual([]);
  });

  test('a change that is two now leads to a comparison of its texts', () => {
    const $ = load(after.read(`${POLICY}/2001-02-04--2005-03-11/index.html`));
    const links = $('main a')
      .map((_, element) => $(element).attr('href'))
      .get();
    expect(links).toContain(`/compare/?left=${POLICY}@2001-02-04&right=${POLICY}@2005-03-11`);
  });

  test('of a text in a language without rules nothing is said to be missing, wherever it is spoken of', () => {
    const { parts, silences } = findSilences(after, UNJUDGED);
    expect(parts).toBeGreaterThan(50);
    expect(silences).toEqual([]);
    const cell = load(after.read('topics/children/index.html'))(`tr:contains("${UNJUDGED}")`).text();
    expect(cell).toContain('not judged: no rules for Danish');
    const twin = JSON.parse(after.read(`${UNJUDGED}/privacy/2021-06-01/index.json`));
    expect(twin.clauses.map(({ topics }: { topics: unknown }) => topics)).toEqual(
      twin.clauses.map(() => null),
    );
    // The same walk finds what is said of a text that was judged.
    expect(findSilences(after, 'quiet-harbour.example').silences.join('\n')).toContain('says nothing');
  });
});
