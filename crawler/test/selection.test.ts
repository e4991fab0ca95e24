import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArchiveServer } from '../../scripts/archive-server.ts';
import { FAST, makeFolder, serveDemo } from './demo-archive.ts';
import { runHere } from './in-process.ts';
import { dumpViews } from './views.ts';

const folder = makeFolder();
let server: ArchiveServer;
beforeAll(async () => {
  ({ server } = await serveDemo());
});
afterAll(() => server?.close());

const DOMAIN = 'parlor.example';
const fileOf = (name: string) => join(folder, `${name}.sqlite`);
const crawl = (name: string, ...more: string[]) =>
  runHere([
    ...['crawl', DOMAIN, '--store', fileOf(name), '--archive', server.origin, ...FAST],
    // A stretch that is quickly read.
    ...(more.includes('--to') ? [] : ['--to', '2011']),
    ...more,
  ]);

interface CaptureRow {
  readonly timestamp: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly isFetched: boolean;
}
function captures(name: string): CaptureRow[] {
  return dumpViews(fileOf(name)).v_captures!.map((text) => {
    const row = JSON.parse(text);
    return {
      timestamp: row[2],
      outcome: row[8],
      reason: row[9],
      isFetched: row[10] !== null && row[8] !== 'skipped',
    };
  });
}
const textHashes = (name: string) =>
  new Set(dumpViews(fileOf(name)).v_versions!.map((text) => JSON.parse(text)[14] as string));
const playbacks = () => server.log.filter((entry) => entry.kind === 'playback').length;

describe('asking for less', () => {
  it('--every year fetches one capture a year and says so of the others; without it the rest follows', async () => {
    expect((await crawl('yearly', '--every', 'year')).exitCode).toBe(0);
    const rows = captures('yearly');
    const usable = rows.filter((row) => row.outcome !== 'skipped' || row.reason === 'not-sampled');
    const years = new Set(usable.map((row) => row.timestamp.slice(0, 4)));
    const fetched = rows.filter((row) => row.isFetched);
    expect(fetched.length).toBeLessThanOrEqual(years.size + 3);
    expect(new Set(fetched.map((row) => row.timestamp.slice(0, 4))).size).toBeGreaterThan(years.size / 2);
    expect(rows.filter((row) => row.reason === 'not-sampled').length).toBeGreaterThan(5);
    expect(rows.filter((row) => row.outcome === 'pending')).toEqual([]);
    expect((await crawl('yearly')).exitCode).toBe(0);
    expect((await crawl('whole')).exitCode).toBe(0);
    expect(dumpViews(fileOf('yearly')).v_versions).toEqual(dumpViews(fileOf('whole')).v_versions);
  });

  it('--adaptive finds nearly all versions with far fewer requests', async () => {
    expect((await crawl('adaptive', '--adaptive')).exitCode).toBe(0);
    const found = textHashes('adaptive');
    const all = textHashes('whole');
    expect([...found].filter((hash) => all.has(hash)).length / all.size).toBeGreaterThan(0.9);
    const count = (name: string) => captures(name).filter((row) => row.isFetched).length;
    expect(count('adaptive')).toBeLessThan(count('whole') * 0.85);
    expect(captures('adaptive').filter((row) => row.reason === 'between-equal').length).toBeGreaterThan(5);
  });

  it('--limit fetches so many and goes on in the next run', async () => {
    const fetched = () => captures('limited').filter((row) => row.isFetched);
    expect((await crawl('limited', '--limit', '5')).exitCode).toBe(0);
    expect(fetched().length).toBe(5);
    const times = fetched()
      .map((row) => row.timestamp.slice(0, 4))
      .sort();
    expect(Number(times.at(-1)) - Number(times[0])).toBeGreaterThan(1);
    expect(captures('limited').some((row) => row.reason === 'beyond-limit')).toBe(true);
    expect((await crawl('limited', '--limit', '5')).exitCode).toBe(0);
    expect(fetched().length).toBe(10);
  });

  it('--from and --to take any prefix of a timestamp, or a date', async () => {
    expect((await crawl('window', '--from', '2004-06', '--to', '2006')).exitCode).toBe(0);
    const times = captures('window').map((row) => row.timestamp);
    expect(times.length).toBeGreaterThan(5);
    expect(times.every((time) => time >= '200406' && time < '2007')).toBe(true);
  });
});

describe('--dry-run', () => {
  it('says what a crawl costs, and makes no store', async () => {
    const estimate = await crawl('dry', '--dry-run', '--json');
    expect(estimate.exitCode, estimate.stderr).toBe(0);
    expect(existsSync(fileOf('dry'))).toBe(false);
    const { captureCount, distinctDigestCount, heldCount, requests, minutes } = JSON.parse(estimate.stdout);
    expect(heldCount).toBe(0);
    expect(minutes).toBeGreaterThanOrEqual(0);
    const before = playbacks();
    expect((await crawl('dry')).exitCode).toBe(0);
    // Redirects cost requests, and lead to addresses, that nobody can foresee.
    const all = captures('dry').length;
    expect(captureCount).toBeLessThanOrEqual(all);
    expect(captureCount).toBeGreaterThan(all * 0.8);
    expect(distinctDigestCount).toBeLessThanOrEqual(captures('dry').filter((row) => row.isFetched).length);
    const spent = playbacks() - before;
    expect(requests.memento).toBeLessThanOrEqual(spent);
    expect(requests.memento).toBeGreaterThan(spent * 0.8);
  });

  it('writes nothing to a store that is there', async () => {
    const before = readFileSync(fileOf('window'));
    const estimate = await crawl('window', '--dry-run');
    expect(estimate.exitCode, estimate.stderr).toBe(0);
    expect(estimate.stdout).toMatch(/distinct digests.*about \d+ s/);
    expect(readFileSync(fileOf('window')).equals(before)).toBe(true);
  });
});

describe('--file', () => {
  it('crawls every domain of a list, with one result line each', async () => {
    const list = join(folder, 'domains.txt');
    writeFileSync(list, `# two of them\n${DOMAIN}   # stacks\n\nnobody.example\n`);
    const args = ['--store', fileOf('list'), '--archive', server.origin, ...FAST, '--to', '2012'];
    const result = await runHere(['crawl', '--file', list, ...args]);
    expect(result.exitCode, result.stderr).toBe(0);
    // In the order in which they end: several are under way at a time.
    const lines = result.stdout.split('\n').sort();
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^nobody\.example: 0 versions.*\(nothing found\)$/);
    expect(lines[1]).toMatch(/^parlor\.example: \d+ versions/);
  });

  it('refuses a list with a line that is no domain, before anything is done', async () => {
    const list = join(folder, 'bad.txt');
    writeFileSync(list, `${DOMAIN}\nno domain\n`);
    const before = server.log.length;
    const result = await runHere([
      'crawl',
      '--file',
      list,
      '--store',
      fileOf('bad'),
      '--archive',
      server.origin,
    ]);
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain('bad.txt, line 2');
    expect(existsSync(fileOf('bad'))).toBe(false);
    expect(server.log.length).toBe(before);
  });
});
