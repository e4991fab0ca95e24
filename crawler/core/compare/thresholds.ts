/** The numbers that alignment turns on; learned on development data by `scripts/learn-thresholds.ts`. */
export interface Thresholds {
  /** Likeness, bonuses included, from which two clauses are held to be the same wherever they stand. */
  readonly anywhere: number;
  /** The same for two clauses with the same neighbours. */
  readonly inPlace: number;
  /** Added to the likeness for each neighbour paired with the other's neighbour, and for the same heading above. */
  readonly neighbourBonus: number;
  readonly titleBonus: number;
  /** Taken off where kinds differ (a heading and a paragraph, say). */
  readonly kindPenalty: number;
  /** Share of a part's words that must stand in the whole for a split or merge. */
  readonly partCoverage: number;
  /** Share of the whole's words that the parts must cover together. */
  readonly wholeCoverage: number;
}

export const THRESHOLDS: Thresholds = {
  anywhere: 0.42,
  inPlace: 0.22,
  neighbourBonus: 0.06,
  titleBonus: 0.04,
  kindPenalty: 0.1,
  partCoverage: 0.6,
  wholeCoverage: 0.6,
};
