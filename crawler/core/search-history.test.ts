import { expect, it } from 'vitest';
import { formatRuns, packHistory, parseRuns, unpackHistory } from './search-history.ts';

it('writes and reads lists of numbers as runs', () => {
  expect(formatRuns([1, 2, 3, 7, 9, 10])).toBe('1-3 7 9-10');
  expect(parseRuns('1-3 7 9-10')).toEqual([1, 2, 3, 7, 9, 10]);
  expect(parseRuns(formatRuns([]))).toEqual([]);
});

it('gives back what was packed, and the years of each clause, a gap being a gap', () => {
  const versions = [
    { version: 1, slug: '1999-03-10', firstDay: '1999-03-10', lastDay: '2001-01-02' },
    { version: 2, slug: '2004-05-06-2', firstDay: '2004-05-06', lastDay: '2004-05-06' },
    { version: 3, slug: 'undated', firstDay: null, lastDay: null },
  ];
  const clauses = [
    { lineage: 7, versions: [1, 2], topics: [0, 3], flags: [], words: 12 },
    { lineage: 2, versions: [2, 3], topics: [], flags: [1], words: 1 },
    { lineage: -3, versions: [3], topics: [], flags: [], words: 400 },
  ];
  const history = unpackHistory(packHistory(versions, clauses));
  expect([...history.versions.values()]).toEqual(versions);
  expect(clauses.map((_, place) => history.clauseAt(place))).toEqual([
    { ...clauses[0], years: [1999, 2000, 2001, 2004] },
    { ...clauses[1], years: [2004] },
    { ...clauses[2], years: [] },
  ]);
});

it('packs a policy without clauses', () => {
  expect([...unpackHistory(packHistory([], [])).versions]).toEqual([]);
});
