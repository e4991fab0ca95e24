/**
 * How the size of an archive's record moves from one capture to the next. The two tables are shares of the steps of 1,737
 * real captures of 79 documents, by octave (0; 1 and 2; 3 to 6; ... bytes), smoothed over neighbouring octaves.
 * `scripts/bench/adaptive.ts --tables` counts them anew.
 */

/** Where the text stays: tokens, dates, and now and then a new menu. */
export const sharesOfFurniture: readonly number[] = [
  0.048, 0.171, 0.168, 0.127, 0.091, 0.076, 0.06, 0.054, 0.053, 0.043, 0.034, 0.027, 0.017, 0.012, 0.008,
  0.004, 0.003, 0.003,
];

/** Where the text changes: from a word to all of it. */
const sharesOfChanges: readonly number[] = [
  0.004, 0.052, 0.073, 0.079, 0.083, 0.092, 0.099, 0.096, 0.079, 0.074, 0.076, 0.06, 0.041, 0.038, 0.031,
  0.015, 0.005, 0.002,
];

/** Share of the steps at which the text changes. */
export const CHANGES_PER_STEP = 0.216;

const LAST = sharesOfFurniture.length - 1;

/** The octave that a step of so many bytes, up or down, belongs to. */
export function octaveOf(step: number): number {
  return Math.min(LAST, 31 - Math.clz32(Math.abs(step) + 1));
}

/** Likelihood of a step of exactly so many bytes. */
export type Density = (step: number) => number;

/** Density from shares by octave, joined by straight lines from the middle of each octave to that of the next. */
export function densityOf(shares: readonly number[]): Density {
  const total = shares.reduce((sum, share) => sum + share, 0);
  // An octave holds 2^k sizes, each of them upwards and downwards, the first only zero.
  const heights = shares.map((share, k) => share / total / (k === 0 ? 1 : 2 ** (k + 1)));
  const middle = (k: number) => (k === 0 ? 0 : 1.5 * 2 ** k - 1);
  return (step) => {
    const bytes = Math.abs(step);
    const octave = octaveOf(bytes);
    const low = bytes < middle(octave) ? octave - 1 : octave;
    if (low >= LAST) return heights[LAST]!;
    const share = (bytes - middle(low)) / (middle(low + 1) - middle(low));
    return heights[low]! + (heights[low + 1]! - heights[low]!) * share;
  };
}

export const densityOfChanges: Density = densityOf(sharesOfChanges);
