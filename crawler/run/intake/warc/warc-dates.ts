import { isTimestamp, parseInstant } from '../../../core/index.ts';

/** The date forms of W3CDTF (ISO 8601), as WARC 1.1 lets them be cut: a year alone up to fractions of a second. */
const DATE =
  /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?)?)?)?\s*(Z|[+-]\d\d:?\d\d)?$/i;

/** 14 digits of a record's date; a date of less precision stands for its first moment. Null for what is no date. */
export function parseWarcDate(text: string): string | null {
  if (/^\d{14}$/.test(text)) return isTimestamp(text) ? text : null;
  const found = DATE.exec(text.trim());
  if (!found) return null;
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', named = '00', zone = 'Z'] = found;
  // A leap second has no number of its own in 14 digits.
  const second = named === '60' ? '59' : named;
  const timestamp = `${year}${month}${day}${hour}${minute}${second}`;
  if (!isTimestamp(timestamp)) return null;
  if (/^z$/i.test(zone)) return timestamp;
  const offset = zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${offset}`);
  return Number.isNaN(time) ? null : parseInstant(new Date(time).toISOString());
}

/** Whether a date names no second. */
export const isCoarse = (text: string): boolean => /^\d{4}(?:-\d\d){0,2}\s*Z?$/i.test(text.trim());
