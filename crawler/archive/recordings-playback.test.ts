/** Recorded playback, scenario by scenario. See recordings-support.ts. */
import { afterEach, expect, it } from 'vitest';
import { describePlayback, explainSkipping, startRecordings, suite } from './recordings-support.ts';
import { closeAll, startClient, startScripted } from './test-support.ts';

afterEach(closeAll);
explainSkipping();

suite('playback', () => {
  const at = (listedTimestamp: string, original: string) => ({ listedTimestamp, original });

  it('A1, A2: a digest that differs is no reason to reject; the landing counts, not the request', async () => {
    const { client } = startClient((await startRecordings()).origin);
    const birds = 'https://www.fws.gov/birds/';
    for (const asked of ['20171124151315', '20171124151310', '20171124000000']) {
      const playback = await client.fetchMemento(at(asked, birds));
      expect(describePlayback(playback)).toMatchObject({
        outcome: 'capture',
        timestamp: '20171124151315',
        bytes: 122_756,
        sha1: 'NWZGJYODG6U5PSGSF2USV5HJFOYHRKM2',
      });
    }
    const [row] = (
      await client.listCaptures({
        url: birds,
        from: '20171124151314',
        to: '20171124151316',
        pageSize: 1000,
        resolveRevisits: true,
      })
    ).captures;
    expect(row?.digest).toBe('BHLZ7SUEFN34VPG6MPYVQWOQHT3B7TXJ');
  });

  it('A4: six days off is not playable, and its neighbour is not asked for', async () => {
    const { origin, readLog } = await startRecordings();
    const playback = await startClient(origin).client.fetchMemento(
      at('20150509080314', 'https://www.fws.gov/birds/'),
    );
    expect(playback).toMatchObject({ kind: 'not-playable', nearest: '20150503090125' });
    expect(await readLog()).toHaveLength(1);
  });

  it('A5 to A8: chains are followed in every form of Location, and kept', async () => {
    const { client } = startClient((await startRecordings()).origin);
    const hops = async (timestamp: string, url: string) => {
      const playback = await client.fetchMemento(at(timestamp, url));
      return playback.kind === 'memento' ? playback.memento.hops.map((hop) => hop.kind) : playback.kind;
    };
    expect(await hops('20180808094144', 'https://www.epa.gov/ghgreporting/san5779-factsheet')).toEqual([
      'captured',
      'nearest',
      'landing',
    ]);
    expect(await hops('20200201020357', 'http://epa.gov/climatechange')).toEqual([
      'nearest',
      'captured',
      'nearest',
      'landing',
    ]);
    expect(
      await hops('20201027215555', 'https://www.whitehouse.gov/administration/eop/ostp/about/student/faqs'),
    ).toEqual(['captured', 'nearest', 'landing']);
    expect(await hops('20201102232816', 'https://www.census.gov/geography/gss-initiative.html')).toEqual([
      'captured',
      'nearest',
      'landing',
    ]);
  });

  it('A10, A11: an exclusion is one with 403 and with 200, and is not asked for again', async () => {
    for (const [options, status] of [
      [[], 403],
      [['--as-of', '2020-12-31'], 200],
    ] as const) {
      const { origin, readLog } = await startRecordings(...options);
      const { client, waits } = startClient(origin);
      const asked = at('20170929002712', 'https://nationalpost.com/health/');
      expect(await client.fetchMemento(asked)).toMatchObject({ kind: 'excluded', status });
      expect(await client.fetchMemento(asked)).toMatchObject({ kind: 'excluded' });
      await expect(client.listCaptures({ url: 'https://nationalpost.com/' })).rejects.toMatchObject({
        kind: 'excluded',
      });
      expect(waits).toEqual([]);
      expect(await readLog()).toHaveLength(1);
    }
  });

  it('A13: an archived 429 is a capture, without a pause', async () => {
    const { client, waits } = startClient((await startRecordings()).origin);
    const playback = await client.fetchMemento(
      at('20150129034904', 'http://www.reddit.com/r/PokemonGiveaway'),
    );
    expect(playback).toMatchObject({
      kind: 'memento',
      memento: { statuscode: 429, headers: { 'retry-after': '6' } },
    });
    expect(waits).toEqual([]);
  });

  it('A14: the real address comes from the link header, and the bytes stay as they are', async () => {
    const { client } = startClient((await startRecordings()).origin);
    const playback = await client.fetchMemento(at('20171124143728', 'http://fws.gov/'));
    if (playback.kind !== 'memento') throw new Error(playback.kind);
    expect(playback.memento.original).toBe('https://www.fws.gov/');
    expect([...playback.memento.payload.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it('A18: a revisit plays in full, a PDF too', async () => {
    const { client } = startClient((await startRecordings()).origin);
    const pdf =
      'https://www.epa.gov/sites/production/files/2016-08/documents/oar-climate-change-adaptation-plan.pdf';
    expect(describePlayback(await client.fetchMemento(at('20200430024232', pdf)))).toMatchObject({
      bytes: 375_909,
      contentType: 'application/pdf',
    });
  });

  it('A19: the page for people is no capture', async () => {
    const { origin } = await startRecordings();
    // Our client always asks for raw bytes; this stands for an archive that ignores that.
    const viewing = await startScripted(async (request, response) => {
      const answer = await fetch(`${origin}${request.url!.replace('id_/', '/')}`, { redirect: 'manual' });
      response.writeHead(answer.status, { 'content-type': 'text/html' }).end(await answer.text());
    });
    const { client } = startClient(viewing.origin);
    const page = at(
      '20201027215555',
      'https://www.whitehouse.gov/administration/eop/ostp/about/student/faqs',
    );
    await expect(client.fetchMemento(page)).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('Memento-Datetime'),
    });
  });

  it('A20: a narrower window rejects what a wide one follows', async () => {
    const { origin, readLog } = await startRecordings();
    const { client } = startClient(origin, { landingWindowSeconds: 600 });
    const page = at('20190101032200', 'http://arpa-e.energy.gov/?q=arpa-e-programs/impacct');
    expect(await client.fetchMemento(page)).toMatchObject({
      kind: 'not-playable',
      nearest: '20190101034515',
    });
    expect(await readLog()).toHaveLength(1);
  });
});
