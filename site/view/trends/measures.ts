import { isQuiet, type SizeClass } from '../../../crawler/core/index.ts';
import {
  isWatchedInto,
  MOST_DAYS,
  type TrendCompany,
  type TrendStep,
  type TrendText,
  textIn,
  watchedStretches,
} from './facts.ts';
import { daysApart, type Slot } from './slots.ts';

/** The computing of charts: from companies and slots to lines of points. No smoothing, no guessing, no joining of gaps. */

export interface TrendPoint {
  /** Null: not known in this slot. Shares are from 0 to 1. */
  readonly value: number | null;
  /** Lower and upper quartile, where they are given. */
  readonly low: number | null;
  readonly high: number | null;
  /** How many companies, or changes, it is made from. */
  readonly of: number;
  /** How many of them it was true of; null for measures. */
  readonly count: number | null;
}

export interface TrendLine {
  readonly name: string;
  readonly points: readonly TrendPoint[];
}

/** Null for a text without words. */
export const perThousand = (count: number, { words }: TrendText): number | null =>
  words === 0 ? null : (count / words) * 1000;

/** Fewer than this are read as cases, not as a share. */
export const FEWEST = 5;

const NOT_KNOWN: TrendPoint = { value: null, low: null, high: null, of: 0, count: null };

type Held = (text: TrendText, company: TrendCompany) => boolean;
type Measured = (text: TrendText, company: TrendCompany) => number | null;

function countPoint(of: number, count: number, isShare: boolean): TrendPoint {
  if (of === 0) return NOT_KNOWN;
  return { value: isShare ? count / of : count, low: null, high: null, of, count };
}

/** The share, or number, of companies with a text in the slot of whose text something is true. */
export function shareLine(
  name: string,
  companies: readonly TrendCompany[],
  slots: readonly Slot[],
  holds: Held,
  isShare: boolean,
): TrendLine {
  const points = slots.map((slot) => {
    let [of, count] = [0, 0];
    for (const company of companies) {
      const text = textIn(company, slot);
      if (!text) continue;
      of++;
      if (holds(text, company)) count++;
    }
    return countPoint(of, count, isShare);
  });
  return { name, points };
}

/** Values of a slot's texts, one a company, ascending; texts without the measure are left out. */
function listValues(companies: readonly TrendCompany[], slot: Slot, measure: Measured): number[] {
  return companies
    .map((company) => {
      const text = textIn(company, slot);
      return text ? measure(text, company) : null;
    })
    .filter((value) => value !== null)
    .sort((left, right) => left - right);
}

/** The mean over companies, each counted alike. */
export function meanLine(
  name: string,
  companies: readonly TrendCompany[],
  slots: readonly Slot[],
  measure: Measured,
): TrendLine {
  const points = slots.map((slot) => {
    const values = listValues(companies, slot, measure);
    if (values.length === 0) return NOT_KNOWN;
    const value = values.reduce((sum, one) => sum + one, 0) / values.length;
    return { value, low: null, high: null, of: values.length, count: null };
  });
  return { name, points };
}

/**
 * A quantile of ascending numbers, by linear interpolation between neighbours (the seventh definition of Hyndman and Fan,
 * 1996, which R and NumPy use by default).
 */
export function quantile(ascending: readonly number[], share: number): number {
  const at = (ascending.length - 1) * share;
  const below = ascending[Math.floor(at)]!;
  return below + (ascending[Math.ceil(at)]! - below) * (at - Math.floor(at));
}

/** The median over companies with its quartiles; quartiles of a handful are none. */
export function medianLine(
  name: string,
  companies: readonly TrendCompany[],
  slots: readonly Slot[],
  measure: Measured,
): TrendLine {
  const points = slots.map((slot): TrendPoint => {
    const values = listValues(companies, slot, measure);
    if (values.length === 0) return NOT_KNOWN;
    const quartile = (share: number) => (values.length < FEWEST ? null : quantile(values, share));
    return {
      value: quantile(values, 0.5),
      low: quartile(0.25),
      high: quartile(0.75),
      of: values.length,
      count: null,
    };
  });
  return { name, points };
}

/** Steps whose new text was first seen in a slot, and that no gap hides. */
export const stepsIn = (company: TrendCompany, slot: Slot): TrendStep[] =>
  company.steps.filter(
    ({ after, before }) => slot.from <= before && before <= slot.to && daysApart(after, before) <= MOST_DAYS,
  );

/** The kinds of change a chart tells apart, weightiest first; a company counts once a slot, by its weightiest. */
const CHANGE_KINDS: readonly (readonly [name: string, classes: readonly SizeClass[]])[] = [
  ['rewritten', ['rewrite']],
  ['over 50 words', ['very large', 'large']],
  ['up to 50 words', ['medium', 'small']],
  ['quiet only', ['order', 'date', 'invisible']],
];

/** The share of companies, watched into the slot without a gap, that changed in it: by the weightiest change. */
export function changeLines(companies: readonly TrendCompany[], slots: readonly Slot[]): TrendLine[] {
  const watched = companies.map((company) => ({ company, stretches: watchedStretches(company) }));
  const kinds = slots.map((slot) =>
    watched
      .filter(({ stretches }) => isWatchedInto(stretches, slot))
      .map(({ company }) => {
        const classes = stepsIn(company, slot).map((step) => step.sizeClass);
        return CHANGE_KINDS.findIndex(([, own]) => classes.some((one) => own.includes(one)));
      }),
  );
  return CHANGE_KINDS.map(([name], kind) => ({
    name,
    points: kinds.map((own) => countPoint(own.length, own.filter((one) => one === kind).length, true)),
  }));
}

/** The share of changes first seen in the slot that are quiet; `of` counts changes. */
export function quietLine(companies: readonly TrendCompany[], slots: readonly Slot[]): TrendLine {
  const points = slots.map((slot) => {
    const steps = companies.flatMap((company) => stepsIn(company, slot));
    return countPoint(steps.length, steps.filter((step) => isQuiet(step.sizeClass)).length, true);
  });
  return { name: 'quiet changes', points };
}
