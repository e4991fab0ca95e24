/** What the headers of a capture say against its text, from the archive's answer to the store. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ArchiveServer, startArchiveServer } from '../../scripts/archive-server.ts';
import { type WarcCapture, writeWarc } from '../../scripts/warc/write-warc.ts';
import { FAST, makeFolder } from './demo-archive.ts';
import { runHere } from './in-process.ts';
import { dumpViews } from './views.ts';

const folder = makeFolder();
const DOMAIN = 'fernhill.example';
const URL = `http://${DOMAIN}/privacy`;
let server: ArchiveServer;

/** An invented policy of several clauses. */
const CLAUSES = [
  'We collect your name and mail address when you place an order, and keep both for two years after the last one.',
  'We share personal information with the carriers that bring your parcels, and with nobody else without your consent.',
  'Cookies remember your basket; you may refuse them in your browser and still order by letter or by telephone.',
  'You may ask at any time which personal information we hold about you, and have it corrected or deleted.',
  'We protect what we hold with locked cabinets, and train everybody who has the key in keeping it to themselves.',
];
const page = (clauses: readonly string[]) =>
  `<html><head><title>Privacy Policy</title></head><body><h1>Privacy Policy</h1>${clauses
    .map((clause) => `<p>${clause}</p>`)
    .join('\n')}</body></html>`;

function capture(year: number, body: string, headers: WarcCapture['headers'] = []): WarcCapture {
  return {
    url: URL,
    timestamp: `${year}0601000000`,
    body,
    headers: [['Content-Type', 'text/html'], ...headers],
  };
}

const whole = page(CLAUSES);
/** Ends in the middle of the fourth clause. */
const cut = whole.slice(0, whole.indexOf('have it corrected'));
const longer = page([
  ...CLAUSES,
  'We will tell you a month before we change any of this, by mail and on this page.',
]);
const announced = (body: string, bytes: number) => [['Content-Length', String(body.length + bytes)]] as const;

beforeAll(async () => {
  const warcs = join(folder, 'doubts.warc');
  await writeWarc(warcs, [
    capture(2001, whole, announced(whole, 0)),
    capture(2002, cut, announced(cut, 250)),
    // A challenge in the words of a policy, with the status of a page: only its headers tell.
    capture(2003, page([...CLAUSES].reverse()), [
      ['CF-Mitigated', 'challenge'],
      ['Server', 'cloudflare'],
    ]),
    capture(2004, longer, announced(longer, 0)),
    // A site that miscounted.
    capture(2005, `${longer}\n`, announced(longer, 90)),
  ]);
  server = await startArchiveServer({ warcs });
});
afterAll(() => server?.close());

const rowsOf = (name: string) =>
  dumpViews(join(folder, name))
    .v_captures!.map((text) => JSON.parse(text))
    .map((row) => [row[2].slice(0, 4), row[8], row[9], row[11]])
    .sort();

it('headers are heard: a challenge is no policy, and a payload cut off no version beside whole ones', async () => {
  const store = join(folder, 'doubts.sqlite');
  const result = await runHere([
    ...['crawl', DOMAIN, '--url', URL, '--store', store, '--archive', server.origin],
    ...FAST,
  ]);
  expect(result.exitCode, result.stderr).toBe(0);
  expect(rowsOf('doubts.sqlite')).toEqual([
    ['2001', 'version', null, 1],
    ['2002', 'failed', 'truncated', null],
    ['2003', 'not-a-policy', 'blocked', null],
    ['2004', 'version', null, 2],
    ['2005', 'version', null, 2],
  ]);
});

it('a payload cut off is a version where nothing else holds its text', async () => {
  const store = join(folder, 'alone.sqlite');
  const result = await runHere([
    ...['crawl', DOMAIN, '--url', URL, '--store', store, '--archive', server.origin],
    ...['--from', '2002', '--to', '2002', ...FAST],
  ]);
  expect(result.exitCode, result.stderr).toBe(0);
  expect(rowsOf('alone.sqlite')).toEqual([['2002', 'version', null, 1]]);
});
