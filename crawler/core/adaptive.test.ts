import { describe, expect, it } from 'vitest';
import { nextProbes, type Point } from './adaptive.ts';

/** Runs to the end over captures whose texts and sizes are given; returns the indexes looked at, in order. */
function explore(texts: readonly string[], sizes: readonly (number | null)[]): number[] {
  const looked: number[] = [];
  for (;;) {
    const points = texts.map(
      (text, k): Point => ({ text: looked.includes(k) ? text : null, size: sizes[k]! }),
    );
    const probes = nextProbes(points);
    if (probes.length === 0) return looked;
    looked.push(...probes);
  }
}

describe('adaptive sampling', () => {
  it('finds five changes among 400 captures of ever new bytes with few fetches', () => {
    const borders = [37, 120, 121, 260, 391];
    const texts = Array.from({ length: 400 }, (_, k) => `text ${borders.filter((b) => b <= k).length}`);
    const sizes = texts.map((text, k) => 5000 + 90 * Number(text.slice(5)) + ((k * 7) % 5));
    const looked = explore(texts, sizes);
    expect(new Set(looked.map((k) => texts[k])).size).toBe(6);
    expect(looked.length).toBeLessThanOrEqual(20);
  });

  it('halves where sizes are unknown', () => {
    const texts = Array.from({ length: 400 }, (_, k) => (k < 123 ? 'a' : k < 300 ? 'b' : 'c'));
    const looked = explore(
      texts,
      texts.map(() => null),
    );
    expect(new Set(looked.map((k) => texts[k])).size).toBe(3);
    expect(looked.length).toBeLessThanOrEqual(24);
  });

  it('asks for the ends only, where they are equal', () => {
    expect(explore(['a', 'a', 'a', 'a'], [10, 10, 10, 10])).toEqual([0, 3]);
  });

  it('looks past captures without a text, and into few captures of a size of their own', () => {
    expect(explore(['', 'a', '', 'a', ''], [1, 500, 1, 500, 1])).toEqual([0, 4, 1, 3]);
    expect(explore(['a', 'b', 'c'], [500, 900, 700])).toEqual([0, 2, 1]);
    expect(explore(['a', 'a', 'c'], [500, 500, 700])).toEqual([0, 2]);
    expect(explore([], [])).toEqual([]);
    expect(explore(['a'], [1])).toEqual([0]);
  });
});
