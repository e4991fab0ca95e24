/** Faults made over recorded answers. See recordings-support.ts. */
import { afterEach, expect, it } from 'vitest';
import { createArchiveClient } from './client.ts';
import {
  describeListing,
  describePlayback,
  explainSkipping,
  startRecordings,
  suite,
} from './recordings-support.ts';
import { closeAll, startClient } from './test-support.ts';

afterEach(closeAll);
explainSkipping();

suite('under faults', () => {
  const birds = { listedTimestamp: '20171124151315', original: 'https://www.fws.gov/birds/' };
  const query = {
    url: 'nasa.gov',
    from: '19961001000000',
    to: '19970201000000',
    pageSize: 1000,
    resolveRevisits: true,
  } as const;

  it('C1: 429 with Retry-After 2: nothing is sent for two seconds', async () => {
    const { origin, readLog } = await startRecordings(
      '--fail-first',
      '1',
      '--fail-status',
      '429',
      '--retry-after',
      '2',
    );
    const client = createArchiveClient({ origin, cdxRate: 50, mementoRate: 50 });
    const [playback, listing] = await Promise.all([client.fetchMemento(birds), client.listCaptures(query)]);
    await client.close();
    expect([playback.kind, listing.captures.length]).toEqual(['memento', 1]);
    const times = (await readLog()).map((line) => ({ ms: Date.parse(line.t), status: line.status }));
    const limited = times.filter((line) => line.status === 429);
    expect(limited.length).toBeGreaterThan(0);
    for (const { ms } of limited) {
      expect(times.filter((line) => line.ms > ms + 100 && line.ms < ms + 1_990)).toEqual([]);
    }
  });

  it('C2: 429 without a time: 60 seconds', async () => {
    const { origin } = await startRecordings('--fail-first', '1', '--fail-status', '429');
    const { client, waits } = startClient(origin);
    expect((await client.fetchMemento(birds)).kind).toBe('memento');
    expect(waits).toEqual([{ reason: 'limited', waitMs: 60_000, cause: '429 from the archive' }]);
  });

  it('C3, C4: 503 twice, a dropped connection: the same data as without', async () => {
    const calm = startClient((await startRecordings()).origin).client;
    const expected = [
      describePlayback(await calm.fetchMemento(birds)),
      describeListing(await calm.listCaptures(query)),
    ];
    for (const options of [
      ['--fail-first', '2', '--fail-status', '503'],
      ['--fail-first', '1', '--fail-status', '0', '--fail-match', 'id_'],
    ]) {
      const { client, waits } = startClient((await startRecordings(...options)).origin);
      expect([
        describePlayback(await client.fetchMemento(birds)),
        describeListing(await client.listCaptures(query)),
      ]).toEqual(expected);
      expect(waits.length).toBeGreaterThan(0);
      expect(waits.every((wait) => wait.reason === 'retry')).toBe(true);
      const ofOne = waits.slice(0, options[1] === '2' ? 2 : 1).map((wait) => wait.waitMs);
      expect(ofOne).toEqual(ofOne.toSorted((left, right) => left - right));
    }
  });

  it('C5: an index that is down is a failure, after few requests, and not "no captures"', async () => {
    const { origin, readLog } = await startRecordings(
      '--fail-first',
      '99',
      '--fail-status',
      '503',
      '--fail-match',
      'cdx',
    );
    const { client } = startClient(origin);
    await expect(client.listCaptures(query)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(client.stopped).toBeNull();
    expect((await client.fetchMemento(birds)).kind).toBe('memento');
    expect((await readLog()).length).toBe(7);
  });

  it('C6: endless 429 ends the run early', async () => {
    const { origin, readLog } = await startRecordings('--fail-first', '99', '--fail-status', '429');
    const { client } = startClient(origin);
    const calls = [
      client.listCaptures(query),
      ...Array.from({ length: 5 }, () => client.fetchMemento(birds)),
    ];
    for (const { reason } of (await Promise.allSettled(calls)) as PromiseRejectedResult[])
      expect(reason.kind).toBe('limited');
    expect(client.stopped?.message).toMatch(/429/);
    expect((await readLog()).length).toBeLessThanOrEqual(6);
  });

  it('C7: never more requests under way than configured', async () => {
    const { origin, readLog } = await startRecordings('--delay', '200');
    const { client } = startClient(origin, { concurrency: 2 });
    await Promise.all(Array.from({ length: 7 }, () => client.fetchMemento(birds)));
    const log = await readLog();
    expect(new Set(log.map((line) => line.conn)).size).toBeLessThanOrEqual(2);
    // Each was answered 200 ms after it came, so three answers within that time would be three at once.
    const times = log.map((line) => Date.parse(line.t));
    for (const [index, time] of times.slice(2).entries())
      expect(time - times[index]!).toBeGreaterThanOrEqual(190);
  });
});
