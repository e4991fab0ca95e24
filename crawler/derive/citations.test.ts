/** What versions cite: a moment of their own, also where the payload was fetched for another capture. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { silentEffects } from '../effects.ts';
import { openStore, type Store } from '../store/open.ts';
import { listContradictions } from '../store/read/check.ts';
import { listStoredCaptures } from '../store/read/ground.ts';
import { listVersions } from '../store/read/policies.ts';
import {
  ensureAddress,
  ensurePolicy,
  startCrawl,
  writeListing,
  writeMemento,
} from '../store/write/ground.ts';
import { deriveHistory } from './derive-history.ts';
import { normalizeCaptures } from './normalize-capture.ts';

const DOMAIN = 'fernhill.example';
const ADDRESS = `http://${DOMAIN}/privacy`;
const NOW = '2024-01-01T00:00:00Z';

let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'citations-'));
  store = openStore(join(folder, 'store.sqlite'));
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const page = (rule: string) =>
  `<html><head><title>Privacy Policy</title></head><body><h1>Privacy Policy</h1>${[
    'We collect your name and mail address when you place an order, and keep both for two years.',
    'We share personal information with the carriers that bring your parcels, and with nobody else.',
    'Cookies remember your basket; you may refuse them in your browser and still order by letter.',
    'You may ask at any time which personal information we hold about you, and have it deleted.',
    rule,
  ]
    .map((clause) => `<p>${clause}</p>`)
    .join('\n')}</body></html>`;
const BODIES = { A: page('We sell nothing to anybody.'), B: page('We may sell what we know to partners.') };

/** Captures of two bodies, `A` and `B`; those with `landed` are fetched, and the archive played that second. */
async function deriveFrom(rows: readonly { at: string; body: 'A' | 'B'; landed?: string }[]) {
  const crawl = {
    domain: DOMAIN,
    command: 'crawl' as const,
    archive: 'http://archive.example',
    program: 'test/1',
  };
  const crawlId = startCrawl(store, { ...crawl, options: {}, now: NOW });
  const policy = { id: ensurePolicy(store, DOMAIN, 'privacy'), domain: DOMAIN, policy: 'privacy' };
  const addressId = ensureAddress(store, {
    ...{ domain: DOMAIN, url: ADDRESS, urlkey: 'example,fernhill)/privacy', role: 'policy' as const },
    ...{ policyId: policy.id, confidence: 1, evidence: [], archive: 'http://archive.example' },
  });
  const captures = rows.map(({ at, body }) => ({
    ...{ urlkey: 'example,fernhill)/privacy', timestamp: at, listedTimestamp: at, original: ADDRESS },
    ...{ mimetype: 'text/html', statuscode: '200', digest: body.repeat(32), length: '900' },
  }));
  writeListing(store, addressId, crawlId, captures, { state: 'complete', note: null, now: NOW });
  const stored = listStoredCaptures(store, { addressId });
  rows.forEach(({ body, landed }, k) => {
    if (!landed) return;
    const answer = { statuscode: 200, contentType: 'text/html', headers: {}, hops: [] };
    const memento = { ...answer, timestamp: landed, original: ADDRESS, payload: Buffer.from(BODIES[body]) };
    writeMemento(store, stored[k]!.id, memento, NOW);
  });
  await normalizeCaptures(
    store,
    policy,
    stored.filter((_, k) => rows[k]!.landed).map(({ id }) => id),
    silentEffects,
  );
  deriveHistory(store, policy, '1');
  return listVersions(store, DOMAIN, 'privacy');
}

test('a text that comes back cites its own capture, with the title and hash of the payload it shares', async () => {
  const versions = await deriveFrom([
    { at: '20010601000000', body: 'A', landed: '20010601000000' },
    { at: '20020601000000', body: 'B', landed: '20020601000000' },
    { at: '20030601000000', body: 'A' },
    { at: '20040601000000', body: 'A' },
  ]);
  expect(versions.map(({ mementoUrl }) => mementoUrl)).toEqual(
    ['20010601000000', '20020601000000', '20030601000000'].map(
      (at) => `http://archive.example/web/${at}/${ADDRESS}`,
    ),
  );
  expect(versions[2]).toMatchObject({ title: 'Privacy Policy', textHash: versions[0]!.textHash });
  const urls = store.prepare('select memento_url from v_versions order by version').pluck().all();
  expect(urls).toEqual(versions.map(({ mementoUrl }) => mementoUrl));
  expect(listContradictions(store)).toEqual([]);
});

test('where the archive played a neighbour, the capture itself is cited', async () => {
  const versions = await deriveFrom([
    { at: '20010601000000', body: 'A', landed: '20010601050000' },
    { at: '20020601000000', body: 'B', landed: '20020601000000' },
  ]);
  expect(versions[0]!.mementoUrl).toContain('/web/20010601000000/');
  expect(listContradictions(store)).toEqual([]);
});

test('check names a version that cites a moment outside its span', async () => {
  await deriveFrom([
    { at: '20010601000000', body: 'A', landed: '20010601000000' },
    { at: '20020601000000', body: 'B', landed: '20020601000000' },
    { at: '20030601000000', body: 'A' },
  ]);
  store.exec('delete from citations');
  expect(listContradictions(store)).toEqual([
    expect.stringContaining('version that cites a memento outside its span'),
  ]);
});
