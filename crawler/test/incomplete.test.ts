/** Captures that show a part of a text which stood whole before and after, from the archive's answers to the store. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ArchiveServer, startArchiveServer } from '../../scripts/archive-server.ts';
import { type WarcCapture, writeWarc } from '../../scripts/warc/write-warc.ts';
import { FAST, makeFolder } from './demo-archive.ts';
import { runHere } from './in-process.ts';
import { dumpViews } from './views.ts';

const folder = makeFolder();
const DOMAIN = 'thornwick.example';
const URL = `http://${DOMAIN}/privacy`;
let server: ArchiveServer;

/** An invented policy of twelve clauses. */
const CLAUSES = 'names seats tickets cars dogs parcels letters photographs complaints refunds vouchers meals'
  .split(' ')
  .map(
    (subject) =>
      `We keep a list of ${subject} for two years, show it to nobody who does not need it for the crossing, and delete it when you ask us to.`,
  );
const FOOT = '<footer><p>Thornwick Ferries, East Quay 4, Northhaven, telephone 01632 960 115</p></footer>';
const page = (clauses: readonly string[], foot = FOOT) =>
  `<html><head><title>Privacy Policy</title></head><body><main><h1>Privacy Policy</h1>${clauses
    .map((clause) => `<p>${clause}</p>`)
    .join('\n')}</main>${foot}</body></html>`;

const capture = (timestamp: string, body: string): WarcCapture => ({
  url: URL,
  timestamp,
  body,
  headers: [['Content-Type', 'text/html']],
});

beforeAll(async () => {
  const warcs = join(folder, 'incomplete.warc');
  await writeWarc(warcs, [
    capture('20200301000000', page(CLAUSES)),
    // Still loading: a third of the text, and whole again on the same day.
    capture('20200302000000', page(CLAUSES.slice(0, 4))),
    capture('20200302120000', `${page(CLAUSES)}\n`),
    // Kept in part: text and foot end early.
    capture('20200601000000', page(CLAUSES.slice(0, 8), '')),
    capture('20201001000000', `${page(CLAUSES)}\n\n`),
    // Taken out for months, on a whole page, and brought back.
    capture('20210301000000', page(CLAUSES.slice(0, 9))),
    capture('20210901000000', `${page(CLAUSES)}\n\n\n`),
  ]);
  server = await startArchiveServer({ warcs });
});
afterAll(() => server?.close());

it('a part of a text makes no changes where its page was kept in part; a removal that was taken back does', async () => {
  const store = join(folder, 'incomplete.sqlite');
  const crawl = ['crawl', DOMAIN, '--url', URL, '--store', store, '--archive', server.origin, ...FAST];
  const result = await runHere(crawl);
  expect(result.exitCode, result.stderr).toBe(0);
  const rows = dumpViews(store).v_captures!.map((text) => JSON.parse(text));
  expect(rows.map((row) => [row[2].slice(0, 10), row[8], row[9], row[11]]).sort()).toEqual([
    ['2020030100', 'version', null, 1],
    ['2020030200', 'failed', 'incomplete', null],
    ['2020030212', 'version', null, 1],
    ['2020060100', 'failed', 'incomplete', null],
    ['2020100100', 'version', null, 1],
    ['2021030100', 'version', null, 2],
    ['2021090100', 'version', null, 3],
  ]);
});
