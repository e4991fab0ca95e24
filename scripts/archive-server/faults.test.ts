import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folder, get, list, server, start, useSite } from './test-site.ts';

useSite();

describe('faults', () => {
  const query = '/cdx/search/cdx?url=example.com/privacy';

  it('strike every n-th request, each in its way', async () => {
    await start({ faults: { limited: { every: 3, retryAfterSeconds: 7 } } });
    const answers = [
      await get(query),
      await get(query),
      await get(query),
      await get(query),
      await get(query),
    ];
    const struck = answers.filter((answer) => answer.status === 429);
    expect(struck.length).toBeGreaterThan(0);
    expect(struck[0]!.headers.get('retry-after')).toBe('7');
    expect(server!.log.filter((entry) => entry.fault === 'limited')).toHaveLength(struck.length);
  });

  it.each(['reset', 'truncate'] as const)('%s drops the connection', async (name) => {
    await start({ faults: { [name]: { every: 1 } } });
    await expect(get(query).then((answer) => answer.text())).rejects.toThrow();
    server!.setFaults({});
    expect((await get(query)).status).toBe(200);
  });

  it('stall goes silent', async () => {
    await start({ faults: { stall: { every: 1 } } });
    const answer = await fetch(`${server!.origin}${query}`, { signal: AbortSignal.timeout(300) });
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow(/timeout/);
  });

  it('spoil the index in disguise', async () => {
    await start({ faults: { 'index-html': { every: 1 } } });
    expect(await (await get(query)).text()).toContain('<html>');
    server!.setFaults({ 'index-exception': { every: 1 } });
    expect(await (await get(query)).text()).toContain('IllegalArgumentException');
    server!.setFaults({ 'index-junk': { every: 1 }, 'index-duplicates': { every: 1 } });
    const rows = await list('url=example.com/privacy');
    expect(rows).toHaveLength(2 * 5 + 6);
    expect((await get('/web/20010101000000id_/example.com/privacy')).status).toBe(200);
    server!.setFaults({ 'index-repeated-key': { every: 1 } });
    const first = await list('url=example.com/privacy&limit=2&showResumeKey=true');
    const second = await list(`url=example.com/privacy&limit=2&showResumeKey=true&resumeKey=${first.at(-1)}`);
    expect(second.at(-1)).toBe(first.at(-1));
  });

  it('leave the log with time, connection and fault of every request', async () => {
    const logFile = join(folder, 'requests.jsonl');
    await start({ logFile, faults: { unavailable: { every: 1 } } });
    await get(query);
    await server!.close();
    const entry = JSON.parse(readFileSync(logFile, 'utf8').trim());
    expect(entry).toMatchObject({
      connection: 1,
      method: 'GET',
      target: query,
      kind: 'index',
      status: 503,
      fault: 'unavailable',
    });
    expect(entry.timeMs).toBeGreaterThan(0);
  });
});
