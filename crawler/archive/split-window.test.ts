import { expect, it } from 'vitest';
import { splitWindow } from './split-window.ts';

const now = Date.parse('2026-01-01T00:00:00Z');

it('halves, and keeps the outer ends as they were given', () => {
  expect(splitWindow('', '', now)).toEqual([
    ['', '20110101000000'],
    ['20110101000001', ''],
  ]);
  const [first, second] = splitWindow('2004', '2004', now)!;
  expect(first[0]).toBe('2004');
  expect(second[1]).toBe('2004');
  expect(first[1] < second[0]).toBe(true);
  expect(first[1].slice(0, 6)).toBe('200406');
});

it('stops at a day, and at a window that is none', () => {
  expect(splitWindow('20040101000000', '20040101120000', now)).toBeNull();
  expect(splitWindow('2005', '2004', now)).toBeNull();
});
