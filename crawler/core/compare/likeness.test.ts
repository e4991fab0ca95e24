import { expect, test } from 'vitest';
import { createKeyCache, makeKeys } from './keys.ts';
import { likeness, logarithm, weighFeatures } from './likeness.ts';
import { clausesOf } from './test-notation.ts';

test('our logarithm is the natural one', () => {
  for (const value of [1, 1.5, 2, 3, 10, 777.7, 1e6])
    expect(logarithm(value)).toBeCloseTo(Math.log(value), 8);
});

test('rare words make clauses alike, common ones hardly', () => {
  const clauses = clausesOf(`
    We share your name with Alba.
    We send your name to Alba.
    We share your name with Boreas.
    We share your name with nobody.`);
  const keys = makeKeys(clauses, createKeyCache());
  const weights = weighFeatures(keys, keys, 0);
  const [shareAlba, sendAlba, shareBoreas] = keys as [(typeof keys)[0], (typeof keys)[0], (typeof keys)[0]];
  expect(likeness(shareAlba, shareAlba, weights)).toBeCloseTo(1);
  expect(likeness(shareAlba, sendAlba, weights)).toBeLessThan(likeness(shareAlba, shareAlba, weights));
  expect(likeness(shareAlba, shareBoreas, weights)).toBeCloseTo(likeness(shareBoreas, shareAlba, weights));
});
