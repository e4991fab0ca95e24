import { daysBetween, parseInstant } from '../../../crawler/core/index.ts';

/** The slots of a chart's time axis: years or half-years. Days are ISO and compare as text. */

export type SlotLength = 'year' | 'half';

export interface Slot {
  /** `2004` or `2004 H1`. */
  readonly name: string;
  /** First and last day. */
  readonly from: string;
  readonly to: string;
}

const halfOf = (year: number, half: 1 | 2): Slot =>
  half === 1
    ? { name: `${year} H1`, from: `${year}-01-01`, to: `${year}-06-30` }
    : { name: `${year} H2`, from: `${year}-07-01`, to: `${year}-12-31` };

/** All slots of the years, first and last inclusive. */
export function listSlots(fromYear: number, toYear: number, length: SlotLength): Slot[] {
  const slots: Slot[] = [];
  for (let year = fromYear; year <= toYear; year++) {
    if (length === 'year') slots.push({ name: `${year}`, from: `${year}-01-01`, to: `${year}-12-31` });
    else slots.push(halfOf(year, 1), halfOf(year, 2));
  }
  return slots;
}

/** Slots that were over when a release was made; all where its name says no month, or where none was over. */
export function listCompleteSlots(slots: readonly Slot[], release: string): readonly Slot[] {
  if (!/^\d{4}-\d{2}$/.test(release)) return slots;
  const complete = slots.filter((slot) => slot.to.slice(0, 7) < release);
  return complete.length > 0 ? complete : slots;
}

/** `2004`, `the first half of 2004`. */
export function slotWords({ name }: Slot): string {
  const [year, half] = name.split(' ');
  return half === undefined ? `${year}` : `the ${half === 'H1' ? 'first' : 'second'} half of ${year}`;
}

/** `half-year`, `year`. */
export const slotLengthWords = (length: SlotLength): string => (length === 'half' ? 'half-year' : 'year');

/** `2004–2018`; half-years are named where the range does not begin or end with a year. */
export function rangeWords(slots: readonly Slot[]): string {
  const [first, last] = [slots[0], slots.at(-1)];
  if (!first || !last) return '';
  if (first === last) return first.name;
  const isWhole = first.from.endsWith('01-01') && last.to.endsWith('12-31');
  return isWhole
    ? first.from.slice(0, 4) === last.to.slice(0, 4)
      ? first.from.slice(0, 4)
      : `${first.from.slice(0, 4)}–${last.to.slice(0, 4)}`
    : `${first.name}–${last.name}`;
}

/** Whole days from one ISO day to another. */
export const daysApart = (left: string, right: string): number =>
  daysBetween(parseInstant(left), parseInstant(right));

/** Where a day lies on the slots, from 0 (before the first) to their number; null outside. */
export function placeOnSlots(slots: readonly Slot[], day: string): number | null {
  const at = slots.findIndex((slot) => slot.from <= day && day <= slot.to);
  if (at < 0) return null;
  const { from, to } = slots[at]!;
  return at + daysApart(from, day) / (daysApart(from, to) + 1);
}
