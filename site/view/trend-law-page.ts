import { formatCsv } from '../../crawler/core/csv.ts';
import { changeAddress, companyAddress, compareAddress, versionAddress, versionName } from './addresses.ts';
import { shortDay } from './dates.ts';
import { escapeHtml } from './html.ts';
import { groupDigits } from './plural.ts';
import { MOST_DAYS, type TrendCompany, type TrendText } from './trend-facts.ts';
import type { LawDay } from './trend-laws.ts';
import { FEWEST, quantile } from './trend-measures.ts';
import { daysApart } from './trend-slots.ts';

/** Texts before and after a day: of each company the last one seen before it and the first one seen from it on. */

/** A text, and the day it was seen nearest to the day asked about. */
export interface SeenText {
  readonly text: TrendText;
  readonly day: string;
}

export interface LawPair {
  readonly company: TrendCompany;
  readonly before: SeenText;
  readonly after: SeenText;
  /** True where it is one text, seen on both sides. */
  readonly isSame: boolean;
}

/** A text seen on both sides without a gap: the captures themselves lie anywhere in the stretch. */
function findSpanning({ texts }: TrendCompany, day: string): TrendText | null {
  return texts.find((text) => text.seen.some(([from, to]) => from < day && day <= to)) ?? null;
}

function lastBefore({ texts }: TrendCompany, day: string): SeenText | null {
  let best: SeenText | null = null;
  for (const text of texts) {
    for (const [, to] of text.seen) if (to < day && (!best || to >= best.day)) best = { text, day: to };
  }
  return best;
}

function firstFrom({ texts }: TrendCompany, day: string): SeenText | null {
  let best: SeenText | null = null;
  for (const text of texts) {
    for (const [from] of text.seen) if (from >= day && (!best || from < best.day)) best = { text, day: from };
  }
  return best;
}

/**
 * The pair of a company; null where one side is missing or further than a gap from the day, so that what stood on it is
 * not known from that side.
 */
export function pairAround(company: TrendCompany, day: string): LawPair | null {
  const spanning = findSpanning(company, day);
  if (spanning) {
    const seen = { text: spanning, day };
    return { company, before: seen, after: seen, isSame: true };
  }
  const before = lastBefore(company, day);
  const after = firstFrom(company, day);
  if (!before || !after) return null;
  if (daysApart(before.day, day) > MOST_DAYS || daysApart(day, after.day) > MOST_DAYS) return null;
  return { company, before, after, isSame: before.text === after.text };
}

export const pairsAround = (companies: readonly TrendCompany[], day: string): LawPair[] =>
  companies.map((company) => pairAround(company, day)).filter((pair) => pair !== null);

/** Pages of a change or a comparison of the two texts. */
function linkPair({ company, before, after, isSame }: LawPair): string {
  const { domain, policy, steps } = company;
  if (isSame) return '<span class="aside">the same text</span>';
  const isStep = steps.some(
    ({ left, right }) => left === before.text.version && right === after.text.version,
  );
  const [left, right] = [before.text.slug, after.text.slug];
  const address = isStep
    ? changeAddress(domain, policy, left, right)
    : compareAddress(versionName(domain, policy, left), versionName(domain, policy, right));
  return `<a href="${escapeHtml(address)}">See what changed</a>`;
}

const day = (iso: string) => shortDay(iso.replaceAll('-', ''));

function seenCell({ company, isSame }: LawPair, { text, day: seen }: SeenText): string {
  const address = versionAddress(company.domain, company.policy, text.slug);
  const words = isSame ? 'seen on both sides' : day(seen);
  return `<td><a href="${escapeHtml(address)}">${words}</a></td><td class="number">${groupDigits(text.words)}</td>`;
}

function gradeCells({ before, after }: LawPair): string {
  const cell = (grade: number | null) => `<td class="number">${grade === null ? '' : grade.toFixed(1)}</td>`;
  return cell(before.text.grade) + cell(after.text.grade);
}

/** A row a company. */
export function renderPairRows(pairs: readonly LawPair[]): string {
  return pairs
    .map(
      (pair) =>
        `<tr><th scope="row"><a href="${escapeHtml(companyAddress(pair.company.domain))}">${escapeHtml(pair.company.domain)}</a></th>` +
        `${seenCell(pair, pair.before)}${seenCell(pair, pair.after)}${gradeCells(pair)}<td>${linkPair(pair)}</td></tr>`,
    )
    .join('');
}

/** What the pairs come to, in one sentence. */
export function pairFinding(pairs: readonly LawPair[], allCount: number): string {
  const known = `Of ${allCount === 1 ? '1 company' : `${allCount} companies`}, ${pairs.length} ${pairs.length === 1 ? 'was' : 'were'} seen within a year on both sides of the day`;
  if (pairs.length === 0) return `${known}.`;
  const changed = pairs.filter((pair) => !pair.isSame).length;
  const texts = `${changed} with another text afterwards`;
  if (pairs.length < FEWEST) return `${known}, ${texts}: read as cases.`;
  const median = (side: 'before' | 'after') =>
    groupDigits(
      quantile(
        pairs.map((pair) => pair[side].text.words).sort((a, b) => a - b),
        0.5,
      ),
    );
  return `${known}, ${texts}; median length ${median('before')} words before, ${median('after')} after.`;
}

const COLUMNS = [
  'domain',
  'policy',
  'version_before',
  'seen_before',
  'words_before',
  'grade_before',
  'version_after',
  'seen_after',
  'words_after',
  'grade_after',
  'same_text',
] as const;

/** Plain rows of the pairs, for CSV and JSON; days are null where one text spans the day. */
export function listPairRows(
  pairs: readonly LawPair[],
): Record<(typeof COLUMNS)[number], string | number | null>[] {
  return pairs.map(({ company, before, after, isSame }) => ({
    domain: company.domain,
    policy: company.policy,
    version_before: before.text.slug,
    seen_before: isSame ? null : before.day,
    words_before: before.text.words,
    grade_before: before.text.grade,
    version_after: after.text.slug,
    seen_after: isSame ? null : after.day,
    words_after: after.text.words,
    grade_after: after.text.grade,
    same_text: isSame ? 1 : 0,
  }));
}

export const formatPairsCsv = (pairs: readonly LawPair[]): string =>
  formatCsv(
    COLUMNS,
    listPairRows(pairs).map((row) => COLUMNS.map((column) => row[column])),
  );

/** What a page about a law's day is called. */
export const lawTitle = (law: LawDay): string => `Before and after ${shortDay(law.day.replaceAll('-', ''))}`;
