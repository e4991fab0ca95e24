import { expect, it } from 'vitest';
import { laterBySeconds, spreadTimestamps, subtractStretches } from './spread.ts';

const year = { from: '2001-01-01', until: '2002-01-01' };
const summer = { from: '2001-06-01', until: '2001-09-01' };

it('spreads one timestamp into each equal part, the same ones every time', () => {
  const timestamps = spreadTimestamps(year, [], 4, 'seed');
  expect(timestamps.map((timestamp) => Math.floor((Number(timestamp.slice(4, 6)) - 1) / 3))).toEqual([
    0, 1, 2, 3,
  ]);
  expect(spreadTimestamps(year, [], 4, 'seed')).toEqual(timestamps);
  expect(spreadTimestamps(year, [], 4, 'other')).not.toEqual(timestamps);
});

it('leaves blocked days out and still gives the count asked for', () => {
  const timestamps = spreadTimestamps(year, [summer], 50, 'seed');
  expect(timestamps).toHaveLength(50);
  expect(timestamps.filter((timestamp) => timestamp >= '20010601' && timestamp < '20010901')).toEqual([]);
});

it('gives none when no day is left', () => {
  expect(spreadTimestamps(summer, [year], 3, 'seed')).toEqual([]);
});

it('cuts stretches at both ends and in the middle', () => {
  expect(subtractStretches(year, [summer, { from: '2000-01-01', until: '2001-02-01' }])).toEqual([
    { from: '2001-02-01', until: '2001-06-01' },
    { from: '2001-09-01', until: '2002-01-01' },
  ]);
});

it('adds seconds over the end of a day', () => {
  expect(laterBySeconds('20001231235959', 2)).toBe('20010101000001');
});
