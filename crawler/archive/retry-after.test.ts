import { expect, it } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';

const now = Date.parse('2026-01-01T00:00:00Z');

it.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
  ['Thursday, 01-Jan-26 00:01:00 GMT', 60_000],
  ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
])('reads %s', (value, expected) => expect(parseRetryAfter(value, now)).toBe(expected));

it.each([undefined, '', 'soon', '-5', '1.5', '99999999999', 'Blu, 99 Foo'])('makes nothing of %s', (value) =>
  expect(parseRetryAfter(value, now)).toBeNull(),
);
