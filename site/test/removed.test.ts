import { copyFileSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { load } from 'cheerio';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStoreReadOnly } from '../../crawler/store/open.ts';
import { readPayload } from '../../crawler/store/payloads.ts';
import { buildSite } from '../build/build-site.ts';
import { type BuiltSite, fixtureSite, openSite } from './support/built-site.ts';
import { POLICY } from './support/page-kinds.ts';

/** A removal list from one build to the next: the words are gone from all files, and each address answers with a note. */

const folder = mkdtempSync(join(tmpdir(), 'palimpsest-removed-'));
const REASON = 'on request, "personal" data & more';
/** Of one version, and of a company of which nothing is left. */
const WORDS = [
  'categories of personal data each product processes',
  'derived from satellites',
  'We are two people and keep very little',
];
let before: BuiltSite;
let after: BuiltSite;

beforeAll(async () => {
  before = await fixtureSite();
  const store = join(folder, 'store.sqlite');
  copyFileSync(before.store, store);
  const site = join(folder, 'site');
  // The first build records what is published; the second learns of the list, over a store that was not derived since.
  await buildSite({ store, folder: site });
  writeFileSync(
    join(folder, 'removals.csv'),
    `domain,policy,first,last,removed_on,reason
lantern.example,privacy,2018-06-01,2018-06-01,2026-03-02,"${REASON.replaceAll('"', '""')}"
quiet-harbour.example,,,,2026-03-03,all of it
`,
  );
  await buildSite({ store, folder: site });
  after = openSite(site, store);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Everything a folder holds as text, unpacked; the pieces of the search put together again. */
function readEverything(site: BuiltSite): string {
  const read = (file: string) => {
    const bytes = readFileSync(join(site.folder, file));
    return file.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  };
  const isPiece = (file: string) => /^search\/file\/.*\/\d+\.gz$/.test(file);
  const pieces = site.files
    .filter(isPiece)
    .sort((a, b) => Number(/(\d+)\.gz$/.exec(a)![1]) - Number(/(\d+)\.gz$/.exec(b)![1]));
  const others = site.files.filter((file) => !isPiece(file) && statSync(join(site.folder, file)).isFile());
  return [Buffer.concat(pieces.map(read)), ...others.map(read)]
    .map((bytes) => bytes.toString('latin1'))
    .join('\n');
}

/** Every payload of the file that is offered for download. */
function readPayloads(site: BuiltSite): string {
  const [file] = globSync('data/*.sqlite', { cwd: site.folder });
  const store = openStoreReadOnly(join(site.folder, file!));
  const ids = store.prepare('select id from payloads where length(stored) > 0').pluck().all() as number[];
  const text = ids.map((id) => readPayload(store, id).toString('utf8')).join('\n');
  store.close();
  return text;
}

test('no file of the site holds the words, the search and the dataset included', () => {
  const [earlier, now] = [readEverything(before), readEverything(after)];
  for (const words of WORDS) {
    expect(earlier, words).toContain(words);
    expect(now, words).not.toContain(words);
    expect(readPayloads(before), words).toContain(words);
    expect(readPayloads(after), words).not.toContain(words);
  }
});

test('every published address of a version, a change, a policy or a company still answers', () => {
  const published = (site: BuiltSite) =>
    site.pages.filter((file) => file.includes('.example/') && !/\/(?:at|clauses)\//.test(file));
  const gone = published(before).filter((file) => !after.pages.includes(file));
  expect(gone).toEqual([]);
});

test('the note says what, when, why and the hash, and leads on', () => {
  const page = `${POLICY}/2018-06-01/`;
  const $ = load(after.read(`${page}index.html`));
  const text = $('main').text().replace(/\s+/g, ' ');
  expect($('h1').text()).toBe('Removed: privacy policy of lantern.example, 2018-06-01');
  expect(text).toContain('captured1 Jun 2018');
  expect(text).toContain('removed2 March 2026');
  expect(text).toContain(REASON);
  const { text_hash: hash } = JSON.parse(before.read(`${page}index.json`)) as { text_hash: string };
  expect(text).toContain(hash);
  expect(
    $('main a')
      .map((_, link) => $(link).attr('href'))
      .get(),
  ).toContain(`/${POLICY}/`);
  expect(JSON.parse(after.read(`${page}index.json`)).removed).toMatchObject([
    { slug: '2018-06-01', removed_on: '2026-03-02', reason: REASON, text_hash: hash },
  ]);
  for (const twin of ['index.md', 'index.txt'])
    expect(after.read(page + twin)).toContain(`text sha-256: ${hash}`);
});

test('a change with a removed side has a note too, in all its forms', () => {
  const page = `${POLICY}/2005-03-12--2018-06-01/`;
  expect(load(after.read(`${page}index.html`))('h1').text()).toBe(
    'Removed: privacy policy of lantern.example, 2005-03-12 → 2018-06-01',
  );
  expect(JSON.parse(after.read(`${page}index.json`)).removed).toHaveLength(1);
  for (const twin of ['index.txt', 'index.patch'])
    expect(after.read(page + twin)).toContain('A text on one of its sides');
});

test('the rest of the history stays where it was', () => {
  for (const page of ['2005-03-12', '2001-02-04--2005-03-11']) {
    const text = (site: BuiltSite) => {
      const $ = load(site.read(`${POLICY}/${page}/index.html`));
      // What the margin says of a clause depends on what is known of its later life.
      $('.note').remove();
      return $('.policy-text, .changes').text();
    };
    expect(text(after)).toBe(text(before));
  }
  expect(load(after.read(`${POLICY}/index.html`))('.timeline .entry-head').length).toBe(6);
  expect(after.pages).not.toContain('companies/quiet-harbour.example/index.html');
  expect(after.read('companies/index.html')).not.toContain('quiet-harbour');
});

test('the list is published with the number of captures it covers', () => {
  const { removals } = JSON.parse(after.read('status/index.json')) as {
    removals: { captures: number; reason: string }[];
  };
  expect(removals.map(({ captures }) => captures)).toEqual([1, 1]);
  expect(load(after.read('status/index.html'))('main').text()).toContain(REASON);
});

test('no link of the new site leads nowhere', () => {
  for (const file of after.pages.filter((one) => !one.startsWith('search/'))) {
    const $ = load(after.read(file));
    for (const element of $('main a[href], link[rel=alternate]').toArray()) {
      const href = $(element).attr('href')!;
      if (/^(?:https?:|mailto:|#)/.test(href)) continue;
      const { pathname } = new URL(href, `http://site/${file.replace(/index\.html$/, '')}`);
      const path = pathname.slice(1);
      expect(after.files, `${href} in ${file}`).toContain(
        path === '' || path.endsWith('/') ? `${path}index.html` : path,
      );
    }
  }
});

test('where the list no longer names it, the text is back', async () => {
  writeFileSync(join(folder, 'removals.csv'), 'domain,policy,first,last,removed_on,reason\n');
  const site = join(folder, 'site');
  await buildSite({ store: after.store, folder: site });
  const text = load(openSite(site, after.store).read(`${POLICY}/2018-06-01/index.html`))(
    '.policy-text',
  ).text();
  expect(text).toContain(WORDS[0]);
});
