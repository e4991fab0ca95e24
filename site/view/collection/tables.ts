import {
  type CsvValue,
  datasetViews,
  formatCsv,
  formatInstant,
  nullRule,
  type StepSummary,
  type VersionSummary,
} from '../../../crawler/core/index.ts';
import { changeAddress, clauseAddress, versionAddress } from '../addresses.ts';
import { plainLabel } from '../html.ts';
import type { PolicyName } from '../model.ts';
import type { TopicHistory } from '../topics/topic-history.ts';
import { standingOf, type TopicPresence } from '../topics/topic-matrix.ts';
import type { Coverage } from './coverage.ts';
import type { CompanyRow } from './home-page.ts';

/** The CSV twins of pages that are tables. Instants, days and hashes as in the dataset; addresses as on the site. */

const instant = (timestamp: string | null): string | null => timestamp && formatInstant(timestamp);

export function companiesCsv(rows: readonly CompanyRow[]): string {
  const columns =
    'domain address invented policies versions visible_changes captures first_seen last_seen coverage_percent';
  return formatCsv(
    columns.split(' '),
    rows.map((row) => [
      row.domain,
      row.address,
      row.isInvented,
      row.policies,
      row.versions,
      row.visibleChanges,
      row.captures,
      row.firstSeen,
      row.lastSeen,
      row.coverage,
    ]),
  );
}

/** The timeline: a row per version, with the step that led to it. */
export function timelineCsv(
  { domain, policy }: PolicyName,
  versions: readonly VersionSummary[],
  steps: readonly StepSummary[],
): string {
  const columns =
    'domain policy version address first_seen last_seen changed_after capture_count word_count stated_date change_address gist size_class words_added words_removed carried_share flags original memento_url text_hash';
  const stepTo = new Map(steps.map((step) => [step.right, step]));
  const slugs = new Map(versions.map((one) => [one.version, one.slug]));
  return formatCsv(
    columns.split(' '),
    versions.map((one): CsvValue[] => {
      const step = stepTo.get(one.version);
      return [
        domain,
        policy,
        one.version,
        versionAddress(domain, policy, one.slug),
        instant(one.firstSeen),
        instant(one.lastSeen),
        instant(one.changedAfter),
        one.captureCount,
        one.wordCount,
        one.statedDate?.date,
        step && changeAddress(domain, policy, slugs.get(step.left)!, one.slug),
        step?.gist,
        step?.sizeClass,
        step?.wordsAdded,
        step?.wordsRemoved,
        step?.carriedShare,
        one.flags.join(' '),
        one.original,
        one.mementoUrl,
        one.textHash,
      ];
    }),
  );
}

interface Lineage {
  readonly lineage: number;
  readonly slug: string;
  readonly label: string;
  readonly isHeading: boolean;
  readonly versionCount: number;
  readonly changeCount: number;
  readonly presentInLatest: boolean;
}

/** Clauses that ever stood in a policy; headings have no page and an empty address. */
export function clausesCsv({ domain, policy }: PolicyName, lineages: readonly Lineage[]): string {
  const columns =
    'domain policy lineage label address is_heading version_count change_count present_in_latest';
  return formatCsv(
    columns.split(' '),
    lineages.map((one) => [
      domain,
      policy,
      one.lineage,
      plainLabel(one.label),
      one.isHeading ? null : clauseAddress(domain, policy, one.slug),
      one.isHeading,
      one.versionCount,
      one.changeCount,
      one.presentInLatest,
    ]),
  );
}

/**
 * The matrix of topics through time: a row per version, a column per topic: `spoken`, `perhaps`, `silent`, or `not-judged`
 * where no rules know the text's language.
 */
export function topicsCsv(
  policies: readonly TopicPresence[],
  topics: readonly { readonly name: string }[],
): string {
  return formatCsv(
    ['domain', 'policy', 'first_seen', 'last_seen', 'language', ...topics.map(({ name }) => name)],
    policies.flatMap(({ domain, policy, versions }) =>
      versions.map((version) => [
        domain,
        policy,
        version.firstDay,
        version.lastDay,
        version.language,
        ...topics.map(({ name }) => standingOf(version, name)),
      ]),
    ),
  );
}

/** What policies said on one topic: a row per clause and stretch of versions; without clauses its standing says why. */
export function topicCsv(histories: readonly TopicHistory[]): string {
  return formatCsv(
    ['domain', 'policy', 'first_seen', 'last_seen', 'standing', 'label', 'text'],
    histories.flatMap(({ domain, policy, versions, runs }) =>
      runs.flatMap(({ from, to, standing, clauses }) => {
        const span = [domain, policy, versions[from]?.firstDay, versions[to]?.lastDay, standing];
        if (clauses.length === 0) return [[...span, null, null]];
        return clauses.map((clause) => [...span, plainLabel(clause.label), clause.text]);
      }),
    ),
  );
}

/** Company by half-year. */
export function coverageCsv({ halves, companies }: Coverage): string {
  return formatCsv(
    ['domain', 'half_year', 'state'],
    companies.flatMap(({ domain, states }) => states.map((state, at) => [domain, halves[at], state])),
  );
}

/** Every column of every view. */
export function schemaCsv(): string {
  return formatCsv(
    ['view', 'column', 'type', 'meaning', 'null'],
    datasetViews.flatMap(({ name, columns }) =>
      columns.map((column) => [
        name,
        column.name,
        column.type,
        column.description,
        nullRule(column) ?? 'never',
      ]),
    ),
  );
}
