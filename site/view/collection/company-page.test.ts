import { expect, test } from 'vitest';
import type { VersionSummary } from '../../../crawler/core/index.ts';
import { listCompanyPromises } from './company-promises.ts';
import { listCompanyTopics } from './company-topics.ts';

const version = (number: number, day: string): VersionSummary =>
  ({
    version: number,
    slug: day,
    firstSeen: `${day.replaceAll('-', '')}000000`,
    lastSeen: `${day.replaceAll('-', '')}120000`,
  }) as VersionSummary;
const VERSIONS = [version(1, '2001-02-03'), version(2, '2004-05-06'), version(3, '2008-09-10')];
const use = (name: string, firstVersion: number, lastVersion: number, lineage: number | null = null) => ({
  name,
  lineage,
  firstVersion,
  lastVersion,
});

test('promises are kept or gone, each with its days and where it is read', () => {
  const lineage = { lineage: 7, slug: 'sharing', label: 'Sharing', isHeading: false };
  const promises = listCompanyPromises(
    { domain: 'lantern.example', policy: 'privacy' },
    [
      use('We never sell lamps.', 1, 3, 7),
      use('We will not share orders.', 2, 2),
      // The same words in another case are the same promise, that went on.
      use('We keep letters locked.', 1, 1),
      use('we keep letters locked', 2, 3),
    ],
    VERSIONS,
    [{ ...lineage, versionCount: 3, changeCount: 0, presentInLatest: true }],
  );
  expect(promises.kept).toEqual([
    {
      sentence: 'We never sell lamps.',
      when: 'since 3 Feb 2001 or before',
      address: '/lantern.example/privacy/clauses/sharing/',
    },
    {
      sentence: 'We keep letters locked.',
      when: 'since 3 Feb 2001 or before',
      address: '/lantern.example/privacy/2001-02-03/',
    },
  ]);
  expect(promises.gone).toEqual([
    {
      sentence: 'We will not share orders.',
      when: '6 May 2004 to 6 May 2004',
      address: '/lantern.example/privacy/2004-05-06/',
    },
  ]);
});

test('topics are told of the latest text, with since when and until when; an unjudged text is told of with its reason', () => {
  const day = (at: number) => ['2001-02-03', '2004-05-06', '2008-09-10'][at]!;
  const versions = VERSIONS.map(({ slug }, at) => ({
    slug,
    language: 'en',
    firstDay: day(at),
    lastDay: day(at),
  }));
  const topics = ['cookies', 'children', 'seals', 'sharing'].map((name) => ({ name, title: name }));
  const run = (from: number, to: number, standing: 'spoken' | 'silent' | 'not-judged') => ({
    from,
    to,
    standing,
  });
  const told = listCompanyTopics(
    topics,
    new Map([
      ['cookies', [run(0, 2, 'spoken')]],
      ['children', [run(0, 0, 'spoken'), run(1, 1, 'silent'), run(2, 2, 'spoken')]],
      ['seals', [run(0, 1, 'spoken'), run(2, 2, 'silent')]],
      ['sharing', [run(0, 2, 'silent')]],
    ]),
    versions,
  )!;
  expect(told.spoken.map(({ title, when }) => [title, when])).toEqual([
    ['cookies', ''],
    ['children', 'since 10 Sep 2008'],
  ]);
  expect(told.silent.map(({ title, when }) => [title, when])).toEqual([
    ['seals', 'spoke of it, last seen 6 May 2004'],
    ['sharing', ''],
  ]);
  expect(told.notJudged).toBeNull();
  const french = versions.map((one) => ({ ...one, language: 'fr' }));
  const unjudged = listCompanyTopics(
    topics,
    new Map(topics.map(({ name }) => [name, [run(0, 2, 'not-judged')]])),
    french,
  );
  expect(unjudged).toMatchObject({ spoken: [], silent: [], notJudged: 'no rules for French' });
});
