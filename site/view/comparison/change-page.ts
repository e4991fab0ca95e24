import {
  type Comparison,
  compareLinks,
  describeChanges,
  formatInstant,
  type VersionSummary,
} from '../../../crawler/core/index.ts';
import { changeAddress, compareAddress, versionAddress, versionName } from '../addresses.ts';
import { citeChange } from '../citation.ts';
import { citedVersion } from '../cited-version.ts';
import { shortDay, windowWords } from '../dates.ts';
import { safeHref } from '../html.ts';
import { isCalmFlag, lackingLabel, policyTitle } from '../labels.ts';
import type { PolicyName, StoredComparison, TextFacts } from '../model.ts';
import { renderComparisonBody } from './comparison-body.ts';
import { type ComparisonView, type SideView, viewComparison, viewSide } from './comparison-view.ts';

export interface ChangeView {
  readonly heading: string;
  readonly documentTitle: string;
  readonly address: string;
  readonly window: string;
  readonly headline: string;
  /** What the change is about, in one line; null where that is not known. */
  readonly gist: string | null;
  /** HTML of all that is said of the comparison. */
  readonly body: string;
  readonly left: SideView;
  readonly right: SideView;
  readonly older: string | null;
  readonly newer: string | null;
  readonly citation: string;
  /** The archive's own comparison of the two captures; null where it can have none. */
  readonly archiveComparison: string | null;
  /** The comparison of the nearest texts without doubts; null where both sides are such, or a side has none. */
  readonly cleanPair: string | null;
}

/** The comparison of a step; of one to or from a capture that lacks clauses its size says nothing. */
function viewStep(
  name: PolicyName,
  step: StoredComparison,
  left: TextFacts,
  right: TextFacts,
): ComparisonView {
  const view = viewComparison(step as Comparison, left, right, name);
  const label = lackingLabel(step);
  return label === null ? view : { ...view, headline: `${label[0]!.toUpperCase()}${label.slice(1)}.` };
}

/** The page of the change between two successive versions. `versions` are all of the policy. */
export function viewChange(
  name: PolicyName,
  step: StoredComparison,
  left: TextFacts,
  right: TextFacts,
  versions: readonly VersionSummary[],
  release: string,
): ChangeView {
  const { domain, policy } = name;
  const changeBetween = (a: VersionSummary | undefined, b: VersionSummary | undefined) =>
    a?.firstSeen != null && b?.firstSeen != null ? changeAddress(domain, policy, a.slug, b.slug) : null;
  const at = versions.findIndex((version) => version.version === right.version);
  const address = changeAddress(domain, policy, left.slug, right.slug);
  const window = windowWords(right.changedAfter, right.firstSeen);
  const comparison = viewStep(name, step, left, right);
  const label = lackingLabel(step);
  return {
    heading: `What changed ${window}`,
    documentTitle: `${left.slug} → ${right.slug}${label === null ? '' : `, ${label}`}, ${policyTitle(policy).toLowerCase()}, ${domain}`,
    address,
    window,
    headline: comparison.headline,
    gist: step.gist,
    body: renderComparisonBody(comparison),
    left: viewSide(name, left),
    right: viewSide(name, right),
    older: changeBetween(versions[at - 2], versions[at - 1]),
    newer: changeBetween(versions[at], versions[at + 1]),
    citation: citeChange(
      citedVersion(name, left, release),
      citedVersion(name, right, release),
      address,
      window,
    ),
    archiveComparison: compareInArchive(left, right),
    cleanPair: pairOfClean(name, left, right, versions),
  };
}

const WAYBACK = /^https:\/\/web\.archive\.org\/web\/\d{14}\/(.+)$/;

/** The Wayback Machine compares captures of one address, by their timestamps. */
function compareInArchive(left: VersionSummary, right: VersionSummary): string | null {
  const [was, is] = [left, right].map(({ mementoUrl }) => WAYBACK.exec(mementoUrl ?? '')?.[1]);
  if (was === undefined || was !== is) return null;
  return safeHref(`https://web.archive.org/web/diff/${left.timestamp}/${right.timestamp}/${is}`);
}

/** The nearest versions around a step whose texts are in no doubt, where one of its sides is. */
function pairOfClean(
  { domain, policy }: PolicyName,
  left: VersionSummary,
  right: VersionSummary,
  versions: readonly VersionSummary[],
): string | null {
  const isClean = ({ flags }: VersionSummary) => flags.every(isCalmFlag);
  if (isClean(left) && isClean(right)) return null;
  const dated = versions.filter(({ firstSeen }) => firstSeen !== null);
  const before = dated.findLast((one) => one.version <= left.version && isClean(one));
  const after = dated.find((one) => one.version >= right.version && isClean(one));
  if (!before || !after) return null;
  return compareAddress(versionName(domain, policy, before.slug), versionName(domain, policy, after.slug));
}

const toInstant = (timestamp: string | null) => timestamp && formatInstant(timestamp);

/** The JSON twin of a change's page: the same changes, under the names the dataset gives them. */
export function changeTwin(
  { domain, policy }: PolicyName,
  step: StoredComparison,
  left: TextFacts,
  right: TextFacts,
): Record<string, unknown> {
  const texts = (side: TextFacts, positions: readonly number[]) =>
    positions.map((position) => ({ position, text: side.clauses[position]!.text }));
  let number = 0;
  return {
    domain,
    policy,
    address: changeAddress(domain, policy, left.slug, right.slug),
    left_version: left.version,
    right_version: right.version,
    left: versionAddress(domain, policy, left.slug),
    right: versionAddress(domain, policy, right.slug),
    changed_after: toInstant(right.changedAfter),
    changed_before: toInstant(right.firstSeen),
    gist: step.gist,
    gist_short: step.gistShort,
    size_class: step.sizeClass,
    significance: step.significance,
    carried_share: step.carriedShare,
    words_added: step.wordsAdded,
    words_removed: step.wordsRemoved,
    approximate: step.approximate,
    counts: step.counts,
    links: compareLinks(left.clauses, right.clauses, step.matches),
    changes: step.changes.map((change) => ({
      anchor: change.kind === 'unchanged' && !change.moved ? null : `change-${++number}`,
      kind: change.kind,
      moved: change.moved,
      heading_path:
        (right.clauses[change.right[0] ?? -1] ?? left.clauses[change.left[0] ?? -1])?.headingPath ?? [],
      left: texts(left, change.left),
      right: texts(right, change.right),
      words_added: change.wordsAdded,
      words_removed: change.wordsRemoved,
      significance: change.significance,
      size_class: change.sizeClass,
      spans: change.spans,
    })),
  };
}

/** The plain text twin of a change's page: its sentences. */
export function formatChangeText(
  { domain, policy }: PolicyName,
  step: StoredComparison,
  left: TextFacts,
  right: TextFacts,
): string {
  const head = `${policyTitle(policy)} of ${domain}: ${shortDay(left.timestamp)} to ${shortDay(right.timestamp)}`;
  const window = `Changed ${windowWords(right.changedAfter, right.firstSeen)}.`;
  const gist = step.gist === null ? [] : [step.gist];
  return `${[head, window, ...gist, ...describeChanges(step as Comparison, left.clauses, right.clauses)].join('\n\n')}\n`;
}
