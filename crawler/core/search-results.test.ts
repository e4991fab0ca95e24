import { describe, expect, it } from 'vitest';
import { cutExcerpt, groupByLineage, lengthOf, listHitStates, passesFilter } from './search-results.ts';

it('filters by years a clause was seen in, a gap being a gap', () => {
  const row = { years: [1999, 2000, 2001, 2005], topics: [2, 5], flags: [0, 2], words: 20 };
  const undated = { years: [], topics: [], flags: [], words: 1 };
  expect(passesFilter(row, { from: 2001, to: 2003 })).toBe(true);
  expect(passesFilter(row, { from: 2002, to: 2004 })).toBe(false);
  expect(passesFilter(row, { to: 1998 })).toBe(false);
  expect(passesFilter(row, { topic: 5, from: 2005 })).toBe(true);
  expect(passesFilter(row, { topic: 3 })).toBe(false);
  expect(passesFilter(undated, {})).toBe(true);
  expect(passesFilter(undated, { from: 1990 })).toBe(false);
});

it('filters by marks and length', () => {
  const row = { years: [], topics: [], flags: [0, 2], words: 20 };
  expect(passesFilter(row, { flag: 2 })).toBe(true);
  expect(passesFilter(row, { flag: 1 })).toBe(false);
  expect(passesFilter(row, { length: 'short' })).toBe(true);
  expect(passesFilter(row, { length: 'medium' })).toBe(false);
  expect([0, 20, 21, 100, 101].map(lengthOf)).toEqual(['short', 'short', 'medium', 'medium', 'long']);
});

it('knows what became of words', () => {
  expect(listHitStates([1, 2, 3], 3)).toEqual(['present']);
  expect(listHitStates([1, 2], 3)).toEqual(['removed']);
  expect(listHitStates([2, 3], 3)).toEqual(['present', 'added']);
  expect(listHitStates([2], 3)).toEqual(['removed', 'added']);
  // Numbers above the newest dated version are those of undated texts.
  expect(listHitStates([1, 4], 3)).toEqual(['removed']);
});

it('groups the wordings of a clause', () => {
  const rows = [
    { lineage: 4, versions: [1, 2] },
    { lineage: 2, versions: [1] },
    { lineage: 4, versions: [2, 3, 5] },
  ];
  expect(groupByLineage(rows).map(({ lineage, versions }) => [lineage, versions])).toEqual([
    [4, [1, 2, 3, 5]],
    [2, [1]],
  ]);
});

describe('an excerpt', () => {
  const join = (marked: string, length?: number) =>
    cutExcerpt(marked, length)
      .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
      .join('');

  it('is the whole text where it is short', () => {
    expect(join('We keep \u0002log\u0003 files.')).toBe('We keep [log] files.');
    expect(join('No hit')).toBe('No hit');
  });

  it('shows the first hit, cut between words', () => {
    const marked = `${'before '.repeat(40)}\u0002log\u0003 ${'after '.repeat(40)}`;
    const cut = join(marked, 60);
    expect(cut).toMatch(/^… before .*\[log\] after .*…$/);
    expect(cut.length).toBeLessThan(70);
  });

  it('cuts a text without blanks, and never inside a character', () => {
    const cut = cutExcerpt(`\u0002${'😀'.repeat(300)}\u0003`, 101)
      .map(({ text }) => text)
      .join('');
    expect(cut.isWellFormed()).toBe(true);
    expect(cut.length).toBeLessThan(110);
  });
});
