import { expect, test } from 'vitest';
import { nearestSlugs, type PolicyShard, parseVersionName, resolveSlug } from './wire.ts';

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
