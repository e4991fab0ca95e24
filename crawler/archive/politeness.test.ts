/** What the archive sees of us, read from the server's log; and that its moods change nothing in the end. */
import { afterEach, describe, expect, it } from 'vitest';
import { countInAnyWindow } from '../../scripts/archive-server.ts';
import type { WarcCapture } from '../../scripts/warc/write-warc.ts';
import { closeAll, startArchive, startArchiveProcess, startClient } from './test-support.ts';
import type { ArchiveClient } from './types.ts';

afterEach(closeAll);

/** Three pages through time: with revisits, a redirect, an archived error, two captures in one second. */
function createSite(): WarcCapture[] {
  const captures: WarcCapture[] = [];
  for (const path of ['privacy', 'legal', 'terms']) {
    const url = `https://www.example.com/${path}`;
    for (let year = 2001; year < 2012; year += 1) {
      const body = `The ${path} of ${year - ((year - 2001) % 3)}. `.repeat(40);
      const revisitOf =
        (year - 2001) % 3 === 0 ? undefined : { url, timestamp: `${year - ((year - 2001) % 3)}0601000000` };
      captures.push({ url, timestamp: `${year}0601000000`, body, ...(revisitOf && { revisitOf }) });
    }
    captures.push({
      url,
      timestamp: '20120101000000',
      status: 301,
      headers: [['Location', `/new/${path}`]],
      body: '',
    });
    captures.push({
      url: `https://www.example.com/new/${path}`,
      timestamp: '20120101000100',
      body: `The new ${path}.`,
    });
    captures.push({ url, timestamp: '20130101000000', status: 503, body: 'busy then' });
    captures.push(
      { url, timestamp: '20140101000000', body: 'one' },
      { url, timestamp: '20140101000000', body: 'other' },
    );
  }
  return captures;
}

/** Everything there is to get, in a form that can be compared. */
async function getAll(client: ArchiveClient): Promise<unknown[]> {
  const results: unknown[] = [];
  for (const url of ['example.com/privacy', 'example.com/legal', 'example.com/terms', 'example.com/new/*']) {
    const listing = await client.listCaptures({ url, pageSize: 7 });
    const { captures, complete, note } = listing;
    const playbacks = await Promise.all(captures.map((capture) => client.fetchMemento(capture)));
    const payloads = playbacks.map((playback) =>
      playback.kind === 'memento'
        ? [
            playback.memento.timestamp,
            playback.memento.statuscode,
            playback.memento.original,
            Buffer.from(playback.memento.payload).toString(),
            playback.memento.hops.length,
          ]
        : [playback.kind, playback.reason],
    );
    results.push({ url, captures, complete, note, payloads });
  }
  return results;
}

const ALL_FAULTS = {
  limited: { every: 19, retryAfterSeconds: 1 },
  unavailable: { every: 7 },
  reset: { every: 11 },
  truncate: { every: 13 },
  stall: { every: 23 },
  'index-html': { every: 11 },
  'index-exception': { every: 8 },
  'index-junk': { every: 2 },
  'index-duplicates': { every: 3 },
  'index-repeated-key': { every: 5 },
} as const;

describe('faults', () => {
  it('alone change nothing in what is listed and received', async () => {
    const server = await startArchive(createSite());
    const calm = await getAll(startClient(server.origin).client);
    for (const [name, setting] of Object.entries(ALL_FAULTS)) {
      server.setFaults({ [name]: setting });
      const before = server.log.length;
      const { client } = startClient(server.origin, { readTimeoutMs: 200, concurrency: 4 });
      expect(await getAll(client), name).toEqual(calm);
      expect(
        server.log.slice(before).some((entry) => entry.fault === name),
        name,
      ).toBe(true);
    }
  });

  it.each([0, 1, 2])('together change nothing either (seed %i)', async (seed) => {
    const server = await startArchive(createSite(), { seed });
    const calm = await getAll(startClient(server.origin).client);
    server.setFaults(ALL_FAULTS);
    const { client } = startClient(server.origin, { readTimeoutMs: 200, concurrency: 3 });
    expect(await getAll(client)).toEqual(calm);
    const met = new Set(server.log.flatMap((entry) => entry.fault?.split('+') ?? []));
    expect([...met].toSorted()).toEqual(Object.keys(ALL_FAULTS).toSorted());
  });
});

describe('the server sees', () => {
  it('never more than the rate in any window, retries included, on few connections', async () => {
    const rates = { cdxRate: 10, mementoRate: 40 };
    const server = await startArchive(createSite(), { latencyMs: 20, faults: { unavailable: { every: 5 } } });
    const { client } = startClient(server.origin, { ...rates, concurrency: 3 });
    await getAll(client);
    const log = server.log.toSorted((left, right) => left.timeMs - right.timeMs);
    const index = log.filter((entry) => entry.kind === 'index');
    const playback = log.filter((entry) => entry.kind === 'playback');
    expect(index.length).toBeGreaterThan(10);
    expect(playback.length).toBeGreaterThan(60);
    for (const seconds of [2, 4]) {
      expect(countInAnyWindow(index, seconds * 1000)).toBeLessThanOrEqual(seconds * rates.cdxRate);
      expect(countInAnyWindow(playback, seconds * 1000)).toBeLessThanOrEqual(seconds * rates.mementoRate);
    }
    expect(new Set(log.map((entry) => entry.connection)).size).toBeLessThanOrEqual(3);
  });

  it('no burst when a slow answer frees the connections', async () => {
    const server = await startArchive(createSite(), { latencyMs: 450 });
    const { client } = startClient(server.origin, { mementoRate: 5, concurrency: 2 });
    await Promise.all(
      Array.from({ length: 8 }, () =>
        client.fetchMemento({ listedTimestamp: '20010601000000', original: 'https://example.com/privacy' }),
      ),
    );
    const times = server.log.map((entry) => entry.timeMs).toSorted((left, right) => left - right);
    // 200 ms apart by the rate; on a busy machine the server looks at its clock late.
    for (const [index, time] of times.slice(1).entries()) expect(time - times[index]!).toBeGreaterThan(140);
  });

  it('never more than the rate in any window, however the client’s own process stalls', async () => {
    const rate = 10;
    const { origin, readLog } = await startArchiveProcess(createSite());
    const { client } = startClient(origin, { mementoRate: rate, concurrency: 3 });
    // Now and then all timers are late, some by the time of several requests: nothing of it may be caught up with.
    const stalling = setInterval(() => stall(60 + Math.random() * 300), 150);
    const asked = { listedTimestamp: '20010601000000', original: 'https://example.com/privacy' };
    await Promise.all(Array.from({ length: 40 }, () => client.fetchMemento(asked)));
    clearInterval(stalling);
    const log = await readLog();
    expect(log).toHaveLength(40);
    for (const seconds of [1, 2, 3]) {
      expect(countInAnyWindow(log, seconds * 1000)).toBeLessThanOrEqual(seconds * rate);
    }
  });
});

/** Keeps this process busy, so that none of its timers fires. */
function stall(waitMs: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, waitMs);
}
