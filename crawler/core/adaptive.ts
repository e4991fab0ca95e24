import { estimateThirdText, learnFurniture, type Point, type TextGrowth } from './third-text.ts';

/**
 * Finding the versions of a policy with few fetches: the ends first; then, between two neighbours that hold different
 * texts, the capture that most likely holds a third, as long as that is likely enough. On which side of a change a
 * capture lies is not asked: it would cost a fetch or two for every version and find none. Between equal neighbours
 * nothing is asked for either: a text that comes and goes there is missed. Measured by `scripts/bench/adaptive.ts`.
 */

/** Likelihood of a third text from which a fetch is made. Lower finds more versions, at more fetches for each. */
const WORTH_A_FETCH = 0.23;

/**
 * Indexes of the captures to look at next, ascending; none where nothing more is worth its fetch. `growthOf` measures what
 * the change of text from one of the captures to another, by index, adds to their compressed size.
 */
export function nextProbes(
  points: readonly Point[],
  growthOf: (left: number, right: number) => TextGrowth,
): number[] {
  const telling = points.flatMap((point, index) => (point.text === '' ? [] : [index]));
  const isOpen = (index: number) => points[index]!.text === null;
  const ends = [...new Set([telling[0], telling.at(-1)])].filter((end) => end !== undefined && isOpen(end));
  if (ends.length > 0) return ends as number[];
  const told = telling.map((index) => points[index]!);
  const known = told.flatMap((point, k) => (point.text === null ? [] : [k]));
  const furniture = learnFurniture(told, known);
  return known.slice(1).flatMap((right, k) => {
    const left = known[k]!;
    if (right - left < 2 || told[left]!.text === told[right]!.text) return [];
    const growth = growthOf(telling[left]!, telling[right]!);
    const { likelihood, at } = estimateThirdText(told.slice(left, right + 1), growth, furniture);
    return likelihood < WORTH_A_FETCH ? [] : [telling[left + at]!];
  });
}
