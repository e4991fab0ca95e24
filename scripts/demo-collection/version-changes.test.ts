import { expect, it } from 'vitest';
import { applyChanges } from './version-changes.ts';

const keys = ['a/1', 'b/1', 'c/1', 'd/1'];

it.each([
  ['b/1 -> b/2', ['a/1', 'b/2', 'c/1', 'd/1']],
  ['b/1 -> b/2 + e/1', ['a/1', 'b/2', 'e/1', 'c/1', 'd/1']],
  ['d/1 + b/1 -> f/1', ['a/1', 'f/1', 'c/1']],
  ['- a/1', ['b/1', 'c/1', 'd/1']],
  ['+ e/1 after a/1', ['a/1', 'e/1', 'b/1', 'c/1', 'd/1']],
  ['+ e/1 before a/1', ['e/1', 'a/1', 'b/1', 'c/1', 'd/1']],
  ['+ e/1 last', ['a/1', 'b/1', 'c/1', 'd/1', 'e/1']],
  ['move a/1 after c/1', ['b/1', 'c/1', 'a/1', 'd/1']],
  ['move d/1 first', ['d/1', 'a/1', 'b/1', 'c/1']],
])('applies "%s"', (change, expected) => {
  expect(applyChanges(keys, [change], 'here')).toEqual(expected);
});

it.each([
  ['x/1 -> x/2', 'names x/1, which the text before does not hold'],
  ['- x/1', 'names x/1'],
  ['+ e/1 after x/1', 'names x/1'],
  ['rename a/1', 'is not a change'],
])('refuses "%s"', (change, message) => {
  expect(() => applyChanges(keys, [change], 'here')).toThrow(message);
});
