import { daysBetween, LAW_DAYS } from '../../../crawler/core/index.ts';
import { isoDay } from '../dates.ts';
import type { ClauseIndex } from './clause-index.ts';

/** Years that words must have stood to fall into each of the five shades. */
const SHADE_YEARS = [1, 3, 6, 12];

/** How long words have stood, in five shades. */
export function shadeOf(index: ClauseIndex, at: number, since: number): number {
  const years = daysBetween(index.versions[since]!.firstSeen!, index.versions[at]!.lastSeen!) / 365.25;
  return SHADE_YEARS.filter((limit) => years >= limit).length;
}

/** The day from which a sentence is asked to be older: when the General Data Protection Regulation applied. */
const GDPR = LAW_DAYS.find(({ name }) => name === 'gdpr')!.day;

/** True where a history reaches back before that day: of others nothing older can be known. */
export const reachesBeforeGdpr = (index: ClauseIndex): boolean => {
  const first = index.versions[0]?.firstSeen;
  return first != null && isoDay(first) < GDPR;
};

/** Whether words that stand since a version are older than that law. */
export const isBeforeGdpr = (index: ClauseIndex, since: number): boolean =>
  isoDay(index.versions[since]!.firstSeen!) < GDPR;
