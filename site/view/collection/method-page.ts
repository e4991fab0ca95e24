import {
  type Change,
  hideTypography,
  listRules,
  REWRITE_SHARE,
  SIZE_LIMITS,
  type SizeClass,
  type StepSummary,
  THRESHOLDS,
  type Thresholds,
  TOPICS,
  type VersionOrigin,
} from '../../../crawler/core/index.ts';
import { changeAddress, versionAddress } from '../addresses.ts';
import { renderSpans } from '../comparison/render-comparison.ts';
import { shortDay, windowWords } from '../dates.ts';
import { plainLabel } from '../html.ts';
import { sizeExplanations, sizeLabels } from '../labels.ts';
import type { PolicyName, TextFacts } from '../model.ts';
import { groupDigits, percent, plural } from '../plural.ts';
import { wayWords } from './status-page.ts';

/** Facts of the page on method: from core's own constants and from one version of the store, nothing typed twice. */

/** What the rows of an archive's index hold, in their order. */
export const INDEX_FIELDS = ['urlkey', 'timestamp', 'original', 'mimetype', 'statuscode', 'digest', 'length'];

/** Lines of facts below a step of the method. */
export type ExampleFacts = readonly (readonly [what: string, value: string])[];

export interface ExampleView {
  readonly domain: string;
  readonly day: string;
  readonly version: string;
  readonly change: string;
  /** Facts of each of the ten steps, in order. */
  readonly steps: readonly ExampleFacts[];
  /** The clause followed, before and after, as HTML. */
  readonly clause: string;
  readonly edited: string;
}

/** An edit worth showing: a sentence or two with a topic, in which only some words changed. */
export function pickExampleChange(
  step: { readonly changes: readonly Change[] },
  left: Pick<TextFacts, 'clauses'>,
): Change | null {
  const isGood = ({ kind, significance, left: from, right, spans }: Change) => {
    const clause = left.clauses[from[0] ?? -1];
    const kept = spans.filter(([kept]) => kept === 'kept').reduce((sum, [, words]) => sum + words.length, 0);
    return (
      kind === 'edited' &&
      significance === 'substantive' &&
      from.length === 1 &&
      right.length === 1 &&
      clause?.kind === 'paragraph' &&
      clause.topics.length > 0 &&
      clause.text.length >= 60 &&
      clause.text.length <= 600 &&
      kept > clause.text.length / 2
    );
  };
  return step.changes.find(isGood) ?? null;
}

/** What extraction left out, by reason: `menu 3, footer 1`. */
function removedWords(removed: TextFacts['removed']): string {
  const counts = new Map<string, number>();
  for (const { reason } of removed) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => `${plainLabel(reason)} (${count})`).join(', ');
}

function originSteps(origin: VersionOrigin, left: TextFacts): ExampleFacts[] {
  return [
    [
      ['address', plainLabel(origin.url)],
      ['found as', wayWords([...new Set(origin.evidence.map(({ kind }) => kind))])],
    ],
    [
      ['index asked', `${origin.archive}/cdx/search/cdx?url=${plainLabel(origin.url)}`],
      ...origin.row.map((value, at) => [INDEX_FIELDS[at]!, plainLabel(value)] as const),
    ],
    [
      ['listed', plural(origin.listed, 'capture')],
      ['distinct digests', groupDigits(origin.distinct)],
      ['fetched', groupDigits(origin.fetched)],
    ],
    [
      ['asked for', plainLabel(left.rawUrl ?? '')],
      [
        'answer',
        `${origin.statuscode}, ${plainLabel(origin.contentType ?? 'no type')}, ${plural(origin.payloadBytes, 'byte')}`,
      ],
      ['received', shortDay(origin.retrievedAt)],
      ['sha-256', left.payloadHash],
    ],
    [
      ['left out', `${plural(left.removed.length, 'piece')}: ${removedWords(left.removed)}`],
      [
        'kept',
        `${plural(left.wordCount, 'word')}, ${percent(new TextEncoder().encode(left.markdown).length / origin.payloadBytes)} of the bytes`,
      ],
    ],
  ];
}

function textSteps(left: TextFacts, right: TextFacts, step: StepSummary, change: Change): ExampleFacts[] {
  const clause = left.clauses[change.left[0]!]!;
  const topics = clause.topics.map(({ topic, rule }) => `${topic} (rule ${rule})`).join(', ');
  const { counts } = step;
  return [
    [
      ['title', plainLabel(left.title ?? 'none')],
      ['language', left.language ?? 'not told'],
      ['states a date', plainLabel(left.statedDate?.words ?? 'none')],
    ],
    [
      ['text', `sha-256 ${left.textHash}`],
      [
        'seen',
        `${plural(left.captureCount, 'capture')}, ${shortDay(left.firstSeen)} to ${shortDay(left.lastSeen)}`,
      ],
    ],
    [
      ['clauses', groupDigits(left.clauses.length)],
      [
        'the clause shown',
        `${clause.kind} at position ${clause.position}, under ${clause.headingPath.map(plainLabel).join(' › ') || 'no heading'}`,
      ],
      ['topics', topics],
    ],
    [
      ['compared with', `the version first seen ${shortDay(right.firstSeen)}`],
      [
        'clauses',
        `${counts.unchanged} unchanged, ${counts.edited} edited, ${counts.added} added, ${counts.removed} removed, ${counts.moved} moved`,
      ],
      ['words carried over', percent(step.carriedShare)],
    ],
    [
      ['this clause', `${plural(change.wordsAdded, 'word')} in, ${change.wordsRemoved} out`],
      [
        'the whole step',
        `${plural(step.wordsAdded, 'word')} in, ${step.wordsRemoved} out: ${sizeLabels[step.sizeClass]}`,
      ],
      ['it happened', windowWords(right.changedAfter, right.firstSeen)],
    ],
  ];
}

/** One version followed through all ten steps. */
export function viewExample(
  { domain, policy }: PolicyName,
  origin: VersionOrigin,
  left: TextFacts,
  right: TextFacts,
  step: StepSummary,
  change: Change,
): ExampleView {
  const spans = hideTypography(change.spans, 'right');
  return {
    domain,
    day: shortDay(left.timestamp),
    version: versionAddress(domain, policy, left.slug),
    change: changeAddress(domain, policy, left.slug, right.slug),
    steps: [...originSteps(origin, left), ...textSteps(left, right, step, change)],
    clause: renderSpans(
      spans.filter(([kind]) => kind !== 'added').map(([, words]) => ['kept', words] as const),
    ),
    edited: renderSpans(spans),
  };
}

export interface ClassRow {
  readonly sizeClass: SizeClass;
  readonly label: string;
  readonly rule: string;
}

/** The classes of a step with their limits, as core decides them. */
export function listClasses(): ClassRow[] {
  const limits = new Map<SizeClass, string>(
    SIZE_LIMITS.map(([most, sizeClass]) => [sizeClass, `up to ${most} words replaced, added or removed`]),
  );
  limits.set('very large', `more than ${SIZE_LIMITS.at(-1)![0]} words`);
  limits.set('rewrite', `fewer than ${percent(REWRITE_SHARE)} of the words carried over`);
  return (Object.keys(sizeLabels) as SizeClass[]).map((sizeClass) => ({
    sizeClass,
    label: sizeLabels[sizeClass],
    rule: limits.get(sizeClass) ?? sizeExplanations[sizeClass],
  }));
}

/** What the numbers of the alignment mean; a new one without a meaning does not compile. */
const thresholdMeanings: Readonly<Record<keyof Thresholds, string>> = {
  pairShare: 'weight of a pair of neighbouring words, against its two words',
  anywhere: 'likeness from which two clauses are the same, wherever they stand',
  distinct: 'the same, for two clauses that are like no others',
  distinctRatio: 'so many times less like the next best must be for that',
  inPlace: 'likeness from which clauses between the same neighbours are paired first',
  inPlaceMargin: 'so much less like than the best elsewhere a clause in place may be',
  leftover: 'likeness from which what is left between the same neighbours is paired',
  prior: 'weight added to both clauses before likeness is trusted wherever they stand',
  neighbourBonus: 'added for each neighbour paired with the other’s neighbour',
  titleBonus: 'added for the same run-in title',
  kindPenalty: 'taken off where one is a heading and the other a paragraph, say',
  partCoverage: 'share of a part’s words that must stand in the whole, for a split or merge',
  neighbourCoverage: 'the same, for a part next to another part',
  wholeCoverage: 'share of the whole’s words that the parts must cover together',
  leastPart: 'words that a part must take over',
  leastShare: 'share of the whole that a part away from the others must take over',
  loose: 'likeness below which a pair out of place is given up for a split or merge',
  leftoverShort: 'as for what is left between neighbours, where both clauses are short',
};

export const listThresholds = (): { name: string; value: number; meaning: string }[] =>
  (Object.keys(thresholdMeanings) as (keyof Thresholds)[]).map((name) => ({
    name,
    value: THRESHOLDS[name],
    meaning: thresholdMeanings[name],
  }));

export interface TopicRow {
  readonly title: string;
  readonly covers: string;
  readonly rules: readonly { readonly name: string; readonly where: string; readonly pattern: string }[];
}

const wheres: Readonly<Record<string, string>> = {
  heading: 'headings',
  text: 'the clause’s words',
  both: 'words and headings',
};

/** Every topic with the rules that give it. */
export const listTopicRules = (): TopicRow[] =>
  TOPICS.map(({ name, title, covers }) => ({
    title,
    covers,
    rules: listRules('en')
      .filter(({ topic }) => topic === name)
      .map((rule) => ({
        name: rule.name,
        where: wheres[rule.where] ?? rule.where,
        pattern: rule.pattern.source,
      })),
  }));
