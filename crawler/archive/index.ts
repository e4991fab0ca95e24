/** The door of archive: what an archive is asked, and what it answers. HTTP stays inside. */
export { createArchiveClient } from './client.ts';
export { isWarcIndex, resolveRedirect, toLayout } from './memento-url.ts';
export { toUrlkey, urlkeyHost } from './surt.ts';
export type {
  AnswerJournal,
  ArchiveClient,
  ArchiveOptions,
  CaptureAddress,
  CaptureQuery,
  FetchOptions,
  Listing,
  NoMementoKind,
  Playback,
  RawAnswer,
  SharedTurns,
  Wait,
} from './types.ts';
export { COMMON_CRAWL_FILES, openWarcFiles, type WarcFiles } from './warc-files.ts';
