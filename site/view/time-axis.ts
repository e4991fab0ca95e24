import { timestampToSeconds } from '../../crawler/core/index.ts';

/** The axis that all strips of the site share: whole years. */
export interface TimeAxis {
  readonly fromYear: number;
  /** First year that is no longer shown. */
  readonly toYear: number;
}

/** The axis that holds all timestamps; nulls are left out. */
export function makeAxis(timestamps: readonly (string | null)[]): TimeAxis {
  const years = timestamps.filter((t) => t !== null).map((t) => Number(t.slice(0, 4)));
  if (years.length === 0) return { fromYear: 2000, toYear: 2001 };
  let from = years[0]!;
  let to = from;
  for (const year of years) {
    from = Math.min(from, year);
    to = Math.max(to, year);
  }
  return { fromYear: from, toYear: to + 1 };
}

/** Where a timestamp lies on the axis, from 0 to 1000, to one decimal. */
export function placeOn(axis: TimeAxis, timestamp: string): number {
  const start = timestampToSeconds(`${axis.fromYear}0101000000`);
  const end = timestampToSeconds(`${axis.toYear}0101000000`);
  return Math.round(((timestampToSeconds(timestamp) - start) / (end - start)) * 10_000) / 10;
}

/** Whether a timestamp lies in the years of the axis. */
export const isOn = (axis: TimeAxis, timestamp: string): boolean =>
  Number(timestamp.slice(0, 4)) >= axis.fromYear && Number(timestamp.slice(0, 4)) < axis.toYear;

export interface AxisLabel {
  /** `2019`; of a short axis also `Apr`. */
  readonly words: string;
  readonly at: number;
  /** Shown on narrow screens too. */
  readonly isMajor: boolean;
}

/** Quarters of the year after the first, as an axis of few years names them. */
const QUARTERS = [
  ['04', 'Apr'],
  ['07', 'Jul'],
  ['10', 'Oct'],
] as const;
const FEW_YEARS = 3;

/** Year marks: at most about a dozen; quarters between those of few years. */
export function listAxisLabels(axis: TimeAxis): AxisLabel[] {
  const span = axis.toYear - axis.fromYear;
  const step = span <= 8 ? 1 : span <= 16 ? 2 : span <= 32 ? 4 : 10;
  const labels: AxisLabel[] = [];
  for (let year = Math.ceil(axis.fromYear / step) * step; year < axis.toYear; year += step) {
    const isMajor = span <= FEW_YEARS || labels.length % 2 === 0;
    labels.push({ words: String(year), at: placeOn(axis, `${year}0101000000`), isMajor });
    if (span > FEW_YEARS) continue;
    for (const [month, words] of QUARTERS)
      labels.push({ words, at: placeOn(axis, `${year}${month}01000000`), isMajor: false });
  }
  return labels;
}

/** The axis of one policy's own years; null where nothing of it is dated. */
export function ownAxis(timestamps: readonly (string | null)[]): TimeAxis | null {
  return timestamps.some((timestamp) => timestamp !== null) ? makeAxis(timestamps) : null;
}
