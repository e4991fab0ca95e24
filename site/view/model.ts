import type {
  Change,
  ComparisonCounts,
  Labelling,
  Match,
  PlacedClause,
  Removal,
  Significance,
  SizeClass,
  StatedDate,
  Topic,
} from '../../crawler/core/index.ts';

/** What pages are made from: the part of the store's answers that they look at. Timestamps are 14 digits. */

export interface VersionFacts {
  readonly version: number;
  readonly slug: string;
  readonly title: string | null;
  readonly language: string | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly changedAfter: string | null;
  readonly captureCount: number;
  readonly wordCount: number;
  readonly statedDate: StatedDate | null;
  readonly flags: readonly string[];
  readonly textHash: string;
  readonly original: string;
  readonly mementoUrl: string | null;
  readonly rawUrl: string | null;
  readonly timestamp: string | null;
  readonly payloadHash: string;
  readonly rulesVersion: number;
}

/** A clause of a version's text. */
export type TextClause = PlacedClause & {
  readonly topics: readonly Topic[];
  /** Topics of which it perhaps speaks: the rules are silent, and something weaker than a rule is not. */
  readonly perhaps: readonly Topic[];
  readonly lineage: number | null;
  /** End of the address of the clause's history; null or left out where it has none. */
  readonly history?: string | null;
  /** Third parties it names; left out where that was not looked up. */
  readonly names?: readonly string[];
};

export interface TextFacts extends VersionFacts {
  readonly markdown: string;
  readonly clauses: readonly TextClause[];
  /** By which rules its clauses were labelled; null where its topics were not judged. */
  readonly labelling: Labelling | null;
  readonly removed: readonly Removal[];
}

export interface StepFacts {
  readonly left: number;
  readonly right: number;
  readonly counts: ComparisonCounts;
  readonly wordsAdded: number;
  readonly wordsRemoved: number;
  readonly carriedShare: number;
  readonly significance: Significance | null;
  readonly sizeClass: SizeClass;
  readonly approximate: boolean;
  /** What the change is about, in one line and in at most 140 characters; null where nobody has said it yet. */
  readonly gist: string | null;
  readonly gistShort: string | null;
}

/** A step with its matches and changes. */
export type StoredComparison = StepFacts & {
  readonly matches: readonly Match[];
  readonly changes: readonly (Omit<Change, 'kind'> & { readonly kind: string })[];
};

/** Names a policy: all its addresses follow from it. */
export interface PolicyName {
  readonly domain: string;
  readonly policy: string;
}
