import type {
  ArchiveClient,
  CaptureAddress,
  CaptureQuery,
  Listing,
  Playback,
} from '../../../archive/index.ts';
import { toUrlkey } from '../../../archive/index.ts';
import { NO_REQUESTS } from '../../../core/index.ts';
import { type EntryList, listEntries, listInMemory } from './list-entries.ts';
import { playEntries } from './play-entries.ts';
import { type IndexEntry, indexWarcs, type MetadataRecord, readStoredResponse } from './warc-index.ts';

/** WARC files as an archive: an index and playback without a network. */
export interface WarcArchive extends ArchiveClient {
  /** Everything that can be listed. Sorted by urlkey, then timestamp. */
  readonly entries: readonly IndexEntry[];
  readonly metadata: readonly MetadataRecord[];
  /** What could not be read, one sentence each. */
  readonly warnings: readonly string[];
}

/** Opens WARC files, so that they can be crawled like an archive. Payloads stay on disk until they are asked for. */
export async function openWarcArchive(paths: readonly string[]): Promise<WarcArchive> {
  const index = await indexWarcs(paths);
  return Object.assign(new FileArchive(listInMemory(index.entries)), index);
}

class FileArchive implements ArchiveClient {
  /** Local material has no address in an archive. */
  readonly origin: string = '';
  readonly stopped: ArchiveClient['stopped'] = null;
  readonly #list: EntryList;

  constructor(list: EntryList) {
    this.#list = list;
  }

  async listCaptures(query: CaptureQuery): Promise<Listing> {
    return listEntries(this.#list, query);
  }

  async fetchMemento(
    asked: CaptureAddress,
    options: { landingWindowSeconds?: number } = {},
  ): Promise<Playback> {
    const entriesOf = (url: string) => this.#list.of(toUrlkey(url));
    return await playEntries({ entriesOf, read: readStoredResponse }, asked, options);
  }

  settle(): void {}

  mementoUrl(): string {
    return '';
  }

  counts() {
    return NO_REQUESTS;
  }

  async close(): Promise<void> {}
}
