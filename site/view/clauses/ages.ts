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

/** True where a version is younger than the law and its history older: of others nothing is older, or everything. */
export const reachesOverGdpr = (index: ClauseIndex, at: number): boolean => {
  const [first, own] = [index.versions[0]?.firstSeen, index.versions[at]?.lastSeen];
  return first != null && own != null && isoDay(first) < GDPR && isoDay(own) >= GDPR;
};

/** Whether words that stand since a version are older than that law. */
export const isBeforeGdpr = (index: ClauseIndex, since: number): boolean =>
  isoDay(index.versions[since]!.firstSeen!) < GDPR;
