import type {
  ArchiveClient,
  CaptureAddress,
  CaptureQuery,
  FetchOptions,
  Listing,
  Playback,
  WarcFiles,
} from '../../archive/index.ts';
import { type RequestCounts, sumRequests } from '../../core/index.ts';
import type { ArchiveError } from '../../errors.ts';
import { bytesOf } from '../intake/warc/bytes.ts';
import type { IndexEntry } from '../intake/warc/index-entry.ts';
import { playEntries } from '../intake/warc/play-entries.ts';
import { readResponseAt, type StoredResponse } from '../intake/warc/warc-index.ts';
import type { RecordIndex } from './record-index.ts';

/** What stands before the address of an index, or of files, in the name of an archive that plays nothing itself. */
export const RECORDS_SCHEME = 'warc+';

/**
 * WARC files on a web server and an index of them, as one archive: what an archive would play is read out of the files, one
 * range of bytes a capture. Such captures have no address at which people could look at them.
 */
export class RecordArchive implements ArchiveClient {
  readonly origin: string;
  readonly #index: RecordIndex;
  readonly #files: WarcFiles;

  constructor(index: RecordIndex, files: WarcFiles, knownAs?: string) {
    this.origin = knownAs ?? `${RECORDS_SCHEME}${index.origin}`;
    this.#index = index;
    this.#files = files;
  }

  share(knownAs?: string): ArchiveClient {
    return new RecordArchive(this.#index.share(), this.#files.share(), knownAs);
  }

  get doubts(): ArchiveClient['doubts'] {
    return this.#index.doubts ?? this.#files.doubts;
  }

  get stopped(): ArchiveError | null {
    return this.#index.stopped ?? this.#files.stopped;
  }

  async listCaptures(query: CaptureQuery): Promise<Listing> {
    return await this.#index.listCaptures(query);
  }

  async fetchMemento(asked: CaptureAddress, options: FetchOptions = {}): Promise<Playback> {
    const source = {
      entriesOf: (url: string, timestamp: string) => this.#index.entriesOf(url, timestamp),
      read: (entry: IndexEntry) => this.#read(entry),
    };
    return await playEntries(source, asked, options);
  }

  settle(): void {}

  mementoUrl(): string {
    return '';
  }

  counts(): RequestCounts {
    return sumRequests(this.#index.counts(), this.#files.counts());
  }

  async close(): Promise<void> {
    await this.#index.close();
    await this.#files.close();
  }

  async #read(entry: IndexEntry): Promise<StoredResponse | null> {
    const place = { file: entry.path, offset: entry.offset, length: Number(entry.length) };
    const bytes = await this.#files.read(place);
    if (bytes === null) return null;
    const response = await readResponseAt(
      bytesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)),
      0,
    );
    const { file, offset, length } = place;
    return (
      response && {
        ...response,
        place: `${this.#files.origin}/${file}, bytes ${offset}-${offset + length - 1}`,
      }
    );
  }
}
