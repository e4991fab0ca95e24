import { READING_FORMULA } from '../../../crawler/core/index.ts';
import { groupDigits, percent, plural } from '../plural.ts';
import type { LeftOut, TrendFacts } from './facts.ts';
import { FEWEST, type TrendLine, type TrendPoint } from './measures.ts';
import type { TrendMetric, TrendQuestion } from './question.ts';
import { type Slot, slotWords } from './slots.ts';

/** The sentences of a chart: its title, what it shows, what has to be known. Neutral: what was seen, never why. */

/** What a value is. */
export type Scale = 'share' | 'count' | 'rate' | 'words' | 'grade' | 'clauses';

/** What the sentences are made from. */
export interface DescribedChart {
  readonly question: TrendQuestion;
  readonly lines: readonly TrendLine[];
  readonly slots: readonly Slot[];
  readonly scale: Scale;
  readonly hasQuartiles: boolean;
  readonly counted: 'companies' | 'changes';
  readonly panelSize: number;
  readonly range: string;
  readonly slotLength: string;
  readonly isChosenRange: boolean;
  /** Names of slots that are not over yet. */
  readonly unfinished: readonly string[];
  readonly facts: Pick<TrendFacts, 'leftOut' | 'labelRules'>;
}

/** A panel below this size is told to be read as cases. */
const SMALL_PANEL = 10;

/** A value as it is read: `55 %`, `1146`, `12.4`. */
export function formatValue(value: number, scale: Scale): string {
  if (scale === 'share') return percent(value);
  if (scale === 'grade') return value.toFixed(1);
  if (scale === 'rate') return value.toFixed(2);
  return groupDigits(value);
}

/** What the values are, over the axis. */
export function scaleWords(scale: Scale, counted: 'companies' | 'changes'): string {
  switch (scale) {
    case 'share':
      return `% of ${counted}`;
    case 'count':
      return counted;
    case 'rate':
      return 'per 1000 words';
    case 'grade':
      return READING_FORMULA;
    default:
      return scale;
  }
}

const orList = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;

const each = (lines: readonly TrendLine[]) => (lines.length > 1 ? ' (each by itself)' : '');

function companiesWords({ question, panelSize, slotLength, range, slots }: DescribedChart): string {
  const many = plural(panelSize, 'company', 'companies');
  if (question.panel === 'constant') return `${many} seen in every ${slotLength} ${range}`;
  if (question.panel === 'all') return question.companies.length > 0 ? `${many} chosen` : 'companies';
  const least = Math.min(question.least, slots.length);
  return `${many} seen in at least ${least} of ${slots.length} ${slotLength}s ${range}`;
}

/** The smallest and the largest number of companies or changes in a slot: `1 to 30 companies in each`. */
function countsWords({ lines, counted }: DescribedChart): string {
  const counts = lines[0]!.points.map((point) => point.of);
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const many = counted === 'companies' ? plural(most, 'company', 'companies') : plural(most, 'change');
  return least === most ? `${many} in each` : `${groupDigits(least)} to ${many} in each`;
}

function subject(described: DescribedChart): string {
  const { question, lines } = described;
  const who = companiesWords(described);
  const names = lines.map((line) => line.name);
  const amount = question.unit === 'count' ? 'Number' : 'Share';
  switch (question.metric) {
    case 'phrases':
      return question.unit === 'rate'
        ? `Uses of ${orList(names)}${each(lines)} per 1000 words in the policies of ${who}`
        : `${amount} of ${who} whose policy contains ${orList(names)}${each(lines)}`;
    case 'topics':
      return `${amount} of ${who} whose policy speaks of ${orList(names.map((name) => name.toLowerCase()))}${each(lines)}`;
    case 'third-parties':
      return `${amount} of ${who} whose policy names at least one other company`;
    case 'length':
      return `Median length in words of the policies of ${who}`;
    case 'grade':
      return `Median reading grade (${READING_FORMULA}) of the policies of ${who}`;
    case 'clauses':
      return `Median number of clauses in the policies of ${who}`;
    case 'vague':
      return `Median number of vague words per 1000 words in the policies of ${who}`;
    case 'changes':
      return `Share of ${who} whose policy changed, by the weightiest change`;
    case 'quiet':
      return `Share of changes to the policies of ${who} that are quiet`;
  }
}

/** A sentence that can be quoted: what, of how many, when. */
export function titleOf(described: DescribedChart): string {
  const { question, slotLength, range } = described;
  const counts = countsWords(described);
  if (question.panel === 'all') return `${subject(described)}, by ${slotLength} ${range} (${counts})`;
  const changesToo = described.counted === 'changes' || question.metric === 'changes';
  return changesToo ? `${subject(described)} (${counts})` : subject(described);
}

const isSolid = (point: TrendPoint) => point.value !== null && point.of >= FEWEST;

function oneLineFinding(line: TrendLine, first: number, last: number, described: DescribedChart): string {
  const { slots } = described;
  const say = (at: number) => `${valueWords(line.points[at]!, described)} in ${slotWords(slots[at]!)}`;
  return first === last ? `${capital(say(first))}.` : `From ${say(first)} to ${say(last)}.`;
}

const capital = (text: string) => `${text[0]?.toUpperCase() ?? ''}${text.slice(1)}`;

/** `55 % of 22 companies`, `1146 words (median of 22 companies)`. */
function valueWords(point: TrendPoint, { scale, counted, hasQuartiles }: DescribedChart): string {
  const value = formatValue(point.value!, scale);
  const of = `${groupDigits(point.of)} ${counted}`;
  if (scale === 'share' || scale === 'count') return `${value} of ${of}`;
  const unit =
    scale === 'words' || scale === 'clauses' ? ` ${scale}` : scale === 'rate' ? ' per 1000 words' : '';
  return `${scale === 'grade' ? 'grade ' : ''}${value}${unit} (${hasQuartiles ? 'median' : 'mean'} of ${of})`;
}

/** One sentence of figures: the first and the last slot with enough companies, or the last one for several lines. */
export function findingOf(described: DescribedChart): string {
  return sayFinding(described).replaceAll(' %', '\u00a0%');
}

function sayFinding(described: DescribedChart): string {
  const { lines, slots, counted, slotLength } = described;
  const points = lines[0]!.points;
  const first = points.findIndex(isSolid);
  const last = points.findLastIndex(isSolid);
  if (first < 0) {
    const most = Math.max(...points.map((point) => point.of));
    if (most === 0) return `Nothing was seen: no ${slotLength} has ${counted} to count.`;
    const many = counted === 'companies' ? plural(most, 'company', 'companies') : plural(most, 'change');
    return `Never more than ${many} in one ${slotLength}: read as cases.`;
  }
  if (lines.length === 1) return oneLineFinding(lines[0]!, first, last, described);
  const values = lines.map(
    (line) => `${line.name} ${formatValue(line.points[last]!.value!, described.scale)}`,
  );
  return `In ${slotWords(slots[last]!)}, of ${groupDigits(points[last]!.of)} ${counted}: ${values.join(', ')}.`;
}

/** What has to be known of each metric. */
function metricNotes(metric: TrendMetric, rules: string): string[] {
  switch (metric) {
    case 'phrases':
      return [
        'A phrase is found where its words follow each other in one clause or heading, whatever their case, accents and punctuation; * stands for any ending.',
      ];
    case 'topics':
      return [
        `Topics are given to clauses by rules over English words (version ${rules}); a clause that says a thing in other words is missed.`,
      ];
    case 'third-parties':
      return [
        `Names are found by a list and by their legal form, such as Inc. or Ltd (rules version ${rules}); a company’s own name is left out.`,
      ];
    case 'length':
      return [];
    case 'grade':
      return [
        `Formula: ${READING_FORMULA}, syllables counted by rule. Headings are left out, each list item is a sentence at least, and a text under 100 words has no grade.`,
      ];
    case 'clauses':
      return ['A clause is a heading, paragraph, list item or table row.'];
    case 'vague':
      return [
        `Vague words are those that leave open what is meant, such as “may” or “from time to time” (rules version ${rules}).`,
      ];
    case 'changes':
      return [
        'Counted are companies watched without a gap from before the slot into it. A change belongs to the slot in which the new text was first seen, and a company to its weightiest change.',
        'Rewritten: fewer than a fifth of the words carried over. Quiet: dates, order, links or typography only.',
      ];
    case 'quiet':
      return [
        'A change belongs to the slot in which the new text was first seen; changes inside a gap are left out. Quiet: dates, order, links or typography only.',
      ];
  }
}

function leftOutWords({ undated, otherLanguage, damaged, otherPolicies }: LeftOut): string {
  const parts = [
    `${plural(undated, 'undated text')}`,
    `${plural(otherLanguage, 'text')} not known to be English`,
    `${plural(damaged, 'text')} from damaged or incomplete captures`,
  ];
  const further =
    otherPolicies > 0
      ? ` One policy a company is counted: ${plural(otherPolicies, 'further one')} left out.`
      : '';
  return `Left out: ${parts.join(', ')}.${further}`;
}

function panelNote({ question, isChosenRange, panelSize, slotLength }: DescribedChart): string[] {
  if (question.panel === 'all') return [];
  const size =
    panelSize < SMALL_PANEL
      ? [`The panel has ${plural(panelSize, 'company', 'companies')}: read as cases.`]
      : [];
  const range =
    isChosenRange || question.panel === 'least'
      ? []
      : [`The range is the one that a constant panel fills best: most companies times ${slotLength}s.`];
  return [...size, ...range];
}

/** What has to be known to read the chart, a sentence or two each. */
export function notesOf(described: DescribedChart): string[] {
  const { question, counted, slotLength, hasQuartiles, facts, scale } = described;
  const counts =
    question.metric === 'changes' || question.metric === 'quiet'
      ? []
      : [
          `Each company counts once a ${slotLength}, by the text seen last in it. A text is known from its first to its last capture; a pause of over 366 days between captures is a gap, in which nothing is known.`,
        ];
  const { unfinished, question: asked } = described;
  const chosen =
    asked.companies.length > 0 ? [`Counted are companies of a set: ${asked.companies.join(', ')}.`] : [];
  return [
    ...panelNote(described),
    ...chosen,
    ...(unfinished.length > 0 ? [`Left out, for it was not over: ${unfinished.join(', ')}.`] : []),
    ...metricNotes(question.metric, facts.labelRules),
    ...counts,
    ...(scale === 'rate' && !hasQuartiles ? ['Given is the mean over companies, each counted alike.'] : []),
    ...(hasQuartiles
      ? [
          `The band holds the middle half of the companies, between quartiles by linear interpolation; those of fewer than ${FEWEST} are not drawn.`,
        ]
      : []),
    `Hollow points: fewer than ${FEWEST} ${counted}, read as cases. Nothing is smoothed, and no line crosses a ${slotLength} without ${counted}.`,
    leftOutWords(facts.leftOut),
  ];
}
