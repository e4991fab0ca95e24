import { emptyQuestion, type TrendQuestion } from './question.ts';

/** The charts that every build draws, so that they can be read without scripts: one page each. */
export interface FixedChart {
  /** Stands in the address. */
  readonly name: string;
  /** Short title for lists and the browser. */
  readonly words: string;
  readonly question: TrendQuestion;
}

const phrases = (...own: string[]): TrendQuestion => ({ ...emptyQuestion, phrases: own });
const metric = (own: TrendQuestion['metric']): TrendQuestion => ({ ...emptyQuestion, metric: own });

export const FIXED_CHARTS: readonly FixedChart[] = [
  { name: 'length', words: 'Length', question: metric('length') },
  { name: 'reading-grade', words: 'Reading grade', question: metric('grade') },
  { name: 'clauses', words: 'Number of clauses', question: metric('clauses') },
  { name: 'changes', words: 'How often policies change', question: metric('changes') },
  { name: 'quiet-changes', words: 'Quiet changes', question: metric('quiet') },
  {
    name: 'topics',
    words: 'Subjects spoken of',
    question: {
      ...emptyQuestion,
      metric: 'topics',
      topics: ['cookies', 'children', 'retention', 'security', 'transfer-abroad', 'location'],
    },
  },
  { name: 'names-others', words: 'Naming other companies', question: metric('third-parties') },
  { name: 'vague-words', words: 'Vague words', question: metric('vague') },
  {
    name: 'legitimate-interest',
    words: '“Legitimate interest” and “consent”',
    question: phrases('legitimate interest*', 'consent*'),
  },
  {
    name: 'personal-data',
    words: '“Personal information” and “personal data”',
    question: phrases('personal information', 'personal data', 'personally identifiable'),
  },
  {
    name: 'tracking-words',
    words: '“Cookies” and their kin',
    question: phrases('cookie*', 'web beacon*', 'pixel*', 'local storage'),
  },
];

/** Every phrase of a fixed chart, none twice. */
export const fixedPhrases: readonly string[] = [
  ...new Set(FIXED_CHARTS.flatMap(({ question }) => question.phrases)),
];
