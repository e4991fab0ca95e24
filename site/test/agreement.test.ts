import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { JUDGED_LANGUAGES } from '../../crawler/core/index.ts';
import { openStoreReadOnly } from '../../crawler/store/index.ts';
import { type BuiltSite, demoSite, findRealSite } from './support/built-site.ts';
import { findSilences } from './support/silences.ts';
import { readWhatIsSaid } from './support/site-agreement.ts';
import { findBrokenLinks } from './support/site-links.ts';

/** What a site says in several places is the same everywhere, what it links to is there, and what was not judged is not said. */

const real = findRealSite();
const SITES = [
  { name: 'the demo', find: demoSite },
  ...(real ? [{ name: 'the site of real policies', find: real }] : []),
];

/** What has to be compared, lest the reader of a page finds nothing any more and nobody notices. */
const COMPARED = [
  ...['versions', 'captures', 'visible changes', 'quiet changes', 'coverage', 'first seen', 'last seen'],
  ...[
    'changes',
    'edited',
    'added',
    'removed',
    'split',
    'merged',
    'moved',
    'shown',
    'counts',
    'words',
    'size',
  ],
  ...['words added', 'words removed', 'gist', 'short gist', 'label', 'window', 'stated date', 'in latest'],
  ...['half-years usable', 'half-years flagged', 'half-years none', 'speak', 'silent', 'not judged'],
];

/** Domains all of whose texts are in languages without rules. */
function listUnjudged({ store }: BuiltSite): string[] {
  const rows = openStoreReadOnly(store).prepare('select domain, language from v_versions').all() as {
    domain: string;
    language: string | null;
  }[];
  return [...Map.groupBy(rows, ({ domain }) => domain)].flatMap(([domain, all]) =>
    all.every(({ language }) => language === null || !JUDGED_LANGUAGES.includes(language)) ? [domain] : [],
  );
}

describe.each(SITES)('$name', { timeout: 300_000 }, ({ find }) => {
  test('says every count, size, date and gist the same on pages, in twins, tables and feeds', async () => {
    const said = readWhatIsSaid(await find());
    expect(said.listDisagreements()).toEqual([]);
    const compared = said.countCompared();
    expect(COMPARED.filter((kind) => !compared[kind])).toEqual([]);
  });

  test('links to nothing that is not there', async () => {
    const { followed, broken } = findBrokenLinks(await find());
    expect(broken).toEqual([]);
    expect(followed).toBeGreaterThan(1_000);
  });

  test('says of no text that something is not in it where its language was not judged', async () => {
    const site = await find();
    for (const domain of listUnjudged(site)) expect(findSilences(site, domain).silences).toEqual([]);
  });
});

test('a disagreement, a broken link and an anchor that is missing are found', async () => {
  const site = await demoSite();
  const file = 'parlor.example/privacy/index.html';
  const $ = load(site.read(file));
  $('.timeline .entry-gist').first().text('Something else.');
  $('main').append('<a href="/nowhere/">no</a><a href="#_none">no</a>');
  const altered = { ...site, read: (path: string) => (path === file ? $.html() : site.read(path)) };
  expect(readWhatIsSaid(altered).listDisagreements()).toEqual([
    expect.stringMatching(/^\/parlor\.example\/privacy\/\S+ gist: .*Something else\./),
  ]);
  expect(findBrokenLinks({ ...altered, files: altered.files }).broken).toEqual([
    `/nowhere/ in ${file} leads nowhere`,
    `#_none in ${file} leads to no such part of its page`,
  ]);
});
