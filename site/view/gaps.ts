import { daysBetween } from '../../crawler/core/index.ts';
import { durationWords } from './dates.ts';
import { plural } from './plural.ts';

/** A capture as far as gaps, strips and coverage look at it. */
export interface Mark {
  readonly timestamp: string | null;
  readonly outcome: string;
  readonly reason: string | null;
  /** The version its text is, or equals; null where it is no use. */
  readonly version: number | null;
}

/** A stretch of over twelve months between two usable captures. */
export interface Gap {
  readonly after: string;
  readonly before: string;
  /** Captures that lie inside and hold no usable text. */
  readonly unusable: number;
}

/** Longest stretch, in days, that is not yet a gap. */
const MOST_DAYS = 366;

/** Gaps of a policy, in time order. */
export function listGaps(marks: readonly Mark[]): Gap[] {
  const dated = marks.filter((mark) => mark.timestamp !== null);
  const usable = dated.filter((mark) => mark.version !== null).map((mark) => mark.timestamp!);
  const gaps: Gap[] = [];
  usable.forEach((before, at) => {
    const after = usable[at - 1];
    if (after === undefined || daysBetween(after, before) <= MOST_DAYS) return;
    const unusable = dated.filter(
      (mark) => mark.version === null && mark.timestamp! > after && mark.timestamp! < before,
    ).length;
    gaps.push({ after, before, unusable });
  });
  return gaps;
}

/** `no usable capture for 4 years; the archive holds 3 captures here, none of them usable`. */
export function gapWords(gap: Gap): string {
  const span = `no usable capture for ${durationWords(gap.after, gap.before)}`;
  if (gap.unusable === 0) return `${span}; the archive is known to hold none`;
  const held = plural(gap.unusable, 'capture');
  return `${span}; the archive holds ${held} here, ${gap.unusable === 1 ? 'not usable' : 'none of them usable'}`;
}

/** Share of the half-years between first and last usable capture that hold one; null without dated captures. */
export function coverageShare(marks: readonly Mark[]): number | null {
  const halves = marks.flatMap((mark) =>
    mark.timestamp !== null && mark.version !== null
      ? [Number(mark.timestamp.slice(0, 4)) * 2 + (Number(mark.timestamp.slice(4, 6)) > 6 ? 1 : 0)]
      : [],
  );
  if (halves.length === 0) return null;
  const seen = new Set(halves);
  return seen.size / (halves.at(-1)! - halves[0]! + 1);
}
