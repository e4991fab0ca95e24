import { createWriteStream, type WriteStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { UserError } from '../../crawler/errors.ts';
import { base32Sha1 } from '../../crawler/hash.ts';
import type { Captures } from './captures.ts';
import type { ResumeKeyStyle } from './cdx-query.ts';
import type { FaultPlan, RequestFaults } from './faults.ts';
import { type Answer, answerIndex, disguisedError, excludedIndexAnswer, text } from './index-answer.ts';
import { answerPlayback, excludedPlaybackAnswer, isOnHost, parsePlaybackPath } from './playback.ts';
import { answerPywbIndex } from './pywb.ts';
import type { RequestLogEntry } from './request-log.ts';
import { spoil } from './spoil.ts';
import { answerRange, WARC_FOLDER } from './warc-ranges.ts';

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  readonly resumeKeys: ResumeKeyStyle;
  readonly excludedHosts: readonly string[];
  readonly pywbCollection: string | null;
  /** Wait before every answer, in milliseconds. */
  readonly latencyMs: number;
  readonly logFile: string | null;
}

export interface RunningServer {
  readonly origin: string;
  readonly log: RequestLogEntry[];
  close(): Promise<void>;
}

const INDEX_PATHS = new Set(['/cdx/search/cdx', '/web/timemap/cdx', '/web/timemap/json']);

/** Listens on loopback and answers from the captures, with the faults of the plan. */
export async function serveCaptures(
  captures: Captures,
  plan: FaultPlan,
  options: ServeOptions,
): Promise<RunningServer> {
  const log: RequestLogEntry[] = [];
  const logStream = options.logFile ? createWriteStream(options.logFile, { flags: 'a' }) : null;
  const connections = new WeakMap<Socket, number>();
  let connectionCount = 0;
  const server = createServer((request, response) => {
    void handle(request, response);
  });
  server.on('connection', (socket) => {
    connectionCount += 1;
    connections.set(socket, connectionCount);
    // A client that goes away is none of ours.
    socket.on('error', () => {});
  });
  await listen(server, options);
  const origin = toOrigin(server);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const timeMs = performance.now();
    const target = request.url ?? '/';
    const route = findRoute(target, options.pywbCollection);
    const { range } = request.headers;
    const { kind } = route;
    const faults = kind === 'other' ? NO_FAULTS : plan.next(target, kind === 'index');
    if (options.latencyMs > 0) await sleep(options.latencyMs);
    const whole = await answerFor({ target, range }, route, faults, captures, plan, {
      ...options,
      origin,
    }).catch(toServerError);
    const answer = spoil(whole, faults.exclusive, { target, origin });
    const entry: RequestLogEntry = {
      timeMs,
      connection: connections.get(request.socket) ?? 0,
      method: request.method ?? '',
      target,
      kind,
      status: faults.exclusive === 'reset' ? 0 : answer.status,
      fault: faults.label,
      userAgent: request.headers['user-agent'] ?? null,
      digest: kind === 'playback' && answer.status === 200 ? base32Sha1(answer.body) : null,
      completeMs: null,
      clientPort: request.socket.remotePort ?? 0,
      endByte: 0,
    };
    log.push(entry);
    const { socket } = request;
    response.once('finish', () => {
      entry.completeMs = performance.now();
      entry.endByte = socket.bytesWritten;
    });
    response.once('close', () => {
      if (logStream?.writable) logStream.write(`${JSON.stringify(entry)}\n`);
    });
    send(request, response, answer, faults);
  }

  return { origin, log, close: () => closeServer(server, logStream) };
}

const NO_FAULTS: RequestFaults = { exclusive: null, changes: new Set(), label: null };

/** What a request is for, and in whose manner it is answered. */
interface Route {
  readonly kind: RequestLogEntry['kind'];
  readonly dialect: 'wayback' | 'pywb' | 'ranges';
  /** What stands before the timestamp of a capture. */
  readonly prefix: string;
}

function findRoute(target: string, collection: string | null): Route {
  const path = target.split('?')[0] ?? '';
  if (target.startsWith(`/${WARC_FOLDER}`)) return { kind: 'playback', dialect: 'ranges', prefix: '' };
  // A collection that is an index and nothing else is asked at its own name.
  if (path === `/${collection}` && path.endsWith('-index'))
    return { kind: 'index', dialect: 'pywb', prefix: '' };
  if (collection !== null && target.startsWith(`/${collection}/`)) {
    const kind = path === `/${collection}/cdx` ? 'index' : 'playback';
    return { kind, dialect: 'pywb', prefix: `/${collection}/` };
  }
  const kind = INDEX_PATHS.has(path) ? 'index' : target.startsWith('/web/') ? 'playback' : 'other';
  return { kind, dialect: 'wayback', prefix: '/web/' };
}

async function answerFor(
  { target, range }: { readonly target: string; readonly range: string | undefined },
  route: Route,
  faults: RequestFaults,
  captures: Captures,
  plan: FaultPlan,
  options: ServeOptions & { readonly origin: string },
): Promise<Answer> {
  if (faults.exclusive === 'limited') return limitedAnswer(plan.retryAfterSeconds());
  if (faults.exclusive === 'unavailable') return text(503, 'Service Unavailable\n');
  if (faults.exclusive === 'index-html' || faults.exclusive === 'index-exception')
    return disguisedError(faults.exclusive);
  if (route.kind === 'index') {
    const query = new URLSearchParams(target.split('?').slice(1).join('?'));
    if (target.startsWith('/web/timemap/json')) query.set('output', 'json');
    if (isOnHost(query.get('url') ?? '', options.excludedHosts)) return excludedIndexAnswer();
    if (route.dialect === 'pywb')
      return answerPywbIndex(captures, query, route.prefix === '' ? WARC_FOLDER : '');
    return answerIndex(captures, query, options.resumeKeys, faults.changes);
  }
  if (route.dialect === 'ranges') return answerRange(captures, target, range);
  const asked = route.kind === 'playback' ? parsePlaybackPath(target.slice(route.prefix.length)) : null;
  if (!asked)
    return text(404, 'This is an archive: ask /cdx/search/cdx?url=… or /web/<timestamp>id_/<url>.\n');
  if (isOnHost(asked.url, options.excludedHosts)) return excludedPlaybackAnswer();
  return await answerPlayback(captures, { ...route, origin: options.origin, dialect: route.dialect }, asked);
}

function limitedAnswer(retryAfterSeconds: number | undefined): Answer {
  const answer = text(429, 'Too Many Requests\n');
  if (retryAfterSeconds === undefined) return answer;
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(retryAfterSeconds) } };
}

function toServerError(error: unknown): Answer {
  return text(500, `${error instanceof Error ? error.message : String(error)}\n`);
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  faults: RequestFaults,
): void {
  if (faults.exclusive === 'reset') {
    request.socket.destroy();
    return;
  }
  if (faults.exclusive === 'slow') {
    response.writeHead(answer.status, answer.headers as Record<string, string>);
    const timer = setInterval(() => response.write(' '), 50);
    response.once('close', () => clearInterval(timer));
    return;
  }
  const isCompressible =
    answer.body.length > 256 &&
    !answer.headers['content-encoding'] &&
    /gzip/.test(String(request.headers['accept-encoding'])) &&
    /text|json|xml/.test(String(answer.headers['content-type']));
  const body = isCompressible ? gzipSync(answer.body, { level: 1 }) : answer.body;
  const isCut = faults.exclusive === 'truncate' || faults.exclusive === 'stall';
  response.writeHead(answer.status, {
    ...(answer.headers as Record<string, string>),
    ...(isCompressible ? { 'content-encoding': 'gzip' } : {}),
    // An answer without a body can be cut short as well, if more is promised.
    'content-length': isCut ? Math.max(body.length, 16) : body.length,
  });
  if (request.method === 'HEAD') response.end();
  else if (!isCut) response.end(body);
  else {
    response.write(body.subarray(0, body.length >> 1), () => {
      if (faults.exclusive === 'truncate') request.socket.destroy();
    });
    response.flushHeaders();
  }
}

function listen(server: Server, options: ServeOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE' && error.code !== 'EACCES') return reject(error);
      const why = error.code === 'EACCES' ? 'may not be used by this user' : 'is already in use';
      reject(
        new UserError(
          `Port ${options.port} on ${options.host} ${why}.`,
          'Choose another with --port, or --port 0 for any free one.',
        ),
      );
    });
    server.listen(options.port, options.host, () => resolve());
  });
}

function toOrigin(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

async function closeServer(server: Server, logStream: WriteStream | null): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
  if (logStream) await new Promise<void>((resolve) => logStream.end(() => resolve()));
}
