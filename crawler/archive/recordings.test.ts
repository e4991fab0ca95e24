/** Every recorded request and what our client concludes from the answer. See recordings-support.ts. */
import { afterEach, expect, it } from 'vitest';
import {
  describeListing,
  describePlayback,
  expectations,
  explainSkipping,
  startRecordings,
  suite,
  toQuery,
} from './recordings-support.ts';
import { closeAll, startClient } from './test-support.ts';

const ENDS_COMPLETE: Readonly<Record<string, boolean>> = {
  'no key': true,
  'no captures': true,
  'empty page': true,
  'next page not recorded': false,
};

afterEach(closeAll);
explainSkipping();

suite('every recorded playback', () => {
  it('reaches the expected conclusion', async () => {
    const { origin, readLog } = await startRecordings();
    const { client, waits } = startClient(origin);
    expect(expectations.playback.length).toBeGreaterThan(50);
    for (const { timestamp, url, expect: expected } of expectations.playback) {
      // How far off, and where a recording is missing, is the same fact in other words.
      const { offsetSeconds: _offset, at: _at, ...rest } = expected;
      const playback = await client.fetchMemento({ listedTimestamp: timestamp, original: url });
      expect(describePlayback(playback), `${timestamp} ${url}`).toEqual(rest);
    }
    expect(waits).toEqual([]);
    const log = await readLog();
    const unrecorded = expectations.playback.filter((one) => one.expect.outcome === 'unrecorded').length;
    expect(log.filter((line) => line.match === 'none')).toHaveLength(unrecorded);
    expect(log.every((line) => line.ua.startsWith('palimpsest/'))).toBe(true);
  });
});

suite('every recorded listing', () => {
  it('reaches the expected conclusion', async () => {
    const { origin } = await startRecordings();
    expect(expectations.listing.length).toBeGreaterThan(50);
    for (const expectation of expectations.listing) {
      const { client } = startClient(origin);
      const name = JSON.stringify(expectation.params);
      const { status: _status, end, ...rest } = expectation.expect;
      if (end === 'excluded') {
        await expect(client.listCaptures(toQuery(expectation)), name).rejects.toMatchObject({
          kind: 'excluded',
        });
        continue;
      }
      const listing = await client.listCaptures(toQuery(expectation));
      expect(describeListing(listing), name).toEqual(rest);
      expect(listing.complete, `${name} ${listing.note}`).toBe(ENDS_COMPLETE[String(end)]);
      await client.close();
    }
  });
});
