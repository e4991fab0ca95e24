import { describe, expect, test } from 'vitest';
import { alignClauses } from './align.ts';
import { extendBlame, startBlame, survivalOfFirst } from './blame.ts';
import { clausesOf } from './test-notation.ts';

function blame(...versions: string[]) {
  const [first, ...others] = versions.map(clausesOf);
  let state = startBlame(first!);
  let left = first!;
  for (const right of others) {
    state = extendBlame(state, alignClauses(left, right), right);
    left = right;
  }
  return state;
}

describe('since when a sentence stands', () => {
  test('sentences keep their age in an edited clause', () => {
    const state = blame(
      'We keep your name. We keep your address for ninety days.',
      'We keep your name. We keep your address for thirty days. We like cats.',
      'We keep your name. We keep your address for thirty days. We like dogs.',
    );
    expect(state.clauses[0]!.map(({ since }) => since)).toEqual([0, 1, 2]);
    expect(survivalOfFirst(state)).toBe(1 / 2);
  });

  test('and where they move to another clause, but only once each', () => {
    const state = blame(
      'Cats read your letters in the office.\nWe like cats.',
      'Cats read your letters in the office. We like cats. We like cats.',
    );
    expect(state.clauses[0]!.map(({ since }) => since)).toEqual([0, 0, 1]);
  });

  test('a sentence that was away is new', () => {
    const state = blame('We like cats.\nWe keep logs.', 'We keep logs.', 'We like cats.\nWe keep logs.');
    expect(state.clauses.map(([sentence]) => sentence!.since)).toEqual([2, 0]);
  });
});
