import { expect, test } from 'vitest';
import { answerQuestion } from './questions.ts';
import { clausesOf } from './test-notation.ts';

const left = clausesOf('We keep your name.\nCats read your letters.');
const right = clausesOf('Cats read your letters.');

test('two lists of clauses are aligned', () => {
  expect(answerQuestion({ left, right })).toEqual({
    matches: [
      { left: [0], right: [], kind: 'removed', moved: false, score: 0 },
      { left: [1], right: [0], kind: 'unchanged', moved: false, score: 1 },
    ],
    approximate: false,
  });
});

test('two texts are compared word by word', () => {
  expect(answerQuestion({ left: 'We keep logs.', right: 'We keep names.' })).toEqual({
    spans: [
      ['kept', 'We keep '],
      ['removed', 'logs'],
      ['added', 'names'],
      ['kept', '.'],
    ],
    approximate: false,
  });
});

test('a history gives each clause its lineage', () => {
  expect(answerQuestion({ versions: [left, right] })).toEqual({ lineages: [[0, 1], [1]] });
});
