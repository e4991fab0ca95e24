import { describe, expect, test } from 'vitest';
import { SUBJECTS } from '../topic-standing.ts';
import { judgeGold, measure, readGold, shareOfFalseSilences } from './gold.ts';

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
