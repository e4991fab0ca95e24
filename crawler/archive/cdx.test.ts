import { afterEach, describe, expect, it } from 'vitest';
import type { WarcCapture } from '../../scripts/warc/write-warc.ts';
import { ArchiveError } from '../errors.ts';
import { closeAll, startArchive, startClient, startScripted } from './test-support.ts';
import type { Listing } from './types.ts';

afterEach(closeAll);

const URL_OF_POLICY = 'https://www.example.com/privacy';

/** A capture a day, `perSecond` of them in the same second. */
function manyCaptures(days: number, perSecond = 1): WarcCapture[] {
  return Array.from({ length: days * perSecond }, (_, index) => ({
    url: URL_OF_POLICY,
    timestamp: `2010${String(1 + Math.floor(index / perSecond / 28)).padStart(2, '0')}${String(1 + (Math.floor(index / perSecond) % 28)).padStart(2, '0')}000000`,
    body: `text ${index}`,
  }));
}

function timestamps(listing: Listing): string[] {
  return listing.captures.map((capture) => capture.timestamp);
}

describe('listCaptures', () => {
  it('lists everything of an address in one request', async () => {
    const server = await startArchive(manyCaptures(40));
    const { client } = startClient(server.origin);
    const listing = await client.listCaptures({ url: 'example.com/privacy' });
    expect(listing).toMatchObject({
      complete: true,
      note: null,
      rowCount: 40,
      junkCount: 0,
      duplicateCount: 0,
      pageCount: 1,
    });
    expect(server.log).toHaveLength(1);
    expect(new URL(server.log[0]!.target, server.origin).searchParams.get('limit')).toBe('10000');
    expect(client.counts()).toMatchObject({ cdx: 1, memento: 0, retries: 0, pauses: 0 });
  });

  it.each(['opaque', 'timestamp'] as const)(
    'loses nothing at the cuts between pages (%s keys)',
    async (resumeKeys) => {
      const server = await startArchive(manyCaptures(30, 3), { resumeKeys });
      const { client } = startClient(server.origin);
      const listing = await client.listCaptures({ url: URL_OF_POLICY, pageSize: 7 });
      expect(listing.complete).toBe(true);
      expect(new Set(listing.captures.map((capture) => capture.digest)).size).toBe(90);
      expect(timestamps(listing)).toEqual(timestamps(listing).toSorted());
      expect(listing.duplicateCount).toBeGreaterThan(0);
    },
  );

  it('goes on by key where one second fills a page', async () => {
    const server = await startArchive(manyCaptures(2, 12));
    const { client } = startClient(server.origin);
    const listing = await client.listCaptures({ url: URL_OF_POLICY, pageSize: 5 });
    expect([listing.captures.length, listing.complete]).toEqual([24, true]);
  });

  it('goes through a whole site by key', async () => {
    const pages = Array.from({ length: 20 }, (_, index) => ({
      url: `https://example.com/p${index}`,
      timestamp: '20100101000000',
      body: `${index}`,
    }));
    const server = await startArchive(pages);
    const { client } = startClient(server.origin);
    const listing = await client.listCaptures({ url: 'example.com/', matchType: 'prefix', pageSize: 6 });
    expect([listing.captures.length, listing.complete, listing.pageCount]).toEqual([20, true, 4]);
  });

  it('passes on dates, filters, collapse', async () => {
    const server = await startArchive([
      ...manyCaptures(56),
      { url: URL_OF_POLICY, timestamp: '20100105000000', status: 404, body: 'gone' },
    ]);
    const { client } = startClient(server.origin);
    const query = { url: URL_OF_POLICY, from: '201001', to: '20100110' };
    expect((await client.listCaptures(query)).captures).toHaveLength(11);
    expect(
      (await client.listCaptures({ ...query, filters: ['!statuscode:404', 'timestamp:.*[24680]000000'] }))
        .captures,
    ).toHaveLength(5);
    expect(timestamps(await client.listCaptures({ url: URL_OF_POLICY, collapse: 'timestamp:6' }))).toEqual([
      '20100101000000',
      '20100201000000',
    ]);
  });

  it('says when a limit cut the listing', async () => {
    const server = await startArchive(manyCaptures(10));
    const { client } = startClient(server.origin);
    const first = await client.listCaptures({ url: URL_OF_POLICY, limit: 3 });
    expect([first.captures.length, first.complete, first.note]).toEqual([3, false, 'only 3 were asked for']);
    const last = await client.listCaptures({ url: URL_OF_POLICY, limit: -1 });
    expect([timestamps(last), last.complete]).toEqual([['20100110000000'], false]);
    expect((await client.listCaptures({ url: URL_OF_POLICY, limit: 11 })).complete).toBe(true);
    expect((await client.listCaptures({ url: URL_OF_POLICY, limit: 10 })).complete).toBe(true);
  });

  it('takes no captures for what they are', async () => {
    const server = await startArchive(manyCaptures(1));
    const { client } = startClient(server.origin);
    expect(await client.listCaptures({ url: 'none.example' })).toMatchObject({
      captures: [],
      complete: true,
      note: null,
    });
  });

  it('drops rows outside the dates, junk, and repeats', async () => {
    const row = (timestamp: string) =>
      `example,a)/ ${timestamp} http://a.example/ text/html 200 D${timestamp} 10`;
    const { origin } = await startScripted((_, response) =>
      response.end(
        `${row('20010101000000')}\n${row('20010101000000')}\njunk\n${row('20220101000000')}\n${row('20000012170449')}\n`,
      ),
    );
    const listing = await startClient(origin).client.listCaptures({ url: 'a.example', to: '2001' });
    expect(listing).toMatchObject({ complete: true, rowCount: 5, duplicateCount: 1, junkCount: 1 });
    expect(listing.captures.map((capture) => [capture.timestamp, capture.listedTimestamp])).toEqual([
      ['20010101000000', '20010101000000'],
      ['20001217044900', '20000012170449'],
    ]);
  });

  it('knows an excluded site in both spellings, and does not ask again', async () => {
    const server = await startArchive(manyCaptures(1), { excludedHosts: ['example.com'] });
    const { client } = startClient(server.origin);
    for (let round = 0; round < 2; round += 1) {
      await expect(client.listCaptures({ url: URL_OF_POLICY })).rejects.toMatchObject({ kind: 'excluded' });
      expect(
        await client.fetchMemento({ listedTimestamp: '20100101000000', original: URL_OF_POLICY }),
      ).toMatchObject({ kind: 'excluded' });
    }
    expect(server.log).toHaveLength(1);
    expect(client.stopped).toBeNull();
  });

  it('takes a refusal without a word for one of what was asked, and a second one for one of the site', async () => {
    const { origin, targets } = await startScripted((_, response) => response.writeHead(403).end());
    const { client } = startClient(origin);
    const list = (url: string) => client.listCaptures({ url });
    await expect(list('a.example')).rejects.toMatchObject({
      kind: 'excluded',
      message: expect.stringContaining('does not say why'),
    });
    const capture = { listedTimestamp: '20100101000000', original: 'http://a.example/privacy' };
    expect(await client.fetchMemento(capture)).toMatchObject({ kind: 'refused', status: 403 });
    await expect(list('b.example')).rejects.toMatchObject({ kind: 'excluded' });
    expect(targets).toHaveLength(3);
    await expect(list('a.example/terms')).rejects.toMatchObject({ kind: 'excluded' });
    expect(await client.fetchMemento(capture)).toMatchObject({ kind: 'excluded' });
    expect(targets).toHaveLength(3);
  });

  it('finds the robots refusal inside a 200', async () => {
    const { origin, targets } = await startScripted((_, response) =>
      response.end('org.archive.wayback.exception.RobotAccessControlException: Blocked By Robots\n'),
    );
    await expect(startClient(origin).client.listCaptures({ url: 'a.example' })).rejects.toThrow(
      /robots\.txt/,
    );
    expect(targets).toHaveLength(1);
  });

  it('does not repeat a refused query', async () => {
    const { origin, targets } = await startScripted((_, response) =>
      response.writeHead(400).end('<html>page out of range</html>'),
    );
    await expect(startClient(origin).client.listCaptures({ url: 'a.example' })).rejects.toMatchObject({
      kind: 'rejected',
      message: expect.stringContaining('400'),
    });
    expect(targets).toHaveLength(1);
  });

  it('says where the index has moved, and does not follow', async () => {
    const { origin, targets } = await startScripted((_, response) =>
      response.writeHead(301, { location: 'https://elsewhere.example/' }).end(),
    );
    await expect(startClient(origin).client.listCaptures({ url: 'a.example' })).rejects.toThrow(
      /redirect to https:\/\/elsewhere\.example/,
    );
    expect(targets).toHaveLength(1);
  });

  it.each(['index-html', 'index-exception', 'unavailable'] as const)(
    'fails rather than take %s for no captures',
    async (fault) => {
      const server = await startArchive(manyCaptures(3), { faults: { [fault]: { every: 1 } } });
      const { client, waits } = startClient(server.origin);
      await expect(client.listCaptures({ url: URL_OF_POLICY })).rejects.toMatchObject({
        kind: 'unavailable',
      });
      expect(server.log).toHaveLength(6);
      expect(waits.map((wait) => wait.reason)).toEqual(Array(5).fill('retry'));
      expect(client.stopped).toBeNull();
    },
  );

  it('gives what it has as a part where a later page fails', async () => {
    const server = await startArchive(manyCaptures(20), {
      faults: { unavailable: { every: 1, match: /from=20100106/ } },
    });
    const { client } = startClient(server.origin);
    const listing = await client.listCaptures({ url: URL_OF_POLICY, pageSize: 6 });
    expect([listing.captures.length, listing.complete]).toEqual([6, false]);
    expect(listing.note).toMatch(/a later page failed: .*503/);
  });

  it('is not caught in a circle of keys', async () => {
    const page = (count: number) =>
      `example,a)/${count % 2} 20100101000000 http://a.example/ text/html 200 D${count % 2} 10\n\nkey${count % 2}\n`;
    const { origin, targets } = await startScripted((_, response, count) => response.end(page(count)));
    const listing = await startClient(origin).client.listCaptures({ url: 'a.example/', matchType: 'prefix' });
    expect([listing.complete, listing.note]).toEqual([false, 'the index goes round in circles']);
    expect(targets).toHaveLength(3);
  });

  it('asks again where the index names the same page as the next one', async () => {
    const pages = Array.from({ length: 20 }, (_, index) => ({
      url: `https://example.com/p${index}`,
      timestamp: '20100101000000',
      body: `${index}`,
    }));
    const server = await startArchive(pages, { faults: { 'index-repeated-key': { every: 3 } } });
    const { client } = startClient(server.origin);
    const listing = await client.listCaptures({ url: 'example.com/*', pageSize: 6 });
    expect([listing.captures.length, listing.complete]).toEqual([20, true]);
    expect(server.log.some((entry) => entry.fault === 'index-repeated-key')).toBe(true);
  });

  it('follows a key over a page without rows', async () => {
    const row = 'example,a)/ 20100101000000 http://a.example/ text/html 200 D 10\n';
    const { origin } = await startScripted((_, response, count) =>
      response.end(count === 1 ? '\nnext\n' : row),
    );
    const listing = await startClient(origin).client.listCaptures({ url: 'a.example' });
    expect([listing.captures.length, listing.complete]).toEqual([1, true]);
  });

  it('halves the time where the question is too expensive', async () => {
    const server = await startArchive(manyCaptures(56));
    const { origin, targets } = await startScripted(async (request, response) => {
      const query = new URL(request.url!, 'http://x').searchParams;
      const years =
        Number((query.get('to') || '2026').slice(0, 4)) - Number((query.get('from') || '1996').slice(0, 4));
      if (years > 5) return response.writeHead(504).end();
      return response.end(await (await fetch(`${server.origin}${request.url}`)).text());
    });
    const listing = await startClient(origin).client.listCaptures({ url: URL_OF_POLICY });
    expect([listing.captures.length, listing.complete]).toEqual([56, true]);
    expect(targets.length).toBeGreaterThan(8);
  });

  it('refuses a question that the index would misunderstand in silence', async () => {
    const { client } = startClient('http://127.0.0.1:9');
    const bad = [
      { url: ' ' },
      { url: 'a.example', filters: ['statuscode=200'] },
      { url: 'a.example', from: 'may' },
      { url: 'a.example', collapse: 'colour' },
      { url: 'a.example', limit: 0 },
      { url: 'a.example', pageSize: 1.5 },
    ];
    for (const query of bad)
      await expect(client.listCaptures(query), JSON.stringify(query)).rejects.toMatchObject({
        name: 'UserError',
      });
  });
});

it('keeps its errors apart from bugs', async () => {
  const { origin } = await startScripted((_, response) => response.writeHead(400).end());
  await expect(startClient(origin).client.listCaptures({ url: 'a.example' })).rejects.toBeInstanceOf(
    ArchiveError,
  );
});
