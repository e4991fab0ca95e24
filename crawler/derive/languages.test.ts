/** One address in several languages: what changes the language is another document, and no rewrite of the policy. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { silentEffects } from '../effects.ts';
import { publishCopy } from '../run/share/publish-copy.ts';
import { listContradictions, openStore, replaceRemovals } from '../store/index.ts';
import { addVersion } from '../test/add-version.ts';
import { deriveAll } from './derive.ts';

const DOMAIN = 'fernhill.example';
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'languages-'));
  file = join(folder, 'store.sqlite');
  openStore(file).close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const german = (rest: string) => `# Datenschutzerklärung

Wir erheben Ihren Namen und Ihre Anschrift, wenn Sie bei uns bestellen, und bewahren beides zwei Jahre auf.

Wir geben personenbezogene Daten nur an die Boten weiter, die Ihre Pakete bringen, und sonst an niemanden. ${rest}
`;
const ENGLISH = `# Privacy Policy

We collect your name and mail address when you place an order with us, and we keep both of them for two years.

We share personal information with the carriers that bring your parcels, and with nobody else.
`;

const FRENCH = `# Politique de confidentialité

Nous recueillons votre nom et votre adresse lorsque vous passez une commande chez nous, et nous les conservons deux ans.

Nous ne communiquons vos données personnelles qu'aux transporteurs qui livrent vos colis, et à personne d'autre.
`;

async function derive(texts: readonly (readonly [year: string, markdown: string])[]) {
  for (const [year, markdown] of texts) {
    await addVersion(file, { domain: DOMAIN, timestamp: `${year}0601000000`, markdown });
  }
  return readStore();
}

/** The versions of each policy, and every capture with the policy, outcome and version it is told with. */
function readStore() {
  const store = openStore(file);
  const versions = store.prepare('select policy, slug, language from v_versions order by 1, 2').raw().all();
  const captures = store
    .prepare('select substr(timestamp, 1, 4), policy, outcome, version from v_captures order by 1')
    .raw()
    .all();
  const problems = listContradictions(store);
  store.close();
  return { versions, captures, problems };
}

test('captures in another language are a history of their own beside the first', async () => {
  const { versions, captures, problems } = await derive([
    ['2014', FRENCH],
    ['2015', german('')],
    ['2016', ENGLISH],
    ['2017', german('Fragen beantworten wir gern.')],
    ['2018', ENGLISH.replace('two years', 'three years')],
    ['2019', german('Fragen beantworten wir gern.')],
  ]);
  expect(versions).toEqual([
    ['privacy', '2015-06-01', 'de'],
    ['privacy', '2017-06-01', 'de'],
    ['privacy-en', '2016-06-01', 'en'],
    ['privacy-en', '2018-06-01', 'en'],
    ['privacy-fr', '2014-06-01', 'fr'],
  ]);
  expect(captures.map((row) => (row as unknown[]).slice(0, 2).join(' '))).toEqual([
    '2014 privacy-fr',
    '2015 privacy',
    '2016 privacy-en',
    '2017 privacy',
    '2018 privacy-en',
    '2019 privacy',
  ]);
  expect(captures.every((row) => (row as unknown[])[3] !== null)).toBe(true);
  expect(problems).toEqual([]);
});

test('what most captures are in may change, and nothing is left of what was derived before', async () => {
  await derive([
    ['2015', german('')],
    ['2016', ENGLISH],
    ['2017', german('')],
  ]);
  const { versions, captures, problems } = await derive([
    ['2018', ENGLISH],
    ['2019', ENGLISH],
  ]);
  expect(versions).toEqual([
    ['privacy', '2016-06-01', 'en'],
    ['privacy-de', '2015-06-01', 'de'],
  ]);
  expect(captures).toHaveLength(5);
  expect(problems).toEqual([]);
  const store = openStore(file);
  await deriveAll(store, silentEffects);
  expect(store.prepare('select policy from policies order by 1').pluck().all()).toEqual([
    'privacy',
    'privacy-de',
  ]);
  store.close();
  expect(readStore().versions).toEqual(versions);
});

test('a removal that names the policy of the rarer language takes its words, and says so of the captures', async () => {
  await derive([
    ['2015', german('')],
    ['2016', ENGLISH],
    ['2017', german('')],
  ]);
  const entry = {
    domain: DOMAIN,
    policy: 'privacy-en',
    first: '',
    last: '',
    removedOn: '2024-01-01',
    reason: 'asked',
  };
  const store = openStore(file);
  replaceRemovals(store, [entry]);
  const copy = join(folder, 'copy.sqlite');
  publishCopy(store, file, copy);
  store.close();
  file = copy;
  const { versions, captures } = readStore();
  expect(versions).toEqual([['privacy', '2015-06-01', 'de']]);
  expect(captures[1]).toEqual(['2016', 'privacy', 'skipped', null]);
});
