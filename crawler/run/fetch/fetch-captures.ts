import { type ArchiveClient, type NoMementoKind, type Playback, toUrlkey } from '../../archive/index.ts';
import { daysBetween, isGoodStatus, parseInstant } from '../../core/index.ts';
import type { Effects } from '../../effects.ts';
import { ArchiveError } from '../../errors.ts';
import {
  listLandings,
  readMemento,
  readPayload,
  type Store,
  type StoredCapture,
  writeFailure,
  writeMemento,
} from '../../store/index.ts';
import { findObjection, isAsListed } from './believe-playback.ts';

export type FailureReason = NoMementoKind | 'error-status' | 'unreachable' | 'doubtful';

/** Why a capture has no usable memento, with what each word means; `NoMementoKind` and what is seen in the answer. */
export const failureReasons: Readonly<Record<FailureReason, string>> = {
  'not-playable': 'the archive cannot play this second and points at another capture, too far away',
  drifted: 'a captured redirect led to a capture too far away in time',
  'not-archived': 'listed, but the archive does not have it',
  excluded: 'the site is excluded from the archive',
  robots: 'the archive obeys the site’s robots.txt',
  'redirect-loop': 'captured redirects lead in a circle',
  'too-many-redirects': 'a chain of captured redirects that does not end',
  'bad-redirect': 'a redirect to something that is no web address',
  empty: 'an answer without content',
  'too-large': 'larger than this program accepts',
  refused: 'the archive refused the request',
  'error-status': 'the capture, or where it redirects to, is an archived error',
  unreachable: 'no answer for now; the next run tries again',
  doubtful: 'what came is not what the index lists, and differs from time to time; the next run tries again',
};

/** What the archive decides and may decide otherwise later; everything else is what was captured, and stays so. */
const MAY_CHANGE: ReadonlySet<string> = new Set([
  'not-playable',
  'drifted',
  'not-archived',
  'excluded',
  'robots',
  'refused',
]);

/** Days after which the archive is asked again for what it would not play. Source: EDGI's crawler, which waits as long. */
const ASK_AGAIN_DAYS = 7;

/** Whether a capture without a memento is to be asked for: never tried, failed in passing, or refused long ago. */
export function isAskable(capture: StoredCapture, now: string): boolean {
  const { failure } = capture;
  if (capture.hasMemento) return false;
  if (!failure?.isFinal) return true;
  const days = daysBetween(parseInstant(failure.failedAt), parseInstant(now));
  return MAY_CHANGE.has(failure.reason) && days >= ASK_AGAIN_DAYS;
}

export interface FetchContext {
  readonly domain: string;
  /** What is shown as being worked on. */
  readonly item: string;
  readonly concurrency: number;
  /** How far from the second asked for a capture may be, where not its text matters but where it leads. */
  readonly landingWindowSeconds?: number;
}

/** Half a year: pages and redirects lead to the same places for long. */
export const WIDE_WINDOW_SECONDS = 183 * 86_400;

/** Rounds in which what is doubtful is asked for again. */
const MAX_ROUNDS = 5;

/** Captures that give no answer in a row, before the others of their address are left to a later run. */
const MAX_UNREACHABLE = 10;

type Kept = 'kept' | 'doubtful' | 'unreachable';

/**
 * Fetches the captures given, a few at a time, in their order. Each is kept before the next is begun. What came and is not
 * what the index lists is asked for again once the others are through.
 */
export async function fetchCaptures(
  store: Store,
  client: ArchiveClient,
  captures: readonly StoredCapture[],
  context: FetchContext,
  effects: Effects,
): Promise<void> {
  let due = keepLandings(store, client, captures, context, effects);
  for (let round = 1; due.length > 0 && round <= MAX_ROUNDS; round++) {
    due = await fetchRound(store, client, due, context, effects);
  }
}

/** Fetches each once; returns those whose answers are doubtful. */
async function fetchRound(
  store: Store,
  client: ArchiveClient,
  captures: readonly StoredCapture[],
  context: FetchContext,
  effects: Effects,
): Promise<StoredCapture[]> {
  const { domain, item } = context;
  const doubtful: StoredCapture[] = [];
  let [next, done, unreachable] = [0, 0, 0];
  const worker = async () => {
    while (next < captures.length && unreachable < MAX_UNREACHABLE && !effects.isStopping()) {
      const capture = captures[next++]!;
      const kept = await fetchCapture(store, client, capture, context, effects);
      if (kept === 'doubtful') doubtful.push(capture);
      unreachable = kept === 'unreachable' ? unreachable + 1 : 0;
      done++;
      effects.progress({ domain, phase: 'fetch', done, total: captures.length, item });
    }
  };
  const workers = Array.from({ length: Math.max(1, context.concurrency) }, worker);
  // All workers come to rest before an error goes on: nothing may write to a store that is about to be closed.
  const failed = (await Promise.allSettled(workers)).find((ended) => ended.status === 'rejected');
  if (failed) throw failed.reason;
  return doubtful;
}

/**
 * Keeps those captures that were answered before, when a redirect led to them, without asking again; returns the others.
 */
function keepLandings(
  store: Store,
  client: ArchiveClient,
  captures: readonly StoredCapture[],
  { domain }: FetchContext,
  effects: Effects,
): StoredCapture[] {
  const keyOf = (timestamp: string, original: string) => `${timestamp} ${toUrlkey(original)}`;
  const landings = new Map(
    listLandings(store, domain).map((landing) => [keyOf(landing.timestamp, landing.original), landing]),
  );
  return captures.filter((capture) => {
    const landing = landings.get(keyOf(capture.listedTimestamp ?? '', capture.original));
    const memento = landing && readMemento(store, landing.captureId);
    if (!memento) return true;
    const url = client.mementoUrl(landing.timestamp, landing.original);
    const hops = [{ url, status: memento.statuscode, kind: 'landing' as const }];
    const payload = readPayload(store, memento.payloadId);
    const answered = { ...memento, timestamp: landing.timestamp, payload, hops };
    if (!isAsListed(capture.digest, [payload])) return true;
    keepPlayback(store, capture, { kind: 'memento', memento: answered }, effects);
    return false;
  });
}

/** Fetches one capture and keeps what came of it. Throws only what ends the crawl. */
async function fetchCapture(
  store: Store,
  client: ArchiveClient,
  capture: StoredCapture,
  { landingWindowSeconds }: FetchContext,
  effects: Effects,
): Promise<Kept> {
  const fail = (reason: FailureReason, isFinal: boolean, detail: string) =>
    writeFailure(store, capture.id, { reason, isFinal, detail, now: effects.now() });
  try {
    const window = landingWindowSeconds === undefined ? {} : { landingWindowSeconds };
    const playback = await client.fetchMemento(capture, window);
    const objection = findObjection(client.doubts, capture, playback);
    if (objection === null) keepPlayback(store, capture, playback, effects);
    else fail('doubtful', false, objection);
    client.settle(playback);
    return objection === null ? 'kept' : 'doubtful';
  } catch (error) {
    if (!(error instanceof ArchiveError) || client.stopped) throw error;
    // A request broken off because the user wants to stop says nothing about the capture.
    if (effects.isStopping()) return 'kept';
    const isExcluded = error.kind === 'excluded';
    fail(isExcluded ? 'excluded' : 'unreachable', isExcluded, error.message);
    return isExcluded ? 'kept' : 'unreachable';
  }
}

function keepPlayback(store: Store, capture: StoredCapture, playback: Playback, effects: Effects): void {
  const fail = (reason: FailureReason, detail: string) =>
    writeFailure(store, capture.id, { reason, isFinal: true, detail, now: effects.now() });
  if (playback.kind !== 'memento') fail(playback.kind, playback.reason);
  else if (!isGoodStatus(playback.memento.statuscode)) {
    fail('error-status', `archived status ${playback.memento.statuscode}`);
  } else if (playback.memento.payload.length === 0) fail('empty', 'a good status without content');
  else writeMemento(store, capture.id, playback.memento, effects.now());
}
