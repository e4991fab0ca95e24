import { gradeReading } from '../crawler/core/index.ts';
import { working } from './build/questions.ts';
import { policies, release, rulesVersions, trendComparisons, trendVersions } from './store.ts';
import { shownTopics } from './topics.ts';
import { rulesWords } from './view/rules-words.ts';
import { answerTrend, type TrendChart } from './view/trends/chart.ts';
import {
  joinDays,
  type LeftOut,
  type PhraseCounts,
  policyKey,
  seenDays,
  type TrendCompany,
  type TrendFacts,
  type TrendStep,
  type TrendText,
} from './view/trends/facts.ts';
import { FIXED_CHARTS, fixedPhrases } from './view/trends/fixed-charts.ts';
import { type LawPair, pairsAround } from './view/trends/law-page.ts';
import { LAW_DAYS } from './view/trends/laws.ts';

/** What charts count, gathered once for a build: which texts of which companies, and the charts that have pages. */

/** Flags of captures whose numbers say something about the capture, not about the policy. */
const DAMAGED = ['mojibake', 'truncated', 'approximate', 'pdf', 'embedded-data'];

type TrendVersion = ReturnType<typeof trendVersions>[number];

const topicNames = shownTopics.map(({ name }) => name);

const toText = (version: TrendVersion): TrendText => ({
  version: version.version,
  slug: version.slug,
  seen: joinDays(version.days),
  words: version.wordCount,
  clauses: version.clauseCount,
  grade: gradeReading(version.reading),
  vague: version.vagueCount,
  namesOthers: version.thirdPartyCount > 0,
  topics: version.topics.map((name) => topicNames.indexOf(name)).filter((at) => at >= 0),
});

type Doubt = 'undated' | 'otherLanguage' | 'damaged';

function doubtOf({ days, language, flags }: TrendVersion): Doubt | null {
  if (days.length === 0) return 'undated';
  if (language !== 'en') return 'otherLanguage';
  return flags.some((flag) => DAMAGED.includes(flag)) ? 'damaged' : null;
}

/** One policy a company: the one named `privacy`, else its first. */
function choosePolicies(versions: readonly TrendVersion[]): ReadonlySet<string> {
  const chosen = new Map<string, string>();
  for (const { domain, policy } of versions) {
    if (policy === 'privacy' || !chosen.has(domain)) chosen.set(domain, policy);
  }
  return new Set([...chosen].map(([domain, policy]) => policyKey({ domain, policy })));
}

/** Steps between texts that are both counted. */
function groupSteps(texts: ReadonlyMap<string, readonly TrendText[]>): Map<string, TrendStep[]> {
  const comparisons = Map.groupBy(trendComparisons(), policyKey);
  return new Map(
    [...comparisons].map(([key, own]) => {
      const counted = new Map(texts.get(key)?.map((text) => [text.version, text]));
      const steps = own.flatMap(({ left, right, sizeClass }): TrendStep[] => {
        const [before, after] = [counted.get(left), counted.get(right)];
        if (!before || !after) return [];
        return [{ left, right, sizeClass, after: before.seen.at(-1)![1], before: after.seen[0]![0] }];
      });
      return [key, steps];
    }),
  );
}

function listCompanies(counted: readonly TrendVersion[]): TrendCompany[] {
  const byPolicy = Map.groupBy(counted, policyKey);
  const texts = new Map([...byPolicy].map(([key, versions]) => [key, versions.map(toText)]));
  const steps = groupSteps(texts);
  return [...byPolicy].map(([key, [first]]) => ({
    domain: first!.domain,
    policy: first!.policy,
    texts: texts.get(key)!,
    steps: steps.get(key) ?? [],
  }));
}

/** Where each standing phrase is used, by phrase as typed. */
function listUses(counted: readonly TrendVersion[]): ReadonlyMap<string, PhraseCounts> {
  return new Map(
    fixedPhrases.map((typed, at) => {
      const users = counted.filter(({ uses }) => uses[at]! > 0);
      const counts = [...Map.groupBy(users, policyKey)].map(
        ([key, own]) => [key, new Map(own.map(({ version, uses }) => [version, uses[at]!]))] as const,
      );
      return [typed, new Map(counts)];
    }),
  );
}

function countLeftOut(all: readonly TrendVersion[], own: readonly TrendVersion[]): LeftOut {
  const doubts = own.map(doubtOf);
  const count = (doubt: Doubt) => doubts.filter((one) => one === doubt).length;
  const countPolicies = (versions: readonly TrendVersion[]) => new Set(versions.map(policyKey)).size;
  return {
    undated: count('undated'),
    otherLanguage: count('otherLanguage'),
    damaged: count('damaged'),
    otherPolicies: countPolicies(all) - countPolicies(own),
  };
}

const gather = working(1, () => {
  const all = policies().flatMap(({ domain, policy }) => trendVersions(domain, policy, ...fixedPhrases));
  const chosen = choosePolicies(all);
  const own = all.filter((version) => chosen.has(policyKey(version)));
  const counted = own.filter((version) => doubtOf(version) === null);
  const facts: TrendFacts = {
    format: 1,
    release: release(),
    topics: shownTopics.map(({ name, title }) => ({ name, title })),
    companies: listCompanies(counted),
    leftOut: countLeftOut(all, own),
    labelRules: rulesWords(rulesVersions().labels),
  };
  return { facts, uses: listUses(counted) };
});

/** What the form's file holds. */
export const trendFacts = (): TrendFacts => gather().facts;

export interface AnsweredCharts {
  readonly name: string;
  readonly words: string;
  /** The chart of all companies. */
  readonly all: TrendChart;
  /** The chart of the companies seen throughout; null where there is none. */
  readonly constant: TrendChart | null;
}

/** Every fixed chart, with all companies and with those seen throughout; none where no text is counted. */
export const fixedCharts = working(1, (): readonly AnsweredCharts[] => {
  const { facts, uses } = gather();
  return FIXED_CHARTS.flatMap(({ name, words, question }) => {
    const all = answerTrend(facts, question, uses);
    const constant = answerTrend(facts, { ...question, panel: 'constant' }, uses);
    return all ? [{ name, words, all, constant: constant?.panelSize ? constant : null }] : [];
  });
});

/** The fixed chart of an address. */
export const fixedChart = (name: string): AnsweredCharts =>
  fixedCharts().find((chart) => chart.name === name)!;

/** For pages and files of one fixed chart each. */
export const listChartPaths = () => fixedCharts().map(({ name }) => ({ params: { chart: name } }));

/** The days of laws in years in which anything was seen, which charts mark: those that have pages. */
export const listLawPaths = working(1, () => {
  const [first = '', last = ''] = seenDays(trendFacts().companies)?.map((day) => day.slice(0, 4)) ?? [];
  return LAW_DAYS.filter(({ day }) => first <= day.slice(0, 4) && day.slice(0, 4) <= last).map((law) => ({
    params: { law: law.name },
    props: law,
  }));
});

/** The texts of each company before and after a day. */
export const lawPairs = (day: string): LawPair[] => pairsAround(trendFacts().companies, day);
