import { expect, test } from 'vitest';
import { formatSpans } from './test-notation.ts';
import { hideTypography } from './visible-spans.ts';
import { diffWords } from './words.ts';

const LEFT = 'We say "no" -  always; it\'s our rule for all.';
const RIGHT = 'We say “no” – always; it’s their rule for all.';

test('typography and white space are not marked', () => {
  expect(formatSpans(hideTypography(diffWords(LEFT, RIGHT), 'right'))).toBe(
    'We say “no” – always; it’s [-our-]{+their+} rule for all.',
  );
});

test.each([
  ['left', 'removed', LEFT],
  ['right', 'added', RIGHT],
] as const)('the %s text stays whole', (side, own, text) => {
  const spans = hideTypography(diffWords(LEFT, RIGHT), side);
  expect(spans.flatMap(([kind, words]) => (kind === 'kept' || kind === own ? [words] : [])).join('')).toBe(
    text,
  );
});
