import { formatCsv } from '../../../crawler/core/index.ts';
import { changeAddress, companyAddress, compareAddress, versionAddress, versionName } from '../addresses.ts';
import { shortDay } from '../dates.ts';
import { escapeHtml } from '../html.ts';
import { groupDigits, plural } from '../plural.ts';
import { MOST_DAYS, type TrendCompany, type TrendText, watchedStretches } from './facts.ts';
import type { LawDay } from './laws.ts';
import { FEWEST, quantile } from './measures.ts';
import { daysApart } from './slots.ts';

/** Texts before and after a day: of each company the version that stood before it and the first one seen from it on. */

export interface LawPair {
  readonly company: TrendCompany;
  /** The last version first seen before the day, and seen within a gap's length of it. */
  readonly before: TrendText;
  /** The first version first seen on the day or after it; null where none was seen. */
  readonly after: TrendText | null;
  /** Whether a gap lies between the two: what stood in it is not known. */
  readonly hasGap: boolean;
}

const firstDay = (text: TrendText) => text.seen[0]![0];
const lastDay = (text: TrendText) => text.seen.at(-1)![1];

/** The last day before another on which a text is known to have stood. */
function lastDayBefore(text: TrendText, day: string): string {
  const ends = text.seen.filter(([from]) => from < day).map(([, to]) => (to < day ? to : day));
  return ends.at(-1) ?? firstDay(text);
}

/** The pair of a company; null where nothing of it was seen within a gap's length before the day. */
export function pairAround(company: TrendCompany, day: string): LawPair | null {
  const before = company.texts.findLast((text) => firstDay(text) < day);
  if (!before) return null;
  const stood = lastDayBefore(before, day);
  if (daysApart(stood, day) > MOST_DAYS) return null;
  const after = company.texts.find((text) => firstDay(text) >= day) ?? null;
  const isWatched = watchedStretches(company).some(
    ([from, to]) => after !== null && from <= stood && firstDay(after) <= to,
  );
  return { company, before, after, hasGap: after !== null && !isWatched };
}

export const pairsAround = (companies: readonly TrendCompany[], day: string): LawPair[] =>
  companies.map((company) => pairAround(company, day)).filter((pair) => pair !== null);

const dayWords = (iso: string) => shortDay(iso.replaceAll('-', ''));

/** The page of the change between the two, or of their comparison. */
function linkPair({ company, before, after }: LawPair): string {
  if (!after) return '';
  const { domain, policy, steps } = company;
  const isStep = steps.some(({ left, right }) => left === before.version && right === after.version);
  const address = isStep
    ? changeAddress(domain, policy, before.slug, after.slug)
    : compareAddress(versionName(domain, policy, before.slug), versionName(domain, policy, after.slug));
  return `<a href="${escapeHtml(address)}">See what changed</a>`;
}

const number = (words: string) => `<td class="number">${words}</td>`;
const gradeWords = ({ grade }: TrendText) => (grade === null ? '–' : grade.toFixed(1));

function renderText({ domain, policy }: TrendCompany, text: TrendText, words: string): string {
  const address = escapeHtml(versionAddress(domain, policy, text.slug));
  return `<td><a href="${address}">${words}</a></td>${number(groupDigits(text.words))}${number(gradeWords(text))}`;
}

function renderRow(pair: LawPair): string {
  const { company, before, after, hasGap } = pair;
  const { domain } = company;
  const span = `${dayWords(firstDay(before))} to ${dayWords(lastDay(before))}`;
  const next = after
    ? renderText(company, after, `${dayWords(firstDay(after))}${hasGap ? ', after a gap' : ''}`)
    : '<td colspan="3" class="aside">no other text seen since</td>';
  return (
    `<tr><th scope="row"><a href="${escapeHtml(companyAddress(domain))}">${escapeHtml(domain)}</a></th>` +
    `${renderText(company, before, span)}${next}<td>${linkPair(pair)}</td></tr>`
  );
}

/** A row a company. */
export const renderPairRows = (pairs: readonly LawPair[]): string => pairs.map(renderRow).join('');

/** What the pairs come to, in one sentence or two. */
export function pairFinding(pairs: readonly LawPair[], day: string, companyCount: number): string {
  const seen = `${pairs.length} of ${plural(companyCount, 'company', 'companies')} ${pairs.length === 1 ? 'was' : 'were'} seen within a year before the day`;
  const soon = pairs.filter(
    ({ after, hasGap }) => after && !hasGap && daysApart(day, firstDay(after)) <= MOST_DAYS,
  );
  const changed = `${soon.length} of them with a new text within a year after it`;
  if (soon.length < FEWEST) return `${seen}, ${changed}: read as cases.`;
  const median = (texts: readonly TrendText[]) =>
    groupDigits(
      quantile(
        texts.map(({ words }) => words).sort((a, b) => a - b),
        0.5,
      ),
    );
  const [before, after] = [soon.map((pair) => pair.before), soon.map((pair) => pair.after!)];
  return `${seen}, ${changed}. Median length of these: ${median(before)} words before, ${median(after)} after.`;
}

const COLUMNS = [
  'domain',
  'policy',
  'version_before',
  'first_seen_before',
  'last_seen_before',
  'words_before',
  'grade_before',
  'version_after',
  'first_seen_after',
  'words_after',
  'grade_after',
  'gap_between',
] as const;

type PairRow = Readonly<Record<(typeof COLUMNS)[number], string | number | boolean | null>>;

/** Plain rows of the pairs, for CSV and JSON; null where no text was seen after the day. */
export const listPairRows = (pairs: readonly LawPair[]): PairRow[] =>
  pairs.map(({ company, before, after, hasGap }) => ({
    domain: company.domain,
    policy: company.policy,
    version_before: before.slug,
    first_seen_before: firstDay(before),
    last_seen_before: lastDay(before),
    words_before: before.words,
    grade_before: before.grade,
    version_after: after?.slug ?? null,
    first_seen_after: after && firstDay(after),
    words_after: after?.words ?? null,
    grade_after: after?.grade ?? null,
    gap_between: after && hasGap,
  }));

export const formatPairsCsv = (pairs: readonly LawPair[]): string =>
  formatCsv(
    COLUMNS,
    listPairRows(pairs).map((row) => COLUMNS.map((column) => row[column])),
  );

/** What a page about a law's day is called. */
export const lawTitle = (law: LawDay): string => `Before and after ${dayWords(law.day)}`;
