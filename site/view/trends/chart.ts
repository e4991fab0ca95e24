import {
  constantPanel,
  findWidestRange,
  type PhraseCounts,
  policyKey,
  seenDays,
  type TrendCompany,
  type TrendFacts,
} from './facts.ts';
import {
  changeLines,
  meanLine,
  medianLine,
  perThousand,
  quietLine,
  shareLine,
  type TrendLine,
} from './measures.ts';
import { openPoint, type PointBehind } from './point.ts';
import type { TrendQuestion } from './question.ts';
import { listCompleteSlots, listSlots, rangeWords, type Slot, slotLengthWords } from './slots.ts';
import { findingOf, notesOf, type Scale, titleOf } from './words.ts';

/** A chart: what a figure, a table and a file show alike. */
export interface TrendChart {
  readonly question: TrendQuestion;
  /** A sentence that can be quoted. */
  readonly title: string;
  /** What the figure shows, in one sentence of figures. */
  readonly finding: string;
  /** What has to be known to read it. */
  readonly notes: readonly string[];
  readonly scale: Scale;
  readonly slots: readonly Slot[];
  readonly lines: readonly TrendLine[];
  /** Whether the one line is a median with its quartiles. */
  readonly hasQuartiles: boolean;
  /** What `of` of a point counts: `companies` or `changes`. */
  readonly counted: 'companies' | 'changes';
  /** How many companies are in the panel: all that have any text in the range, or those with one in every slot. */
  readonly panelSize: number;
  readonly release: string;
  /** The companies behind the point that is opened; null where none is. */
  readonly behind: PointBehind | null;
}

interface Panel {
  readonly slots: readonly Slot[];
  readonly companies: readonly TrendCompany[];
  readonly isChosenRange: boolean;
  /** Slots that are not over yet. */
  readonly unfinished: readonly Slot[];
}

/** The slots and companies that a question is about; null where nothing was seen in its years. */
function findPanel(facts: TrendFacts, question: TrendQuestion): Panel | null {
  const named = new Set(question.companies);
  const counted = facts.companies.filter(({ domain }) => named.size === 0 || named.has(domain));
  const seen = seenDays(counted);
  if (!seen) return null;
  const [first, last] = seen.map((day) => Number(day.slice(0, 4))) as [number, number];
  const [from, to] = [Math.max(question.from ?? 0, first), Math.min(question.to ?? 9999, last)];
  const all = listSlots(from, to, question.slot).filter((slot) => slot.to >= seen[0] && slot.from <= seen[1]);
  const slots = listCompleteSlots(all, facts.release);
  const unfinished = all.slice(slots.length);
  if (slots.length === 0) return null;
  const isChosenRange = question.from !== null || question.to !== null;
  const panel = { slots, companies: counted, isChosenRange, unfinished };
  if (question.panel === 'all') return panel;
  if (question.panel === 'least') {
    return { ...panel, companies: constantPanel(counted, slots, question.least) };
  }
  const widest = isChosenRange ? null : findWidestRange(counted, slots);
  const own = widest ? slots.slice(widest[0], widest[1] + 1) : slots;
  return { ...panel, slots: own, companies: constantPanel(counted, own) };
}

const quoted = (phrase: string) => `“${phrase}”`;

function phraseLines(
  { slots, companies }: Panel,
  { phrases, unit }: TrendQuestion,
  counts: ReadonlyMap<string, PhraseCounts>,
): TrendLine[] {
  return phrases.map((phrase) => {
    const own = counts.get(phrase) ?? new Map<string, ReadonlyMap<number, number>>();
    const uses = (company: TrendCompany, version: number) => own.get(policyKey(company))?.get(version) ?? 0;
    if (unit !== 'rate') {
      const holds = (text: { version: number }, company: TrendCompany) => uses(company, text.version) > 0;
      return shareLine(quoted(phrase), companies, slots, holds, unit === 'share');
    }
    return meanLine(quoted(phrase), companies, slots, (text, company) =>
      perThousand(uses(company, text.version), text),
    );
  });
}

function topicLines(
  { slots, companies }: Panel,
  { topics, unit }: TrendQuestion,
  known: TrendFacts['topics'],
): TrendLine[] {
  return topics.flatMap((name) => {
    const at = known.findIndex((topic) => topic.name === name);
    if (at < 0) return [];
    const holds = (text: { topics: readonly number[] }) => text.topics.includes(at);
    return [shareLine(known[at]!.title, companies, slots, holds, unit === 'share')];
  });
}

function drawLines(
  panel: Panel,
  question: TrendQuestion,
  facts: TrendFacts,
  counts: ReadonlyMap<string, PhraseCounts>,
): TrendLine[] {
  const { slots, companies } = panel;
  switch (question.metric) {
    case 'phrases':
      return phraseLines(panel, question, counts);
    case 'topics':
      return topicLines(panel, question, facts.topics);
    case 'third-parties':
      return [
        shareLine(
          'name another company',
          companies,
          slots,
          (text) => text.namesOthers,
          question.unit === 'share',
        ),
      ];
    case 'length':
      return [medianLine('median', companies, slots, (text) => text.words)];
    case 'grade':
      return [medianLine('median', companies, slots, (text) => text.grade)];
    case 'clauses':
      return [medianLine('median', companies, slots, (text) => text.clauses)];
    case 'vague':
      return [medianLine('median', companies, slots, (text) => perThousand(text.vague, text))];
    case 'changes':
      return changeLines(companies, slots);
    case 'quiet':
      return [quietLine(companies, slots)];
  }
}

const SCALES: Readonly<
  Record<Exclude<TrendQuestion['metric'], 'phrases' | 'topics' | 'third-parties'>, Scale>
> = { length: 'words', grade: 'grade', clauses: 'clauses', vague: 'rate', changes: 'share', quiet: 'share' };

function scaleOf({ metric, unit }: TrendQuestion): Scale {
  return metric === 'phrases' || metric === 'topics' || metric === 'third-parties' ? unit : SCALES[metric];
}

/** Companies of the panel that have any text in its slots. */
function countSeen({ slots, companies }: Panel): number {
  const [from, to] = [slots[0]!.from, slots.at(-1)!.to];
  return companies.filter((company) =>
    company.texts.some((text) => text.seen.some(([first, last]) => first <= to && from <= last)),
  ).length;
}

/**
 * Answers a question from the facts; `counts` holds, for each phrase as typed, where it stands. Null where nothing was seen
 * in the years asked for, or where no topic asked for is known.
 */
export function answerTrend(
  facts: TrendFacts,
  question: TrendQuestion,
  counts: ReadonlyMap<string, PhraseCounts> = new Map(),
): TrendChart | null {
  const panel = findPanel(facts, question);
  if (!panel) return null;
  const lines = drawLines(panel, question, facts, counts);
  if (lines.length === 0) return null;
  const shown = {
    question,
    lines,
    slots: panel.slots,
    scale: scaleOf(question),
    hasQuartiles: ['length', 'grade', 'clauses', 'vague'].includes(question.metric),
    counted: question.metric === 'quiet' ? ('changes' as const) : ('companies' as const),
    panelSize: countSeen(panel),
  };
  const described = {
    ...shown,
    range: rangeWords(panel.slots),
    slotLength: slotLengthWords(question.slot),
    isChosenRange: panel.isChosenRange,
    unfinished: panel.unfinished.map(({ name }) => name),
    facts,
  };
  return {
    ...shown,
    title: titleOf(described),
    finding: findingOf(described),
    notes: notesOf(described),
    release: facts.release,
    behind: openPoint({ ...panel, question, lines, topics: facts.topics, counts }),
  };
}
