import { type ArchiveClient, type ArchiveOptions, createArchiveClient } from '../../archive/index.ts';
import { programVersion } from '../program.ts';

export type { AnswerJournal, ArchiveClient, ArchiveOptions, Wait } from '../../archive/index.ts';
export { openAnswerJournal } from './answer-journal.ts';

/** A client of an archive that names this program and its version. */
export function openArchive(options: ArchiveOptions): ArchiveClient {
  return createArchiveClient({ ...options, version: programVersion });
}
