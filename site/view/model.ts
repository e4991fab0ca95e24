import type {
  Change,
  Labelling,
  Match,
  PlacedClause,
  Removal,
  StepSummary,
  Topic,
  VersionSummary,
} from '../../crawler/core/index.ts';

/** A clause of a version's text. */
export type TextClause = PlacedClause & {
  readonly topics: readonly Topic[];
  /** Topics of which it perhaps speaks: the rules are silent, and something weaker than a rule is not. */
  readonly perhaps: readonly Topic[];
  readonly lineage: number | null;
  /** End of the address of the clause's history; null or left out where it has none. */
  readonly history?: string | null;
  /** What is read of it with its dates masked, where it has any and that was looked up. */
  readonly masked?: string;
  /** Third parties it names; left out where that was not looked up. */
  readonly names?: readonly string[];
};

export interface TextFacts extends VersionSummary {
  readonly markdown: string;
  readonly clauses: readonly TextClause[];
  /** By which rules its clauses were labelled; null where its topics were not judged. */
  readonly labelling: Labelling | null;
  readonly removed: readonly Removal[];
}

/** A step with its matches and changes. */
export type StoredComparison = StepSummary & {
  readonly matches: readonly Match[];
  readonly changes: readonly (Omit<Change, 'kind'> & { readonly kind: string })[];
};

/** Names a policy: all its addresses follow from it. */
export interface PolicyName {
  readonly domain: string;
  readonly policy: string;
}
