import { afterEach, describe, expect, it } from 'vitest';
import { createArchiveClient } from './client.ts';
import { closeAll, startArchive, startClient, startScripted } from './test-support.ts';
import type { Wait } from './types.ts';

afterEach(closeAll);

const POLICY = 'https://www.example.com/privacy';
const ASKED = { listedTimestamp: '20100101000000', original: POLICY };
const CAPTURES = [{ url: POLICY, timestamp: '20100101000000', body: 'a policy of some length' }];

describe('passing trouble', () => {
  it.each(['unavailable', 'reset', 'truncate'] as const)(
    '%s is asked again until it passes',
    async (fault) => {
      const server = await startArchive(CAPTURES, { faults: { [fault]: { every: 1 } } });
      const { client, waits } = startClient(server.origin, {
        sleep: async () => {
          if (waits.length === 3) server.setFaults({});
        },
      });
      const playback = await client.fetchMemento(ASKED);
      expect(playback.kind === 'memento' && Buffer.from(playback.memento.payload).toString()).toBe(
        'a policy of some length',
      );
      expect(waits.map((wait) => wait.reason)).toEqual(['retry', 'retry', 'retry']);
      expect(client.counts()).toMatchObject({ memento: 4, retries: 3 });
    },
  );

  it.each([408, 413, 421, 500, 502, 503, 504, 599])(
    '%i is asked again, of captures and of the index',
    async (status) => {
      const captured = { 'memento-datetime': 'Fri, 01 Jan 2010 00:00:00 GMT' };
      const { origin, targets } = await startScripted((request, response, count) => {
        if (count % 2 === 1) response.writeHead(status).end();
        else if (request.url!.startsWith('/cdx')) response.end('');
        else response.writeHead(200, captured).end('a policy');
      });
      const { client, waits } = startClient(origin);
      expect((await client.fetchMemento(ASKED)).kind).toBe('memento');
      expect((await client.listCaptures({ url: POLICY })).complete).toBe(true);
      expect(targets).toHaveLength(4);
      expect(waits.map((wait) => wait.reason)).toEqual(['retry', 'retry']);
    },
  );

  it('a stall ends with the time-out', async () => {
    const server = await startArchive(CAPTURES, { faults: { stall: { every: 1 } } });
    const { client, waits } = startClient(server.origin, {
      readTimeoutMs: 200,
      sleep: async () => server.setFaults({}),
    });
    expect((await client.fetchMemento(ASKED)).kind).toBe('memento');
    expect(waits[0]?.cause).toMatch(/TIMEOUT/);
  });

  it('waits longer each time, by the table, and then gives up', async () => {
    const { origin } = await startScripted((_, response) => response.writeHead(502).end());
    const slept: number[] = [];
    const { client } = startClient(origin, {
      sleep: async (waitMs) => {
        slept.push(waitMs);
      },
    });
    await expect(client.fetchMemento(ASKED)).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('502'),
    });
    for (const [index, base] of [2_000, 4_000, 8_000, 16_000, 32_000].entries()) {
      expect(slept[index]).toBeGreaterThanOrEqual(base);
      expect(slept[index]).toBeLessThanOrEqual(base * 1.25);
    }
    expect(client.stopped).toBeNull();
  });

  it('waits longer where the archive says so', async () => {
    const { origin } = await startScripted((_, response) =>
      response.writeHead(503, { 'retry-after': '90' }).end(),
    );
    const { client, waits } = startClient(origin);
    await expect(client.fetchMemento(ASKED)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(waits.map((wait) => wait.waitMs)).toEqual(Array(5).fill(90_000));
  });

  it('of ten different requests in a row means a long pause, then one more, then the end', async () => {
    const { origin } = await startScripted((_, response) => response.writeHead(503).end());
    const { client, waits } = startClient(origin);
    const reasons: unknown[] = [];
    for (let index = 0; index < 12; index += 1)
      await client
        .listCaptures({ url: `site${index}.example` })
        .catch((error) => reasons.push(error.message));
    expect(waits.find((wait) => wait.reason === 'failing')?.waitMs).toBe(600_000);
    expect(client.stopped).toMatchObject({ kind: 'unavailable', retryAfterMs: 3_600_000 });
    expect(reasons.at(-1)).toBe(client.stopped?.message);
  });

  it('of one request, or of many about one site, stops nothing while the archive answers others', async () => {
    const { origin } = await startScripted((request, response) =>
      request.url!.includes('down') ? response.writeHead(503).end() : response.end(''),
    );
    const { client, waits } = startClient(origin);
    for (let index = 0; index < 25; index += 1)
      await expect(client.listCaptures({ url: `down.example/${index}` })).rejects.toMatchObject({
        kind: 'unavailable',
      });
    expect((await client.listCaptures({ url: 'fine.example' })).complete).toBe(true);
    expect(client.stopped).toBeNull();
    expect(new Set(waits.map(({ reason }) => reason))).toEqual(new Set(['retry']));
  });

  it('in part, for long, is not taken for an archive that is down', async () => {
    // Eight requests in nine fail, whatever they are about.
    const { origin } = await startScripted((_, response, count) =>
      count % 9 === 0 ? response.end('') : response.writeHead(503).end(),
    );
    const { client, waits } = startClient(origin, { waits: { retryMs: [1, 1, 1, 1, 1], failuresInRow: 2 } });
    for (let index = 0; index < 20; index += 1)
      await client.listCaptures({ url: `site${index}.example` }).catch(() => {});
    expect(client.stopped).toBeNull();
    expect(waits.map(({ reason }) => reason)).not.toContain('failing');
  });

  it('of captures that never play leaves the others alone', async () => {
    const { origin } = await startScripted((request, response) =>
      request.url!.includes('never')
        ? response.writeHead(503).end()
        : response.writeHead(200, { 'memento-datetime': 'Fri, 01 Jan 2010 00:00:00 GMT' }).end('a policy'),
    );
    const { client } = startClient(origin);
    expect((await client.fetchMemento(ASKED)).kind).toBe('memento');
    for (let index = 0; index < 15; index += 1) {
      const never = { ...ASKED, original: `http://site${index}.example/never` };
      await expect(client.fetchMemento(never)).rejects.toMatchObject({ kind: 'unavailable' });
    }
    expect((await client.fetchMemento({ ...ASKED, original: `${POLICY}-2` })).kind).toBe('memento');
    expect(client.stopped).toBeNull();
  });
});

describe('an answer', () => {
  it.each(['a byte now and then', '103 for ever'])('that comes with %s ends at its deadline', async (how) => {
    const timers: NodeJS.Timeout[] = [];
    const { origin, targets } = await startScripted((request, response) => {
      if (how === '103 for ever') {
        const early = () => request.socket.write('HTTP/1.1 103 Early Hints\r\nLink: <x>\r\n\r\n');
        timers.push(setInterval(early, 20));
      } else {
        response.writeHead(200, { 'memento-datetime': 'Fri, 01 Jan 2010 00:00:00 GMT' });
        timers.push(setInterval(() => response.write('x'), 20));
      }
    });
    const { client } = startClient(origin, { answerTimeoutMs: 200 });
    await expect(client.fetchMemento(ASKED)).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining('not whole after'),
    });
    // It holds a connection all the time: hence three in a row, and not six, whatever of the host they are for.
    expect(targets).toHaveLength(3);
    const other = (name: string) =>
      client.fetchMemento({ ...ASKED, original: `${new URL(POLICY).origin}/${name}` });
    await expect(other('second')).rejects.toThrow(/left to a later run/);
    expect(targets).toHaveLength(3);
    for (const timer of timers) clearInterval(timer);
  });

  it('may have 200 kB of headers; one with more is too large, and is asked for once', async () => {
    const { origin, targets } = await startScripted((request, response) => {
      const bytes = request.url!.includes('more') ? 300_000 : 200_000;
      response.writeHead(200, {
        'memento-datetime': 'Fri, 01 Jan 2010 00:00:00 GMT',
        'x-archive-orig-long': 'a'.repeat(bytes),
      });
      response.end('a policy');
    });
    const { client } = startClient(origin);
    expect((await client.fetchMemento(ASKED)).kind).toBe('memento');
    const more = { ...ASKED, original: 'http://more.example/' };
    expect((await client.fetchMemento(more)).kind).toBe('too-large');
    expect(targets).toHaveLength(2);
  });

  it('is not asked for at an address too long for any request line', async () => {
    const { origin, targets } = await startScripted((_, response) => response.end());
    const long = { ...ASKED, original: `http://a.example/${'x'.repeat(300_000)}` };
    expect((await startClient(origin).client.fetchMemento(long)).kind).toBe('refused');
    expect(targets).toEqual([]);
  });
});

describe('refused connections', () => {
  it('end the run at once where the archive never answered', async () => {
    const { origin } = await startScripted(() => {});
    await closeAll();
    const { client, waits } = startClient(origin);
    await expect(client.listCaptures({ url: POLICY })).rejects.toMatchObject({
      kind: 'unreachable',
      message: expect.stringContaining(origin),
    });
    expect(waits).toEqual([]);
    expect(client.stopped?.kind).toBe('unreachable');
  });

  it('are waited for twice where it did, and then taken for a block', async () => {
    const server = await startArchive(CAPTURES);
    const { client, waits } = startClient(server.origin);
    await client.fetchMemento(ASKED);
    await server.close();
    await expect(client.fetchMemento(ASKED)).rejects.toMatchObject({
      kind: 'unreachable',
      retryAfterMs: 3_600_000,
    });
    expect(waits.filter((wait) => wait.reason === 'refused').map((wait) => wait.waitMs)).toEqual([
      60_000, 300_000,
    ]);
  });

  it('pass when the archive is back', async () => {
    const server = await startArchive(CAPTURES);
    const port = Number(new URL(server.origin).port);
    let again: Promise<unknown> | null = null;
    const { client, waits } = startClient(server.origin, {
      sleep: async () => {
        again ??= startArchive(CAPTURES, { port });
        await again;
      },
    });
    await client.fetchMemento(ASKED);
    await server.close();
    expect((await client.fetchMemento(ASKED)).kind).toBe('memento');
    expect(waits.some((wait) => wait.reason === 'refused')).toBe(true);
  });
});

describe('the client', () => {
  it('names itself and its contact', async () => {
    const server = await startArchive(CAPTURES);
    const { client } = startClient(server.origin, {
      version: '1.2.3',
      contact: 'mailto:someone@example.com',
    });
    await client.fetchMemento(ASKED);
    expect(server.log[0]?.userAgent).toBe('palimpsest/1.2.3 (+mailto:someone@example.com)');
  });

  it('ends all waits and requests when told to', async () => {
    const { origin, targets } = await startScripted(() => {});
    const abort = new AbortController();
    const { client } = startClient(origin, { signal: abort.signal, concurrency: 2 });
    const calls = [client.fetchMemento(ASKED), client.fetchMemento(ASKED), client.fetchMemento(ASKED)].map(
      (call) => call.catch((error: unknown) => error),
    );
    while (targets.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    const reason = new Error('interrupted');
    abort.abort(reason);
    expect(await Promise.all(calls)).toEqual([reason, reason, reason]);
    await expect(client.listCaptures({ url: POLICY })).rejects.toBe(reason);
  });

  it('ends a real wait as well', async () => {
    const { origin } = await startScripted((_, response) => response.writeHead(429).end());
    const abort = new AbortController();
    const waits: Wait[] = [];
    const client = createArchiveClient({
      origin,
      signal: abort.signal,
      onWait: (wait) => {
        waits.push(wait);
        setTimeout(() => abort.abort(new Error('interrupted')), 20);
      },
    });
    await expect(client.fetchMemento(ASKED)).rejects.toThrow('interrupted');
    expect(waits).toHaveLength(1);
    await client.close();
  });

  it.each([
    [{ origin: 'example.com' }, /"example\.com" is not the address/],
    [{ origin: 'ftp://example.com' }, /is not the address/],
    [{ origin: 'http://user:secret@example.com' }, /is not the address/],
    [{ cdxRate: 0 }, /cdxRate 0 is not a rate/],
    [{ mementoRate: Number.NaN }, /mementoRate NaN/],
    [{ concurrency: 1.5 }, /concurrency 1.5 is out of range/],
    [{ contact: 'two words\r\n' }, /cannot be sent as a contact/],
  ])('refuses options that make no sense: %j', (options, expected) =>
    expect(() => createArchiveClient(options)).toThrow(expected),
  );
});
