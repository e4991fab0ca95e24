import { expect, it } from 'vitest';
import { samplePeriods, spreadEvenly } from './sample.ts';

const TIMES = ['20040105', '20040120', '20040210', '20040501', '20050101', '20050102'].map(
  (d) => `${d}000000`,
);
const DIGESTS = ['A', 'B', 'C', 'D', 'E', 'A'];
const nothingHeld = () => false;

it('takes one capture of each month, quarter or year', () => {
  expect(samplePeriods(TIMES, DIGESTS, nothingHeld, 'month')).toEqual([0, 2, 3, 5]);
  expect(samplePeriods(TIMES, DIGESTS, nothingHeld, 'quarter')).toEqual([0, 3, 5]);
  expect(samplePeriods(TIMES, DIGESTS, nothingHeld, 'year')).toEqual([0, 5]);
  expect(samplePeriods(TIMES, DIGESTS, nothingHeld, 'all')).toEqual([0, 1, 2, 3, 4, 5]);
});

it('prefers what is there already, which costs nothing', () => {
  expect(samplePeriods(TIMES, DIGESTS, (index) => index === 2, 'year')).toEqual([2, 4]);
});

it('spreads a limited number of captures over the whole time', () => {
  expect(spreadEvenly([0, 1, 2, 3, 4, 5, 6, 7, 8], 3)).toEqual([0, 4, 8]);
  expect(spreadEvenly([0, 1, 2], 5)).toEqual([0, 1, 2]);
  expect(spreadEvenly([0, 1, 2], 1)).toEqual([0]);
  expect(spreadEvenly([0, 1, 2], 0)).toEqual([]);
});
