import { type Claim, readClaim } from './dates/claims.ts';
import { orderOf } from './dates/months.ts';
import { observedOrder, toIso } from './dates/read-dates.ts';
import type { StatedDate } from './model.ts';

/**
 * The date that a text gives for itself: one whose own words say what it is of. Where figures leave day and month
 * undecided they stay so unless the language or the text's other dates decide.
 */

export { findDate } from './dates/read-dates.ts';

/** Lines at each end of a text among which its own date is looked for first. */
const RIM = 12;
/** Longest part of a line that is looked at. */
const MAX_LINE = 2000;

/** The claims of lines that hold a date, in order, each with its line's number. */
function listClaims(lines: readonly string[], language: string | null): (Claim & { at: number })[] {
  return lines.flatMap((line, at) => {
    const claim = readClaim(line.slice(0, MAX_LINE), language);
    return claim ? [{ ...claim, at }] : [];
  });
}

/** Of all claims the text's own: at its head, at its foot, a line of nothing else anywhere, a sentence about the text. */
function choose(claims: readonly (Claim & { at: number })[], count: number): Claim | undefined {
  const head = claims.filter(({ at }) => at < RIM);
  const foot = claims.filter(({ at }) => at >= count - RIM).reverse();
  const isNamed = ({ kind, trust }: Claim) => kind !== 'posted' && trust !== 'sentence';
  const isAnywhere = (claim: Claim) => isNamed(claim) && claim.trust === 'line';
  return (
    head.find(isNamed) ??
    foot.find(isNamed) ??
    claims.find(isAnywhere) ??
    claims.find(isNamed) ??
    [...head, ...foot].find(({ trust, isBare }) => trust !== 'sentence' && !isBare) ??
    [...head, ...foot].find(({ isBare }) => isBare)
  );
}

/**
 * The date a text states for itself.
 * @param lines plain text of the clauses in reading order
 * @param language the text's, by ISO 639-1; it decides what figures mean where it can
 */
export function findStatedDate(lines: readonly string[], language: string | null = null): StatedDate | null {
  const claim = choose(listClaims(lines, language), lines.length);
  if (!claim) return null;
  const order = orderOf(language) ?? orderOf(claim.language);
  const { kind, date, words } = claim;
  const decided = order ?? (date.isSwappable ? observedOrder(lines) : null);
  return { kind, date: toIso(date, decided), words };
}
