import { type Comparison, compareClauses, type PlacedClause } from '../../core/index.ts';
import { UserError } from '../../errors.ts';
import { openStoreReadOnly } from '../../store/index.ts';
import { findVersion, parseReference, type VersionReference } from './find-version.ts';
import { normalizeFile } from './normalize-file.ts';

/** One side of a comparison: a version of the store, or a local file. */
export interface Side {
  readonly name: string;
  readonly clauses: readonly PlacedClause[];
}

export interface ComparedPair {
  readonly left: Side;
  readonly right: Side;
  readonly comparison: Comparison;
}

/** Compares what two texts name: versions of the store in `storeFile`, or local files. */
export async function comparePair(left: string, right: string, storeFile: string): Promise<ComparedPair> {
  const sides = [await readSide(left, storeFile), await readSide(right, storeFile)] as const;
  return { left: sides[0], right: sides[1], comparison: compareClauses(sides[0].clauses, sides[1].clauses) };
}

async function readSide(name: string, storeFile: string): Promise<Side> {
  const reference = parseReference(name);
  return reference ? readVersionSide(reference, storeFile) : readFileSide(name);
}

function readVersionSide(reference: VersionReference, storeFile: string): Side {
  const store = openStoreReadOnly(storeFile);
  try {
    const version = findVersion(store, reference);
    const name = `${reference.domain}/${reference.policy}@${version.slug}`;
    return { name, clauses: version.clauses };
  } finally {
    store.close();
  }
}

async function readFileSide(file: string): Promise<Side> {
  const normalized = await normalizeFile(file);
  if (normalized.outcome !== 'version') {
    throw new UserError(
      `${file} holds no policy text (${normalized.reason})`,
      'Compare Markdown or text files, or versions such as example.com@2002-12-15.',
    );
  }
  return { name: file, clauses: normalized.clauses };
}
