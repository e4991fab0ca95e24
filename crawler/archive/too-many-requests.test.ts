import { afterEach, describe, expect, it } from 'vitest';
import { createArchiveClient } from './client.ts';
import { closeAll, startArchive, startClient, startScripted } from './test-support.ts';

afterEach(closeAll);

const POLICY = 'https://www.example.com/privacy';
const ASKED = { listedTimestamp: '20100101000000', original: POLICY };
const CAPTURES = [{ url: POLICY, timestamp: '20100101000000', body: 'a policy of some length' }];

describe('429', () => {
  it('holds the whole client back for as long as the archive says', async () => {
    const server = await startArchive(CAPTURES, { faults: { limited: { every: 1, retryAfterSeconds: 7 } } });
    const { client, waits } = startClient(server.origin, { sleep: async () => server.setFaults({}) });
    expect((await client.fetchMemento(ASKED)).kind).toBe('memento');
    expect(waits).toEqual([{ reason: 'limited', waitMs: 7_000, cause: '429 from the archive' }]);
    expect(client.counts().pauses).toBe(1);
  });

  it('without a time named waits 60 s, then 120, then stops the run', async () => {
    const server = await startArchive(CAPTURES, { faults: { limited: { every: 1 } } });
    const { client, waits } = startClient(server.origin);
    await expect(client.fetchMemento(ASKED)).rejects.toMatchObject({
      kind: 'limited',
      retryAfterMs: 240_000,
    });
    expect(waits.map((wait) => wait.waitMs)).toEqual([60_000, 120_000]);
    await expect(client.listCaptures({ url: POLICY })).rejects.toBe(client.stopped);
    expect(server.log).toHaveLength(3);
  });

  it('answered to several requests at once is one pause', async () => {
    const server = await startArchive(CAPTURES, { faults: { limited: { every: 1 } }, latencyMs: 30 });
    const { client, waits } = startClient(server.origin, {
      concurrency: 4,
      sleep: async () => server.setFaults({}),
    });
    const playbacks = await Promise.all(Array.from({ length: 4 }, () => client.fetchMemento(ASKED)));
    expect(playbacks.every((playback) => playback.kind === 'memento')).toBe(true);
    expect(waits.map((wait) => wait.waitMs)).toEqual([60_000]);
  });

  it('is followed by one request alone, and by the others once that is answered', async () => {
    const server = await startArchive(CAPTURES, { faults: { limited: { every: 1 } }, latencyMs: 150 });
    const { client } = startClient(server.origin, {
      concurrency: 4,
      // Until all that was under way has been answered.
      sleep: async () => {
        await new Promise((resolve) => setTimeout(resolve, 600));
        server.setFaults({});
      },
    });
    await Promise.all(Array.from({ length: 9 }, () => client.fetchMemento(ASKED)));
    const times = server.log.filter((entry) => entry.status === 200).map((entry) => entry.timeMs);
    const [first = 0, ...others] = times.sort((one, other) => one - other);
    expect(others).toHaveLength(8);
    for (const time of others) expect(time).toBeGreaterThan(first + 140);
  });

  it('counts in a row only', async () => {
    const server = await startArchive(CAPTURES, { faults: { limited: { every: 2 } } });
    const { client, waits } = startClient(server.origin);
    for (let index = 0; index < 12; index += 1)
      expect((await client.fetchMemento(ASKED)).kind).toBe('memento');
    expect(waits.length).toBeGreaterThan(8);
    expect(waits.every((wait) => wait.waitMs === 60_000)).toBe(true);
  });

  it('is not in a row where the archive answered in between, be it with trouble', async () => {
    const { origin } = await startScripted((_, response, count) => {
      if (count === 9) response.end('');
      else response.writeHead(count % 2 === 1 ? 429 : 503).end();
    });
    const { client, waits } = startClient(origin);
    expect((await client.listCaptures({ url: 'site.example' })).complete).toBe(true);
    const limited = waits.filter(({ reason }) => reason === 'limited');
    expect(limited.map(({ waitMs }) => waitMs)).toEqual(Array(4).fill(60_000));
  });

  it('that asks for more patience than ten minutes ends the run at once', async () => {
    const server = await startArchive(CAPTURES, {
      faults: { limited: { every: 1, retryAfterSeconds: 7_200 } },
    });
    const { client } = startClient(server.origin);
    await expect(client.fetchMemento(ASKED)).rejects.toMatchObject({
      kind: 'limited',
      retryAfterMs: 7_200_000,
    });
    expect(server.log).toHaveLength(1);
  });

  it('lets nothing at all through meanwhile', async () => {
    const server = await startArchive(CAPTURES, { faults: { limited: { every: 4, retryAfterSeconds: 1 } } });
    const client = createArchiveClient({
      origin: server.origin,
      cdxRate: 100,
      mementoRate: 100,
      concurrency: 3,
    });
    const listings = Array.from({ length: 6 }, () => client.listCaptures({ url: POLICY }));
    await Promise.all([...listings, ...Array.from({ length: 8 }, () => client.fetchMemento(ASKED))]);
    await client.close();
    const log = server.log.toSorted((left, right) => left.timeMs - right.timeMs);
    const limited = log.filter((entry) => entry.status === 429);
    expect(limited.length).toBeGreaterThan(1);
    for (const { timeMs } of limited) {
      // What was on its way when the 429 came may still arrive; then there must be silence.
      const following = log.filter((entry) => entry.timeMs > timeMs + 100 && entry.timeMs < timeMs + 990);
      expect(following).toEqual([]);
    }
  });
});
