/** Which captures are looked at next where one address speaks two languages in turn. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listPolicyRows, listStoredCaptures, openStore } from '../../store/index.ts';
import { addVersion } from '../../test/add-version.ts';
import { chooseProbes } from './probe.ts';

const french = (rest: string) => `# Politique de confidentialité

Nous recueillons votre nom et votre adresse lorsque vous passez une commande chez nous, et nous les conservons deux ans.

Nous ne communiquons vos données personnelles qu'aux transporteurs qui livrent vos colis, et à personne d'autre. ${rest}
`;
const ENGLISH = `# Privacy Policy

We collect your name and mail address when you place an order with us, and we keep both of them for two years.

We share personal information with the carriers that bring your parcels, and with nobody else.
`;

test('a text between two of the rarer language is looked for as one of the other is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'probe-'));
  const file = join(folder, 'store.sqlite');
  openStore(file).close();
  const texts = [ENGLISH, french(''), french('Nous répondons à vos questions.'), ENGLISH];
  for (const [k, markdown] of texts.entries()) {
    await addVersion(file, { domain: 'fernhill.example', timestamp: `201${k}0601000000`, markdown });
  }
  const store = openStore(file);
  const { id: policyId } = listPolicyRows(store).find(({ policy }) => policy === 'privacy')!;
  const looked = listStoredCaptures(store, { policyId }).map((one) => ({ ...one, length: '3000' }));
  expect(looked).toHaveLength(texts.length);
  // Between the two French ones a text came and went: the records grow by a paragraph, and shrink.
  const open = [3000, 3400, 3400, 3400, 3000, 3000].map((length, k) => ({
    ...looked[1]!,
    ...{ id: 1000 + k, timestamp: `2011090${k + 1}000000`, digest: `OPEN${k}`, length: String(length) },
    hasMemento: false,
  }));
  const english = Array.from({ length: 12 }, () => looked.at(-1)!);
  const captures = [...looked.slice(0, 2), ...open, ...looked.slice(2), ...english];
  const sampled = captures.map((capture) => ({ capture, source: capture }));
  const { probes } = chooseProbes(store, policyId, sampled, new Set());
  store.close();
  rmSync(folder, { recursive: true });
  expect(probes.map(({ source }) => source.length)).toEqual(['3400']);
});
