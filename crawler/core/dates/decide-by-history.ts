import type { StatedDate } from '../model.ts';
import { findDate, type Order, observedOrder, readDates, toIso, type WrittenDate } from './read-dates.ts';

/** Dates that one text alone leaves undecided, decided by the policy's other versions and by when the text was captured. */

/** What a capture's text states, and when it was captured: 14 digits, or null. */
export interface StatedOnce {
  readonly statedDate: StatedDate;
  readonly timestamp: string | null;
}

/** A page may stand in a time zone ahead of the archive's. */
const DAYS_AHEAD = 1;

const dayNumber = (iso: string) => {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  return (year * 12 + month) * 31 + day;
};

const dayOf = (timestamp: string) =>
  `${timestamp.slice(0, 4)}-${timestamp.slice(4, 6)}-${timestamp.slice(6, 8)}`;

/** Of the two readings of a date the only one that is not after the capture: nobody updates a text in the future. */
function orderByCapture(date: WrittenDate, { statedDate, timestamp }: StatedOnce): Order | null {
  if (statedDate.kind === 'effective' || timestamp === null) return null;
  const latest = dayNumber(dayOf(timestamp)) + DAYS_AHEAD;
  const possible = (['day', 'month'] as const).filter((order) => {
    const iso = toIso(date, order);
    return iso !== null && dayNumber(iso) <= latest;
  });
  return possible.length === 1 ? possible[0]! : null;
}

/** One spelling of a date is read alike in all versions. */
function decideByCaptures(all: readonly StatedOnce[]): Map<string, Order | null> {
  const orders = new Map<string, Order | null>();
  for (const one of all) {
    const date = findDate(one.statedDate.words);
    const order = date?.isSwappable ? orderByCapture(date, one) : null;
    if (!order) continue;
    const known = orders.get(one.statedDate.words) ?? order;
    orders.set(one.statedDate.words, known === order ? order : null);
  }
  return orders;
}

/** ISO date of each statement in the order given; null where history does not decide it, or was not needed. */
export function decideByHistory(all: readonly StatedOnce[]): (string | null)[] {
  const words = all.map(({ statedDate }) => statedDate.words);
  const byFigures = observedOrder(words);
  const byCapture = decideByCaptures(all);
  // What captures show of some dates holds for the others, unless they differ.
  const shown = new Set([...byCapture.values()]);
  const order = byFigures ?? (shown.size === 1 ? [...shown][0]! : null);
  return words.map((own) => {
    const [date] = readDates(own);
    if (!date?.isSwappable) return null;
    const captured = byCapture.get(own) ?? null;
    if (order && captured && order !== captured) return null;
    const decided = order ?? captured;
    return decided === null ? null : toIso(date, decided);
  });
}
