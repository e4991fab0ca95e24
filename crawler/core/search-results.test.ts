import { describe, expect, it } from 'vitest';
import { cutExcerpt, formatRuns, groupByLineage, parseRuns, passesFilter } from './search-results.ts';

it('writes and reads lists of numbers as runs', () => {
  expect(formatRuns([1, 2, 3, 7, 9, 10])).toBe('1-3 7 9-10');
  expect(parseRuns('1-3 7 9-10')).toEqual([1, 2, 3, 7, 9, 10]);
  expect(parseRuns(formatRuns([]))).toEqual([]);
});

it('filters by years a clause was seen in, a gap being a gap', () => {
  const row = { years: '1999-2001 2005', topics: '2 5' };
  expect(passesFilter(row, { from: 2001, to: 2003 })).toBe(true);
  expect(passesFilter(row, { from: 2002, to: 2004 })).toBe(false);
  expect(passesFilter(row, { to: 1998 })).toBe(false);
  expect(passesFilter(row, { topic: 5, from: 2005 })).toBe(true);
  expect(passesFilter(row, { topic: 3 })).toBe(false);
  expect(passesFilter({ years: '', topics: '' }, {})).toBe(true);
  expect(passesFilter({ years: '', topics: '' }, { from: 1990 })).toBe(false);
});

it('groups the wordings of a clause', () => {
  const rows = [
    { lineage: 4, versions: '1-2' },
    { lineage: 2, versions: '1' },
    { lineage: 4, versions: '2-3 5' },
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
