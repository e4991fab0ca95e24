import {
  type ArchiveClient,
  type ArchiveOptions,
  COMMON_CRAWL_FILES,
  createArchiveClient,
  isWarcIndex,
  openWarcFiles,
} from '../../archive/index.ts';
import type { Effects } from '../../effects.ts';
import { programVersion } from '../program.ts';
import { AskedIndex } from '../records/asked-index.ts';
import { RECORDS_SCHEME, RecordArchive } from '../records/record-archive.ts';
import { openRowIndex } from '../records/row-index.ts';

export type { AnswerJournal, ArchiveClient, ArchiveOptions, SharedTurns, Wait } from '../../archive/index.ts';
export { openAnswerJournal } from './answer-journal.ts';

/** Where WARC files lie unless it is said: those of Common Crawl. */
export const DEFAULT_WARC_FILES = COMMON_CRAWL_FILES;

/**
 * A client of an archive that names this program and its version. An index of WARC files is an archive together with the
 * files that lie at `warcFiles`.
 */
export function openArchive(options: ArchiveOptions, warcFiles: string = DEFAULT_WARC_FILES): ArchiveClient {
  const client = createArchiveClient({ ...options, version: programVersion });
  if (options.origin === undefined || !isWarcIndex(options.origin)) return client;
  return new RecordArchive(new AskedIndex(client), openFiles(options, warcFiles));
}

/** Files with rows of an index, and the WARC files at `warcFiles` that they name, as one archive. @throws UserError */
export async function openRows(
  paths: readonly string[],
  options: ArchiveOptions,
  warcFiles: string,
  effects: Pick<Effects, 'warn'>,
): Promise<ArchiveClient> {
  const files = openFiles(options, warcFiles);
  return new RecordArchive(await openRowIndex(paths, files.origin, effects), files);
}

const openFiles = (options: ArchiveOptions, origin: string) =>
  openWarcFiles({ ...options, origin, version: programVersion });

/** By which name the captures of an archive at an address are known. */
export const nameOfArchive = (origin: string): string =>
  isWarcIndex(origin) ? `${RECORDS_SCHEME}${origin}` : origin;

/** By which name captures are known that rows list of WARC files at an address. */
export const nameOfRows = (warcFiles: string): string => `${RECORDS_SCHEME}${warcFiles}`;
