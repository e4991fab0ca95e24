import { expect, test } from 'vitest';
import { parseClauses } from '../core/index.ts';
import { compareHistory } from './compare-history.ts';

const OLD =
  '# Policy\n\n## Cookies\n\nWe set one cookie in your browser.\n\nYou may refuse it at any time.\n';
const MOVED =
  '## Choices\n\nYou may refuse it at any time.\n\n## Cookies\n\nWe set one cookie in your browser.\n';
const version = (markdown: string) => ({ clauses: parseClauses(markdown), isDated: true });

test('clauses of one heading go by their own words, which stay when they move under another', () => {
  const { lineages } = compareHistory([version(OLD), version(MOVED)]);
  expect(lineages.map(({ slug, label }) => [slug, label]).slice(1, 4)).toEqual([
    ['cookies', 'Cookies'],
    ['we-set-one-cookie-in-your-browser', 'We set one cookie in your browser.'],
    ['you-may-refuse-it-at-any-time', 'You may refuse it at any time.'],
  ]);
});

test('an address minted after the heading stays with its clause, and no other clause takes it', () => {
  const minted = new Map([
    ['cookies-2', 'We set one cookie in your browser.'],
    ['cookies-3', 'Another clause had this address.'],
  ]);
  const { lineages } = compareHistory([version(OLD), version(MOVED)], minted);
  expect(lineages.map(({ slug }) => slug).slice(1, 4)).toEqual([
    'cookies',
    'cookies-2',
    'you-may-refuse-it-at-any-time',
  ]);
});
