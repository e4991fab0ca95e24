import type { SizeClass } from '../../../crawler/core/index.ts';
import type { DayStretch, TrendCompany, TrendFacts, TrendStep, TrendText } from './facts.ts';

/**
 * The facts as the form's file holds them: rows instead of objects, since there is one for every version. What follows
 * from something else (a slug that is the first day, the days of a step) is left out.
 */

type WireText = readonly [
  version: number,
  slug: string | null,
  words: number,
  clauses: number,
  grade: number | null,
  vague: number,
  namesOthers: 0 | 1,
  topics: readonly number[],
  ...seen: string[],
];

type WireStep = readonly [left: number, right: number, sizeClass: SizeClass];

interface CompanyWire {
  readonly domain: string;
  readonly policy: string;
  readonly texts: readonly WireText[];
  readonly steps: readonly WireStep[];
}

export interface TrendWire extends Omit<TrendFacts, 'companies'> {
  /** What the rows hold, for whoever reads the file otherwise. */
  readonly columns: { readonly texts: readonly string[]; readonly steps: readonly string[] };
  readonly companies: readonly CompanyWire[];
}

const COLUMNS: TrendWire['columns'] = {
  texts: [
    'version',
    'slug, null where it is the first day',
    'words',
    'clauses',
    'reading grade',
    'vague words',
    '1 where it names another company',
    'topics by position',
    'first and last day of each stretch it was seen in',
  ],
  steps: ['left version', 'right version', 'size class'],
};

function packText(text: TrendText): WireText {
  const { version, slug, words, clauses, grade, vague, namesOthers, topics, seen } = text;
  const own = slug === seen[0]?.[0] ? null : slug;
  return [version, own, words, clauses, grade, vague, namesOthers ? 1 : 0, topics, ...seen.flat()];
}

function unpackText(row: WireText): TrendText {
  const [version, slug, words, clauses, grade, vague, names, topics, ...days] = row;
  const seen: DayStretch[] = [];
  for (let at = 0; at + 1 < days.length; at += 2) seen.push([days[at]!, days[at + 1]!]);
  return {
    version,
    slug: slug ?? seen[0]?.[0] ?? '',
    words,
    clauses,
    grade,
    vague,
    namesOthers: names === 1,
    topics,
    seen,
  };
}

export function packTrendFacts({ companies, ...facts }: TrendFacts): TrendWire {
  return {
    ...facts,
    columns: COLUMNS,
    companies: companies.map(({ domain, policy, texts, steps }) => ({
      domain,
      policy,
      texts: texts.map(packText),
      steps: steps.map(({ left, right, sizeClass }) => [left, right, sizeClass]),
    })),
  };
}

function unpackCompany({ domain, policy, texts, steps }: CompanyWire): TrendCompany {
  const own = texts.map(unpackText);
  const byVersion = new Map(own.map((text) => [text.version, text]));
  return {
    domain,
    policy,
    texts: own,
    steps: steps.map(([left, right, sizeClass]): TrendStep => {
      const after = byVersion.get(left)!.seen.at(-1)![1];
      const before = byVersion.get(right)!.seen[0]![0];
      return { left, right, sizeClass, after, before };
    }),
  };
}

/** The facts of a fetched file. Throws an Error where it is of another format. */
export function unpackTrendFacts({ columns: _columns, companies, ...facts }: TrendWire): TrendFacts {
  if (facts.format !== 1) throw new Error('the facts of the charts are in an unknown format');
  return { ...facts, companies: companies.map(unpackCompany) };
}
