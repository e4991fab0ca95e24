/** A match with one place on either side, and how much text it carries. */
export interface PlacedMatch {
  readonly left: number;
  readonly right: number;
  readonly weight: number;
}

/**
 * The matches that stay in order, as indexes: the set in ascending order on both sides that carries the most text
 * (heaviest increasing subsequence, in n log n with a Fenwick tree of prefix maxima). All others have moved.
 */
export function findStaying(matches: readonly PlacedMatch[]): Set<number> {
  const order = matches.map((_, k) => k).sort((a, b) => matches[a]!.left - matches[b]!.left);
  const size = matches.reduce((most, match) => Math.max(most, match.right), 0) + 2;
  const tree = new Int32Array(size).fill(-1);
  const best = new Float64Array(matches.length);
  const previous = new Int32Array(matches.length).fill(-1);
  let last = -1;
  for (const k of order) {
    const { right, weight } = matches[k]!;
    for (let at = right; at > 0; at -= at & -at) {
      const other = tree[at]!;
      if (other >= 0 && best[other]! > best[k]!) {
        best[k] = best[other]!;
        previous[k] = other;
      }
    }
    best[k]! += weight;
    for (let at = right + 1; at < size; at += at & -at) {
      if (tree[at]! < 0 || best[tree[at]!]! < best[k]!) tree[at] = k;
    }
    if (last < 0 || best[k]! > best[last]!) last = k;
  }
  const staying = new Set<number>();
  for (let k = last; k >= 0; k = previous[k]!) staying.add(k);
  return staying;
}
