import { describe, expect, test } from 'vitest';
import { durationWords, endWords, seenWords, windowShort, windowWords } from './dates.ts';

describe('the language of time', () => {
  test('a version was seen, at one time or from one to another', () => {
    const seen = (firstSeen: string | null, lastSeen: string | null, captureCount: number) =>
      seenWords({ firstSeen, lastSeen, captureCount });
    expect(seen('20021215143804', '20021215143804', 1)).toBe('seen 15 Dec 2002 (1 capture)');
    expect(seen('20021215143804', '20021215200000', 2)).toBe('seen 15 Dec 2002 (2 captures)');
    expect(seen('20100303000000', '20121109000000', 14)).toBe('seen 3 Mar 2010 to 9 Nov 2012, 14 captures');
    expect(seen(null, null, 1)).toBe('date unknown');
  });

  test('a change happened between two captures; a day is named only where the window is one', () => {
    expect(windowWords('20021215143804', '20061228000000')).toBe('between 15 Dec 2002 and 28 Dec 2006');
    expect(windowWords('20100303010000', '20100303220000')).toBe('on 3 March 2010');
    expect(windowWords('20100302230000', '20100303220000')).toBe('on 2 Mar 2010 or 3 Mar 2010');
    expect(windowWords('20100302000000', '20100304000000')).toBe('between 2 Mar 2010 and 4 Mar 2010');
    expect(windowWords(null, '20100304000000')).toBe('at an unknown time');
    expect(windowShort('20021215143804', '20061228000000')).toBe('2002-12-15 → 2006-12-28');
  });

  test('lengths are rounded to what can be grasped', () => {
    expect(durationWords('20020101000000', '20020210000000')).toBe('40 days');
    expect(durationWords('20020101000000', '20030301000000')).toBe('14 months');
    expect(durationWords('20021215000000', '20061228000000')).toBe('4 years');
  });

  test('the end of what is known is never today', () => {
    expect(endWords('20180529000000', '20260212000000')).toBe(
      'last seen 29 May 2018; not looked for since 12 Feb 2026',
    );
    expect(endWords('20180529000000', null)).toBe('last seen 29 May 2018');
  });
});
