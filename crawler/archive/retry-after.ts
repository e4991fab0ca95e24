/**
 * `Retry-After` in both its forms, a number of seconds and a date, as milliseconds from `now`; null where it is missing
 * or makes no sense. Source: RFC 9110, section 10.2.3.
 */
export function parseRetryAfter(value: string | undefined, now: number): number | null {
  if (value === undefined) return null;
  const text = value.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // Date.parse would take "-5" or "2" for dates, too.
  const at = /^[A-Za-z]{3,9},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now);
}
