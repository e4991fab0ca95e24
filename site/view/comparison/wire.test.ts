import { expect, test } from 'vitest';
import { compareClauses } from '../../../crawler/core/index.ts';
import type { TextFacts } from '../model.ts';
import { compareVersions } from './compare-page.ts';
import {
  nearestSlugs,
  type PolicyShard,
  packShard,
  parseVersionName,
  resolveSlug,
  unpackVersion,
} from './wire.ts';

test('reads the names of versions, and nothing else', () => {
  expect(parseVersionName('PalTalk.example/privacy@2002-12-15')).toEqual({
    domain: 'paltalk.example',
    policy: 'privacy',
    slug: '2002-12-15',
  });
  expect(parseVersionName('a.example')).toEqual({ domain: 'a.example', policy: 'privacy', slug: 'latest' });
  for (const text of ['', '../x', 'a.example/privacy/2002', 'a.example@2002@3', '<b>', 'a b']) {
    expect(parseVersionName(text)).toBeNull();
  }
});

test('first and latest are dated ones; a date without a version is told its neighbours', () => {
  const shard = {
    versions: [
      { facts: { slug: '2002-12-15', firstSeen: '20021215000000' } },
      { facts: { slug: '2006-12-28', firstSeen: '20061228000000' } },
      { facts: { slug: 'undated', firstSeen: null } },
    ],
  } as unknown as PolicyShard;
  expect(resolveSlug(shard, 'first')).toBe('2002-12-15');
  expect(resolveSlug(shard, 'latest')).toBe('2006-12-28');
  expect(resolveSlug(shard, 'undated')).toBe('undated');
  expect(resolveSlug(shard, '2003-01-01')).toBeNull();
  expect(nearestSlugs(shard, '2003-01-01')).toEqual(['2002-12-15', '2006-12-28']);
  expect(nearestSlugs(shard, '1999-01-01')).toEqual(['2002-12-15']);
});

test('a change of dates alone is one in the browser too, which knows no month', () => {
  const texts = ['Effective *25 mai 2018*, for “all”.', 'Effective 3. Juni 2020, for "all".'];
  const facts = texts.map((text, at) => {
    const clause = { kind: 'paragraph', level: 0, text, headingPath: [], label: 'Dates', labelIsOurs: false };
    const clauses = [{ ...clause, topics: [], perhaps: [], history: null }];
    const slug = `200${at}-01-01`;
    return { slug, firstSeen: `200${at}0101000000`, markdown: '', removed: [], clauses };
  }) as unknown as TextFacts[];
  const shard = packShard('a.example', 'privacy', facts);
  const [left, right] = facts.map(({ slug }) => unpackVersion(shard, slug)!);
  const own = { domain: 'a.example', policy: 'privacy' };
  const view = compareVersions({ ...own, version: left! }, { ...own, version: right! });
  expect(compareClauses(facts[0]!.clauses, facts[1]!.clauses).sizeClass).toBe('date');
  expect(view.comparison.headline).toBe('Dates only.');
});
