/** For the tests of the archive server: a small invented site, served. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type ArchiveServer, type ArchiveServerOptions, startArchiveServer } from '../archive-server.ts';
import { type WarcCapture, writeWarc } from '../warc/write-warc.ts';

export const folder = mkdtempSync(join(tmpdir(), 'archive-server-'));
export const warc = join(folder, 'site.warc.gz');
export const PRIVACY = 'http://www.example.com:80/Privacy';
export let server: ArchiveServer | undefined;

export const captures: readonly WarcCapture[] = [
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

export async function start(options: Partial<ArchiveServerOptions> = {}): Promise<ArchiveServer> {
  server = await startArchiveServer({ warcs: warc, ...options });
  return server;
}

export async function get(path: string): Promise<Response> {
  return await fetch(`${server!.origin}${path}`, { redirect: 'manual' });
}

export async function list(query: string): Promise<string[]> {
  const answer = await get(`/cdx/search/cdx?${query}`);
  expect(answer.status).toBe(200);
  return (await answer.text()).split('\n').slice(0, -1);
}

/** Writes the site before the tests of a file, closes the server after each, and clears up. */
export function useSite(): void {
  beforeAll(() => {
    mkdirSync(folder, { recursive: true });
    return writeWarc(warc, captures);
  });
  afterEach(() => server?.close());
  afterAll(() => rmSync(folder, { recursive: true }));
}
