import { daysBetween, parseInstant } from '../../../crawler/core/index.ts';

/** A version's span in ISO days; null where the date is unknown. Days compare as text. */
export interface DaySpan {
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** What is known of a policy on a day. Numbers are indexes into the spans given. */
export type AsOf =
  /** Seen with this text on the day, or before and after it. */
  | { readonly kind: 'seen'; readonly at: number }
  /** Changed in a window that holds the day: one of two texts, or both on one day. */
  | { readonly kind: 'window'; readonly before: number; readonly after: number; readonly isGap: boolean }
  | { readonly kind: 'before-first'; readonly after: number }
  | { readonly kind: 'after-last'; readonly before: number }
  /** Nothing of the policy is dated. */
  | { readonly kind: 'undated' };

/** Longest window, in days, that is not yet a gap. */
const MOST_DAYS = 366;

/** What is known of a policy on a day; spans in time order, undated ones last. */
export function findAsOf(spans: readonly DaySpan[], day: string): AsOf {
  const dated = spans.filter((span) => span.firstDay !== null).length;
  if (dated === 0) return { kind: 'undated' };
  let before = -1;
  for (let at = 0; at < dated; at++) {
    const { firstDay, lastDay } = spans[at]!;
    if (firstDay! > day) break;
    if (lastDay! >= day) return { kind: 'seen', at };
    before = at;
  }
  if (before < 0) return { kind: 'before-first', after: 0 };
  if (before === dated - 1) return { kind: 'after-last', before };
  const days = daysBetween(parseInstant(spans[before]!.lastDay!), parseInstant(spans[before + 1]!.firstDay!));
  return { kind: 'window', before, after: before + 1, isGap: days > MOST_DAYS };
}

/** The latest version with a date; the first of all where none has one. */
export function findLatest(spans: readonly DaySpan[]): AsOf {
  const dated = spans.filter((span) => span.firstDay !== null).length;
  return dated === 0 ? { kind: 'undated' } : { kind: 'seen', at: dated - 1 };
}

/** An ISO day that exists, from a form or an address; null for anything else. */
export function parseDay(text: string): string | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (!found) return null;
  const [, year, month, day] = found.map(Number) as [number, number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 1990;
  return exists ? text.trim() : null;
}
