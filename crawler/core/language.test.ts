import { expect, test } from 'vitest';
import { areNear, dominantLanguage } from './language.ts';

test('the language of most captures is the policy’s; near languages count together', () => {
  expect(dominantLanguage(['de', 'en', null, 'de'])).toBe('de');
  expect(dominantLanguage(['en', 'de'])).toBe('de');
  expect(dominantLanguage(['en', 'en', 'en', 'hr', 'sr', 'hr', 'sr'])).toBe('hr');
  expect(dominantLanguage([null])).toBe(null);
});

test('texts that pass for either of two near languages are in one', () => {
  expect(areNear('hr', 'sr')).toBe(true);
  expect(areNear('ms', 'id')).toBe(true);
  expect(areNear('nl', 'de')).toBe(false);
});
