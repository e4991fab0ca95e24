/**
 * The archive's timestamps: 14 digits, `yyyyMMddhhmmss`, UTC. Kept as strings, since they sort as text
 * and go into memento URLs unchanged.
 */

const SHAPE = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Whether 14 digits name a second that exists. */
export function isTimestamp(text: string): boolean {
  const parts = SHAPE.exec(text);
  if (!parts) return false;
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (year < 1990 || month < 1 || month > 12 || hour > 23 || minute > 59 || second > 59) return false;
  const days = DAYS_IN_MONTH[month - 1]! + (month === 2 && isLeapYear(year) ? 1 : 0);
  return day >= 1 && day <= days;
}

/**
 * Repairs the index's damaged timestamps of the year 2000, in which `00` was inserted as month or day and the seconds
 * fell off the end: `20000012170449` means 2000-12-17 04:49. Drops the two zeros and appends `00`. Returns null where
 * that still names no second. The damaged spelling stays the one that works in memento URLs.
 * Source: edgi-govdata-archiving/wayback, `_utils.py` and its issues 85 and 88.
 */
export function repairTimestamp(text: string): string | null {
  if (isTimestamp(text)) return text;
  if (!/^\d{14}$/.test(text)) return null;
  for (const at of [4, 6]) {
    if (text.slice(at, at + 2) !== '00') continue;
    const repaired = `${text.slice(0, at)}${text.slice(at + 2)}00`;
    if (isTimestamp(repaired)) return repaired;
  }
  return null;
}

/** `20021215143804` to `2002-12-15T14:38:04Z`. */
export function formatInstant(timestamp: string): string {
  return timestamp.replace(SHAPE, '$1-$2-$3T$4:$5:$6Z');
}

/** `20021215143804` to `2002-12-15`. */
export function formatDate(timestamp: string): string {
  return timestamp.replace(SHAPE, '$1-$2-$3');
}

/** `2002-12-15T14:38:04Z` or `2002-12-15` to 14 digits. */
export function parseInstant(instant: string): string {
  return instant.replace(/\D/g, '').padEnd(14, '0').slice(0, 14);
}

/** Days since 1970-01-01 of the proleptic Gregorian calendar. Algorithm: Howard Hinnant, `days_from_civil`. */
function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** Seconds since 1970-01-01T00:00:00Z. */
export function timestampToSeconds(timestamp: string): number {
  const part = (from: number, to: number) => Number(timestamp.slice(from, to));
  return (
    daysFromCivil(part(0, 4), part(4, 6), part(6, 8)) * 86400 +
    part(8, 10) * 3600 +
    part(10, 12) * 60 +
    part(12, 14)
  );
}

/** Seconds from `left` to `right`, negative when `right` is earlier. */
export function secondsBetween(left: string, right: string): number {
  return timestampToSeconds(right) - timestampToSeconds(left);
}

/** Whole days from `left` to `right`, rounded toward zero. */
export function daysBetween(left: string, right: string): number {
  return Math.trunc(secondsBetween(left, right) / 86400);
}
