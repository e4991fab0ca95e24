import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SUBJECTS } from '../topic-standing.ts';
import { labelClause } from '../topics/label.ts';

/** A clause of an invented policy, and the topics a reader found in it before any rule was asked. */
interface GoldClause {
  readonly policy: string;
  readonly text: string;
  readonly topics: readonly string[];
}

/** The clauses of a language's file: `= policy`, then `topics | clause`, a dash for none. */
function readGold(language: string): GoldClause[] {
  const lines = readFileSync(new URL(`${language}.txt`, import.meta.url), 'utf8').split('\n');
  let policy = '';
  return lines.flatMap((line) => {
    if (line.startsWith('= ')) policy = line.slice(2);
    const at = line.indexOf(' | ');
    if (line.startsWith('#') || at < 0) return [];
    const topics = line.slice(0, at);
    return [{ policy, text: line.slice(at + 3), topics: topics === '-' ? [] : topics.split(' ') }];
  });
}

/** What the rules say of a gold clause that stands under no heading. */
interface JudgedClause extends GoldClause {
  readonly given: readonly string[];
  readonly perhaps: readonly string[];
}

function judgeGold(language: string): JudgedClause[] {
  return readGold(language).map((gold) => {
    const labels = labelClause({ kind: 'paragraph', level: 0, text: gold.text }, null, language);
    if (labels === null) throw new Error(`no rules for ${language}`);
    return {
      ...gold,
      given: labels.topics.map(({ topic }) => topic),
      perhaps: labels.perhaps.map(({ topic }) => topic),
    };
  });
}

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
function shareOfFalseSilences(clauses: readonly JudgedClause[], topics: readonly string[]): number {
  const byPolicy = [...Map.groupBy(clauses, ({ policy }) => policy).values()];
  const claims = byPolicy.flatMap((own) =>
    topics
      .filter((topic) => !own.some(({ given, perhaps }) => given.includes(topic) || perhaps.includes(topic)))
      .map((topic) => own.some((clause) => clause.topics.includes(topic))),
  );
  return (100 * claims.filter((isFalse) => isFalse).length) / claims.length;
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

test.each(['en', 'de', 'fr'])('gold of %s names listed topics only', (language) => {
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

  test('leave few silences that are false', () => {
    expect(shareOfFalseSilences(judged, SUBJECTS)).toBeLessThanOrEqual(language === 'en' ? 9 : 20);
  });
});
