/**
 * For the tests over real traffic of the Wayback Machine, recorded 2018 to 2026 and replayed on loopback. The recordings
 * stay outside the repository. The numbers of scenarios (A1, B1, C1 …) are those of the recordings' own README.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { base32, onClose } from './test-support.ts';
import type { CaptureQuery, Listing, Playback } from './types.ts';

const folder = join(process.env.PALIMPSEST_CORPUS ?? '', 'recordings');
const isThere = Boolean(process.env.PALIMPSEST_CORPUS) && existsSync(join(folder, 'server.mjs'));
export const suite = describe.skipIf(!isThere);

/** Makes the reason visible where the recordings are missing. */
export function explainSkipping(): void {
  it.skipIf(isThere)('needs the recordings: set PALIMPSEST_CORPUS to the folder that holds them', () => {});
}

export interface LogLine {
  readonly t: string;
  readonly conn: number;
  readonly target: string;
  readonly match: string;
  readonly status: number;
  readonly ua: string;
}

/** The replay server with its options; `readLog` stops it first, since it writes its log as it ends. */
export async function startRecordings(
  ...options: string[]
): Promise<{ origin: string; readLog: () => Promise<LogLine[]> }> {
  const scratch = mkdtempSync(join(tmpdir(), 'recordings-'));
  const logFile = join(scratch, 'log.jsonl');
  const child = spawn(process.execPath, [join(folder, 'server.mjs'), '--log', logFile, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  onClose(async () => {
    await stop();
    rmSync(scratch, { recursive: true });
  });
  const origin = await new Promise<string>((resolve) =>
    child.stdout.once('data', (chunk) => resolve(String(chunk).trim())),
  );
  const readLog = async () => {
    await stop();
    return readFileSync(logFile, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as LogLine);
  };
  return { origin, readLog };
}

export interface PlaybackExpectation {
  readonly timestamp: string;
  readonly url: string;
  readonly expect: Readonly<Record<string, unknown>>;
}
export interface ListingExpectation {
  readonly params: Readonly<Record<string, string | readonly string[]>>;
  readonly recordedAt: string;
  readonly expect: Readonly<Record<string, unknown>>;
}

export const expectations: { playback: PlaybackExpectation[]; listing: ListingExpectation[] } = isThere
  ? JSON.parse(readFileSync(join(folder, 'expectations.json'), 'utf8'))
  : { playback: [], listing: [] };

function sha1(bytes: Uint8Array): string {
  return base32(createHash('sha1').update(bytes).digest());
}

/** In the words of the expectations. */
export function describePlayback(playback: Playback): Record<string, unknown> {
  if (playback.kind === 'memento') {
    const { memento } = playback;
    return {
      outcome: 'capture',
      status: memento.statuscode,
      timestamp: memento.timestamp,
      original: memento.original,
      bytes: memento.payload.length,
      sha1: sha1(memento.payload),
      contentType: memento.contentType,
      requests: memento.hops.length,
      redirected: memento.hops.some((hop) => hop.kind === 'captured'),
    };
  }
  const requests = playback.hops.length;
  if (playback.kind === 'not-playable')
    return { outcome: 'not-playable', nearest: playback.nearest, requests };
  if (playback.kind === 'redirect-loop') return { outcome: 'loop', requests };
  if (playback.kind === 'not-archived' && playback.hops.length > 1)
    return { outcome: 'unrecorded', requests };
  const outcome = playback.kind === 'not-archived' ? 'never-archived' : playback.kind;
  return { outcome, status: playback.status, requests };
}

export function toQuery({ params }: ListingExpectation): CaptureQuery {
  const { url, limit, from, to, matchType, collapse, filter, resolveRevisits } = params as Record<
    string,
    string
  >;
  return {
    url: url!,
    pageSize: limit ? Number(limit) : null,
    continueBy: 'key',
    ...(from && { from }),
    ...(to && { to }),
    ...(collapse && { collapse }),
    ...(matchType && { matchType: matchType as 'prefix' }),
    ...(filter && { filters: [filter].flat() }),
    ...(resolveRevisits && { resolveRevisits: resolveRevisits === 'true' }),
  };
}

export function describeListing(listing: Listing): Record<string, unknown> {
  const statuses: Record<string, number> = {};
  for (const { statuscode } of listing.captures) statuses[statuscode] = (statuses[statuscode] ?? 0) + 1;
  return {
    rows: listing.rowCount,
    uniqueRows: listing.captures.length,
    digests: new Set(listing.captures.map((capture) => capture.digest)).size,
    statuses,
    pages: listing.pageCount,
  };
}
