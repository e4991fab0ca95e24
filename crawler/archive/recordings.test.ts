/**
 * Real traffic of the Wayback Machine, recorded 2018 to 2026, replayed on loopback: what our client concludes from it.
 * The numbers of scenarios (A1, B1, C1 …) are those of the recordings' own README.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { base32 } from '../../scripts/warc/write-warc.ts';
import { createArchiveClient } from './client.ts';
import { closeAll, onClose, startClient, startScripted } from './test-support.ts';
import type { CaptureQuery, Listing, Playback } from './types.ts';

const folder = join(process.env.PALIMPSEST_CORPUS ?? '', 'recordings');
const isThere = Boolean(process.env.PALIMPSEST_CORPUS) && existsSync(join(folder, 'server.mjs'));
const suite = describe.skipIf(!isThere);

it.skipIf(isThere)('needs the recordings: set PALIMPSEST_CORPUS to the folder that holds them', () => {});

interface LogLine {
  readonly t: string;
  readonly conn: number;
  readonly target: string;
  readonly match: string;
  readonly status: number;
  readonly ua: string;
}

/** The replay server with its options; `readLog` stops it first, since it writes its log as it ends. */
async function startRecordings(
  ...options: string[]
): Promise<{ origin: string; readLog: () => Promise<LogLine[]> }> {
  const scratch = mkdtempSync(join(tmpdir(), 'recordings-'));
  const logFile = join(scratch, 'log.jsonl');
  const child = spawn(process.execPath, [join(folder, 'server.mjs'), '--log', logFile, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  onClose(async () => {
    await stop();
    rmSync(scratch, { recursive: true });
  });
  const origin = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim())),
  );
  const readLog = async () => {
    await stop();
    return readFileSync(logFile, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as LogLine);
  };
  return { origin, readLog };
}

interface PlaybackExpectation {
  readonly timestamp: string;
  readonly url: string;
  readonly expect: Readonly<Record<string, unknown>>;
}
interface ListingExpectation {
  readonly params: Readonly<Record<string, string | readonly string[]>>;
  readonly recordedAt: string;
  readonly expect: Readonly<Record<string, unknown>>;
}

const expectations: { playback: PlaybackExpectation[]; listing: ListingExpectation[] } = isThere
  ? JSON.parse(readFileSync(join(folder, 'expectations.json'), 'utf8'))
  : { playback: [], listing: [] };

function sha1(bytes: Uint8Array): string {
  return base32(createHash('sha1').update(bytes).digest());
}

/** In the words of the expectations. */
function describePlayback(playback: Playback): Record<string, unknown> {
  if (playback.kind === 'memento') {
    const { memento } = playback;
    return {
      outcome: 'capture',
      status: memento.statuscode,
      timestamp: memento.timestamp,
      original: memento.original,
      bytes: memento.payload.length,
      sha1: sha1(memento.payload),
      contentType: memento.contentType,
      requests: memento.hops.length,
      redirected: memento.hops.some((hop) => hop.kind === 'captured'),
    };
  }
  const requests = playback.hops.length;
  if (playback.kind === 'not-playable')
    return { outcome: 'not-playable', nearest: playback.nearest, requests };
  if (playback.kind === 'redirect-loop') return { outcome: 'loop', requests };
  if (playback.kind === 'not-archived' && playback.hops.length > 1)
    return { outcome: 'unrecorded', requests };
  const outcome = playback.kind === 'not-archived' ? 'never-archived' : playback.kind;
  return { outcome, status: playback.status, requests };
}

function toQuery({ params }: ListingExpectation): CaptureQuery {
  const { url, limit, from, to, matchType, collapse, filter, resolveRevisits } = params as Record<
    string,
    string
  >;
  return {
    url: url!,
    pageSize: limit ? Number(limit) : null,
    continueBy: 'key',
    ...(from && { from }),
    ...(to && { to }),
    ...(collapse && { collapse }),
    ...(matchType && { matchType: matchType as 'prefix' }),
    ...(filter && { filters: [filter].flat() }),
    ...(resolveRevisits && { resolveRevisits: resolveRevisits === 'true' }),
  };
}

function describeListing(listing: Listing): Record<string, unknown> {
  const statuses: Record<string, number> = {};
  for (const { statuscode } of listing.captures) statuses[statuscode] = (statuses[statuscode] ?? 0) + 1;
  return {
    rows: listing.rowCount,
    uniqueRows: listing.captures.length,
    digests: new Set(listing.captures.map((capture) => capture.digest)).size,
    statuses,
    pages: listing.pageCount,
  };
}

const ENDS_COMPLETE: Readonly<Record<string, boolean>> = {
  'no key': true,
  'no captures': true,
  'empty page': true,
  'next page not recorded': false,
};

afterEach(closeAll);

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

suite('the index', () => {
  const cnn = {
    url: 'cnn.com',
    from: '20010410000000',
    to: '20010510000000',
    resolveRevisits: true,
  } as const;

  it('B1, B2: paging by the old keys loses a row that the other way in still has', async () => {
    const { client } = startClient((await startRecordings()).origin);
    const paged = await client.listCaptures({ ...cnn, pageSize: 25, continueBy: 'key' });
    expect([paged.pageCount, paged.rowCount, paged.captures.length, paged.complete]).toEqual([
      15,
      350,
      96,
      true,
    ]);
    const { resolveRevisits: _resolve, ...plain } = cnn;
    const whole = await client.listCaptures({ ...plain, service: 'timemap' });
    expect([whole.rowCount, whole.captures.length, whole.complete]).toEqual([893, 97, true]);
    const key = ({ timestamp, digest }: { timestamp: string; digest: string }) => `${timestamp} ${digest}`;
    const known = new Set(paged.captures.map(key));
    expect(whole.captures.map(key).filter((one) => !known.has(one))).toEqual([
      '20010507180422 5WLXHVAUEZPBFM52BMEEW4XPORIDOCSO',
    ]);
  });

  it('B1 again: continued by timestamp, over the same rows, it loses nothing', async () => {
    const { client } = startClient((await startRecordings('--mode', 'index')).origin);
    const { resolveRevisits: _resolve, ...plain } = cnn;
    const whole = await client.listCaptures({ ...plain, pageSize: 10_000 });
    const paged = await client.listCaptures({ ...plain, pageSize: 25 });
    expect(paged.captures).toEqual(whole.captures);
    expect(paged.complete).toBe(true);
    const byKey = await client.listCaptures({ ...plain, pageSize: 25, continueBy: 'key' });
    expect(byKey.captures.length).toBeLessThan(whole.captures.length);
  });

  it('B4: a home page that only redirects has rows and no page', async () => {
    const { client } = startClient((await startRecordings()).origin);
    const query = { url: 'dw.com', from: '20191001000000', to: '20200301000000' } as const;
    const listing = await client.listCaptures({
      ...query,
      pageSize: 1000,
      continueBy: 'key',
      resolveRevisits: true,
    });
    expect(listing.captures).toHaveLength(2234);
    expect(new Set(listing.captures.map((capture) => capture.digest))).toEqual(
      new Set(['3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ']),
    );
    // The five pages that the timemap names are of 2022: it answers with rows outside the dates, which are dropped.
    const whole = await client.listCaptures({ ...query, service: 'timemap' });
    expect(whole.rowCount - whole.duplicateCount - whole.captures.length).toBeGreaterThanOrEqual(5);
    expect(whole.captures.some((capture) => capture.statuscode === '200')).toBe(false);
    expect(whole.captures.every((capture) => capture.timestamp < '20200301000001')).toBe(true);
  });

  it('B7: an exclusion is not "no captures", with a text or with an empty body', async () => {
    const { origin, readLog } = await startRecordings();
    const query = {
      url: 'https://nationalpost.com/health',
      from: '20191001000000',
      to: '20191002000000',
    } as const;
    await expect(
      startClient(origin).client.listCaptures({ ...query, pageSize: 1000, resolveRevisits: true }),
    ).rejects.toMatchObject({ kind: 'excluded' });
    await expect(
      startClient(origin).client.listCaptures({ ...query, service: 'timemap' }),
    ).rejects.toMatchObject({ kind: 'excluded' });
    expect((await readLog()).filter((line) => line.status === 403)).toHaveLength(2);
  });

  it('B9: the key goes back unchanged, and a listing without its next page is a part', async () => {
    const { origin, readLog } = await startRecordings();
    const listing = await startClient(origin).client.listCaptures({
      url: 'nasa.gov',
      pageSize: 1000,
      continueBy: 'key',
      resolveRevisits: true,
    });
    expect([listing.captures.length, listing.complete]).toEqual([488, false]);
    expect(listing.note).toMatch(/later page failed/);
    const last = (await readLog()).at(-1)!;
    expect(new URL(last.target, origin).searchParams.get('resumeKey')).toBe(
      'eJxLzy_TyUssTtTUVzAyMDAxsDQwNTA3NTe0BABfMwZl',
    );
  });

  it('B13: captures appear later in the past', async () => {
    const query = {
      url: 'https://www.cdc.gov/coronavirus/2019-ncov/travelers/after-travel-precautions-japanese.html',
      from: '20201123000000',
      to: '20201124000000',
      resolveRevisits: true,
    } as const;
    const { client } = startClient((await startRecordings()).origin);
    expect((await client.listCaptures({ ...query, pageSize: null })).captures).toHaveLength(1);
    expect((await client.listCaptures({ ...query, pageSize: 1000 })).captures).toHaveLength(2);
  });

  it('B14: filters go out as repeated parameters', async () => {
    const { client } = startClient((await startRecordings()).origin);
    const listing = await client.listCaptures({
      url: 'nasa.gov/',
      matchType: 'prefix',
      pageSize: 10,
      from: '20220101000000',
      to: '20220201000000',
      filters: ['statuscode:404', 'urlkey:.*feature.*'],
      resolveRevisits: true,
    });
    expect(listing.captures).toHaveLength(6);
  });
});

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
