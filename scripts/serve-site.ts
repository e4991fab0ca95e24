/** Serves a built site: `npm run site:serve [-- --port 4321]`. As a function also used by the demo and the tests. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname, join, normalize, resolve, sep } from 'node:path';
import { UserError } from '../crawler/errors.ts';
import { readFlags, runMain } from '../crawler/run-main.ts';

export interface SiteServer {
  /** Address of the home page. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.patch': 'text/plain; charset=utf-8',
  '.atom': 'application/atom+xml; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.gz': 'application/gzip',
  '.zip': 'application/zip',
  '.sqlite': 'application/vnd.sqlite3',
  '.wasm': 'application/wasm',
};

/** The pages' own policy, and what only a header can say. */
const SECURITY = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
};

/** A worker keeps the policy it comes with: only those that run SQLite may compile WebAssembly. */
const SQLITE_WORKER = /^(?:search|sql)-worker[.-][\w-]+\.js$/;

const policyOf = (file: string) =>
  SQLITE_WORKER.test(basename(file))
    ? {
        'content-security-policy':
          "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
      }
    : {};

/** What a request's path names in the folder: a file, another address to go to, or nothing. */
function find(folder: string, base: string, path: string): { file: string } | { goTo: string } | null {
  if (!path.startsWith(base)) return path === base.slice(0, -1) ? { goTo: base } : null;
  let decoded: string;
  try {
    decoded = decodeURIComponent(path.slice(base.length));
  } catch {
    return null;
  }
  const file = normalize(join(folder, decoded));
  const isInside = file === folder || file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
  if (decoded.includes('\0') || !isInside || !existsSync(file)) return null;
  if (!statSync(file).isDirectory()) return { file };
  if (!path.endsWith('/')) return { goTo: `${path}/` };
  const index = join(file, 'index.html');
  return existsSync(index) ? { file: index } : null;
}

/** A day that has no page of its own is answered by the page of all days, as `_redirects` asks other hosts to do. */
function findDay(folder: string, base: string, path: string): { file: string } | null {
  const [, days] = /^(.*\/at\/)\d{4}-\d{2}-\d{2}\/?$/.exec(path) ?? [];
  const found = days === undefined ? null : find(folder, base, days);
  return found && 'file' in found ? found : null;
}

interface Part {
  readonly start: number;
  /** The last byte. */
  readonly end: number;
}

/** The one part of a file that a request asks for (RFC 9110, 14.2); null where it asks otherwise, and gets the whole. */
function parsePart(range: string | undefined, size: number): Part | null {
  const [, from, to] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range ?? '') ?? [];
  if (from === undefined || Number(from) >= size) return null;
  const end = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return Number(from) <= end ? { start: Number(from), end } : null;
}

function send(response: ServerResponse, request: IncomingMessage, status: number, file: string): void {
  const { size } = statSync(file);
  const part = status === 200 ? parsePart(request.headers.range, size) : null;
  response.writeHead(part ? 206 : status, {
    ...SECURITY,
    ...policyOf(file),
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-length': part ? part.end - part.start + 1 : size,
    'accept-ranges': 'bytes',
    ...(part ? { 'content-range': `bytes ${part.start}-${part.end}/${size}` } : {}),
    'cache-control': 'no-cache',
  });
  if (request.method === 'HEAD') response.end();
  else createReadStream(file, part ?? {}).pipe(response);
}

function answer(folder: string, base: string, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD', 'content-type': 'text/plain' }).end('GET and HEAD only\n');
    return;
  }
  const [path = '/'] = (request.url ?? '/').split('?');
  const found = find(folder, base, path) ?? findDay(folder, base, path);
  if (found && 'goTo' in found) {
    response.writeHead(301, { location: found.goTo }).end();
  } else if (found) {
    send(response, request, 200, found.file);
  } else {
    const missing = join(folder, '404.html');
    if (existsSync(missing)) send(response, request, 404, missing);
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no page at this address.\n');
  }
}

/**
 * Serves a built site on loopback. `port` 0 takes any free one; `base` is the path the site was built for.
 * Throws a UserError where there is no site, or the port is taken.
 */
export async function serveSite(options: {
  readonly folder: string;
  readonly port?: number;
  readonly base?: string;
}): Promise<SiteServer> {
  const folder = resolve(options.folder);
  const base = `/${(options.base ?? '').replace(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  if (!existsSync(join(folder, 'index.html'))) {
    throw new UserError(
      `there is no built site in ${folder}`,
      'Build one first: `npm run site:build`, or `npm run demo`.',
    );
  }
  const port = options.port ?? 4321;
  const server = createServer((request, response) => answer(folder, base, request, response));
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      fail(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new UserError(
              `port ${port} is ${error.code === 'EACCES' ? 'not allowed' : 'in use'}`,
              `Stop what uses it, or take another: \`npm run site:serve -- --port ${port === 4321 ? 4322 : 4321}\`.`,
            )
          : error,
      );
    });
    server.listen(port, '127.0.0.1', done);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}${base}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** A port as typed. Throws a UserError for anything that is none. */
export function parsePort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new UserError(`--port ${text} is no port`, 'Give a number from 0 to 65535, such as --port 4321.');
  }
  return port;
}

function readOptions(): { port: number; folder: string } {
  const { values } = readFlags(
    { options: { port: { type: 'string', default: '4321' }, folder: { type: 'string', default: 'dist' } } },
    'npm run site:serve -- [--port 4321] [--folder dist]',
  );
  return { port: parsePort(values.port), folder: values.folder };
}

if (import.meta.main) {
  await runMain(async () => {
    const { port, folder } = readOptions();
    const base = process.env.PALIMPSEST_BASE;
    const server = await serveSite({ folder, port, ...(base ? { base } : {}) });
    console.log(`Serving ${folder} at ${server.url} (Ctrl-C stops)`);
  });
}
