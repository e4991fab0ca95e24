import {
  type ArchiveClient,
  type CaptureAddress,
  type CaptureQuery,
  type Listing,
  type Playback,
  toUrlkey,
  urlkeyHost,
} from '../../../archive/index.ts';
import type { Capture } from '../../../core/index.ts';
import { playEntries } from './play-entries.ts';
import {
  type IndexEntry,
  indexWarcs,
  type MetadataRecord,
  readStoredResponse,
  type StoredResponse,
} from './warc-index.ts';

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
  const { entries, metadata, warnings } = await indexWarcs(paths);
  return Object.assign(new EntryArchive(entries, readStoredResponse), { metadata, warnings });
}

/** Records whose whole index is at hand, as an archive. Sorted by urlkey, then timestamp. */
export class EntryArchive implements ArchiveClient {
  /** Local material has no address in an archive. */
  readonly origin: string = '';
  readonly stopped: ArchiveClient['stopped'] = null;
  readonly entries: readonly IndexEntry[];
  readonly #byUrlkey: ReadonlyMap<string, readonly IndexEntry[]>;
  readonly #read: (entry: IndexEntry) => Promise<StoredResponse | null>;

  constructor(entries: readonly IndexEntry[], read: (entry: IndexEntry) => Promise<StoredResponse | null>) {
    this.entries = entries;
    this.#byUrlkey = Map.groupBy(entries, (entry) => entry.urlkey);
    this.#read = read;
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
    options: { landingWindowSeconds?: number } = {},
  ): Promise<Playback> {
    const entriesOf = (url: string) => this.#byUrlkey.get(toUrlkey(url)) ?? [];
    return await playEntries({ entriesOf, read: this.#read }, asked, options);
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
