import { daysBetween, formatDate, secondsBetween } from '../../crawler/core/index.ts';
import { plural } from './plural.ts';

/**
 * The language of time: what was observed, never more. A version was *seen*; a change *happened between* two captures.
 * Timestamps are 14 digits, null stands for an unknown date.
 */

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const DATE_UNKNOWN = 'date unknown';

function parts(timestamp: string): [day: number, month: string, year: string] {
  const month = MONTHS[Number(timestamp.slice(4, 6)) - 1] ?? '';
  return [Number(timestamp.slice(6, 8)), month, timestamp.slice(0, 4)];
}

/** `15 December 2002`. */
export function longDay(timestamp: string | null): string {
  return timestamp === null ? DATE_UNKNOWN : parts(timestamp).join(' ');
}

/** `15 Dec 2002`. */
export function shortDay(timestamp: string | null): string {
  if (timestamp === null) return DATE_UNKNOWN;
  const [day, month, year] = parts(timestamp);
  return `${day} ${month.slice(0, 3)} ${year}`;
}

/** `2002-12-15`, for tables and data. */
export const isoDay = (timestamp: string | null): string =>
  timestamp === null ? DATE_UNKNOWN : formatDate(timestamp);

const sameDay = (left: string, right: string) => left.slice(0, 8) === right.slice(0, 8);

/** When a version was seen: `seen 3 Mar 2010 to 9 Nov 2012, 14 captures`. */
export function seenWords(version: {
  firstSeen: string | null;
  lastSeen: string | null;
  captureCount: number;
}): string {
  const { firstSeen, lastSeen, captureCount } = version;
  if (firstSeen === null || lastSeen === null) return DATE_UNKNOWN;
  const captures = plural(captureCount, 'capture');
  if (sameDay(firstSeen, lastSeen)) return `seen ${shortDay(firstSeen)} (${captures})`;
  return `seen ${shortDay(firstSeen)} to ${shortDay(lastSeen)}, ${captures}`;
}

/**
 * The window in which a change happened: after the last capture of the old text, before the first of the new one. A day
 * is named only where the window is no longer than one.
 */
export function windowWords(after: string | null, before: string | null): string {
  if (after === null || before === null) return 'at an unknown time';
  if (sameDay(after, before)) return `on ${longDay(before)}`;
  if (secondsBetween(after, before) <= 86_400) return `on ${shortDay(after)} or ${shortDay(before)}`;
  return `between ${shortDay(after)} and ${shortDay(before)}`;
}

/** The window for tables: `2002-12-15 → 2006-12-28`, or one day. */
export function windowShort(after: string | null, before: string | null): string {
  if (after !== null && before !== null && sameDay(after, before)) return isoDay(before);
  return `${isoDay(after)} → ${isoDay(before)}`;
}

/** A stretch of time: `4 years`, `14 months`, `40 days`. Rounded to the nearest whole. */
export function durationWords(after: string, before: string): string {
  const days = daysBetween(after, before);
  if (days < 60) return plural(days, 'day');
  if (days < 700) return plural(Math.round(days / 30.44), 'month');
  return plural(Math.round(days / 365.25), 'year');
}

/** The end of what is known: never "until today". */
export function endWords(lastSeen: string | null, lastLooked: string | null): string {
  if (lastSeen === null) return DATE_UNKNOWN;
  if (lastLooked === null) return `last seen ${shortDay(lastSeen)}`;
  return `last seen ${shortDay(lastSeen)}; not looked for since ${shortDay(lastLooked)}`;
}
