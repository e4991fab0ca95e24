import { describe, expect, it } from 'vitest';
import {
  CHANGES_PER_STEP,
  densityOf,
  densityOfChanges,
  octaveOf,
  sharesOfFurniture,
} from './record-sizes.ts';
import { estimateThirdText, learnFurniture, type Point } from './third-text.ts';

const furniture = densityOf(sharesOfFurniture);

/** A stretch of records of the sizes given, a day apart, whose ends hold texts `left` and `right`. */
const stretchOf = (sizes: readonly (number | null)[], statedDay: number | null = null): Point[] =>
  sizes.map((size, day) => ({
    text: day === 0 ? 'left' : day === sizes.length - 1 ? 'right' : null,
    size,
    day,
    statedDay: day === sizes.length - 1 ? statedDay : null,
  }));

/** Below what makes a fetch worth while. */
const WORTH_LITTLE = 0.23;

const grown = (bytes: number) => ({ ofText: bytes, ofPage: bytes });

describe('sizes of records', () => {
  it('sorts steps into octaves, upwards and downwards alike', () => {
    expect([0, 1, 2, 3, -6, 7, 1022, 1023, 1e9].map(octaveOf)).toEqual([0, 1, 1, 2, 2, 3, 9, 10, 17]);
  });

  it('holds small steps for furniture and large ones for changes', () => {
    expect(furniture(2)).toBeGreaterThan(densityOfChanges(2));
    expect(furniture(700)).toBeLessThan(densityOfChanges(700));
    expect(furniture(-40)).toBe(furniture(40));
  });

  it('gives all sizes together a likelihood of about one: straight lines lie above what they join', () => {
    let sum = furniture(0);
    for (let bytes = 1; bytes < 300_000; bytes++) sum += 2 * furniture(bytes);
    expect(sum).toBeGreaterThan(0.9);
    expect(sum).toBeLessThan(1.25);
    expect(CHANGES_PER_STEP).toBeLessThan(0.5);
  });

  it('learns from captures of equal texts what moves without the text', () => {
    const points = [5000, 5400, 5000, 5400, 5000].map(
      (size, day): Point => ({ text: day % 4 === 0 ? 'same' : null, size, day, statedDay: null }),
    );
    expect(learnFurniture(points, [0, 4])(400)).toBeGreaterThan(2 * furniture(400));
    expect(learnFurniture(points, [0])(400)).toBeCloseTo(furniture(400), 12);
  });
});

describe('a third text', () => {
  it('is unlikely where one step is just what the change of text adds', () => {
    const { likelihood } = estimateThirdText(stretchOf([5000, 5003, 5301, 5300]), grown(300), furniture);
    expect(likelihood).toBeLessThan(WORTH_LITTLE);
  });

  it('is likely where two steps add up to it, and lies between the two', () => {
    const stretch = stretchOf([5000, 5002, 5900, 5901, 5300, 5302]);
    const { likelihood, at } = estimateThirdText(stretch, grown(300), furniture);
    expect(likelihood).toBeGreaterThan(0.9);
    expect([2, 3]).toContain(at);
  });

  it('is the likelier, the less of it the sizes tell', () => {
    const told = estimateThirdText(stretchOf([5000, 5003, 5301, 5300]), grown(300), furniture);
    const untold = estimateThirdText(stretchOf([null, null, null, null]), grown(300), furniture);
    expect(untold.likelihood).toBeGreaterThan(told.likelihood);
  });

  it('is sought before the day that the text at the end states', () => {
    const sizes = [5000, 5040, 5080, 5120, 5160, 5200, 5240, 5280, 5320];
    const early = estimateThirdText(stretchOf(sizes, 2), grown(300), furniture);
    const late = estimateThirdText(stretchOf(sizes, 8), grown(300), furniture);
    expect(early.at).toBeLessThan(late.at);
  });

  it('is looked for in the middle of a very long stretch', () => {
    const stretch = stretchOf(Array.from({ length: 1001 }, () => 5000));
    expect(estimateThirdText(stretch, grown(0), furniture)).toEqual({ likelihood: 1, at: 500 });
  });
});
