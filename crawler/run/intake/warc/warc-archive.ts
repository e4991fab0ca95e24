import {
  type ArchiveClient,
  type CaptureAddress,
  type CaptureQuery,
  type Listing,
  type Playback,
  resolveRedirect,
  toLayout,
  toUrlkey,
  urlkeyHost,
} from '../../../archive/index.ts';
import { UnpackedTooLarge, undoNamedCodings } from '../../../content-coding.ts';
import { type Capture, formatInstant, type Hop, type Memento, secondsBetween } from '../../../core/index.ts';
import {
  type IndexEntry,
  indexWarcs,
  type MetadataRecord,
  RecordTooLarge,
  readStoredResponse,
  type StoredResponse,
  type WarcIndex,
} from './warc-index.ts';

/** Largest payload taken in, unpacked, in bytes. */
const MAX_PAYLOAD_BYTES = 64 * 1024 * 1024;

/** How far from the moment asked for a redirect may land; as with other archives. */
const LANDING_WINDOW_SECONDS = 86_400;

/** Requests that one capture may cost, redirects included. */
const MAX_HOPS = 10;

/** WARC files as an archive: an index and playback without a network. */
export interface WarcArchive extends ArchiveClient {
  /** Everything that can be listed. */
  readonly entries: readonly IndexEntry[];
  readonly metadata: readonly MetadataRecord[];
  /** What could not be read, one sentence each. */
  readonly warnings: readonly string[];
}

/** Opens WARC files, so that they can be crawled like an archive. Payloads stay on disk until they are asked for. */
export async function openWarcArchive(paths: readonly string[]): Promise<WarcArchive> {
  return new FileArchive(await indexWarcs(paths));
}

class FileArchive implements WarcArchive {
  /** Local material has no address in an archive. */
  readonly origin = '';
  readonly stopped = null;
  readonly entries: readonly IndexEntry[];
  readonly metadata: readonly MetadataRecord[];
  readonly warnings: readonly string[];
  readonly #byUrlkey: ReadonlyMap<string, readonly IndexEntry[]>;

  constructor({ entries, metadata, warnings }: WarcIndex) {
    this.entries = entries;
    this.metadata = metadata;
    this.warnings = warnings;
    this.#byUrlkey = Map.groupBy(entries, (entry) => entry.urlkey);
  }

  async listCaptures(query: CaptureQuery): Promise<Listing> {
    const rows = this.#inScope(query).filter(
      (entry) => isWithin(entry.timestamp, query) && passesFilters(entry, query.filters ?? []),
    );
    const kept = query.collapse === 'urlkey' ? firstOfEach(rows) : rows;
    const captures = kept.slice(0, query.limit ?? kept.length).map(toCapture);
    const complete = captures.length === kept.length;
    const note = complete ? null : `only ${captures.length} were asked for`;
    return { captures, complete, note, rowCount: rows.length, duplicateCount: 0, junkCount: 0, pageCount: 1 };
  }

  async fetchMemento(
    asked: CaptureAddress,
    { landingWindowSeconds = LANDING_WINDOW_SECONDS } = {},
  ): Promise<Playback> {
    const hops: Hop[] = [];
    let { listedTimestamp: timestamp, original, digest } = asked;
    while (hops.length < MAX_HOPS) {
      const entry = this.#findNearest(timestamp, original, digest);
      if (!entry) return fail('not-archived', `${original} is not in the files`, hops);
      if (Math.abs(secondsBetween(asked.listedTimestamp, entry.timestamp)) > landingWindowSeconds) {
        const kind = hops.length === 0 ? 'not-playable' : 'drifted';
        return fail(kind, `the files hold a capture of ${entry.timestamp} only`, hops);
      }
      const response = await this.#play(entry);
      if (typeof response === 'string') return fail(response, NO_RESPONSE[response], hops);
      const location = headerOf(response, 'location');
      const isRedirect = response.status >= 300 && response.status < 400 && location !== null;
      const kind = isRedirect ? 'captured' : 'landing';
      hops.push({ url: entry.original, status: response.status, kind });
      if (!isRedirect) return land(entry, response, hops);
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
  async #play(entry: IndexEntry): Promise<StoredResponse | keyof typeof NO_RESPONSE> {
    const source = this.#resolve(entry);
    if (!source) return 'not-archived';
    try {
      return await readStoredResponse(source);
    } catch (error) {
      if (error instanceof RecordTooLarge) return 'too-large';
      throw error;
    }
  }

  settle(): void {}

  mementoUrl(): string {
    return '';
  }

  counts() {
    return { cdx: 0, memento: 0, retries: 0, pauses: 0, receivedBytes: 0 };
  }

  async close(): Promise<void> {}

  #inScope(query: CaptureQuery): readonly IndexEntry[] {
    const urlkey = toUrlkey(query.url);
    const host = urlkeyHost(urlkey);
    switch (query.matchType ?? 'exact') {
      case 'prefix':
        return this.entries.filter((entry) => entry.urlkey.startsWith(urlkey));
      case 'host':
        return this.entries.filter((entry) => entry.urlkey.startsWith(`${host})`));
      case 'domain':
        return this.entries.filter(
          (entry) => entry.urlkey.startsWith(`${host})`) || entry.urlkey.startsWith(`${host},`),
        );
      default:
        return this.#byUrlkey.get(urlkey) ?? [];
    }
  }

  /** Of several in the same second, the one with the digest asked for, and the very address. */
  #findNearest(timestamp: string, original: string, digest: string | undefined): IndexEntry | null {
    let best: IndexEntry | null = null;
    let bestDistance = Number.POSITIVE_INFINITY;
    const likeness = (entry: IndexEntry | null) =>
      (entry?.digest === digest ? 2 : 0) + (entry?.original === original ? 1 : 0);
    for (const entry of this.#byUrlkey.get(toUrlkey(original)) ?? []) {
      const distance = Math.abs(secondsBetween(timestamp, entry.timestamp));
      if (distance < bestDistance || (distance === bestDistance && likeness(entry) > likeness(best))) {
        [best, bestDistance] = [entry, distance];
      }
    }
    return best;
  }

  /** The record that holds the body: the entry itself, or what a revisit repeats. */
  #resolve(entry: IndexEntry): IndexEntry | null {
    if (!entry.isRevisit) return entry;
    const named = entry.refersTo ? (this.#byUrlkey.get(toUrlkey(entry.refersTo.url)) ?? []) : [];
    const own = this.#byUrlkey.get(entry.urlkey) ?? [];
    const bodies = [...named, ...own].filter((other) => !other.isRevisit && other.digest === entry.digest);
    return bodies.find((other) => other.timestamp === entry.refersTo?.timestamp) ?? bodies[0] ?? null;
  }
}

/** Only `Location` headers of sites are resolved here, never addresses of an archive. */
const NO_LAYOUT = toLayout(new URL('http://localhost/'));

/** Why a record gives no answer. */
const NO_RESPONSE = {
  'not-archived': 'a revisit of a record that is not in the files',
  'too-large': 'it is larger than what is taken in',
} as const;

function land(entry: IndexEntry, response: StoredResponse, hops: readonly Hop[]): Playback {
  try {
    return { kind: 'memento', memento: toMemento(entry, response, hops) };
  } catch (error) {
    if (!(error instanceof UnpackedTooLarge)) throw error;
    return fail('too-large', NO_RESPONSE['too-large'], hops);
  }
}

function fail(kind: Exclude<Playback['kind'], 'memento'>, reason: string, hops: readonly Hop[]): Playback {
  return { kind, reason, hops, status: hops.at(-1)?.status ?? 0, nearest: null };
}

function toCapture(entry: IndexEntry): Capture {
  const { urlkey, timestamp, original, mimetype, statuscode, digest, length } = entry;
  return {
    urlkey,
    timestamp,
    listedTimestamp: timestamp,
    original,
    mimetype,
    statuscode,
    digest,
    length,
  };
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
    },
    payload: undoNamedCodings(response.body, coding, MAX_PAYLOAD_BYTES),
    hops,
  };
}

/** Both ends are prefixes and inclusive. */
function isWithin(timestamp: string, { from = '', to = '' }: CaptureQuery): boolean {
  return timestamp >= from && (to === '' || timestamp <= to || timestamp.startsWith(to));
}

/** `[!]field:regex`, which must match the whole field. */
function passesFilters(entry: IndexEntry, filters: readonly string[]): boolean {
  return filters.every((filter) => {
    const [, not = '', field = '', pattern = ''] = /^(!?)([a-z]+):(.*)$/s.exec(filter) ?? [];
    const value = String(entry[field as keyof IndexEntry] ?? '');
    return new RegExp(`^(?:${pattern})$`, 's').test(value) === (not === '');
  });
}

function firstOfEach(entries: readonly IndexEntry[]): IndexEntry[] {
  return [...new Map([...entries].reverse().map((entry) => [entry.urlkey, entry])).values()].reverse();
}
