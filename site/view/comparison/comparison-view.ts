import {
  type Comparison,
  compareLinks,
  describeChanges,
  isQuiet,
  type LinkChange,
  type VersionSummary,
} from '../../../crawler/core/index.ts';
import { clauseAddress, versionAddress } from '../addresses.ts';
import { isoDay, longDay } from '../dates.ts';
import { flagLine, isCalmFlag, policyTitle, sizeLabels } from '../labels.ts';
import { languageAttributes } from '../languages.ts';
import type { PolicyName, TextFacts } from '../model.ts';
import { groupDigits, percent, plural } from '../plural.ts';
import { type SourceView, viewSource } from '../source.ts';
import { type MapSection, mapChanges } from './change-map.ts';
import {
  type ComparisonBlock,
  type CountEntry,
  listBlocks,
  listCounts,
  numberChanges,
  quietWords,
} from './comparison-blocks.ts';
import { type Outline, type OutlineNumbers, outlineRewrite } from './outline.ts';
import { type Rendering, renderBlocks } from './render-comparison.ts';
import { findRepeats, type Repeat, type Repeats } from './repeats.ts';

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
  /** Where in the text the changes lie, for a long comparison; [] elsewhere. */
  readonly map: readonly MapSection[];
  /** Substitutions that several changes make. */
  readonly repeats: readonly Repeat[];
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

/** What each side says of its own date, compared calmly. */
function compareStatedDates(left: VersionSummary, right: VersionSummary, isVisible: boolean): string {
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
    is.date !== null && late !== null && is.date < isoDay(late).slice(0, is.date.length)
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

function repeatsOf(comparison: Comparison, blocks: readonly ComparisonBlock[]): Repeats {
  const numbers = new Map(
    blocks.flatMap((block) => (block.type === 'change' ? [[block.change, block.number] as const] : [])),
  );
  return findRepeats(comparison, (change) => numbers.get(change));
}

/** How the blocks of a comparison of two versions of a policy are rendered. */
function planRendering(
  comparison: Comparison,
  left: TextFacts,
  right: TextFacts,
  policy: PolicyName,
  { isOnlyRepeats }: Repeats,
): Rendering {
  const described = describeChanges(comparison, left.clauses, right.clauses);
  const sentences = new Map(comparison.changes.map((change, at) => [change, described[at]!]));
  return {
    isOnlyRepeats,
    sentenceOf: (change) => sentences.get(change) ?? '',
    attributes: { left: languageAttributes(left.language), right: languageAttributes(right.language) },
    historyAddress: (slug) => clauseAddress(policy.domain, policy.policy, slug),
  };
}

/** A comparison of two versions of a policy with all that is said of it. Used by the built pages and by the compare page. */
export function viewComparison(
  comparison: Comparison,
  left: TextFacts,
  right: TextFacts,
  policy: PolicyName,
): ComparisonView {
  const blocks = listBlocks(comparison, { left: left.clauses, right: right.clauses });
  const repeats = repeatsOf(comparison, blocks);
  const rendering = planRendering(comparison, left, right, policy, repeats);
  const isRewrite = comparison.sizeClass === 'rewrite';
  const words = `${plural(comparison.wordsAdded, 'word')} in, ${groupDigits(comparison.wordsRemoved)} out`;
  const length = `${groupDigits(left.wordCount)} → ${plural(right.wordCount, 'word')}`;
  return {
    columns: [longDay(left.timestamp ?? left.firstSeen), longDay(right.timestamp ?? right.firstSeen)],
    isAcross: false,
    headline: headline(comparison),
    isRewrite,
    isApproximate: comparison.approximate,
    counts: listCounts(blocks),
    words: `${words}; ${length}`,
    quiet: quietWords(comparison),
    statedDates: compareStatedDates(left, right, !isQuiet(comparison.sizeClass)),
    changeCount: blocks.filter((block) => block.type === 'change').length,
    outline: isRewrite ? outlineRewrite(comparison, left, right, listNumbers(comparison)) : null,
    links: compareLinks(left.clauses, right.clauses, comparison.matches),
    map: mapChanges(blocks),
    repeats: repeats.repeats,
    blocks: () => renderBlocks(blocks, rendering),
  };
}

function listNumbers(comparison: Comparison): OutlineNumbers {
  const { left, right } = numberChanges(comparison);
  const plain = (side: typeof left) => new Map([...side].map(([at, { number }]) => [at, number]));
  return { left: plain(left), right: plain(right) };
}

export function viewSide({ domain, policy }: PolicyName, version: VersionSummary): SideView {
  return {
    address: versionAddress(domain, policy, version.slug),
    name: `${policyTitle(policy)} of ${domain}`,
    day: longDay(version.timestamp ?? version.firstSeen),
    words: plural(version.wordCount, 'word'),
    flags: version.flags.filter((flag) => !isCalmFlag(flag)).map(flagLine),
    source: viewSource(version),
  };
}
