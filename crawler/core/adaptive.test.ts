import { describe, expect, it } from 'vitest';
import { nextProbes } from './adaptive.ts';
import type { Point } from './third-text.ts';

/** A capture as the archive has it: its text, what the text takes of the record, and the record's size. */
interface Sample {
  readonly text: string;
  readonly textSize: number;
  readonly size: number | null;
}

/** Runs to the end over captures a day apart; returns the indexes looked at, in order. */
function explore(samples: readonly Sample[]): number[] {
  const looked: number[] = [];
  for (;;) {
    const points = samples.map(
      ({ text, size }, day): Point => ({
        text: looked.includes(day) ? text : null,
        size,
        day,
        statedDay: null,
      }),
    );
    const probes = nextProbes(points, (left, right) => {
      // Only what was looked at may be measured.
      expect([looked.includes(left), looked.includes(right)]).toEqual([true, true]);
      const bytes = samples[right]!.textSize - samples[left]!.textSize;
      return { ofText: bytes, ofPage: bytes };
    });
    if (probes.length === 0) return looked;
    expect(probes.filter((probe) => looked.includes(probe))).toEqual([]);
    looked.push(...probes);
  }
}

/** Captures of texts of the sizes given, in a page of 5,000 bytes whose tokens pack to a few bytes more or less. */
const samplesOf = (...textSizes: readonly number[]) =>
  textSizes.map(
    (textSize, k): Sample => ({
      text: textSize === 0 ? '' : `text of ${textSize}`,
      textSize,
      size: 5000 + textSize + ((k * 7) % 5),
    }),
  );

const textsFound = (samples: readonly Sample[], looked: readonly number[]) =>
  new Set(looked.map((index) => samples[index]!.text));

describe('adaptive sampling', () => {
  it('finds five changes among 250 captures of ever new bytes with few fetches', () => {
    const borders = [37, 120, 121, 160, 241];
    const sizes = Array.from({ length: 250 }, (_, k) => 900 + 90 * borders.filter((b) => b <= k).length);
    const samples = samplesOf(...sizes);
    const looked = explore(samples);
    expect(textsFound(samples, looked).size).toBe(6);
    expect(looked.length).toBeLessThanOrEqual(20);
  });

  it('halves what is too long to be weighed, and where sizes are unknown', () => {
    const sizes = Array.from({ length: 900 }, (_, k) => (k < 123 ? 700 : k < 400 ? 800 : 900));
    const samples = samplesOf(...sizes).map((sample) => ({ ...sample, size: null }));
    const looked = explore(samples);
    expect(textsFound(samples, looked).size).toBe(3);
    expect(looked.length).toBeLessThanOrEqual(24);
  });

  it('asks for the ends only, where they are equal', () => {
    expect(explore(samplesOf(700, 700, 700, 700))).toEqual([0, 3]);
  });

  it('does not ask on which side of a change a capture lies', () => {
    expect(explore(samplesOf(700, 700, 1900))).toEqual([0, 2]);
  });

  it('asks for a capture whose size fits neither text', () => {
    expect(explore(samplesOf(700, 700, 1000, 1000, 800, 800))).toContain(2);
  });

  it('looks past captures without a text', () => {
    expect(explore(samplesOf(0, 700, 0, 700, 0))).toEqual([0, 4, 1, 3]);
    expect(explore([])).toEqual([]);
    expect(explore(samplesOf(700))).toEqual([0]);
  });
});
