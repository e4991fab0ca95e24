import {
  copyStore,
  countTableRows,
  openStoreReadOnly,
  readGatheredAt,
  type Store,
  writeDatasetTables,
} from '../store/index.ts';
import { hashContent, nameRelease } from './content-hash.ts';

export const LICENCE = 'CC BY 4.0 for what was added; the texts of the policies stay their publishers’';
export const LICENCE_ADDRESS = 'https://creativecommons.org/licenses/by/4.0/';

/** How a release of the dataset is cited. */
export const citeRelease = (release: string, contentHash: string): string =>
  `Palimpsest: privacy policies through time. Release ${release}, content SHA-256 ${contentHash}.`;

export interface DatasetFacts {
  readonly release: string;
  readonly contentHash: string;
  readonly gatheredAt: string | null;
}

/**
 * Writes the store as one SQLite file that says what it is: release, licence, program and citation, what each column means,
 * and a full-text search. The same store gives the same bytes.
 */
export function writeDatasetFile(
  store: Store,
  file: string,
  program: string,
  hasPayloads = true,
): DatasetFacts {
  copyStore(store, file, hasPayloads);
  return completeDatasetFile(file, program, hasPayloads);
}

/** Makes the copy of a store that is to be published say what it is. */
export function completeDatasetFile(file: string, program: string, hasPayloads = true): DatasetFacts {
  const copy = openStoreReadOnly(file);
  const facts = describeContent(copy);
  const versions = countTableRows(copy).get('versions') ?? 0;
  copy.close();
  const meta = {
    title: 'Privacy policies through time',
    release: facts.release,
    content_sha256: facts.contentHash,
    gathered_at: facts.gatheredAt ?? 'undated',
    program,
    licence: LICENCE,
    licence_address: LICENCE_ADDRESS,
    citation: citeRelease(facts.release, facts.contentHash),
    versions: String(versions),
  };
  writeDatasetTables(file, meta, hasPayloads);
  return facts;
}

/** What names a release: when its newest material was gathered, and what it says. */
export function describeContent(store: Store): DatasetFacts {
  const gatheredAt = readGatheredAt(store);
  const contentHash = hashContent(store);
  return { gatheredAt, contentHash, release: nameRelease(gatheredAt, contentHash) };
}
