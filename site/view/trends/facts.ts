import type { SizeClass } from '../../../crawler/core/index.ts';
import { daysApart, type Slot } from './slots.ts';

/**
 * What charts count: one policy a company, the texts it was seen with, and when. Made once a build and published as the
 * form's file, so that page and form answer from the same facts. Days are ISO.
 */

/** First and last day, inclusive. */
export type DayStretch = readonly [from: string, to: string];

export interface TrendText {
  readonly version: number;
  readonly slug: string;
  /** Stretches through which it is known to have stood, ascending; between two of them lies a gap. */
  readonly seen: readonly DayStretch[];
  readonly words: number;
  readonly clauses: number;
  /** Reading grade; null where the text is too short for one. */
  readonly grade: number | null;
  readonly vague: number;
  readonly namesOthers: boolean;
  /** Positions in the facts' list of topics. */
  readonly topics: readonly number[];
}

export interface TrendStep {
  /** Numbers of the two versions. */
  readonly left: number;
  readonly right: number;
  readonly sizeClass: SizeClass;
  /** Last day of the left text, first day of the right one: the change lies between. */
  readonly after: string;
  readonly before: string;
}

export interface TrendCompany {
  readonly domain: string;
  readonly policy: string;
  /** In time order. */
  readonly texts: readonly TrendText[];
  readonly steps: readonly TrendStep[];
}

export interface LeftOut {
  /** Texts whose date nobody knows. */
  readonly undated: number;
  /** Texts in another language, or in none that could be told. */
  readonly otherLanguage: number;
  /** Texts of captures marked as damaged or incomplete. */
  readonly damaged: number;
  /** Further policies of companies that have several. */
  readonly otherPolicies: number;
}

export interface TrendFacts {
  readonly format: 1;
  readonly release: string;
  readonly topics: readonly { readonly name: string; readonly title: string }[];
  readonly companies: readonly TrendCompany[];
  readonly leftOut: LeftOut;
  /** Of the rules by which topics, terms and reading grades are found. */
  /** Versions of the rules that labelled the texts, in words: `2`, `2 and 3`. */
  readonly labelRules: string;
}

/** Longest stretch, in days, between two captures that is not yet a gap. */
export const MOST_DAYS = 366;

/** Days of captures as stretches; a longer pause than the limit ends one. */
export function joinDays(days: readonly string[]): DayStretch[] {
  const stretches: [string, string][] = [];
  for (const day of days) {
    const last = stretches.at(-1);
    if (last && daysApart(last[1], day) <= MOST_DAYS) last[1] = day;
    else stretches.push([day, day]);
  }
  return stretches;
}

/** The text that was seen last in a slot; null where none was. */
export function textIn(company: TrendCompany, slot: Slot): TrendText | null {
  let found: TrendText | null = null;
  let until = '';
  for (const text of company.texts) {
    for (const [from, to] of text.seen) {
      if (from > slot.to || to < slot.from) continue;
      const end = to < slot.to ? to : slot.to;
      if (end >= until) [found, until] = [text, end];
    }
  }
  return found;
}

/** Stretches through which a company was watched without a gap, whatever its text was. */
export function watchedStretches(company: TrendCompany): DayStretch[] {
  const all = company.texts.flatMap((text) => text.seen).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const joined: [string, string][] = [];
  for (const [from, to] of all) {
    const last = joined.at(-1);
    if (!last || daysApart(last[1], from) > MOST_DAYS) joined.push([from, to]);
    else if (to > last[1]) last[1] = to;
  }
  return joined;
}

/** Whether a company was watched across the beginning of a slot without a gap: what changed in it is known. */
export function isWatchedInto(stretches: readonly DayStretch[], slot: Slot): boolean {
  return stretches.some(([from, to]) => from < slot.from && slot.from <= to);
}

/** Companies with a text in at least so many of the slots: in all of them where no number is given. */
export function constantPanel(
  companies: readonly TrendCompany[],
  slots: readonly Slot[],
  least = slots.length,
): TrendCompany[] {
  return companies.filter(
    (company) =>
      slots.filter((slot) => textIn(company, slot) !== null).length >= Math.min(least, slots.length),
  );
}

/**
 * The stretch of slots that fills most places, companies seen throughout times slots: the range of a constant panel where
 * nobody chose one. The earliest of several; null where there is no text at all.
 */
export function findWidestRange(
  companies: readonly TrendCompany[],
  slots: readonly Slot[],
): readonly [first: number, last: number] | null {
  // For each company, how many slots from each one on hold a text without interruption.
  const runs = companies.map((company) => {
    const run: number[] = new Array(slots.length + 1).fill(0);
    for (let at = slots.length - 1; at >= 0; at--)
      run[at] = textIn(company, slots[at]!) ? run[at + 1]! + 1 : 0;
    return run;
  });
  let best: readonly [number, number] | null = null;
  let most = 0;
  for (let first = 0; first < slots.length; first++) {
    for (let last = first; last < slots.length; last++) {
      const places = runs.filter((run) => run[first]! > last - first).length * (last - first + 1);
      if (places > most) [best, most] = [[first, last], places];
    }
  }
  return best;
}

/** First and last day on which anything was seen; null where nothing was. */
export function seenDays(companies: readonly TrendCompany[]): DayStretch | null {
  const days = companies.flatMap((company) => company.texts.flatMap((text) => text.seen.flat())).sort();
  const [first, last] = [days[0], days.at(-1)];
  return first === undefined || last === undefined ? null : [first, last];
}

/** Which version of which policy holds a phrase how often. */
export type PhraseCounts = ReadonlyMap<string, ReadonlyMap<number, number>>;

/** The key of a policy in `PhraseCounts`. */
export const policyKey = ({ domain, policy }: Pick<TrendCompany, 'domain' | 'policy'>): string =>
  `${domain}/${policy}`;
