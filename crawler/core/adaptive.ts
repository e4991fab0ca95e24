/**
 * Finding the versions of a policy with few fetches: the ends first; then, between two neighbours that hold different
 * texts, one more, where the size of the archive's record jumps most, since the text most likely changed there.
 * Between equal neighbours nothing is asked for: a text that comes and goes there is missed.
 *
 * The last captures between two different texts are asked for only if their size fits neither of them. Otherwise every
 * change would cost two fetches just to say on which side of it a capture lies. Measured by `scripts/bench/adaptive.ts`.
 */

/** One capture as far as it is known. */
export interface Point {
  /** Identifies the text; `''`: looked at, and it holds none; null: not looked at yet. */
  readonly text: string | null;
  /** Size of the archive's record; null where it says nothing of the page. */
  readonly size: number | null;
}

/** Up to so many captures between two texts are held to be one or the other, unless their size says otherwise. */
const FEW = 2;

/** Bytes by which two captures of the same text differ anyhow, at least; tokens and dates pack to about as many. */
const LEAST_NOISE = 8;

/** Share of the usual step from capture to capture that counts as noise. */
const NOISE_SHARE = 0.25;

/** Indexes of the captures to look at next, ascending; none where nothing more is worth its fetch. */
export function nextProbes(points: readonly Point[]): number[] {
  const isOpen = (index: number) => points[index]!.text === null;
  const telling = points.flatMap((point, index) => (point.text === '' ? [] : [index]));
  const ends = [...new Set([telling[0], telling.at(-1)])].filter((end) => end !== undefined && isOpen(end));
  if (ends.length > 0) return ends as number[];
  const known = telling.filter((index) => !isOpen(index));
  const noise = measureNoise(points);
  return known.slice(1).flatMap((right, k) => {
    const left = known[k]!;
    if (points[left]!.text === points[right]!.text) return [];
    const open = telling.filter((index) => index > left && index < right);
    const probe =
      open.length > FEW ? besideJump(points, left, right, open) : oddOne(points, left, right, open);
    return probe === null || (open.length <= FEW && oddness(points, left, right, probe) <= noise)
      ? []
      : [probe];
  });
}

/** What the size of a record tells nothing about. */
function measureNoise(points: readonly Point[]): number {
  const sizes = points.flatMap((point) => (point.size === null ? [] : [point.size]));
  const steps = sizes.slice(1).map((size, k) => Math.abs(size - sizes[k]!));
  steps.sort((one, other) => one - other);
  return Math.max(LEAST_NOISE, NOISE_SHARE * (steps[steps.length >> 1] ?? 0));
}

/** The open capture next to the largest step in size; of its two sides the one nearer the middle. */
function besideJump(points: readonly Point[], left: number, right: number, open: readonly number[]): number {
  const middle = (left + right) / 2;
  let best = open[open.length >> 1]!;
  let bestStep = 0;
  const sized = [left, ...open, right].filter((index) => points[index]!.size !== null);
  for (let k = 1; k < sized.length; k++) {
    const [before, after] = [sized[k - 1]!, sized[k]!];
    const step = Math.abs(points[after]!.size! - points[before]!.size!);
    if (step <= bestStep) continue;
    const sides = [before, after].filter((index) => index !== left && index !== right);
    if (sides.length === 0) continue;
    bestStep = step;
    best = sides.reduce((one, other) => (Math.abs(other - middle) < Math.abs(one - middle) ? other : one));
  }
  return best;
}

/** How far a capture's size is from that of both ends; unknown sizes fit nowhere. */
function oddness(points: readonly Point[], left: number, right: number, index: number): number {
  const distanceTo = (end: number) => {
    const [one, other] = [points[index]!.size, points[end]!.size];
    return one === null || other === null ? Number.POSITIVE_INFINITY : Math.abs(one - other);
  };
  return Math.min(distanceTo(left), distanceTo(right));
}

function oddOne(
  points: readonly Point[],
  left: number,
  right: number,
  open: readonly number[],
): number | null {
  return open.reduce<number | null>(
    (best, index) =>
      best === null || oddness(points, left, right, index) > oddness(points, left, right, best)
        ? index
        : best,
    null,
  );
}
