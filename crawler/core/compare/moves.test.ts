import { expect, test } from 'vitest';
import { findStaying, type PlacedMatch } from './moves.ts';
import { seededRandom } from './test-documents.ts';

/** Weight of the heaviest set that ascends on both sides, by trying every set. */
function heaviestByTrial(matches: readonly PlacedMatch[]): number {
  let heaviest = 0;
  for (let set = 0; set < 2 ** matches.length; set++) {
    const chosen = matches.filter((_, k) => (set >> k) & 1).sort((a, b) => a.left - b.left);
    const ascends = chosen.every((match, k) => k === 0 || chosen[k - 1]!.right < match.right);
    if (ascends)
      heaviest = Math.max(
        heaviest,
        chosen.reduce((sum, { weight }) => sum + weight, 0),
      );
  }
  return heaviest;
}

test('what stays carries the most text that can stay in order', () => {
  const random = seededRandom(7);
  for (let round = 0; round < 60; round++) {
    const rights = Array.from({ length: 9 }, (_, k) => k).sort(() => random() - 0.5);
    const matches = rights.map((right, left) => ({ left, right, weight: 1 + Math.floor(random() * 20) }));
    const staying = matches.filter((_, k) => findStaying(matches).has(k));
    expect(staying.reduce((sum, { weight }) => sum + weight, 0)).toBe(heaviestByTrial(matches));
    expect(staying.map(({ right }) => right)).toEqual(
      staying.map(({ right }) => right).sort((a, b) => a - b),
    );
  }
});

test('of nothing, nothing stays', () => {
  expect(findStaying([])).toEqual(new Set());
});
