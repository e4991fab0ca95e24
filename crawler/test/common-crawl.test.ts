/** An index that names WARC files, and rows of one, give the history that an archive with the same captures gives. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { indexWarcs } from '../../scripts/archive-server/warc-index.ts';
import { type ArchiveServer, startArchiveServer } from '../../scripts/archive-server.ts';
import { type WarcCapture, writeWarc } from '../../scripts/warc/write-warc.ts';
import { makeFolder } from './demo-archive.ts';
import { runHere } from './in-process.ts';
import { query } from './small-history.ts';

const DOMAIN = 'fernhill.example';
const CRAWL = 'CC-MAIN-2024-10-index';
const folder = makeFolder();
const warcs = join(folder, 'CC-MAIN-20240221-00001.warc.gz');
const [rows, packedRows] = [join(folder, 'rows.parquet'), join(folder, 'rows-gzip.parquet')];
let server: ArchiveServer;

const CLAUSES = [
  'We collect your name and mail address when you place an order, and keep both for two years after the last one.',
  'We share personal information with the carriers that bring your parcels, and with nobody else without your consent.',
  'You may ask at any time which personal information we hold about you, and have it corrected or deleted.',
];
const policyOf = (year: number) =>
  `<title>Privacy Policy</title><h1>Privacy Policy</h1>${CLAUSES.map((text) => `<p>${text}</p>`).join('')}
   <p>We count those who read these pages${year < 2008 ? '' : ', and keep what we counted for a year'}.</p>`;

/** Ten home pages, ten policies, and in the later years the redirects behind which they lie. */
function listCaptures(): WarcCapture[] {
  const html: WarcCapture['headers'] = [['Content-Type', 'text/html']];
  const captures: WarcCapture[] = [];
  for (let year = 2003; year < 2013; year++) {
    const body = '<p>Seeds</p><a href="/privacy">Privacy policy</a>';
    captures.push({ url: `https://www.${DOMAIN}/`, timestamp: `${year}0101000000`, body, headers: html });
    const policy = { timestamp: `${year}0301000000`, headers: html, body: policyOf(year) };
    const moved = year >= 2010 ? `https://www.${DOMAIN}/legal/privacy` : null;
    captures.push({ ...policy, url: moved ?? `https://www.${DOMAIN}/privacy` });
    if (moved !== null) {
      const headers: WarcCapture['headers'] = [['Location', moved]];
      captures.push({
        url: `https://www.${DOMAIN}/privacy`,
        timestamp: policy.timestamp,
        status: 301,
        headers,
        body: '',
      });
    }
  }
  return captures;
}

/** Rows in the shape of Common Crawl's columnar index, as DuckDB writes them. */
async function writeRows(): Promise<void> {
  const { entries } = await indexWarcs([warcs]);
  const values = entries.map(({ original, timestamp, statuscode, mimetype, digest, offset, length }) => {
    const moment = timestamp.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3 $4:$5:$6');
    const path = new URL(original).pathname;
    return `('example,fernhill,www)${path}', '${original}', 'www.${DOMAIN}', 'https', '${path}', timestamp '${moment}',
      ${statuscode}::smallint, '${digest}', '${mimetype}', 'text/html', 'UTF-8', 'eng', 'crawl-data/${warcs.split('/').at(-1)}',
      ${offset}::integer, ${length}::integer, '1707947473347.0', 'CC-MAIN-2024-10', 'warc')`;
  });
  const names = `url_surtkey, url, url_host_name, url_protocol, url_path, fetch_time, fetch_status, content_digest,
    content_mime_type, content_mime_detected, content_charset, content_languages, warc_filename, warc_record_offset,
    warc_record_length, warc_segment, crawl, subset`;
  const database = await (await DuckDBInstance.create()).connect();
  await database.run(`create table index_rows as select * from (values ${values.join()}) rows(${names})`);
  await database.run(`copy index_rows to '${rows}' (format parquet)`);
  await database.run(`insert into index_rows(url, fetch_time) values ('mailto:someone@${DOMAIN}', null)`);
  await database.run(`copy index_rows to '${packedRows}' (format parquet, compression gzip)`);
  await database.run(
    `copy (select url, fetch_time from index_rows) to '${join(folder, 'few.parquet')}' (format parquet)`,
  );
  database.closeSync();
}

beforeAll(async () => {
  await writeWarc(warcs, listCaptures());
  await writeRows();
  server = await startArchiveServer({ warcs, pywbCollection: CRAWL });
});
afterAll(async () => {
  await server.close();
});

const crawl = (store: string, ...more: string[]) =>
  runHere([
    'crawl',
    DOMAIN,
    '--cdx-rate',
    '500',
    '--memento-rate',
    '500',
    '--warc-files',
    server.origin,
    '--store',
    join(folder, store),
    ...more,
  ]);
const versions = (store: string) =>
  query(
    join(folder, store),
    'select first_seen, last_seen, capture_count, original, text_hash from v_versions order by version',
  ) as { readonly capture_count: number }[];
const rangesAsked = (from: number) =>
  server.log.slice(from).filter(({ target }) => target.startsWith('/crawl-data/')).length;

test('an index of WARC files gives what an archive gives, one range a capture', async () => {
  const calm = await crawl('wayback.sqlite', '--archive', server.origin);
  expect(calm.exitCode, calm.stderr).toBe(0);
  const before = server.log.length;
  const { exitCode, stderr } = await crawl('index.sqlite', '--archive', `${server.origin}/${CRAWL}`);
  expect(exitCode, stderr).toBe(0);
  expect(versions('index.sqlite')).toEqual(versions('wayback.sqlite'));
  expect(versions('index.sqlite')).toHaveLength(2);
  const index = join(folder, 'index.sqlite');
  const [asked] = query(index, 'select sum(memento) as n from requests');
  expect(asked).toEqual({ n: rangesAsked(before) });
  expect(query(index, 'select distinct archive, memento_url from v_captures')).toEqual([
    { archive: `warc+${server.origin}/${CRAWL}`, memento_url: null },
  ]);
  const [{ place }] = query(index, "select headers ->> 'warc-record' as place from mementos limit 1") as [
    { place: string },
  ];
  expect(place).toMatch(/^http:\/\/127.*\/crawl-data\/CC-MAIN-20240221-00001\.warc\.gz, bytes \d+-\d+$/);
});

test.each([rows, packedRows])('rows of a columnar index need no index to be asked (%#)', async (file) => {
  const before = server.log.length;
  const store = file === rows ? 'rows.sqlite' : 'rows-gzip.sqlite';
  const { exitCode, stderr } = await crawl(store, '--index', file);
  expect(exitCode, stderr).toBe(0);
  expect(versions(store)).toEqual(versions('wayback.sqlite'));
  expect(server.log.slice(before).every(({ target }) => target.startsWith('/crawl-data/'))).toBe(true);
  if (file === packedRows)
    expect(stderr).toMatch(
      /rows-gzip\.parquet: 1 of 24 rows name no capture; the first: url mailto:someone@fernhill\.example/,
    );
});

test('what has come is not asked for again, by whatever port the files are reached', async () => {
  const again = await startArchiveServer({ warcs, pywbCollection: CRAWL });
  try {
    const { exitCode, stderr } = await crawl('rows.sqlite', '--index', rows, '--warc-files', again.origin);
    expect(exitCode, stderr).toBe(0);
    expect(again.log).toEqual([]);
  } finally {
    await again.close();
  }
});

test('rows and an archive make one history', async () => {
  const early = await crawl('both.sqlite', '--archive', server.origin, '--to', '2007');
  expect(early.exitCode, early.stderr).toBe(0);
  const { exitCode, stderr } = await crawl('both.sqlite', '--archive', server.origin, '--index', rows);
  expect(exitCode, stderr).toBe(0);
  const both = versions('both.sqlite');
  const bounds = (all: readonly object[]) => all.map((version) => ({ ...version, capture_count: 0 }));
  expect(bounds(both)).toEqual(bounds(versions('wayback.sqlite')));
  // Every capture of the policy is held by either.
  expect(both.map(({ capture_count }) => capture_count)).toEqual([10, 10]);
});

test('records cut short, or of other bytes, are asked for again', async () => {
  const before = server.log.length;
  server.setFaults({ truncate: { every: 4 }, garbled: { every: 5 }, short: { every: 6 } });
  try {
    const { exitCode, stderr } = await crawl('faults.sqlite', '--archive', `${server.origin}/${CRAWL}`);
    expect([0, 5], stderr).toContain(exitCode);
    expect(server.log.slice(before).filter(({ fault }) => fault !== null).length).toBeGreaterThan(5);
  } finally {
    server.setFaults({});
  }
  const { exitCode, stderr } = await crawl('faults.sqlite', '--archive', `${server.origin}/${CRAWL}`);
  expect(exitCode, stderr).toBe(0);
  expect(versions('faults.sqlite')).toEqual(versions('wayback.sqlite'));
});

test.each([
  [['--index', join(folder, 'none.parquet')], /none\.parquet does not exist/],
  [['--index', join(folder, 'few.parquet')], /lacks fetch_status, warc_filename, warc_record_offset/],
  [['--index', join(folder, 'text.parquet')], /text\.parquet cannot be read/],
  [['--archive', 'https://index.commoncrawl.org'], /names no crawl of Common Crawl/],
])('what is no index is refused before anything is asked: %j', async (options, words) => {
  writeFileSync(join(folder, 'text.parquet'), 'url,fetch_time\n');
  const { exitCode, stderr } = await crawl('refused.sqlite', ...options);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/\n\s+at /);
});
