import { type CaptureAddress, type Playback, resolveRedirect, toLayout } from '../../../archive/index.ts';
import { UnpackedTooLarge, undoNamedCodings } from '../../../content-coding.ts';
import { formatInstant, type Hop, type Memento, secondsBetween } from '../../../core/index.ts';
import type { IndexEntry } from './index-entry.ts';
import { RecordTooLarge, type StoredResponse } from './warc-index.ts';

/** Largest payload taken in, unpacked, in bytes. */
const MAX_PAYLOAD_BYTES = 64 * 1024 * 1024;

/** How far from the moment asked for a redirect may land; as with other archives. */
const LANDING_WINDOW_SECONDS = 86_400;

/** Requests that one capture may cost, redirects included. */
const MAX_HOPS = 10;

/** Records that can be played, wherever they lie. */
export interface EntrySource {
  /** What is known to be captured of an address, near a moment at least. */
  entriesOf(url: string, timestamp: string): Promise<readonly IndexEntry[]> | readonly IndexEntry[];
  /** Null where the record is not where the index says. @throws RecordTooLarge */
  read(entry: IndexEntry): Promise<StoredResponse | null>;
}

/** Plays a capture out of WARC records, as an archive plays it, following redirects. See `ArchiveClient.fetchMemento`. */
export async function playEntries(
  source: EntrySource,
  asked: CaptureAddress,
  { landingWindowSeconds = LANDING_WINDOW_SECONDS }: { readonly landingWindowSeconds?: number } = {},
): Promise<Playback> {
  const hops: Hop[] = [];
  let { listedTimestamp: timestamp, original, digest } = asked;
  while (hops.length < MAX_HOPS) {
    const entries = await source.entriesOf(original, timestamp);
    const entry = findNearest(entries, timestamp, original, digest);
    if (!entry) return fail('not-archived', `${original} is not in the files`, hops);
    if (Math.abs(secondsBetween(asked.listedTimestamp, entry.timestamp)) > landingWindowSeconds) {
      const kind = hops.length === 0 ? 'not-playable' : 'drifted';
      return fail(kind, `the files hold a capture of ${entry.timestamp} only`, hops);
    }
    const response = await play(source, entries, entry);
    if (typeof response === 'string') return fail(response, NO_RESPONSE[response], hops);
    const location = headerOf(response, 'location');
    const isRedirect = response.status >= 300 && response.status < 400 && location !== null;
    const kind = isRedirect ? 'captured' : 'landing';
    hops.push({ url: entry.original, status: response.status, kind });
    if (!isRedirect) {
      const isItself = hops.length === 1 && entry.timestamp === asked.listedTimestamp;
      return land(entry, response, hops, isItself);
    }
    const target = resolveRedirect(NO_LAYOUT, { timestamp, original: entry.original }, location);
    if (!target) return fail('bad-redirect', 'it redirects to what is no web address', hops);
    if (hops.some((hop) => hop.url === target.original)) {
      return fail('redirect-loop', 'its redirects lead back to where they began', hops);
    }
    [timestamp, original, digest] = [entry.timestamp, target.original, undefined];
  }
  return fail('too-many-redirects', `it was redirected ${hops.length} times without an end`, hops);
}

/** The answer that an entry's record, or what it repeats, holds. */
async function play(
  source: EntrySource,
  own: readonly IndexEntry[],
  entry: IndexEntry,
): Promise<StoredResponse | keyof typeof NO_RESPONSE> {
  const body = await findBody(source, own, entry);
  if (!body) return 'not-archived';
  try {
    return (await source.read(body)) ?? 'not-archived';
  } catch (error) {
    if (error instanceof RecordTooLarge) return 'too-large';
    throw error;
  }
}

/** The record that holds the body: the entry itself, or what a revisit repeats. */
async function findBody(
  source: EntrySource,
  own: readonly IndexEntry[],
  entry: IndexEntry,
): Promise<IndexEntry | null> {
  if (!entry.isRevisit) return entry;
  const named = entry.refersTo ? await source.entriesOf(entry.refersTo.url, entry.refersTo.timestamp) : [];
  const bodies = [...named, ...own].filter((other) => !other.isRevisit && other.digest === entry.digest);
  return bodies.find((other) => other.timestamp === entry.refersTo?.timestamp) ?? bodies[0] ?? null;
}

/** Of several in the same second, the one with the digest asked for, and the very address. */
function findNearest(
  entries: readonly IndexEntry[],
  timestamp: string,
  original: string,
  digest: string | undefined,
): IndexEntry | null {
  let best: IndexEntry | null = null;
  let bestDistance = Number.POSITIVE_INFINITY;
  const likeness = (entry: IndexEntry | null) =>
    (entry?.digest === digest ? 2 : 0) + (entry?.original === original ? 1 : 0);
  for (const entry of entries) {
    const distance = Math.abs(secondsBetween(timestamp, entry.timestamp));
    if (distance < bestDistance || (distance === bestDistance && likeness(entry) > likeness(best))) {
      [best, bestDistance] = [entry, distance];
    }
  }
  return best;
}

/** Only `Location` headers of sites are resolved here, never addresses of an archive. */
const NO_LAYOUT = toLayout(new URL('http://localhost/'));

/** Why a record gives no answer. */
const NO_RESPONSE = {
  'not-archived': 'a revisit of a record that is not in the files',
  'too-large': 'it is larger than what is taken in',
} as const;

function land(
  entry: IndexEntry,
  response: StoredResponse,
  hops: readonly Hop[],
  isItself: boolean,
): Playback {
  try {
    return { kind: 'memento', memento: toMemento(entry, response, hops), packed: response.body, isItself };
  } catch (error) {
    if (!(error instanceof UnpackedTooLarge)) throw error;
    return fail('too-large', NO_RESPONSE['too-large'], hops);
  }
}

function fail(kind: Exclude<Playback['kind'], 'memento'>, reason: string, hops: readonly Hop[]): Playback {
  return { kind, reason, hops, status: hops.at(-1)?.status ?? 0, nearest: null };
}

function headerOf(response: StoredResponse, name: string): string | null {
  return response.headers.find(([key]) => key.toLowerCase() === name)?.[1] ?? null;
}

function toMemento(entry: IndexEntry, response: StoredResponse, hops: readonly Hop[]): Memento {
  const coding = headerOf(response, 'content-encoding') ?? '';
  return {
    timestamp: entry.timestamp,
    original: entry.original,
    statuscode: response.status,
    contentType: headerOf(response, 'content-type'),
    headers: {
      'memento-datetime': new Date(formatInstant(entry.timestamp)).toUTCString(),
      ...Object.fromEntries(response.headers.map(([name, value]) => [name.toLowerCase(), value])),
      ...(response.truncated ? { 'warc-truncated': response.truncated } : {}),
      ...(response.place ? { 'warc-record': response.place } : {}),
    },
    payload: undoNamedCodings(response.body, coding, MAX_PAYLOAD_BYTES),
    hops,
  };
}
