import { describe, expect, test } from 'vitest';
import {
  GOLD_LANGUAGES,
  type JudgedClause,
  judgeGold,
  measureSilences,
  readGold,
} from '../../../scripts/gold-labels.ts';
import { SUBJECTS } from '../topic-standing.ts';
import { SILENCES } from '../topics/silences.ts';

/** F1 over all labels, and the mean of the labels' own, in percent. */
function measure(clauses: readonly JudgedClause[], map: (topics: readonly string[]) => readonly string[]) {
  const counts = new Map<string, { both: number; given: number; wanted: number }>();
  const countOf = (label: string) => {
    const known = counts.get(label) ?? { both: 0, given: 0, wanted: 0 };
    counts.set(label, known);
    return known;
  };
  for (const clause of clauses) {
    const [given, wanted] = [new Set(map(clause.given)), new Set(map(clause.topics))];
    for (const label of given) countOf(label).given++;
    for (const label of wanted) countOf(label).wanted++;
    for (const label of given) if (wanted.has(label)) countOf(label).both++;
  }
  const f1 = (c: { both: number; given: number; wanted: number }) => (200 * c.both) / (c.given + c.wanted);
  const wanted = [...counts.values()].filter((count) => count.wanted > 0);
  const sum = { both: 0, given: 0, wanted: 0 };
  for (const count of counts.values()) {
    sum.both += count.both;
    sum.given += count.given;
    sum.wanted += count.wanted;
  }
  return { micro: f1(sum), macro: wanted.reduce((total, count) => total + f1(count), 0) / wanted.length };
}

/** Of the silences that would be claimed of the policies, the share that is false, in percent. */
function shareOfFalseSilences(clauses: readonly JudgedClause[]): number {
  const counts = Object.values(measureSilences(clauses).topics);
  const sum = (at: 0 | 1) => counts.reduce((total, count) => total + count[at], 0);
  return (100 * sum(1)) / sum(0);
}

/** The ten practices of OPP-115 (Wilson and others, 2016), and which topics are each. */
const PRACTICES: Readonly<Record<string, string>> = {
  collection: 'first party',
  use: 'first party',
  'log-files': 'first party',
  cookies: 'first party',
  analytics: 'first party',
  location: 'first party',
  'third-parties': 'third party',
  advertising: 'third party',
  'legal-disclosure': 'third party',
  'transfer-buyer': 'third party',
  choice: 'choice',
  rights: 'access',
  retention: 'retention',
  security: 'security',
  'policy-change': 'policy change',
  'do-not-track': 'do not track',
  children: 'audiences',
  'law-specific': 'audiences',
  'transfer-abroad': 'audiences',
  contact: 'contact',
};
const toPractices = (topics: readonly string[]) => topics.flatMap((topic) => PRACTICES[topic] ?? []);

test.each(GOLD_LANGUAGES)('gold of %s names listed topics only', (language) => {
  const listed = new Set(SUBJECTS);
  const unknown = readGold(language).flatMap(({ topics }) => topics.filter((topic) => !listed.has(topic)));
  expect(unknown).toEqual([]);
});

describe.each([
  ['en', 300, 70],
  ['de', 150, 60],
  ['fr', 150, 60],
] as const)('labels of invented clauses in %s', (language, least, wanted) => {
  const judged = judgeGold(language);

  test('are measured on enough of them', () => {
    expect(judged.length).toBeGreaterThanOrEqual(least);
  });

  test(`agree with a reader's: F1 of at least ${wanted}, by topic and by practice`, () => {
    const topics = measure(judged, (all) => all);
    const practices = measure(judged, toPractices);
    expect(Math.min(topics.micro, topics.macro)).toBeGreaterThanOrEqual(wanted);
    expect(Math.min(practices.micro, practices.macro)).toBeGreaterThanOrEqual(wanted);
  });

  test('are silent as often falsely as the site says (renewed by scripts/gold-labels.ts)', () => {
    expect(measureSilences(judged)).toEqual(SILENCES[language]);
  });

  test('leave few silences that are false', () => {
    expect(shareOfFalseSilences(judged)).toBeLessThanOrEqual(language === 'en' ? 9 : 20);
  });
});
