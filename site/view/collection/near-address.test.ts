import { expect, test } from 'vitest';
import {
  editDistance,
  meansCompany,
  nearestNames,
  nearestVersions,
  readAddress,
  readCompanyWords,
} from './near-address.ts';

test.each([
  ['paltalk.example/privacy/2002-12-15/', 'paltalk.example', 'privacy', ['2002-12-15']],
  ['WWW.PalTalk.example/Privacy', 'paltalk.example', 'privacy', []],
  ['a.example/2002-12-15', 'a.example', null, ['2002-12-15']],
  ['a.example/privacy/2002-12-15..2006-12-28/', 'a.example', 'privacy', ['2002-12-15', '2006-12-28']],
  ['a.example/privacy/20021215143804/', 'a.example', 'privacy', []],
  ['a.example/privacy/at/20040601/', 'a.example', 'privacy', ['2004-06-01']],
  ['a.example/privacy/2004/', 'a.example', 'privacy', ['2004-01-01']],
])('%s is read as a company, a policy and days', (path, domain, policy, days) => {
  expect(readAddress(path)).toEqual({ domain, policy, days });
});

test.each(['', 'companies', 'topics/cookies', '..', 'a..b/privacy'])('%j names no company', (path) => {
  expect(readAddress(path)).toBeNull();
});

test('near names share the stem or differ by little', () => {
  const known = ['pocketdiary.example', 'parlor.example', 'northstack.example'];
  expect(nearestNames('parlor.example', known)).toEqual(['parlor.example']);
  expect(nearestNames('parlor.com', known)).toEqual(['parlor.example']);
  expect(nearestNames('parlour.example', known)).toEqual(['parlor.example']);
  expect(nearestNames('diary.example', known)).toEqual(['pocketdiary.example']);
  expect(nearestNames('something-else.example', known)).toEqual([]);
  expect(editDistance('kitten', 'sitting')).toBe(3);
});

test('near versions are the one seen then, or those on both sides', () => {
  const versions = [
    { slug: 'a', firstDay: '2001-01-01', lastDay: '2002-01-01' },
    { slug: 'b', firstDay: '2004-01-01', lastDay: '2004-01-01' },
    { slug: 'undated', firstDay: null, lastDay: null },
  ];
  const near = (day: string) => nearestVersions(day, versions).map(({ slug }) => slug);
  expect(near('2001-06-01')).toEqual(['a']);
  expect(near('2003-01-01')).toEqual(['a', 'b']);
  expect(near('2000-01-01')).toEqual(['a']);
  expect(near('2010-01-01')).toEqual(['b']);
});

test.each([
  ['https://www.parlor.example/privacy?x=1', 'parlor.example'],
  ['PARLOR.example:8080', 'parlor.example'],
  ['policies.parlor.example/terms', 'policies.parlor.example'],
  [' Parlor ', 'parlor'],
  ['two words', 'two words'],
])('the company box looks for %s as %s', (typed, wanted) => {
  expect(readCompanyWords(typed)).toBe(wanted);
});

test('a longer host means the company it belongs to, and no other that ends alike', () => {
  expect(meansCompany('policies.parlor.example', 'parlor.example')).toBe(true);
  expect(meansCompany('otherparlor.example', 'parlor.example')).toBe(false);
  expect(meansCompany('parl', 'parlor.example')).toBe(true);
});
