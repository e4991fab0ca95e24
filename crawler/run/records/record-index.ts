import type { ArchiveClient, CaptureQuery, Listing } from '../../archive/index.ts';
import type { Capture, WarcPlace } from '../../core/index.ts';
import type { IndexEntry } from '../intake/warc/index-entry.ts';

/** An index that says of each capture where its record lies. */
export interface RecordIndex extends Pick<ArchiveClient, 'counts' | 'stopped' | 'doubts' | 'close'> {
  /** By which captures of it are known: the address of what it indexes. */
  readonly origin: string;
  listCaptures(query: CaptureQuery): Promise<Listing>;
  /** All that is known of an address that was captured at a moment. */
  entriesOf(url: string, timestamp: string): Promise<readonly IndexEntry[]>;
  /** The same index for another user, with counts of its own. */
  share(): RecordIndex;
}

/** Place of a record whose index says so; `path` is the file's name there. */
export function toEntry(capture: Capture & { readonly warc: WarcPlace }): IndexEntry {
  const { urlkey, timestamp, original, mimetype, statuscode, digest, length, warc } = capture;
  const isRevisit = mimetype === 'warc/revisit';
  const listed = { urlkey, timestamp, original, mimetype, statuscode, digest, length };
  return { ...listed, isRevisit, refersTo: null, path: warc.file, offset: warc.offset };
}
