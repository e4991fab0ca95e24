import {
  type Change,
  type Comparison,
  compareLinks,
  describeChanges,
  isQuiet,
  type LinkChange,
} from '../../../crawler/core/index.ts';
import { clauseAddress, versionAddress } from '../addresses.ts';
import { isoDay, longDay } from '../dates.ts';
import { flagLine, isCalmFlag, policyTitle, type SideNames, sizeLabels } from '../labels.ts';
import { languageAttributes, languageName, noRulesFor } from '../languages.ts';
import type { PolicyName, TextFacts, VersionFacts } from '../model.ts';
import { groupDigits, percent, plural } from '../plural.ts';
import { type SourceView, viewSource } from '../source.ts';
import { type MapSection, mapChanges } from './change-map.ts';
import { type Block, type CountEntry, listBlocks, listCounts, quietWords } from './comparison-blocks.ts';
import { type Outline, outlineRewrite } from './outline.ts';
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

/** What two companies' texts were set side by side by. Wording pairs nothing across languages, and topics need rules. */
function headlineAcross(left: TextFacts, right: TextFacts): string {
  if (left.language !== right.language) {
    const languages = `${languageName(left.language)} beside ${languageName(right.language)}`;
    return `${languages}: hardly a clause can be paired, and what stands alone may be there in other words.`;
  }
  const isJudged = left.labelling !== null && right.labelling !== null;
  return isJudged
    ? 'Clauses set side by side by topic, then by wording.'
    : `Clauses set side by side by wording alone: ${noRulesFor(left.language)}.`;
}

const NO_REPEATS: Repeats = { repeats: [], isOnlyRepeats: () => false };

function repeatsOf(comparison: Comparison, blocks: readonly Block[]): Repeats {
  const numbers = new Map(
    blocks.flatMap((block) => (block.type === 'change' ? [[block.change, block.number] as const] : [])),
  );
  return findRepeats(comparison, (change) => numbers.get(change));
}

/** How the blocks of a comparison are rendered; `policy` is the one both sides are of, null for two companies. */
function planRendering(
  comparison: Comparison,
  left: TextFacts,
  right: TextFacts,
  names: SideNames | null,
  policy: PolicyName | null,
  { isOnlyRepeats }: Repeats,
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
    isOnlyRepeats,
    sentenceOf: (change) => sentences.get(change) ?? '',
    attributes: { left: languageAttributes(left.language), right: languageAttributes(right.language) },
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
  const blocks = listBlocks(comparison, { left: left.clauses, right: right.clauses });
  const repeats = names ? NO_REPEATS : repeatsOf(comparison, blocks);
  const rendering = planRendering(comparison, left, right, names, policy, repeats);
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
    headline: names ? headlineAcross(left, right) : headline(comparison),
    isRewrite,
    isApproximate: comparison.approximate,
    counts: listCounts(blocks, names),
    words: names
      ? `${plural(left.wordCount, 'word')} and ${plural(right.wordCount, 'word')}`
      : `${words}; ${length}`,
    quiet: quietWords(comparison),
    statedDates: names ? '' : compareStatedDates(left, right, !isQuiet(comparison.sizeClass)),
    changeCount: blocks.filter((block) => block.type === 'change').length,
    outline: isRewrite || names ? outlineRewrite(comparison, left, right) : null,
    links: names ? [] : compareLinks(left.clauses, right.clauses, comparison.matches),
    map: names ? [] : mapChanges(blocks),
    repeats: repeats.repeats,
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
