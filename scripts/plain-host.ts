import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

export interface PlainHost {
  readonly url: string;
  /** Paths asked for so far, in order, when (milliseconds since 1970), and the bytes sent for each. */
  readonly sent: { path: string; timeMs: number; bytes: number; hasRange: boolean }[];
  /** Paths that are answered with 404 from now on. */
  readonly lost: Set<string>;
  readonly close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
};

/**
 * The plainest static host, for tests and measurements: whole files, no ranges, no compression, no headers of security.
 * Every answer comes `delayMs` late.
 */
export async function servePlainly(folder: string, delayMs = 0): Promise<PlainHost> {
  const sent: PlainHost['sent'] = [];
  const lost = new Set<string>();
  const server = createServer((request, response) => {
    const [path = '/'] = request.url!.split('?');
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (path.includes('..') || lost.has(path) || !existsSync(file)) {
      response.writeHead(404, { 'content-type': TYPES['.html'] });
      // As GitHub Pages does: the site's own page, under the address that was asked for.
      const own = join(folder, '404.html');
      if (existsSync(own) && path.endsWith('/')) createReadStream(own).pipe(response);
      else response.end('not here');
      return;
    }
    const [bytes, hasRange] = [statSync(file).size, request.headers.range !== undefined];
    sent.push({ path, timeMs: performance.timeOrigin + performance.now(), bytes, hasRange });
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    setTimeout(() => createReadStream(file).pipe(response), delayMs);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    sent,
    lost,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
