/** For the tests of this room: archives on loopback, and time that does not pass. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ArchiveServer,
  type ArchiveServerOptions,
  type RequestLogEntry,
  startArchiveServer,
} from '../../scripts/archive-server.ts';
import { type WarcCapture, writeWarc } from '../../scripts/warc/write-warc.ts';
import { createArchiveClient } from './client.ts';
import type { ArchiveClient, ArchiveOptions, Wait } from './types.ts';

export { base32 } from '../../scripts/warc/write-warc.ts';

const closers: (() => unknown)[] = [];

/** To be called after each test. */
export async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

/** Something more to be closed after the test. */
export function onClose(close: () => unknown): void {
  closers.push(close);
}

/** An archive server over captures given here. */
export async function startArchive(
  captures: readonly WarcCapture[],
  options: Omit<ArchiveServerOptions, 'warcs'> = {},
): Promise<ArchiveServer> {
  const folder = mkdtempSync(join(tmpdir(), 'archive-client-'));
  closers.push(() => rmSync(folder, { recursive: true }));
  const warcs = join(folder, 'captures.warc');
  await writeWarc(warcs, captures);
  const server = await startArchiveServer({ ...options, warcs });
  closers.push(() => server.close());
  return server;
}

/** The same in a process of its own, whose clock runs on while this one is busy; `readLog` stops it first. */
export async function startArchiveProcess(
  captures: readonly WarcCapture[],
): Promise<{ origin: string; readLog: () => Promise<RequestLogEntry[]> }> {
  const folder = mkdtempSync(join(tmpdir(), 'archive-client-'));
  const [warc, log] = [join(folder, 'captures.warc'), join(folder, 'log.jsonl')];
  await writeWarc(warc, captures);
  const script = join(import.meta.dirname, '..', '..', 'scripts', 'archive-server.ts');
  const child = spawn(process.execPath, [script, warc, '--port', '0', '--log', log], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(child, 'close');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  closers.push(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });
  const [origin] = await once(child.stdout, 'data');
  const readLog = async () => {
    await stop();
    const lines = readFileSync(log, 'utf8').trimEnd().split('\n');
    const entries = lines.map((line): RequestLogEntry => JSON.parse(line));
    return entries.sort((one, other) => one.timeMs - other.timeMs);
  };
  return { origin: String(origin).trim(), readLog };
}

/** A server that answers as the test says, for what no archive server should be able to do. */
export async function startScripted(
  handle: (request: IncomingMessage, response: ServerResponse, count: number) => void,
): Promise<{ origin: string; targets: string[] }> {
  const targets: string[] = [];
  const server = createServer((request, response) => {
    targets.push(request.url ?? '');
    handle(request, response, targets.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, targets };
}

/** A client that is fast and never really sleeps; `waits` tells what it would have waited for. */
export function startClient(
  origin: string,
  options: ArchiveOptions = {},
): { client: ArchiveClient; waits: Wait[] } {
  const waits: Wait[] = [];
  const client = createArchiveClient({
    origin,
    cdxRate: 1000,
    mementoRate: 1000,
    sleep: async () => {},
    onWait: (wait) => waits.push(wait),
    ...options,
  });
  closers.push(() => client.close());
  return { client, waits };
}
