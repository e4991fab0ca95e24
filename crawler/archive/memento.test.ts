import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { closeAll, startArchive, startClient, startScripted } from './test-support.ts';
import type { Playback } from './types.ts';

afterEach(closeAll);

const POLICY = 'https://www.example.com/privacy';

function captured(timestamp: string, headers: Record<string, string> = {}): Record<string, string> {
  const iso = timestamp.replace(/(....)(..)(..)(..)(..)(..)/, '$1-$2-$3T$4:$5:$6Z');
  return { 'memento-datetime': new Date(iso).toUTCString(), ...headers };
}

function expectMemento(playback: Playback) {
  if (playback.kind !== 'memento') throw new Error(`${playback.kind}: ${playback.reason}`);
  return playback.memento;
}

describe('fetchMemento', () => {
  it('brings bytes, headers and address of what was really captured', async () => {
    const server = await startArchive([
      {
        url: 'http://example.com:80/Privacy',
        timestamp: '20100101000000',
        body: Buffer.from([0xef, 0xbb, 0xbf, 0x68, 0x69]),
        headers: [
          ['Content-Type', 'text/html; charset=utf-8'],
          ['X-Powered-By', 'steam'],
          ['Link', '<x>; rel="next"'],
        ],
      },
    ]);
    const { client } = startClient(server.origin);
    const memento = expectMemento(
      await client.fetchMemento({ listedTimestamp: '20100101000000', original: POLICY }),
    );
    expect(memento).toMatchObject({
      timestamp: '20100101000000',
      original: 'http://example.com:80/Privacy',
      statuscode: 200,
      contentType: 'text/html; charset=utf-8',
    });
    expect([...memento.payload]).toEqual([0xef, 0xbb, 0xbf, 0x68, 0x69]);
    expect(memento.headers).toMatchObject({
      'x-powered-by': 'steam',
      link: '<x>; rel="next"',
      'x-archive-src': 'captures.warc',
    });
    expect(memento.hops).toEqual([
      { url: client.mementoUrl('20100101000000', POLICY), status: 200, kind: 'landing' },
    ]);
  });

  it('takes archived errors for captures, an archived 429 too', async () => {
    const server = await startArchive([
      {
        url: POLICY,
        timestamp: '20100101000000',
        status: 429,
        body: 'slow down',
        headers: [['Retry-After', '6']],
      },
    ]);
    const { client, waits } = startClient(server.origin);
    const memento = expectMemento(
      await client.fetchMemento({ listedTimestamp: '20100101000000', original: POLICY }),
    );
    expect([memento.statuscode, memento.headers['retry-after'], waits, server.log.length]).toEqual([
      429,
      '6',
      [],
      1,
    ]);
  });

  it('accepts the nearest capture inside the window, under its own time', async () => {
    const server = await startArchive([{ url: POLICY, timestamp: '20100101120000', body: 'noon' }]);
    const { client } = startClient(server.origin);
    const memento = expectMemento(
      await client.fetchMemento({ listedTimestamp: '20100101000000', original: POLICY }),
    );
    expect(memento.timestamp).toBe('20100101120000');
    expect(memento.hops.map((hop) => [hop.status, hop.kind])).toEqual([
      [302, 'nearest'],
      [200, 'landing'],
    ]);
  });

  it('does not even ask for one outside the window', async () => {
    const server = await startArchive([{ url: POLICY, timestamp: '20100103000000', body: 'later' }]);
    const { client } = startClient(server.origin);
    const asked = { listedTimestamp: '20100101000000', original: POLICY };
    expect(await client.fetchMemento(asked)).toMatchObject({
      kind: 'not-playable',
      nearest: '20100103000000',
      status: 302,
    });
    expect(server.log).toHaveLength(1);
    expectMemento(await client.fetchMemento(asked, { landingWindowSeconds: 7 * 86_400 }));
  });

  it('follows captured redirects in all their forms, and keeps the chain', async () => {
    // The last digit of a timestamp decides which form the server writes.
    const server = await startArchive([
      {
        url: POLICY,
        timestamp: '20100101000000',
        status: 301,
        headers: [['Location', '/one']],
        body: 'moved',
      },
      {
        url: 'https://www.example.com/one',
        timestamp: '20100101000001',
        status: 302,
        headers: [['Location', 'two']],
        body: '',
      },
      {
        url: 'https://www.example.com/two',
        timestamp: '20100101000102',
        status: 301,
        headers: [['Location', 'https://example.com/three']],
        body: '',
      },
      { url: 'https://example.com/three', timestamp: '20100101003000', body: 'here' },
    ]);
    const { client } = startClient(server.origin);
    const memento = expectMemento(
      await client.fetchMemento({ listedTimestamp: '20100101000000', original: POLICY }),
    );
    expect(Buffer.from(memento.payload).toString()).toBe('here');
    expect(memento.hops.map((hop) => hop.kind)).toEqual([
      'captured',
      'nearest',
      'captured',
      'nearest',
      'captured',
      'nearest',
      'landing',
    ]);
    expect([memento.original, memento.timestamp]).toEqual(['https://example.com/three', '20100101003000']);
  });

  it('tells drift after a redirect, a missing target, a loop, and too long a chain apart', async () => {
    const at = '20100101000000';
    const redirect = (from: string, to: string) => ({
      url: `https://example.com/${from}`,
      timestamp: at,
      status: 301,
      headers: [['Location', to] as const],
      body: '',
    });
    const server = await startArchive([
      redirect('drift', '/late'),
      { url: 'https://example.com/late', timestamp: '20110101000000', body: 'a year later' },
      redirect('lost', '/nowhere'),
      redirect('a', '/b'),
      redirect('b', '/a'),
      ...Array.from({ length: 15 }, (_, index) => redirect(`c${index}`, `/c${index + 1}`)),
      redirect('script', 'javascript:void(0)'),
    ]);
    const { client } = startClient(server.origin);
    const fetch = (path: string) =>
      client.fetchMemento({ listedTimestamp: at, original: `https://example.com/${path}` });
    expect(await fetch('drift')).toMatchObject({ kind: 'drifted', nearest: '20110101000000' });
    expect(await fetch('lost')).toMatchObject({
      kind: 'not-archived',
      status: 404,
      reason: expect.stringContaining('nowhere'),
    });
    const before = server.log.length;
    const loop = await fetch('a');
    expect([loop.kind, server.log.length - before]).toEqual(['redirect-loop', 2]);
    expect((await fetch('c0')).kind).toBe('too-many-redirects');
    expect((await fetch('script')).kind).toBe('bad-redirect');
  });

  it('never leaves the configured archive', async () => {
    const elsewhere = await startScripted((_, response) =>
      response.writeHead(200, captured('20100101000000')).end('evil'),
    );
    const { origin, targets } = await startScripted((_, response, count) => {
      if (count === 1)
        response
          .writeHead(
            302,
            captured('20100101000000', { location: `${elsewhere.origin}/web/20100101000000id_/${POLICY}` }),
          )
          .end();
      else response.writeHead(200, captured('20100101000000')).end('ours');
    });
    const memento = expectMemento(
      await startClient(origin).client.fetchMemento({ listedTimestamp: '20100101000000', original: POLICY }),
    );
    expect(Buffer.from(memento.payload).toString()).toBe('ours');
    expect([elsewhere.targets.length, targets.length]).toEqual([0, 2]);
  });

  it.each([
    ['excluded', 403, 'This URL has been excluded from the Wayback Machine.'],
    ['excluded', 200, '<html>This URL has been excluded from the Wayback Machine.</html>'],
    ['robots', 403, 'Page cannot be displayed due to robots.txt.'],
    ['not-archived', 404, 'The Wayback Machine has not archived that URL.'],
    ['refused', 451, 'Unavailable For Legal Reasons'],
    ['refused', 400, 'bad'],
  ] as const)('ends with %s on %i', async (kind, status, body) => {
    const { origin, targets } = await startScripted((_, response) => response.writeHead(status).end(body));
    const playback = await startClient(origin).client.fetchMemento({
      listedTimestamp: '20100101000000',
      original: POLICY,
    });
    expect(playback).toMatchObject({ kind, status });
    expect(targets).toHaveLength(1);
  });

  it('does not take a 200 without Memento-Datetime for a capture', async () => {
    const { origin, targets } = await startScripted((_, response) =>
      response.end('<p>Got an HTTP 301 response at crawl time</p>'),
    );
    await expect(
      startClient(origin).client.fetchMemento({ listedTimestamp: '20100101000000', original: POLICY }),
    ).rejects.toMatchObject({ kind: 'unavailable' });
    expect(targets).toHaveLength(6);
  });

  it('says what is empty, too large, or no timestamp', async () => {
    const server = await startArchive([
      { url: POLICY, timestamp: '20100101000000', body: '' },
      { url: 'https://example.com/large', timestamp: '20100101000000', body: 'x'.repeat(5_000) },
      {
        url: 'https://example.com/bomb',
        timestamp: '20100101000000',
        body: gzipSync(Buffer.alloc(50_000)),
        headers: [['Content-Encoding', 'gzip']],
      },
    ]);
    const { client } = startClient(server.origin, { maxAnswerBytes: 4_000 });
    const fetch = (original: string, listedTimestamp = '20100101000000') =>
      client.fetchMemento({ listedTimestamp, original });
    expect((await fetch(POLICY)).kind).toBe('empty');
    expect((await fetch('https://example.com/large')).kind).toBe('too-large');
    expect((await fetch('https://example.com/bomb')).kind).toBe('too-large');
    expect((await fetch(POLICY, '2010')).kind).toBe('refused');
  });

  it('undoes the coding of the transfer only', async () => {
    const inner = gzipSync('twice packed');
    const { origin } = await startScripted((_, response) => {
      response.writeHead(200, {
        ...captured('20100101000000'),
        'content-encoding': ', gzip',
        'x-archive-orig-content-encoding': 'gzip',
      });
      response.end(gzipSync(inner));
    });
    const memento = expectMemento(
      await startClient(origin).client.fetchMemento({ listedTimestamp: '20100101000000', original: POLICY }),
    );
    expect(Buffer.from(memento.payload).equals(inner)).toBe(true);
    expect(memento.headers['content-encoding']).toBe('gzip');
  });

  it('asks for a damaged timestamp as it was listed, and reckons with the repaired one', async () => {
    const { origin, targets } = await startScripted((_, response) =>
      response.writeHead(200, captured('20001217044900')).end('old'),
    );
    const memento = expectMemento(
      await startClient(origin).client.fetchMemento({ listedTimestamp: '20000012170449', original: POLICY }),
    );
    expect(memento.timestamp).toBe('20001217044900');
    expect(targets[0]).toContain('/web/20000012170449id_/');
  });

  it('keeps no header that names the requester, and survives hostile ones', async () => {
    const { origin } = await startScripted((_, response) =>
      response
        .writeHead(
          200,
          captured('20100101000000', {
            'x-nid': 'home',
            'x-archive-orig-__proto__': 'x',
            link: '<javascript:1>; rel="original"',
          }),
        )
        .end('a'),
    );
    const memento = expectMemento(
      await startClient(origin).client.fetchMemento({ listedTimestamp: '20100101000000', original: POLICY }),
    );
    expect(Object.keys(memento.headers)).not.toContain('x-nid');
    expect(memento.original).toBe(POLICY);
    expect(Object.getPrototypeOf(memento.headers)).toBe(Object.prototype);
  });
});
