import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  type ArchiveServer,
  countInAnyWindow,
  type RequestLogEntry,
  startArchiveServer,
} from '../../scripts/archive-server.ts';
import { demoWarc, FAST, makeFolder } from './demo-archive.ts';
import { runHere } from './in-process.ts';
import { dumpViews } from './views.ts';

const folder = makeFolder();
const DOMAIN = 'parlor.example';
const STRETCH = ['--to', '2004'];
let server: ArchiveServer;

beforeAll(async () => {
  server = await startArchiveServer({ warcs: (await demoWarc()).file, pywbCollection: 'library' });
});
beforeEach(() => server.setFaults({}));
afterAll(() => server?.close());

/** Crawls, and returns what the server saw of it. */
async function crawl(store: string, archive: string, ...more: string[]): Promise<RequestLogEntry[]> {
  const before = server.log.length;
  const args = ['crawl', DOMAIN, '--store', join(folder, store), '--archive', archive, ...STRETCH, ...more];
  const result = await runHere(args);
  expect(result.exitCode, result.stderr).toBe(0);
  return server.log.slice(before);
}

describe('what the archive’s log shows', () => {
  it('never more than the set rate in any second, over a few kept connections, with a name and a contact', async () => {
    const rates = ['--cdx-rate', '2', '--memento-rate', '20', '--concurrency', '2'];
    const log = await crawl('rates.sqlite', server.origin, ...rates, '--contact', 'crawler@example.org');
    for (const [kind, rate] of [
      ['index', 2],
      ['playback', 20],
    ] as const) {
      const entries = log.filter((entry) => entry.kind === kind);
      expect(entries.length).toBeGreaterThan(rate / 2);
      // A tenth less than a second: what is sent evenly arrives a little unevenly.
      expect(countInAnyWindow(entries, 900)).toBeLessThanOrEqual(rate);
    }
    expect(new Set(log.map((entry) => entry.connection)).size).toBeLessThanOrEqual(2);
    const agents = [...new Set(log.map((entry) => entry.userAgent))];
    expect(agents).toEqual([expect.stringMatching(/^palimpsest\/[\d.]+ \(\+crawler@example\.org\)$/)]);
  });

  it('no request at all while a 429 asks for a pause', async () => {
    server.setFaults({ limited: { every: 15, retryAfterSeconds: 1 } });
    const log = await crawl('pauses.sqlite', server.origin, ...FAST);
    const limited = log.filter((entry) => entry.status === 429);
    expect(limited.length).toBeGreaterThanOrEqual(2);
    for (const { timeMs } of limited) {
      // What was under way when the answer came is not counted.
      const during = log.filter((entry) => entry.timeMs > timeMs + 50 && entry.timeMs < timeMs + 1000);
      expect(during).toEqual([]);
    }
  });
});

it('a pywb collection gives the same versions as the Wayback Machine’s layout', async () => {
  await crawl('wayback.sqlite', server.origin, ...FAST);
  await crawl('pywb.sqlite', `${server.origin}/library`, ...FAST);
  const versions = (store: string) =>
    dumpViews(join(folder, store)).v_versions!.map((text) => JSON.parse(text).toSpliced(9, 1).slice(0, 14));
  expect(versions('pywb.sqlite').length).toBeGreaterThan(2);
  expect(versions('pywb.sqlite')).toEqual(versions('wayback.sqlite'));
  const [first] = dumpViews(join(folder, 'pywb.sqlite')).v_versions!.map((text) => JSON.parse(text)[9]);
  expect((await fetch(first)).status).toBe(200);
});
