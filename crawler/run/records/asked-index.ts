import {
  type ArchiveClient,
  type CaptureQuery,
  type Listing,
  toUrlkey,
  urlkeyHost,
} from '../../archive/index.ts';
import type { Capture } from '../../core/index.ts';
import type { IndexEntry } from '../intake/warc/index-entry.ts';
import { type RecordIndex, toEntry } from './record-index.ts';

/**
 * An index server of WARC files, such as Common Crawl's of one crawl. What it lists is remembered while one user asks, so
 * that playing a capture costs no second question.
 */
export class AskedIndex implements RecordIndex {
  readonly #client: ArchiveClient;
  /** By urlkey, then by timestamp and place. */
  readonly #known = new Map<string, Map<string, IndexEntry>>();
  /** Urlkeys asked for as a whole because a capture of theirs was not known. */
  readonly #asked = new Set<string>();

  constructor(client: ArchiveClient) {
    this.#client = client;
  }

  get origin(): string {
    return this.#client.origin;
  }

  get stopped() {
    return this.#client.stopped;
  }

  get doubts() {
    return this.#client.doubts;
  }

  share(): RecordIndex {
    return new AskedIndex(this.#client.share!());
  }

  async listCaptures(query: CaptureQuery): Promise<Listing> {
    const { onPage } = query;
    const listing = await this.#client.listCaptures(
      onPage === undefined
        ? query
        : {
            ...query,
            onPage: (captures) => {
              this.#note(captures);
              onPage(captures);
            },
          },
    );
    this.#note(listing.captures);
    return listing;
  }

  async entriesOf(url: string, timestamp: string): Promise<readonly IndexEntry[]> {
    const urlkey = toUrlkey(url);
    const known = this.#listKnown(urlkey);
    if (known.some((entry) => entry.timestamp === timestamp) || this.#asked.has(urlkey)) return known;
    this.#asked.add(urlkey);
    if (urlkeyHost(urlkey) === '') return known;
    await this.listCaptures({ url });
    return this.#listKnown(urlkey);
  }

  counts() {
    return this.#client.counts();
  }

  async close(): Promise<void> {
    await this.#client.close();
  }

  #listKnown(urlkey: string): IndexEntry[] {
    return [...(this.#known.get(urlkey)?.values() ?? [])];
  }

  #note(captures: readonly Capture[]): void {
    for (const { warc, ...capture } of captures) {
      if (!warc) continue;
      const entries = this.#known.get(capture.urlkey) ?? new Map<string, IndexEntry>();
      this.#known.set(capture.urlkey, entries);
      entries.set(`${capture.timestamp} ${warc.file} ${warc.offset}`, toEntry({ ...capture, warc }));
    }
  }
}
