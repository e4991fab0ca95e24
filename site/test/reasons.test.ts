import { expect, test } from 'vitest';
import { passReasons } from '../../crawler/core/sample.ts';
import { skipReasons } from '../../crawler/core/select.ts';
import { reasons } from '../../crawler/normalize/normalization.ts';
import { failureReasons } from '../../crawler/run/fetch/fetch-captures.ts';
import { describedReasons, reasonLabel, reasonText } from '../view/reasons.ts';

/** Reasons that `run/derive-history.ts` gives itself. */
const GIVEN_WITH_OUTCOMES = ['same-digest', 'not-normalized', 'truncated', 'incomplete', 'other-language'];

test('every reason the crawler gives is described for readers, and no other', () => {
  const given = [passReasons, skipReasons, reasons, failureReasons].flatMap((list) => Object.keys(list));
  expect([...new Set([...given, ...GIVEN_WITH_OUTCOMES])].sort()).toEqual([...describedReasons].sort());
  for (const reason of describedReasons) expect(reasonText(reason).more, reason).toMatch(/\w\.$/);
});

test('a reason of another program is shown as it is', () => {
  expect(reasonLabel('made-up-reason')).toBe('made up reason');
  expect(reasonLabel(null)).toBe('');
});
