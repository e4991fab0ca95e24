/** Listings that came with status 200 and are not what the index holds. */
import { afterEach, describe, expect, it } from 'vitest';
import { closeAll, startClient, startScripted } from './test-support.ts';

afterEach(closeAll);

const row = (path: string, timestamp: string) =>
  `example,a)${path} ${timestamp} http://a.example${path} text/html 200 ${'A'.repeat(32)} 900\n`;
const ROWS = ['20100101000000', '20110101000000', '20120101000000'].map((at) => row('/privacy', at)).join('');
const QUERY = { url: 'a.example/privacy' };

/** A server that gives these bodies one after the other, the last one for ever. */
const serveBodies = (...bodies: readonly string[]) =>
  startScripted((_, response, count) => response.end(bodies[Math.min(count, bodies.length) - 1]));

describe('a listing cut in the middle of a row', () => {
  it('is asked for again until it is whole', async () => {
    const { origin, targets } = await serveBodies(ROWS.slice(0, 120), ROWS.slice(0, 200), ROWS);
    const { client, waits } = startClient(origin);
    const listing = await client.listCaptures(QUERY);
    expect([listing.captures.length, listing.complete]).toEqual([3, true]);
    expect(targets).toHaveLength(3);
    expect(waits[0]?.cause).toContain('cut in the middle of a row');
    expect(client.doubts?.isDeceived).toBe(true);
  });

  it('is never complete, however often it comes', async () => {
    const { origin } = await serveBodies(ROWS.slice(0, 120));
    await expect(startClient(origin).client.listCaptures(QUERY)).rejects.toMatchObject({
      kind: 'unavailable',
    });
  });

  it('whose last row is whole is believed where it comes the same twice: not every server ends its lines', async () => {
    const { origin, targets } = await serveBodies(ROWS.trimEnd());
    const listing = await startClient(origin).client.listCaptures(QUERY);
    expect([listing.captures.length, listing.complete, targets.length]).toEqual([3, true, 2]);
  });

  it('on a later page leaves a part, and says so', async () => {
    const { origin } = await startScripted((request, response) =>
      response.end(request.url!.includes('from=') ? ROWS.slice(0, 120) : ROWS),
    );
    const listing = await startClient(origin).client.listCaptures({ ...QUERY, pageSize: 3 });
    expect([listing.captures.length, listing.complete]).toEqual([3, false]);
    expect(listing.note).toContain('a later page failed');
  });
});

describe('a listing that the caller doubts', () => {
  const doubt = ({ rowCount }: { rowCount: number }) => (rowCount < 3 ? 'pages link there' : null);

  it('is asked for again, and the better one is taken', async () => {
    const { origin, targets } = await serveBodies('', ROWS);
    const { client, waits } = startClient(origin);
    const listing = await client.listCaptures({ ...QUERY, doubt });
    expect([listing.captures.length, listing.complete, targets.length]).toEqual([3, true, 2]);
    expect(waits).toMatchObject([{ reason: 'retry', cause: 'pages link there' }]);
  });

  it('is believed where it comes the same three times, and four times once the archive has told an untruth', async () => {
    const { origin, targets } = await startScripted((request, response, count) =>
      response.end(request.url!.includes('liar') && count > 4 ? ROWS : ''),
    );
    const { client } = startClient(origin);
    expect((await client.listCaptures({ ...QUERY, doubt })).complete).toBe(true);
    expect(targets).toHaveLength(3);
    await client.listCaptures({ url: 'liar.example', doubt });
    expect(targets).toHaveLength(5);
    expect((await client.listCaptures({ ...QUERY, doubt })).complete).toBe(true);
    expect(targets).toHaveLength(9);
  });

  it('is a part where it comes differently each time', async () => {
    const { origin } = await startScripted((_, response, count) =>
      response.end(row('/privacy', `2010010100000${count}`)),
    );
    const listing = await startClient(origin).client.listCaptures({ ...QUERY, doubt });
    expect([listing.complete, listing.note]).toEqual([false, 'pages link there']);
  });
});

it('a page that no longer holds the last row of the page before is asked for again', async () => {
  const { origin, targets } = await startScripted((request, response, count) => {
    const isLater = request.url!.includes('from=');
    response.end(isLater ? (count === 2 ? '' : row('/privacy', '20120101000000')) : ROWS);
  });
  const listing = await startClient(origin).client.listCaptures({ ...QUERY, pageSize: 3 });
  expect([listing.captures.length, listing.complete, targets.length]).toEqual([3, true, 3]);
});

describe('an index without an end', () => {
  /** Seconds from a moment on, or one a day, as the question asks. */
  const listTimes = (query: URLSearchParams, knowsCollapse: boolean) => {
    const from = (query.get('from') ?? '20000101000000').replace(
      /(....)(..)(..)(..)(..)(..)/,
      '$1-$2-$3T$4:$5:$6Z',
    );
    const step = knowsCollapse && query.has('collapse') ? 86_400 : 1;
    const last = knowsCollapse ? Date.parse('2009-01-01T00:00:00Z') : Number.POSITIVE_INFINITY;
    const times = Array.from({ length: 10_000 }, (_, k) => Date.parse(from) + k * step * 1000);
    const isWhole = times.at(-1)! > last;
    const rows = times
      .filter((time) => time < last)
      .map((time) => row('/privacy', new Date(time).toISOString().replace(/\D/g, '').slice(0, 14)));
    return isWhole ? rows.join('') : `${rows.join('')}\nkey\n`;
  };

  it.each([
    ['is left after so many rows, which are handed over page by page', false, 60_000],
    ['of the busiest addresses is read a day at a time from there on', true, 54_000],
  ])('%s', async (_, knowsCollapse, most) => {
    const { origin, targets } = await startScripted((request, response) =>
      response.end(listTimes(new URL(request.url!, 'http://a').searchParams, knowsCollapse)),
    );
    let taken = 0;
    const onPage = (captures: readonly unknown[]) => (taken += captures.length);
    const listing = await startClient(origin).client.listCaptures({ ...QUERY, onPage });
    expect(listing).toMatchObject({ captures: [], complete: false, isEndless: true });
    expect(listing.note).toContain('more than 50000 rows');
    expect(listing.note?.includes('the first of each day')).toBe(knowsCollapse);
    expect(taken).toBe(listing.captureCount);
    expect(taken).toBeGreaterThan(50_000);
    expect(taken).toBeLessThanOrEqual(most);
    expect(listing.lastRow?.includes(' 20081231')).toBe(knowsCollapse);
    expect(targets.length).toBeLessThan(9);
  });

  it('that names new keys for ever and brings nothing new is left after three', async () => {
    const { origin, targets } = await startScripted((_, response, count) =>
      response.end(`${ROWS}\nkey${count}\n`),
    );
    const listing = await startClient(origin).client.listCaptures({ ...QUERY, continueBy: 'key' });
    expect([listing.complete, listing.note]).toEqual([false, 'the index goes round in circles']);
    expect(targets.length).toBeLessThanOrEqual(4);
  });

  it('whose answer is larger than accepted is asked for in parts, and given up after so many', async () => {
    const { origin, targets } = await startScripted((_, response) => response.end('x'.repeat(3_000)));
    const { client } = startClient(origin, { maxIndexBytes: 2_000 });
    await expect(client.listCaptures(QUERY)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(targets.length).toBeLessThanOrEqual(65);
  });
});

describe('pywb', () => {
  const record = (path: string, at: string) =>
    `${JSON.stringify({ urlkey: `example,a)${path}`, timestamp: at, url: `http://a.example${path}`, mime: 'text/html', status: '200', digest: 'A'.repeat(32), length: '9' })}\n`;

  it('says of an address that it has nothing; of a collection that it is not there', async () => {
    const { origin } = await startScripted((request, response) => {
      const words = request.url!.startsWith('/good')
        ? 'No Captures found for: a'
        : 'Collection not found: typo';
      response.writeHead(404, { 'content-type': 'application/json' }).end(JSON.stringify({ message: words }));
    });
    expect((await startClient(`${origin}/good`).client.listCaptures(QUERY)).complete).toBe(true);
    await expect(startClient(`${origin}/typo`).client.listCaptures(QUERY)).rejects.toMatchObject({
      kind: 'rejected',
      message: expect.stringContaining('Collection not found'),
    });
  });

  it('knows no collapse: its rows are collapsed here, so that one noisy address does not crowd out the others', async () => {
    const noisy = Array.from({ length: 250 }, (_, k) => record('/noise', String(20100101000000 + k))).join(
      '',
    );
    const { origin, targets } = await startScripted((_, response) =>
      response.end(noisy + record('/privacy', '20120101000000')),
    );
    const query = { url: 'a.example', matchType: 'domain', collapse: 'urlkey', limit: 200 } as const;
    const { captures } = await startClient(`${origin}/coll`).client.listCaptures(query);
    expect(captures.map(({ urlkey }) => urlkey)).toEqual(['example,a)/noise', 'example,a)/privacy']);
    expect(targets[0]).not.toContain('collapse');
  });
});
