import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArchiveServer, FaultSettings } from '../../scripts/archive-server.ts';
import { FAST, makeFolder, serveDemo } from './demo-archive.ts';
import { runHere } from './in-process.ts';
import { dumpViews } from './views.ts';

const folder = makeFolder();
let server: ArchiveServer;
let calm: string[];
let calmRequests: number;

const DOMAIN = 'parlor.example';
/** Enough of its history to meet every fault many times. */
const STRETCH = ['--to', '2009'];

beforeAll(async () => {
  ({ server } = await serveDemo());
  await crawl('calm', {});
  calm = dumpViews(join(folder, 'calm.sqlite')).v_versions!;
  calmRequests = server.log.length;
});
afterAll(() => server?.close());

async function crawl(name: string, faults: FaultSettings) {
  server.setFaults(faults);
  const store = join(folder, `${name}.sqlite`);
  return await runHere(['crawl', DOMAIN, '--store', store, '--archive', server.origin, ...FAST, ...STRETCH]);
}

/** Every one often enough to strike many times in one crawl. */
const FAULTS: FaultSettings = {
  limited: { every: 11 },
  unavailable: { every: 7 },
  reset: { every: 9 },
  truncate: { every: 8 },
  stall: { every: 31 },
  'index-html': { every: 3 },
  'index-exception': { every: 4 },
  'index-junk': { every: 2 },
  'index-duplicates': { every: 2 },
  'index-repeated-key': { every: 2 },
};

describe('a crawl of a troubled archive finds the same versions as a calm one', () => {
  const cases: [string, FaultSettings][] = [
    ...Object.entries(FAULTS).map(([name, setting]): [string, FaultSettings] => [name, { [name]: setting }]),
    ['all at once', FAULTS],
  ];
  it.each(cases)('%s', async (name, faults) => {
    const before = server.log.length;
    const result = await crawl(name, faults);
    expect(result.exitCode, result.stderr).toBe(0);
    const struck = server.log.slice(before).filter((entry) => entry.fault !== null);
    expect(struck.length).toBeGreaterThan(0);
    expect(dumpViews(join(folder, `${name}.sqlite`)).v_versions).toEqual(calm);
  });

  it('the calm run asks once for each distinct digest', () => {
    const store = join(folder, 'calm.sqlite');
    const rows = dumpViews(store).v_captures!.map((row) => JSON.parse(row) as (string | null)[]);
    // Redirects aside, which are asked for to see where they lead.
    const fetched = rows.filter((row) => row[10] !== null && row[8] !== 'skipped');
    expect(new Set(fetched.map((row) => row[7])).size).toBe(fetched.length);
    expect(calmRequests).toBeGreaterThan(fetched.length);
  });
});

describe('what the archive does not give', () => {
  it('no answer at all ends with 4 and keeps what is there; the next run goes on', async () => {
    const store = join(folder, 'stopped.sqlite');
    const args = ['crawl', DOMAIN, '--store', store, '--archive', server.origin, ...FAST, ...STRETCH];
    server.setFaults({ limited: { every: 1, match: /id_\/http:\/\/[^/]+\/[a-z]/ } });
    const stopped = await runHere(args);
    expect(stopped.exitCode, stopped.stderr).toBe(4);
    expect(stopped.stderr).toMatch(/limits us.*\n.*kept; run the same command again/s);
    server.setFaults({});
    expect((await runHere(args)).exitCode).toBe(0);
    expect(dumpViews(store).v_versions).toEqual(calm);
  });

  it('a few captures that fail end with 5, and the next run asks for those alone', async () => {
    const store = join(folder, 'some.sqlite');
    const args = ['crawl', DOMAIN, '--store', store, '--archive', server.origin, ...FAST, ...STRETCH];
    const hit = JSON.parse(calm[3]!)[9] as string;
    const timestamp = /\/web\/(\d{14})\//.exec(hit)![1]!;
    server.setFaults({ unavailable: { every: 1, match: new RegExp(`${timestamp}id_`) } });
    const first = await runHere(args);
    expect(first.exitCode, first.stderr).toBe(5);
    expect(first.stderr).toContain('unreachable 1');
    server.setFaults({});
    const before = server.log.length;
    const second = await runHere(args);
    expect(second.exitCode, second.stderr).toBe(0);
    const asked = server.log.slice(before).filter((entry) => entry.kind === 'playback');
    expect(asked.map((entry) => entry.target)).toEqual([expect.stringContaining(timestamp)]);
    expect(dumpViews(store).v_versions).toEqual(calm);
  });

  it('a listing that fails ends with 5, and the next run has it', async () => {
    const store = join(folder, 'unlisted.sqlite');
    const args = ['crawl', DOMAIN, '--store', store, '--archive', server.origin, ...FAST, ...STRETCH];
    server.setFaults({ unavailable: { every: 1, match: /%2Fprivacy\.htm(?:&|$)/ } });
    const first = await runHere(args);
    expect(first.exitCode, first.stderr).toBe(5);
    expect(first.stderr).toContain('could not be listed for now');
    server.setFaults({});
    const second = await runHere(args);
    expect(second.exitCode, second.stderr).toBe(0);
    expect(dumpViews(store).v_versions).toEqual(calm);
  });

  it('a domain without captures ends with 3, an archive that is not there with 4', async () => {
    server.setFaults({});
    const store = join(folder, 'nothing.sqlite');
    const nothing = await runHere([
      'crawl',
      'nobody.example',
      '--store',
      store,
      '--archive',
      server.origin,
      ...FAST,
    ]);
    expect(nothing.exitCode).toBe(3);
    const absent = await runHere(['crawl', DOMAIN, '--store', store, '--archive', 'http://127.0.0.1:1']);
    expect(absent.exitCode).toBe(4);
  });
});
