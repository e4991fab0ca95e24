import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deriveAll } from '../../../crawler/derive/derive.ts';
import { type Effects, silentEffects } from '../../../crawler/effects.ts';
import { importFiles } from '../../../crawler/run/intake/import.ts';
import { openStore, type Store } from '../../../crawler/store/open.ts';
import { listAddresses, listStoredCaptures } from '../../../crawler/store/read/ground.ts';
import { startCrawl, writeFailure, writeListing } from '../../../crawler/store/write/ground.ts';
import { headedDocument } from '../../../crawler/test/add-version.ts';
import { hostileText, lanternCaptures, undatedText } from './fixture-texts.ts';

const NOW = '2026-03-02T09:00:00Z';
const effects: Effects = { ...silentEffects, now: () => NOW };

/** Adds a capture that the archive could not give: real stores have some. */
function addFailedCapture(store: Store, domain: string, timestamp: string): void {
  const [address] = listAddresses(store, domain);
  if (!address) throw new Error(`no address of ${domain}`);
  const crawlId = startCrawl(store, {
    domain,
    command: 'crawl',
    archive: 'https://web.archive.org',
    options: {},
    program: 'test',
    now: NOW,
  });
  const capture = {
    urlkey: 'example,lantern)/privacy.html',
    timestamp,
    listedTimestamp: timestamp,
    original: 'http://www.lantern.example/privacy.html',
    mimetype: 'text/html',
    statuscode: '200',
    digest: 'A'.repeat(32),
    length: '100',
  };
  writeListing(store, address.id, crawlId, [capture], { state: 'complete', note: null, now: NOW });
  const row = listStoredCaptures(store, { addressId: address.id }).find(
    (one) => one.timestamp === timestamp,
  )!;
  writeFailure(store, row.id, { reason: 'unavailable', isFinal: false, detail: 'status 503', now: NOW });
}

/** Makes a real store of the fixture texts in `file`. */
export async function makeFixtureStore(file: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-fixture-'));
  const write = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const store = openStore(file);
  try {
    const lantern = lanternCaptures.map(([timestamp, markdown]) =>
      write(`lantern-${timestamp}.md`, headedDocument({ domain: 'lantern.example', timestamp, markdown })),
    );
    await importFiles(store, lantern, {}, effects);
    const hostile = write(
      'hostile.md',
      headedDocument({ domain: 'hostile.example', timestamp: '20030405060708', markdown: hostileText }),
    );
    await importFiles(store, [hostile], {}, effects);
    const undated = write('quiet-harbour.txt', undatedText);
    await importFiles(store, [undated], { domain: 'quiet-harbour.example' }, effects);
    addFailedCapture(store, 'lantern.example', '20030101000000');
    await deriveAll(store, effects);
    // As after a change of rules: the second capture once had a version, and a page, of its own.
    store
      .prepare('insert into published select id, ?, ?, ? from policies where domain = ?')
      .run('1999-09-02', '19990902083000', 'gone', 'lantern.example');
  } finally {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
