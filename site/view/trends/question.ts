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
  /** As typed, for `phrases`. */
  readonly phrases: readonly string[];
  /** Names, for `topics`. */
  readonly topics: readonly string[];
  readonly unit: TrendUnit;
  readonly slot: SlotLength;
  readonly panel: 'all' | 'constant';
  /** Years, inclusive; null: as far as anything was seen. */
  readonly from: number | null;
  readonly to: number | null;
  /** Whether days of laws are marked under the axis. */
  readonly laws: boolean;
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
  from: null,
  to: null,
  laws: false,
};

/** The phrases of a typed line, between commas; the first six with a word in them, none twice. */
export function listPhrases(typed: string): string[] {
  const phrases = typed
    .split(',')
    .map((one) => one.replace(/\s+/g, ' ').trim().slice(0, MOST_CHARACTERS))
    .filter((one) => parsePhrase(one) !== null);
  return [...new Set(phrases)].slice(0, MOST_PHRASES);
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
    panel: query.get('panel') === 'constant' ? 'constant' : 'all',
    from: isReversed ? to : from,
    to: isReversed ? from : to,
    laws: query.get('laws') === '1',
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
  if (question.from !== null) query.set('from', String(question.from));
  if (question.to !== null) query.set('to', String(question.to));
  if (question.laws) query.set('laws', '1');
  return `?${query}`;
}
