import { parsePhrase } from '../../../crawler/core/index.ts';
import type { SlotLength } from './slots.ts';

/** What a chart is asked, and its address: `/trends/?q=cookie*,web beacon*&unit=share&slot=half&panel=constant`. */

export type TrendUnit = 'share' | 'count' | 'rate';

/** What is measured where no phrases are looked for. */
export type TrendMetric =
  | 'phrases'
  | 'length'
  | 'grade'
  | 'clauses'
  | 'vague'
  | 'changes'
  | 'quiet'
  | 'third-parties'
  | 'topics';

export interface TrendQuestion {
  readonly metric: TrendMetric;
  /** The phrases as typed, for the metric `phrases`. */
  readonly phrases: readonly string[];
  /** Names, for `topics`. */
  readonly topics: readonly string[];
  readonly unit: TrendUnit;
  readonly slot: SlotLength;
  /** Companies counted: all; those seen in every slot, or in at least `least` of them. */
  readonly panel: 'all' | 'constant' | 'least';
  readonly least: number;
  /** Domains; only those are counted where some are named. */
  readonly companies: readonly string[];
  /** Years, inclusive; null: as far as anything was seen. */
  readonly from: number | null;
  readonly to: number | null;
  /** Whether days of laws are marked under the axis. */
  readonly laws: boolean;
  /** The point that is opened: name of its slot, and number of its line from 1; null for none. */
  readonly point: { readonly slot: string; readonly line: number } | null;
}

export const MOST_PHRASES = 6;
const MOST_CHARACTERS = 60;

/** Metrics that are counted once a company, so that a share and a number can be asked for. */
export const isCounted = (metric: TrendMetric): boolean =>
  metric === 'phrases' || metric === 'topics' || metric === 'third-parties';

const METRICS: readonly TrendMetric[] = [
  'length',
  'grade',
  'clauses',
  'vague',
  'changes',
  'quiet',
  'third-parties',
];

export const emptyQuestion: TrendQuestion = {
  metric: 'phrases',
  phrases: [],
  topics: [],
  unit: 'share',
  slot: 'half',
  panel: 'all',
  least: 1,
  companies: [],
  from: null,
  to: null,
  laws: false,
  point: null,
};

const QUOTES = /^["“”„«»'‘’]+|["“”„«»'‘’]+$/g;

/** The phrases of a typed line, between commas, without quotes; those with a word in them, none twice. */
function splitPhrases(typed: string): string[] {
  const phrases = typed
    .split(',')
    .map((one) => one.replace(/\s+/g, ' ').trim().replace(QUOTES, '').trim().slice(0, MOST_CHARACTERS))
    .filter((one) => parsePhrase(one) !== null);
  return [...new Set(phrases)];
}

export const listPhrases = (typed: string): string[] => splitPhrases(typed).slice(0, MOST_PHRASES);

/** What of a typed line was not taken as it stands, a sentence each. */
export function noteOnPhrases(typed: string): string[] {
  const all = splitPhrases(typed);
  const dropped = all.slice(MOST_PHRASES).map((one) => `“${one}”`);
  const left = all
    .slice(0, MOST_PHRASES)
    .filter((one) => /^[-−–]\S/.test(one))
    .map((one) => `“${one}”`);
  return [
    ...(dropped.length > 0
      ? [`Only ${MOST_PHRASES} phrases are drawn; left out: ${dropped.join(', ')}.`]
      : []),
    ...(left.length > 0
      ? [
          `A minus leaves nothing out of a chart: ${left.join(', ')} ${left.length === 1 ? 'was' : 'were'} looked for as words.`,
        ]
      : []),
  ];
}

/** Domains of a typed list or an address, between commas or blanks. */
export const listDomains = (typed: string): string[] => [
  ...new Set(
    typed
      .toLowerCase()
      .split(/[\s,]+/)
      .filter((one) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(one)),
  ),
];

const PANELS = ['all', 'constant', 'least'] as const;

function parsePoint(query: URLSearchParams): TrendQuestion['point'] {
  const slot = query.get('at') ?? '';
  const line = query.get('line') ?? '1';
  if (!/^\d{4}(-H[12])?$/.test(slot) || !/^[1-9]$/.test(line)) return null;
  return { slot: slot.replace('-', ' '), line: Number(line) };
}

const parseYear = (text: string | null) => (text !== null && /^\d{4}$/.test(text) ? Number(text) : null);

function parseMetric(text: string): Pick<TrendQuestion, 'metric' | 'topics'> {
  if (text.startsWith('topic:')) {
    const topics = text
      .slice('topic:'.length)
      .split(',')
      .filter((name) => /^[a-z-]+$/.test(name));
    if (topics.length > 0) return { metric: 'topics', topics: [...new Set(topics)].slice(0, MOST_PHRASES) };
  }
  return { metric: METRICS.find((metric) => metric === text) ?? 'phrases', topics: [] };
}

/** The metric as it stands in the form and the address; '' for phrases. */
export function formatMetric({ metric, topics }: Pick<TrendQuestion, 'metric' | 'topics'>): string {
  if (metric === 'topics') return `topic:${topics.join(',')}`;
  return metric === 'phrases' ? '' : metric;
}

/** Reads an address or a form; what it says wrongly is left at its default. Phrases go before a metric. */
export function parseTrendQuestion(query: URLSearchParams): TrendQuestion {
  const phrases = listPhrases(query.get('q') ?? '');
  const unit = query.get('unit');
  const [from, to] = [parseYear(query.get('from')), parseYear(query.get('to'))];
  const isReversed = from !== null && to !== null && from > to;
  const { metric, topics } =
    phrases.length > 0 ? parseMetric('') : parseMetric(query.get('metric')?.trim() ?? '');
  return {
    metric,
    phrases,
    topics,
    unit: unit === 'count' || (unit === 'rate' && metric === 'phrases') ? unit : 'share',
    slot: query.get('slot') === 'year' ? 'year' : 'half',
    panel: PANELS.find((panel) => panel === query.get('panel')) ?? 'all',
    least: /^[1-9]\d{0,2}$/.test(query.get('least') ?? '') ? Number(query.get('least')) : 1,
    companies: listDomains(query.get('companies') ?? ''),
    from: isReversed ? to : from,
    to: isReversed ? from : to,
    laws: query.get('laws') === '1',
    point: parsePoint(query),
  };
}

/** Whether anything is asked at all. */
export const isAsked = ({ metric, phrases }: TrendQuestion): boolean =>
  metric !== 'phrases' || phrases.length > 0;

/** The query part of an address, beginning with `?`; defaults are left out. */
export function formatTrendQuestion(question: TrendQuestion): string {
  const query = new URLSearchParams();
  if (question.phrases.length > 0) query.set('q', question.phrases.join(', '));
  else query.set('metric', formatMetric(question));
  if (isCounted(question.metric) && question.unit !== 'share') query.set('unit', question.unit);
  if (question.slot !== 'half') query.set('slot', question.slot);
  if (question.panel !== 'all') query.set('panel', question.panel);
  if (question.panel === 'least') query.set('least', String(question.least));
  if (question.companies.length > 0) query.set('companies', question.companies.join(','));
  if (question.from !== null) query.set('from', String(question.from));
  if (question.to !== null) query.set('to', String(question.to));
  if (question.laws) query.set('laws', '1');
  if (question.point) {
    query.set('at', question.point.slot.replace(' ', '-'));
    if (question.point.line > 1) query.set('line', String(question.point.line));
  }
  return `?${query}`;
}
