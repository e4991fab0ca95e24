/** Several archives make one history, in which every capture says whose it is. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ArchiveServer, startArchiveServer } from '../../scripts/archive-server.ts';
import { type WarcCapture, writeWarc } from '../../scripts/warc/write-warc.ts';
import { makeFolder } from './demo-archive.ts';
import { runHere } from './in-process.ts';
import { query } from './small-history.ts';

const DOMAIN = 'fernhill.example';
const POLICY = `http://${DOMAIN}/privacy`;
const folder = makeFolder();
const store = join(folder, 'store.sqlite');

const CLAUSES = [
  'We collect your name and mail address when you place an order, and keep both for two years after the last one.',
  'We share personal information with the carriers that bring your parcels, and with nobody else without your consent.',
  'You may ask at any time which personal information we hold about you, and have it corrected or deleted.',
];
const page = (more: string) =>
  `<title>Privacy Policy</title><h1>Privacy Policy</h1>${[...CLAUSES, more].map((clause) => `<p>${clause}</p>`).join('')}`;
const capture = (url: string, timestamp: string, body: string): WarcCapture => ({
  url,
  timestamp,
  body,
  headers: [['Content-Type', 'text/html']],
});
const home = (year: number) =>
  capture(`http://${DOMAIN}/`, `${year}0101000000`, '<p>Seeds</p><a href="/privacy">Privacy policy</a>');

const FIRST = page('We set no cookies on these pages, and count nobody who reads them.');
const SECOND = page('We set one cookie, which remembers your basket until you leave these pages.');
const THIRD = page('We set cookies of others, who count you wherever you go, and tell us of it.');

/** The one archive links the policy from a home page; the other has never seen that page. */
const HELD = [
  [home(2001), capture(POLICY, '20010301000000', FIRST), capture(POLICY, '20020301000000', SECOND)],
  [capture(POLICY, '20020901000000', SECOND), capture(POLICY, '20050301000000', THIRD)],
];

const servers: ArchiveServer[] = [];
const origins = () => [servers[0]!.origin, `${servers[1]!.origin}/seeds`];

beforeAll(async () => {
  for (const [k, captures] of HELD.entries()) {
    const warcs = join(folder, `${k}.warc`);
    await writeWarc(warcs, captures);
    servers.push(await startArchiveServer({ warcs, pywbCollection: 'seeds' }));
  }
});
afterAll(async () => {
  for (const server of servers) await server.close();
});

const crawl = (...more: string[]) =>
  runHere(['crawl', DOMAIN, '--cdx-rate', '500', '--memento-rate', '500', '--store', store, ...more]);
const versions = () =>
  query(store, 'select first_seen, last_seen, capture_count, memento_url from v_versions order by version');

test('two archives make one history, and each capture is the one’s that holds it', async () => {
  const { exitCode, stderr } = await crawl(...origins().flatMap((origin) => ['--archive', origin]));
  expect(exitCode, stderr).toBe(0);
  const [wayback, pywb] = origins();
  expect(versions()).toEqual([
    {
      first_seen: '2001-03-01T00:00:00Z',
      last_seen: '2001-03-01T00:00:00Z',
      capture_count: 1,
      memento_url: `${wayback}/web/20010301000000/${POLICY}`,
    },
    {
      first_seen: '2002-03-01T00:00:00Z',
      last_seen: '2002-09-01T00:00:00Z',
      capture_count: 2,
      memento_url: `${wayback}/web/20020301000000/${POLICY}`,
    },
    {
      first_seen: '2005-03-01T00:00:00Z',
      last_seen: '2005-03-01T00:00:00Z',
      capture_count: 1,
      memento_url: `${pywb}/20050301000000/${POLICY}`,
    },
  ]);
  expect(query(store, 'select archive, outcome from v_captures order by timestamp')).toEqual([
    { archive: wayback, outcome: 'version' },
    { archive: wayback, outcome: 'version' },
    { archive: pywb, outcome: 'duplicate' },
    { archive: pywb, outcome: 'version' },
  ]);
});

test('what one archive was asked for and holds is not asked of the other again', async () => {
  const before = versions();
  const { exitCode, stderr } = await crawl('--archive', origins()[1]!, '--archive', origins()[0]!);
  expect(exitCode, stderr).toBe(0);
  expect(versions()).toEqual(before);
  expect(query(store, 'select count(*) as n from v_captures')).toEqual([{ n: 4 }]);
  const [asked] = query(store, 'select sum(memento) as n from requests where crawl_id > 2');
  expect(asked).toEqual({ n: 0 });
});

test('an archive that answers at another port is the same one', async () => {
  const before = query(store, 'select * from v_captures order by timestamp');
  const again = await startArchiveServer({ warcs: join(folder, '0.warc') });
  servers.push(again);
  const { exitCode, stderr } = await crawl('--archive', again.origin);
  expect(exitCode, stderr).toBe(0);
  expect(query(store, 'select * from v_captures order by timestamp')).toEqual(before);
});
