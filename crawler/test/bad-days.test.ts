/**
 * Days on which the archive says things that are not so, with status 200 or without: whatever came of them, the versions
 * are in the end those of a calm day, and a crawl that ended with 0 had them all.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ArchiveServer, type FaultSettings, startArchiveServer } from '../../scripts/archive-server.ts';
import { writeWarc } from '../../scripts/warc/write-warc.ts';
import { openStoreReadOnly } from '../store/open.ts';
import { FAST, makeFolder } from './demo-archive.ts';
import { runHere } from './in-process.ts';
import { MOVING_DOMAINS, movingSites } from './moving-sites.ts';
import { dumpViews } from './views.ts';

const folder = makeFolder();
const DOMAINS = MOVING_DOMAINS.slice(0, 3);
let server: ArchiveServer;
let calm: string[];

const fileOf = (name: string) => join(folder, `${name}.sqlite`);
const versionsOf = (name: string) => dumpViews(fileOf(name)).v_versions!;
const crawlOf = (domains: readonly string[], name: string, ...more: string[]) =>
  runHere(['crawl', ...domains, '--store', fileOf(name), '--archive', server.origin, ...FAST, ...more]);
const crawl = (name: string, ...more: string[]) => crawlOf(DOMAINS, name, ...more);

/** Listings that are called complete, with the captures each has. */
function completeListings(name: string): Map<string, number> {
  const store = openStoreReadOnly(fileOf(name));
  try {
    const rows = store
      .prepare(
        `select a.url, count(c.id) as count from addresses a left join captures c on c.address_id = a.id
         where a.listing = 'complete' and a.role = 'policy' group by a.id`,
      )
      .all() as { url: string; count: number }[];
    return new Map(rows.map(({ url, count }) => [url, count]));
  } finally {
    store.close();
  }
}

beforeAll(async () => {
  const warcs = join(folder, 'moving.warc');
  await writeWarc(warcs, movingSites(DOMAINS));
  server = await startArchiveServer({ warcs, seed: 4 });
  const result = await crawl('calm');
  expect(result.exitCode, result.stderr).toBe(0);
  calm = versionsOf('calm');
});
beforeEach(() => server.setFaults({}));
afterAll(() => server?.close());

const tenth = { every: 1, share: 0.1 };
const FAULTS: FaultSettings = {
  'index-empty': tenth,
  'index-cut': tenth,
  'index-html': tenth,
  garbled: tenth,
  short: tenth,
  missing: tenth,
  loop: tenth,
  limited: { ...tenth, burst: 2 },
  unavailable: { ...tenth, burst: 3 },
  reset: tenth,
  stall: { every: 1, share: 0.03 },
  slow: { every: 1, share: 0.02 },
};

describe('with one answer in ten untrue, a crawl finds what it finds on a calm day', () => {
  it('which is many versions at two addresses of every site', () => {
    expect(calm.length).toBeGreaterThanOrEqual(DOMAINS.length * 6);
    expect([...completeListings('calm').values()].filter((count) => count > 0)).toHaveLength(
      DOMAINS.length * 2,
    );
  });

  const cases: [string, FaultSettings][] = [
    ...Object.entries(FAULTS).map(([name, setting]): [string, FaultSettings] => [name, { [name]: setting }]),
    ['all of them', Object.fromEntries(Object.keys(FAULTS).map((name) => [name, { every: 1, share: 0.02 }]))],
  ];
  it.each(cases)('%s', async (name, faults) => {
    const before = server.log.length;
    let exitCode = 5;
    for (let run = 1; exitCode === 5 && run <= 3; run += 1) {
      server.setFaults(faults);
      const result = await crawl(name);
      exitCode = result.exitCode!;
      expect([0, 5], result.stderr).toContain(exitCode);
      for (const [url, count] of completeListings(name)) {
        expect(count, `${url}, run ${run}`).toBe(completeListings('calm').get(url) ?? 0);
      }
    }
    expect(server.log.slice(before).some((entry) => entry.fault !== null)).toBe(true);
    expect(versionsOf(name)).toEqual(calm);
  });
});

describe('an index that forgets', () => {
  const forget = (every: number) => ({ 'index-empty': { every, match: /privacy-policy(?:&|$)/ } });

  it('what a page links to, once, is asked again in the same run', async () => {
    server.setFaults(forget(2));
    // One domain after the other: side by side, all that is asked again for one may fall on every second question.
    for (const domain of DOMAINS) {
      const result = await crawlOf([domain], 'forgot-once');
      expect(result.exitCode, result.stderr).toBe(0);
    }
    expect(versionsOf('forgot-once')).toEqual(calm);
  });

  it('what it listed in an earlier run, always, is believed only after it said so twice, and nothing kept is lost', async () => {
    expect((await crawl('forgot-later')).exitCode).toBe(0);
    server.setFaults(forget(1));
    const result = await crawl('forgot-later');
    expect(result.exitCode, result.stderr).toBe(0);
    expect(versionsOf('forgot-later')).toEqual(calm);
  });
});

it('a body that is cut the same way each time is kept as it came, after it came so twice', async () => {
  server.setFaults({ short: { every: 1, match: /20040301/ } });
  const result = await crawl('always-short');
  expect(result.exitCode, result.stderr).toBe(0);
  const asked = server.log.filter(({ target, fault }) => fault === 'short' && target.includes('20040301'));
  expect(new Set(asked.map(({ target }) => target)).size).toBeLessThan(asked.length);
});

it('a capture that is listed and 404 each time is given up for good, after it was so twice', async () => {
  server.setFaults({ missing: { every: 1, match: /20040301/ } });
  expect((await crawl('always-missing')).exitCode).toBe(0);
  const reasons = dumpViews(fileOf('always-missing')).v_captures!.map((row) => JSON.parse(row)[9]);
  expect(reasons).toContain('not-archived');
});
