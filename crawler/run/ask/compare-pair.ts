import {
  alignAcross,
  type ByTopic,
  type Comparison,
  compareByTopic,
  compareClauses,
  type PlacedClause,
  pairAcross,
  type Topic,
  WORTH_MARKING,
} from '../../core/index.ts';
import { UserError } from '../../errors.ts';
import { explainSqliteError, openStoreReadOnly } from '../../store/index.ts';
import { findVersion, parseReference, type VersionReference } from './find-version.ts';
import { normalizeFile } from './normalize-file.ts';

/** One side of a comparison: a version of the store, or a local file. */
export interface ComparedText {
  readonly name: string;
  readonly clauses: readonly PlacedClause[];
  /** Of each clause; [] where they were not judged, or not looked up. */
  readonly topics: readonly (readonly Topic[])[];
  /** `example.com/privacy`; null for a local file. */
  readonly policy: string | null;
  readonly language: string | null;
}

export interface ComparedPair {
  readonly left: ComparedText;
  readonly right: ComparedText;
  readonly comparison: Comparison;
  /** True for the policies of two companies: clauses that stand side by side, of which none became the other. */
  readonly isAcross: boolean;
  /** Those clauses topic by topic; null for two versions of one policy. */
  readonly byTopic: ByTopic | null;
}

type ComparedClauses = Pick<ComparedPair, 'comparison' | 'byTopic'>;

/** Compares what two texts name: versions of the store in `storeFile`, or local files. */
export async function comparePair(left: string, right: string, storeFile: string): Promise<ComparedPair> {
  const sides = [await readSide(left, storeFile), await readSide(right, storeFile)] as const;
  const isAcross =
    sides[0].policy !== null && sides[1].policy !== null && sides[0].policy !== sides[1].policy;
  return {
    left: sides[0],
    right: sides[1],
    isAcross,
    ...(isAcross ? compareAcross : compareVersions)(...sides),
  };
}

const compareVersions = (left: ComparedText, right: ComparedText): ComparedClauses => ({
  comparison: compareClauses(left.clauses, right.clauses),
  byTopic: null,
});

/** Clause by clause and topic by topic, by one pairing. */
function compareAcross(left: ComparedText, right: ComparedText): ComparedClauses {
  const pairing = pairAcross(left.clauses, right.clauses, left.topics, right.topics);
  const alignment = alignAcross(left.clauses, right.clauses, pairing);
  return {
    comparison: compareClauses(left.clauses, right.clauses, alignment, WORTH_MARKING),
    byTopic: compareByTopic(left, right, pairing),
  };
}

async function readSide(name: string, storeFile: string): Promise<ComparedText> {
  const reference = parseReference(name);
  return reference ? readVersionSide(reference, storeFile) : readFileSide(name);
}

function readVersionSide(reference: VersionReference, storeFile: string): ComparedText {
  const store = openStoreReadOnly(storeFile);
  try {
    const version = findVersion(store, reference);
    const policy = `${reference.domain}/${reference.policy}`;
    return {
      name: `${policy}@${version.slug}`,
      clauses: version.clauses,
      topics: version.clauses.map(({ topics }) => topics),
      policy,
      language: version.language,
    };
  } catch (error) {
    throw explainSqliteError(storeFile, error);
  } finally {
    store.close();
  }
}

async function readFileSide(file: string): Promise<ComparedText> {
  const normalized = await normalizeFile(file);
  if (normalized.outcome !== 'version') {
    throw new UserError(
      `${file} holds no policy text (${normalized.reason})`,
      'Compare Markdown or text files, or versions such as example.com@2002-12-15.',
    );
  }
  const { clauses, language } = normalized;
  return { name: file, clauses, topics: clauses.map(() => []), policy: null, language };
}
