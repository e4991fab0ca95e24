import { isQuiet } from '../../crawler/core/compare/changes.ts';
import { compareLinks, type LinkChange } from '../../crawler/core/compare/links.ts';
import { describeChanges } from '../../crawler/core/compare/summary.ts';
import type { Change, Comparison } from '../../crawler/core/model.ts';
import { formatInstant } from '../../crawler/core/timestamp.ts';
import { changeAddress, clauseAddress, compareAddress, versionAddress, versionName } from './addresses.ts';
import { citeChange } from './citation.ts';
import { citedVersion } from './cited-version.ts';
import { type CountEntry, listBlocks, listCounts, quietWords } from './comparison-blocks.ts';
import { isoDay, longDay, shortDay, windowWords } from './dates.ts';
import { safeHref } from './html.ts';
import { flagLine, isCalmFlag, policyTitle, type SideNames, sizeLabels } from './labels.ts';
import type { PolicyName, StoredComparison, TextFacts, VersionFacts } from './model.ts';
import { type Outline, outlineRewrite } from './outline.ts';
import { groupDigits, percent, plural } from './plural.ts';
import { type Rendering, renderBlocks } from './render-comparison.ts';
import { type SourceView, viewSource } from './source.ts';

/** A comparison as pages show it, whether built or made in the browser. */
export interface ComparisonView {
  /** Above the two columns, and in the outline's heads. */
  readonly columns: readonly [left: string, right: string];
  /** True for two companies' texts: pairs, not changes. */
  readonly isAcross: boolean;
  readonly headline: string;
  readonly isRewrite: boolean;
  readonly isApproximate: boolean;
  readonly counts: readonly CountEntry[];
  readonly words: string;
  readonly quiet: string;
  readonly statedDates: string;
  readonly changeCount: number;
  readonly outline: Outline | null;
  /** Links and mail addresses that came, went or lead elsewhere; none for two companies. */
  readonly links: readonly LinkChange[];
  /** HTML of the changes and of what stands between them, in order, rendered as it is asked for. */
  readonly blocks: () => Iterable<string>;
}

/** One side's head: what it is and where it is read. */
export interface SideView {
  readonly address: string;
  readonly name: string;
  readonly day: string;
  readonly words: string;
  readonly flags: readonly string[];
  readonly source: SourceView;
}

export interface ChangeView {
  readonly heading: string;
  readonly documentTitle: string;
  readonly address: string;
  readonly window: string;
  readonly comparison: ComparisonView;
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

/** What each side says of its own date, compared calmly. */
function compareStatedDates(left: VersionFacts, right: VersionFacts, isVisible: boolean): string {
  const [was, is] = [left.statedDate, right.statedDate];
  if (!was && !is) return 'Neither text states a date.';
  if (!was) return `States a date for the first time: ${is!.words}.`;
  if (!is) return `No longer states a date; said before: ${was.words}.`;
  if (was.words === is.words) {
    return isVisible
      ? `Changed while the stated date stayed the same: ${is.words}.`
      : `The stated date is the same: ${is.words}.`;
  }
  const late = right.changedAfter;
  const early =
    is.date !== null && late !== null && is.date < isoDay(late)
      ? ' The stated date is earlier than the last capture of the old text.'
      : '';
  return `Stated date: ${was.words} became ${is.words}.${early}`;
}

function headline(comparison: Comparison): string {
  if (comparison.changes.length === 0) return 'No difference.';
  if (comparison.sizeClass === 'rewrite') {
    return `This is a new text: ${percent(comparison.carriedShare)} of the words were carried over.`;
  }
  if (comparison.sizeClass === 'invisible') return 'No visible difference.';
  const label = sizeLabels[comparison.sizeClass];
  return `${label[0]!.toUpperCase()}${label.slice(1)}.`;
}

/** How the blocks of a comparison are rendered; `policy` is the one both sides are of, null for two companies. */
function planRendering(
  comparison: Comparison,
  left: TextFacts,
  right: TextFacts,
  names: SideNames | null,
  policy: PolicyName | null,
): Rendering {
  const sentences = new Map<Change, string>();
  if (!names) {
    const described = describeChanges(comparison, left.clauses, right.clauses);
    comparison.changes.forEach((change, at) => {
      sentences.set(change, described[at]!);
    });
  }
  return {
    names,
    sentenceOf: (change) => sentences.get(change) ?? '',
    historyAddress: policy && ((slug) => clauseAddress(policy.domain, policy.policy, slug)),
  };
}

/**
 * A comparison with all that is said of it. Used by the built pages and by the compare page. `sides` is the policy both
 * texts are of, or the names of two companies, between which nothing became anything.
 */
export function viewComparison(
  comparison: Comparison,
  left: TextFacts,
  right: TextFacts,
  sides: PolicyName | SideNames,
): ComparisonView {
  const [names, policy] = 'left' in sides ? [sides, null] : [null, sides];
  const rendering = planRendering(comparison, left, right, names, policy);
  const blocks = listBlocks(comparison, { left: left.clauses, right: right.clauses });
  const isRewrite = comparison.sizeClass === 'rewrite' && names === null;
  const days = [
    longDay(left.timestamp ?? left.firstSeen),
    longDay(right.timestamp ?? right.firstSeen),
  ] as const;
  const words = `${plural(comparison.wordsAdded, 'word')} in, ${groupDigits(comparison.wordsRemoved)} out`;
  const length = `${groupDigits(left.wordCount)} → ${plural(right.wordCount, 'word')}`;
  return {
    columns: names ? [`${names.left}, ${days[0]}`, `${names.right}, ${days[1]}`] : days,
    isAcross: names !== null,
    headline: names ? 'Clauses set side by side by topic, then by wording.' : headline(comparison),
    isRewrite,
    isApproximate: comparison.approximate,
    counts: listCounts(blocks, names),
    words: names
      ? `${plural(left.wordCount, 'word')} and ${plural(right.wordCount, 'word')}`
      : `${words}; ${length}`,
    quiet: quietWords(comparison),
    statedDates: names ? '' : compareStatedDates(left, right, !isQuiet(comparison.sizeClass)),
    changeCount: blocks.filter((block) => block.type === 'change').length,
    outline: isRewrite || names ? outlineRewrite(comparison, left.clauses, right.clauses) : null,
    links: names ? [] : compareLinks(left.clauses, right.clauses, comparison.matches),
    blocks: () => renderBlocks(blocks, rendering),
  };
}

export function viewSide({ domain, policy }: PolicyName, version: VersionFacts): SideView {
  return {
    address: versionAddress(domain, policy, version.slug),
    name: `${policyTitle(policy)} of ${domain}`,
    day: longDay(version.timestamp ?? version.firstSeen),
    words: plural(version.wordCount, 'word'),
    flags: version.flags.filter((flag) => !isCalmFlag(flag)).map(flagLine),
    source: viewSource(version),
  };
}

/** The page of the change between two successive versions. `versions` are all of the policy. */
export function viewChange(
  name: PolicyName,
  step: StoredComparison,
  left: TextFacts,
  right: TextFacts,
  versions: readonly VersionFacts[],
  release: string,
): ChangeView {
  const { domain, policy } = name;
  const changeBetween = (a: VersionFacts | undefined, b: VersionFacts | undefined) =>
    a?.firstSeen != null && b?.firstSeen != null ? changeAddress(domain, policy, a.slug, b.slug) : null;
  const at = versions.findIndex((version) => version.version === right.version);
  const address = changeAddress(domain, policy, left.slug, right.slug);
  const window = windowWords(right.changedAfter, right.firstSeen);
  return {
    heading: `What changed ${window}`,
    documentTitle: `${left.slug} → ${right.slug}, ${policyTitle(policy).toLowerCase()}, ${domain}`,
    address,
    window,
    comparison: viewComparison(step as Comparison, left, right, name),
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
function compareInArchive(left: VersionFacts, right: VersionFacts): string | null {
  const [was, is] = [left, right].map(({ mementoUrl }) => WAYBACK.exec(mementoUrl ?? '')?.[1]);
  if (was === undefined || was !== is) return null;
  return safeHref(`https://web.archive.org/web/diff/${left.timestamp}/${right.timestamp}/${is}`);
}

/** The nearest versions around a step whose texts are in no doubt, where one of its sides is. */
function pairOfClean(
  { domain, policy }: PolicyName,
  left: VersionFacts,
  right: VersionFacts,
  versions: readonly VersionFacts[],
): string | null {
  const isClean = ({ flags }: VersionFacts) => flags.every(isCalmFlag);
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
  return `${[head, window, ...describeChanges(step as Comparison, left.clauses, right.clauses)].join('\n\n')}\n`;
}
