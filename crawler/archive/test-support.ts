/** For the tests of this room: archives on loopback, and time that does not pass. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ArchiveServer,
  type ArchiveServerOptions,
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
