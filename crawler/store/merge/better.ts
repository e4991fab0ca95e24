/**
 * Which of two rows about the same thing is kept when stores are merged. Every rule here is a choice by a total order over
 * all that distinguishes two rows, so that the result is the same in whatever order stores are merged, and however often.
 */

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** Null before everything, numbers by size, text by code units. */
export function compareValues(one: Value, other: Value): number {
  if (one === other) return 0;
  if (one === null) return -1;
  if (other === null) return 1;
  return one < other ? -1 : 1;
}

function compareLists(ones: readonly Value[], others: readonly Value[]): number {
  for (const [index, one] of ones.entries()) {
    const order = compareValues(one, others[index] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

/** All columns of a row in the order of their names: the last resort where nothing else decides. */
const contentOf = (row: Row): Value[] =>
  Object.keys(row)
    .sort()
    .map((name) => row[name] ?? null);

/** The row that ranks higher. */
export function pickHigher<T extends Row>(one: T, other: T, rank: (row: T) => readonly Value[]): T {
  const order = compareLists(rank(one), rank(other)) || compareLists(contentOf(one), contentOf(other));
  return order >= 0 ? one : other;
}

/** The row that ranks lower. */
export function pickLower<T extends Row>(one: T, other: T, rank: (row: T) => readonly Value[]): T {
  const order = compareLists(rank(one), rank(other)) || compareLists(contentOf(one), contentOf(other));
  return order <= 0 ? one : other;
}
