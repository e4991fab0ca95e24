import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { FAST, makeFolder } from './demo-archive.ts';
import { runHere } from './in-process.ts';
import { dumpViews } from './views.ts';

/** An archive whose every answer tries to lead away from it, and the place it leads to. */
const folder = makeFolder();
const trapTargets: string[] = [];
const trap = createServer((request, response) => {
  trapTargets.push(request.url ?? '');
  response.end('caught');
});
let trapOrigin: string;
const archive = createServer((request, response) => {
  const target = request.url ?? '';
  if (target.startsWith('/cdx/')) {
    response.end(listRows(new URLSearchParams(target.split('?')[1])));
    return;
  }
  const timestamp = /\/web\/(\d{14})/.exec(target)?.[1] ?? '';
  const captured = { 'memento-datetime': new Date('2012-01-01T00:00:00Z').toUTCString() };
  const page = { ...captured, 'content-type': 'text/html' };
  // Rewritten and unrewritten, captured and of the archive itself.
  if (timestamp.endsWith('1'))
    response.writeHead(302, { ...captured, location: `${trapOrigin}/privacy` }).end();
  else if (timestamp.endsWith('2')) response.writeHead(302, { location: `${trapOrigin}/privacy` }).end();
  else if (timestamp.endsWith('3')) {
    response.writeHead(302, { location: `${trapOrigin}/web/20120101000000id_/http://a.example/` }).end();
  } else {
    const links = `<a href="${trapOrigin}/privacy">Privacy Policy</a><meta http-equiv="refresh" content="0;url=${trapOrigin}/r">`;
    response
      .writeHead(200, page)
      .end(`<html><head></head><body><base href="${trapOrigin}/">${links}</body></html>`);
  }
});

function listRows(query: URLSearchParams): string {
  const url = query.get('url') ?? '';
  if (!url.includes('a.example')) return '';
  return [0, 1, 2, 3]
    .map((k) => `example,a)/ 2012010100000${k} ${url} text/html 200 ${'ABCD'[k]!.repeat(32)} 500\n`)
    .join('');
}

const listen = (server: Server) =>
  new Promise<string>((resolve) =>
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ),
  );

let origin: string;
beforeAll(async () => {
  trapOrigin = await listen(trap);
  origin = await listen(archive);
});
afterAll(() => {
  trap.closeAllConnections();
  archive.closeAllConnections();
  trap.close();
  archive.close();
});

it('no request leaves the archive, whatever redirects, links and base addresses say', async () => {
  const store = join(folder, 'store.sqlite');
  const result = await runHere(['crawl', 'a.example', '--store', store, '--archive', origin, ...FAST]);
  expect([0, 3], result.stderr).toContain(result.exitCode);
  expect(dumpViews(store).v_captures!.length).toBeGreaterThan(0);
  expect(trapTargets).toEqual([]);
});
