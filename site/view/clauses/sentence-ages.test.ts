import { expect, test } from 'vitest';
import { parseClauses } from '../../../crawler/core/clauses.ts';
import { compareClauses } from '../../../crawler/core/compare/changes.ts';
import { nameAnchors } from '../../../crawler/core/index.ts';
import { renderPieces } from '../inline.ts';
import type { StoredComparison, TextFacts } from '../model.ts';
import { addLeads } from '../text.ts';
import { reachesOverGdpr } from './ages.ts';
import { indexClauses } from './clause-index.ts';
import { renderAges } from './sentence-ages.ts';

const text = (day: string, markdown: string): TextFacts =>
  ({
    markdown,
    clauses: parseClauses(markdown).map((clause) => ({ ...clause, topics: [], perhaps: [], lineage: null })),
    firstSeen: `${day}000000`,
    lastSeen: `${day}000000`,
  }) as unknown as TextFacts;

const OLD = 'The lamp keeps [its settings](https://lantern.example/) at home. It sends them nowhere at all.';
const [first, second] = [
  text('20100101', `${OLD}\n\nLetters are answered by a person within a few days of the week.\n`),
  text(
    '20240101',
    `${OLD} Since this year it learns when you sleep.\n\nLetters are answered by a person within a few days of the week.\n`,
  ),
];
const step = compareClauses(first!.clauses, second!.clauses) as unknown as StoredComparison;
const index = indexClauses([first!, second!], [null, step], []);
const clauses = addLeads(second!.markdown, second!.clauses, nameAnchors(second!.clauses));

test('a clause of sentences of several ages has an element for each; of one age, its note tells it', () => {
  const [mixed, whole] = clauses.map((clause) => renderAges(index, 1, clause));
  expect(whole).toBe('Letters are answered by a person within a few days of the week.');
  expect([...mixed!.matchAll(/<span class="([^"]*)" title="([^"]*)">/g)].map(([, ...own]) => own)).toEqual([
    ['s age-4 pre', 'since 1 Jan 2010 or before'],
    ['s age-4 pre', 'since 1 Jan 2010 or before'],
    ['s age-0', 'since 1 Jan 2024'],
  ]);
  expect(mixed!.replace(/<[^>]+>/g, '')).toBe(
    'The lamp keeps its settings at home. It sends them nowhere at all. Since this year it learns when you sleep.',
  );
  expect(index.survival).toEqual([1, 1]);
});

test('older than the law can be asked only of a younger text with an older history', () => {
  expect([0, 1].map((at) => reachesOverGdpr(index, at))).toEqual([false, true]);
  expect(reachesOverGdpr(indexClauses([second!], [null], []), 0)).toBe(false);
});

test('links and emphasis that go across a cut are closed and opened again', () => {
  expect(renderPieces('**bold words** plain', [5, 9])).toEqual([
    '<strong>bold </strong>',
    '<strong>words</strong> plain',
  ]);
});
