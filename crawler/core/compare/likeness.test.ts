import { expect, test } from 'vitest';
import { createKeyCache, makeKeys } from './keys.ts';
import { logarithm, weighFeatures } from './likeness.ts';
import { clausesOf } from './test-notation.ts';

test('our logarithm is the natural one', () => {
  for (const value of [1, 1.5, 2, 3, 10, 777.7, 1e6])
    expect(logarithm(value)).toBeCloseTo(Math.log(value), 8);
});

test('rare words weigh more than common ones, and a clause as much as its words', () => {
  const clauses = clausesOf(`
    We share your name with Alba.
    We share your name with Boreas.
    We share your name with nobody.`);
  const keys = makeKeys(clauses, createKeyCache());
  const { bags, weight } = weighFeatures(keys, keys, 0);
  const { features, counts, total } = bags.get(keys[0]!)!;
  const weights = features.map((feature) => weight[feature]!).filter((own) => own > 0);
  expect(weights).toHaveLength(6);
  expect(Math.max(...weights)).toBeCloseTo(Math.log(1 + 3));
  expect(Math.min(...weights)).toBeCloseTo(Math.log(1 + 1));
  expect(total).toBeCloseTo(features.reduce((sum, feature, k) => sum + weight[feature]! * counts[k]!, 0));
});
