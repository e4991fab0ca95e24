/** One address in several languages: what changes the language is another document, and no rewrite of the policy. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../store/index.ts';
import { addVersion } from '../test/add-version.ts';

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

async function derive(texts: readonly (readonly [year: string, markdown: string])[]) {
  for (const [year, markdown] of texts) {
    await addVersion(file, { domain: DOMAIN, timestamp: `${year}0601000000`, markdown });
  }
  const store = openStore(file);
  const slugs = store.prepare<[], { slug: string }>('select slug from versions order by version').all();
  const told = store
    .prepare<[], { reason: string | null }>('select reason from outcomes order by capture_id')
    .all();
  store.close();
  return { versions: slugs.map(({ slug }) => slug), reasons: told.map(({ reason }) => reason) };
}

test('captures in another language stand beside the history and make no versions of it', async () => {
  const { versions, reasons } = await derive([
    ['2015', german('')],
    ['2016', ENGLISH],
    ['2017', german('Fragen beantworten wir gern.')],
  ]);
  expect(versions).toEqual(['2015-06-01', '2017-06-01']);
  expect(reasons).toEqual([null, 'other-language', null]);
});
