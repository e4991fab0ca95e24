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

export interface AxisLabel {
  readonly year: number;
  readonly at: number;
  /** Shown on narrow screens too. */
  readonly isMajor: boolean;
}

/** Year marks: at most about a dozen. */
export function listAxisLabels(axis: TimeAxis): AxisLabel[] {
  const span = axis.toYear - axis.fromYear;
  const step = span <= 8 ? 1 : span <= 16 ? 2 : span <= 32 ? 4 : 10;
  const labels: AxisLabel[] = [];
  for (let year = Math.ceil(axis.fromYear / step) * step; year < axis.toYear; year += step) {
    const isMajor = labels.length % 2 === 0;
    labels.push({ year, at: placeOn(axis, `${year}0101000000`), isMajor });
  }
  return labels;
}
