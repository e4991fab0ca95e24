/** The numbers that alignment turns on; learned on development data by `scripts/learn-thresholds.ts`. */
export interface Thresholds {
  /** A pair of neighbouring words counts this much of what its two words count. */
  readonly pairShare: number;
  /** Likeness, bonuses included, from which two clauses are held to be the same wherever they stand. */
  readonly anywhere: number;
  /** Likeness from which two clauses are the same that are like no others. */
  readonly distinct: number;
  /** The next best pair must be so many times less like. */
  readonly distinctRatio: number;
  /** Likeness from which two clauses between the same neighbours are paired before any that have moved. */
  readonly inPlace: number;
  /** So much less like than the best elsewhere may a clause in place be. */
  readonly inPlaceMargin: number;
  /** Likeness from which what is left between the same neighbours is held to be the same. */
  readonly leftover: number;
  /** Weight added to both clauses' before likeness is trusted wherever they stand. */
  readonly prior: number;
  /** Added to the likeness for each neighbour paired with the other's neighbour. */
  readonly neighbourBonus: number;
  /** Added for the same run-in title. */
  readonly titleBonus: number;
  /** Taken off where kinds differ (a heading and a paragraph, say). */
  readonly kindPenalty: number;
  /** Share of a part's words that must stand in the whole for a split or merge. */
  readonly partCoverage: number;
  /** Share of its words that must stand in the whole for a part next to another part. */
  readonly neighbourCoverage: number;
  /** Share of the whole's words that the parts must cover together. */
  readonly wholeCoverage: number;
  /** Words that a part must take over. */
  readonly leastPart: number;
  /** Share of the whole's words that a part away from the other parts must take over. */
  readonly leastShare: number;
  /** Likeness below which a pair out of place is given up for a group. */
  readonly loose: number;
  /** Likeness as `leftover`, asked for where both clauses are short. */
  readonly leftoverShort: number;
}

export const THRESHOLDS: Thresholds = {
  pairShare: 0.6,
  anywhere: 0.42,
  distinct: 0.3,
  distinctRatio: 2.5,
  inPlace: 0.5,
  inPlaceMargin: 0.15,
  leftover: 0.23,
  prior: 28,
  neighbourBonus: 0.06,
  titleBonus: 0.15,
  kindPenalty: 0.1,
  partCoverage: 0.6,
  neighbourCoverage: 0.5,
  wholeCoverage: 0.6,
  leastPart: 4,
  leastShare: 0.15,
  loose: 0.95,
  leftoverShort: 0.1,
};
