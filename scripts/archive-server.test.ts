import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ArchiveServer, type ArchiveServerOptions, startArchiveServer } from './archive-server.ts';
import { type WarcCapture, writeWarc } from './warc/write-warc.ts';

const folder = mkdtempSync(join(tmpdir(), 'archive-server-'));
const warc = join(folder, 'site.warc.gz');
const PRIVACY = 'http://www.example.com:80/Privacy';
let server: ArchiveServer | undefined;

const captures: readonly WarcCapture[] = [
  {
    url: PRIVACY,
    timestamp: '20010101000000',
    body: 'first',
    headers: [
      ['Content-Type', 'text/html; charset=x'],
      ['X-Made-By', 'hand'],
    ],
  },
  {
    url: PRIVACY,
    timestamp: '20020101000000',
    body: 'first',
    revisitOf: { url: PRIVACY, timestamp: '20010101000000' },
  },
  { url: 'https://example.com/privacy', timestamp: '20030101000000', body: 'second' },
  { url: 'https://example.com/privacy', timestamp: '20030101000000', body: 'second, other bytes' },
  { url: PRIVACY, timestamp: '20040101000001', status: 301, headers: [['Location', '/legal']], body: '' },
  {
    url: 'https://example.com/legal',
    timestamp: '20040101000100',
    body: gzipSync('third'),
    headers: [
      ['Content-Type', 'text/html'],
      ['Content-Encoding', 'gzip'],
    ],
  },
  { url: 'https://example.com/missing', timestamp: '20050101000000', status: 404, body: 'not here' },
  {
    url: 'https://help.example.com/privacy',
    timestamp: '20060101000000',
    body: '6\r\nchunky\r\n0\r\n\r\n',
    headers: [['Transfer-Encoding', 'chunked']],
  },
  { url: 'https://other.example/', timestamp: '20070101000000', body: 'another site' },
];

async function start(options: Partial<ArchiveServerOptions> = {}): Promise<ArchiveServer> {
  server = await startArchiveServer({ warcs: warc, ...options });
  return server;
}

async function get(path: string): Promise<Response> {
  return await fetch(`${server!.origin}${path}`, { redirect: 'manual' });
}

async function list(query: string): Promise<string[]> {
  const answer = await get(`/cdx/search/cdx?${query}`);
  expect(answer.status).toBe(200);
  return (await answer.text()).split('\n').slice(0, -1);
}

beforeAll(() => writeWarc(warc, captures));
afterEach(() => server?.close());
afterAll(() => rmSync(folder, { recursive: true }));

describe('the index', () => {
  it('lists the captures of one address under all its spellings, in order of time', async () => {
    await start();
    const rows = await list('url=https://WWW.example.com/privacy/');
    expect(rows.map((row) => row.split(' ')[1])).toEqual([
      '20010101000000',
      '20020101000000',
      '20030101000000',
      '20030101000000',
      '20040101000001',
    ]);
    expect(rows[0]).toMatch(
      /^com,example\)\/privacy 20010101000000 http:\/\/www\.example\.com:80\/Privacy text\/html 200 [A-Z2-7]{32} \d+$/,
    );
    expect(rows[1]).toMatch(/ warc\/revisit - /);
    expect(rows[1]!.split(' ')[5]).toBe(rows[0]!.split(' ')[5]);
  });

  it('understands prefix, host and domain, spelled as matchType or with a star', async () => {
    await start();
    const keys = async (query: string) => [...new Set((await list(query)).map((row) => row.split(' ')[0]))];
    const whole = [
      'com,example)/legal',
      'com,example)/missing',
      'com,example)/privacy',
      'com,example,help)/privacy',
    ];
    expect(await keys('url=example.com/&matchType=prefix')).toEqual(whole.slice(0, 3));
    expect(await keys('url=example.com/p*')).toEqual(['com,example)/privacy']);
    expect(await keys('url=example.com&matchType=host')).toEqual(whole.slice(0, 3));
    expect(await keys('url=*.example.com')).toEqual(whole);
    expect(await keys('url=example.com&matchType=domain')).toEqual(whole);
  });

  it('filters, collapses and cuts by date as the archive does', async () => {
    await start();
    const times = async (query: string) =>
      (await list(`url=example.com/privacy&${query}`)).map((row) => row.split(' ')[1]!.slice(0, 4));
    expect(await times('from=2002&to=2003')).toEqual(['2002', '2003', '2003']);
    expect(await times('filter=statuscode:200')).toEqual(['2001', '2003', '2003']);
    expect(await times('filter=statuscode:20')).toEqual([]);
    expect(await times('filter=!statuscode:200|-')).toEqual(['2004']);
    expect(await times('filter=~mimetype:revisit')).toEqual(['2002']);
    expect(await times('filter=statuscode:200&filter=original:https.*')).toEqual(['2003', '2003']);
    expect(await times('collapse=digest')).toEqual(['2001', '2003', '2003', '2004']);
    expect(await times('collapse=timestamp:4')).toEqual(['2001', '2002', '2003', '2004']);
    expect(await times('limit=-1')).toEqual(['2004']);
    expect(await times('sort=reverse&limit=2')).toEqual(['2004', '2003']);
    expect(await times('sort=closest&closest=20020202&limit=1')).toEqual(['2002']);
  });

  it('answers as JSON, with the fields asked for', async () => {
    await start();
    const table = await (
      await get('/cdx/search/cdx?url=other.example&output=json&fl=timestamp,original')
    ).json();
    expect(table).toEqual([
      ['timestamp', 'original'],
      ['20070101000000', 'https://other.example/'],
    ]);
    expect(await (await get('/cdx/search/cdx?url=none.example&output=json')).json()).toEqual([]);
    expect(await (await get('/cdx/search/cdx?url=none.example')).text()).toBe('');
  });

  it.each([
    ['opaque', 5],
    ['timestamp', 4],
  ] as const)('pages by resume keys of the %s kind', async (style, expected) => {
    await start({ resumeKeys: style });
    const rows: string[] = [];
    let key: string | undefined;
    do {
      const page = await list(
        `url=example.com/privacy&limit=3&showResumeKey=true${key ? `&resumeKey=${encodeURIComponent(key)}` : ''}`,
      );
      const blank = page.indexOf('');
      rows.push(...page.slice(0, blank < 0 ? undefined : blank));
      key = blank < 0 ? undefined : page[blank + 1];
    } while (key);
    // The older kind goes on after the whole second and so loses the second row of 2003.
    expect(rows).toHaveLength(expected);
  });

  it('refuses what it cannot understand', async () => {
    await start();
    for (const query of [
      '',
      'url=a.example&filter=nonsense',
      'url=a.example&limit=x',
      'url=a.example&page=3',
      'url=a.example&filter=original:(',
    ]) {
      expect((await get(`/cdx/search/cdx?${query}`)).status, query).toBe(400);
    }
    expect(await (await get('/cdx/search/cdx?url=example.com&showNumPages=true')).text()).toBe('1\n');
  });
});

describe('playback', () => {
  it('gives the raw bytes with the headers of then', async () => {
    await start();
    const answer = await get(`/web/20010101000000id_/${PRIVACY}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('first');
    expect(answer.headers.get('memento-datetime')).toBe('Mon, 01 Jan 2001 00:00:00 GMT');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=x');
    expect(answer.headers.get('x-archive-orig-x-made-by')).toBe('hand');
    expect(answer.headers.get('link')).toContain(`<${PRIVACY}>; rel="original"`);
  });

  it('plays a revisit with the body of its original', async () => {
    await start();
    const answer = await get('/web/20020101000000id_/example.com/privacy');
    expect(answer.headers.get('memento-datetime')).toContain('2002');
    expect(await answer.text()).toBe('first');
  });

  it('points at the nearest capture where there is none at the second asked for', async () => {
    await start({ unplayable: ['20030101000000 https://example.com/privacy'] });
    for (const asked of ['20030101000000', '20031231']) {
      const answer = await get(`/web/${asked}id_/https://example.com/privacy`);
      const expected = asked === '20031231' ? '20040101000001' : '20020101000000';
      expect(answer.status).toBe(302);
      expect(answer.headers.get('memento-datetime')).toBeNull();
      expect(answer.headers.get('x-archive-redirect-reason')).toBe(`found capture at ${expected}`);
      expect(answer.headers.get('location')).toBe(`${server!.origin}/web/${expected}id_/${PRIVACY}`);
    }
  });

  it('keeps captured redirects, errors, codings', async () => {
    await start();
    const redirect = await get(`/web/20040101000001id_/${PRIVACY}`);
    expect(redirect.status).toBe(301);
    expect(redirect.headers.get('location')).toBe('/web/20040101000001id_/http://www.example.com/legal');
    expect(redirect.headers.get('x-archive-orig-location')).toBe('/legal');
    const missing = await get('/web/20050101000000id_/https://example.com/missing');
    expect([missing.status, missing.headers.has('memento-datetime')]).toEqual([404, true]);
    expect(await (await get('/web/20040101000100id_/https://example.com/legal')).text()).toBe('third');
    expect(await (await get('/web/20060101000000id_/https://help.example.com/privacy')).text()).toBe(
      'chunky',
    );
  });

  it('says what was never archived, and what is excluded', async () => {
    await start({ excludedHosts: ['other.example'] });
    const none = await get('/web/2001id_/http://none.example/');
    expect([none.status, await none.text()]).toEqual([
      404,
      expect.stringContaining('has not archived that URL'),
    ]);
    const excluded = await get('/web/2001id_/https://www.other.example/a');
    expect([excluded.status, await excluded.text()]).toEqual([
      403,
      expect.stringContaining('has been excluded'),
    ]);
    const listing = await get('/cdx/search/cdx?url=other.example/*');
    expect(listing.headers.get('x-archive-wayback-runtime-error')).toContain(
      'AdministrativeAccessControlException',
    );
  });

  it('shows a capture to people as text only', async () => {
    await start();
    const answer = await get('/web/20010101000000/http://example.com/privacy');
    expect(answer.headers.get('content-type')).toBe('text/plain');
  });
});

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

describe('files', () => {
  it('serves what stands before the cut of a truncated file', async () => {
    const cut = join(folder, 'cut.warc');
    await writeWarc(cut, captures);
    truncateSync(cut, statSync(cut).size - 200);
    await start({ warcs: cut });
    expect(server!.captureCount).toBeGreaterThanOrEqual(captures.length - 1);
    expect(await (await get('/web/20010101000000id_/example.com/privacy')).text()).toBe('first');
  });

  it('takes a whole folder, and says which name is wrong', async () => {
    writeFileSync(join(folder, 'notes.txt'), 'no WARC');
    await start({ warcs: folder });
    expect(server!.captureCount).toBeGreaterThanOrEqual(captures.length);
    await expect(startArchiveServer({ warcs: join(folder, 'gone.warc') })).rejects.toThrow(
      /no file or folder ".*gone\.warc"/,
    );
  });
});

describe('the command', () => {
  async function run(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'archive-server.ts'), ...args]);
    let stdout = '';
    let stderr = '';
    child.stderr.on('data', (chunk) => {
      stderr += chunk;
    });
    child.stdout.on('data', (chunk) => {
      stdout += chunk;
      if (stdout.startsWith('http://')) child.kill('SIGTERM');
    });
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    return { code, stdout, stderr };
  }

  it('prints its address, and ends on a signal', async () => {
    const { code, stdout, stderr } = await run(warc, '--port', '0', '--fault', 'limited:5');
    expect(stdout).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
    expect(stderr).toContain(`${captures.length} captures`);
    expect(code).toBe(0);
  });

  it('says what is wrong and what to do', async () => {
    const blocker = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => blocker.once('listening', resolve));
    const { port } = blocker.address() as { port: number };
    const cases: [string[], RegExp][] = [
      [[warc, '--port', String(port)], /Port \d+ on 127\.0\.0\.1 is already in use\.\nChoose another/],
      [['gone.warc'], /no file or folder "gone\.warc"/],
      [[], /No WARC file was named/],
      [[warc, '--bogus'], /bogus/],
      [[warc, '--fault', 'gremlins'], /no fault called "gremlins".\nUse one of: limited/],
      [[warc, '--port', 'x'], /--port x is not a number/],
    ];
    for (const [args, expected] of cases) {
      const { code, stderr } = await run(...args);
      expect(stderr).toMatch(expected);
      expect(code).toBe(2);
    }
    blocker.close();
    expect((await run('--help')).stdout).toContain('Usage: npm run archive-server');
  });
});
