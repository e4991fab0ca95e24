import { parseInstant, timestampToSeconds } from '../core/index.ts';

/** Nothing was archived before. */
const FIRST_SECOND = '19960101000000';
/** A day of one address that is still too expensive is not made cheaper by halving. */
const MIN_SECONDS = 86_400;

/**
 * Two halves of a stretch of time, given as 0 to 14 digits each, both inclusive; null where it is too short. The outer
 * ends stay as they were given.
 */
export function splitWindow(
  from: string,
  to: string,
  nowMs: number,
): [readonly [string, string], readonly [string, string]] | null {
  const start = timestampToSeconds(from + FIRST_SECOND.slice(from.length));
  // Day 28 exists in every month; where exactly the middle lies does not matter.
  const end =
    to === '' ? Math.floor(nowMs / 1000) : timestampToSeconds(to + '99991228235959'.slice(to.length));
  if (!(end - start > MIN_SECONDS)) return null;
  const middle = start + Math.floor((end - start) / 2);
  return [
    [from, formatSeconds(middle)],
    [formatSeconds(middle + 1), to],
  ];
}

function formatSeconds(seconds: number): string {
  return parseInstant(new Date(seconds * 1000).toISOString());
}
