import { expect, test } from 'vitest';
import { compareKeys, policyOf } from './page-order.ts';

test('a page belongs to its policy, its company, or the collection', () => {
  expect(policyOf('/[domain]/[policy]/[slug]/index.json', '/a.example/privacy/2001-01-01/index.json')).toBe(
    '/a.example/privacy',
  );
  expect(policyOf('/[domain]/[policy]', '/a.example/privacy')).toBe('/a.example/privacy');
  expect(policyOf('/[domain]/changes.atom', '/a.example/changes.atom')).toBe('/a.example');
  expect(policyOf('/topics/[topic]', '/topics/cookies')).toBe('');
});

test('pages about the whole collection come last', () => {
  expect(['', '/b.example', '/a.example/privacy', '', '/a.example'].sort(compareKeys)).toEqual([
    '/a.example',
    '/a.example/privacy',
    '/b.example',
    '',
    '',
  ]);
});
