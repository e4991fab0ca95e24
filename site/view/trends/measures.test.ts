import { describe, expect, test } from 'vitest';
import {
  constantPanel,
  findWidestRange,
  isWatchedInto,
  joinDays,
  type TrendCompany,
  type TrendText,
  textIn,
  watchedStretches,
} from './facts.ts';
import { changeLines, meanLine, medianLine, quantile, quietLine, shareLine } from './measures.ts';
import { listSlots } from './slots.ts';

/** Invented histories: a text is named by the days on which captures held it. */
function text(version: number, words: number, ...days: string[]): TrendText {
  return {
    version,
    slug: days[0]!,
    seen: joinDays(days),
    words,
    clauses: 10,
    grade: 12,
    vague: 0,
    namesOthers: false,
    topics: [],
  };
}

function company(domain: string, texts: readonly TrendText[], sizes: readonly string[] = []): TrendCompany {
  const steps = sizes.map((sizeClass, at) => {
    const [left, right] = [texts[at]!, texts[at + 1]!];
    return {
      left: left.version,
      right: right.version,
      sizeClass: sizeClass as TrendCompany['steps'][number]['sizeClass'],
      after: left.seen.at(-1)![1],
      before: right.seen[0]![0],
    };
  });
  return { domain, policy: 'privacy', texts, steps };
}

const halves = listSlots(2004, 2006, 'half');
const [early, late] = halves as [(typeof halves)[0], (typeof halves)[0]];

describe('a text is known', () => {
  test('in the slot of a single capture, and in no other', () => {
    const one = company('a.example', [text(1, 500, '2004-06-30')]);
    expect(textIn(one, early)?.version).toBe(1);
    expect(textIn(one, late)).toBeNull();
  });

  test('between two captures, if they lie no further apart than 366 days', () => {
    const near = company('a.example', [text(1, 500, '2004-06-30', '2005-07-01')]);
    expect(halves.map((slot) => textIn(near, slot) !== null)).toEqual([true, true, true, true, false, false]);
    const far = company('a.example', [text(1, 500, '2004-06-30', '2005-07-02')]);
    expect(halves.map((slot) => textIn(far, slot) !== null)).toEqual([
      true,
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  test('last of several in a slot, also where it returned', () => {
    const texts = [text(1, 500, '2004-01-01'), text(2, 600, '2004-05-05'), text(3, 500, '2004-06-30')];
    expect(textIn(company('a.example', texts), early)?.version).toBe(3);
    expect(textIn(company('a.example', texts.slice(0, 2)), early)?.version).toBe(2);
  });

  test('on the first and the last day of a slot', () => {
    const first = company('a.example', [text(1, 500, '2004-07-01')]);
    const last = company('b.example', [text(1, 500, '2004-12-31')]);
    for (const one of [first, last]) {
      expect(halves.map((slot) => textIn(one, slot) !== null)).toEqual([
        false,
        true,
        false,
        false,
        false,
        false,
      ]);
    }
  });
});

describe('a panel', () => {
  const through = company('through.example', [
    text(1, 500, '2004-02-01', '2005-01-01', '2005-12-01', '2006-11-01'),
  ]);
  const holed = company('holed.example', [
    text(1, 500, '2004-02-01', '2004-08-01'),
    text(2, 500, '2006-08-01'),
  ]);
  const late = company('late.example', [text(1, 500, '2005-02-01', '2006-02-01')]);

  test('that is constant holds companies with a text in every slot only', () => {
    expect(constantPanel([through, holed, late], halves)).toEqual([through]);
    expect(constantPanel([through, holed, late], halves.slice(0, 2))).toEqual([through, holed]);
    expect(constantPanel([holed, late], halves)).toEqual([]);
  });

  test('finds the range that it fills best', () => {
    expect(findWidestRange([through], halves)).toEqual([0, 5]);
    // Three slots of two companies, from 2005 H1 on, come to as many places as six of one: the earlier wins.
    expect(findWidestRange([through, late], halves)).toEqual([0, 5]);
    expect(findWidestRange([through, late, late], halves)).toEqual([2, 4]);
    expect(findWidestRange([], halves)).toBeNull();
  });
});

describe('shares and medians', () => {
  const companies = [300, 500, 700, 900, 1100].map((words, at) =>
    company(`c${at}.example`, [text(1, words, '2004-02-01')]),
  );

  test('tell nothing found from nothing known', () => {
    const { points } = shareLine('long', companies, halves, (own) => own.words > 2000, true);
    expect(points[0]).toMatchObject({ value: 0, count: 0, of: 5 });
    expect(points[1]).toMatchObject({ value: null, count: null, of: 0 });
  });

  test('count companies, as a share or a number', () => {
    const holds = (own: TrendText) => own.words > 600;
    expect(shareLine('', companies, halves, holds, true).points[0]).toMatchObject({
      value: 0.6,
      count: 3,
      of: 5,
    });
    expect(shareLine('', companies, halves, holds, false).points[0]).toMatchObject({
      value: 3,
      count: 3,
      of: 5,
    });
  });

  test('give quartiles from five companies on, and leave out texts without the measure', () => {
    const words = (own: TrendText) => own.words;
    expect(medianLine('', companies, halves, words).points[0]).toMatchObject({
      value: 700,
      low: 500,
      high: 900,
      of: 5,
    });
    expect(medianLine('', companies.slice(1), halves, words).points[0]).toMatchObject({
      value: 800,
      low: null,
      high: null,
      of: 4,
    });
    const some = (own: TrendText) => (own.words < 600 ? null : own.words);
    expect(medianLine('', companies, halves, some).points[0]).toMatchObject({ value: 900, of: 3 });
    expect(meanLine('', companies, halves, some).points[0]).toMatchObject({ value: 900, of: 3 });
  });

  test('use the quantile of R and NumPy', () => {
    expect(quantile([1, 2, 3, 4], 0.25)).toBe(1.75);
    expect(quantile([7], 0.75)).toBe(7);
  });
});

describe('changes', () => {
  const steady = company(
    'steady.example',
    [
      text(1, 500, '2004-02-01', '2004-08-01'),
      text(2, 500, '2004-09-01', '2005-03-01'),
      text(3, 500, '2005-04-01'),
    ],
    ['small', 'date'],
  );
  const holed = company(
    'holed.example',
    [
      text(1, 500, '2004-02-01'),
      text(2, 500, '2005-08-01'),
      text(3, 900, '2005-09-01'),
      text(4, 900, '2006-02-01'),
    ],
    ['rewrite', 'large', 'small'],
  );
  const valuesOf = (name: string, companies: readonly TrendCompany[]) =>
    changeLines(companies, halves)
      .find((line) => line.name === name)!
      .points.map(({ value }) => value);

  test('are known of a slot that a company was watched into without a gap', () => {
    expect(watchedStretches(steady)).toEqual([['2004-02-01', '2005-04-01']]);
    expect(watchedStretches(holed)).toEqual([
      ['2004-02-01', '2004-02-01'],
      ['2005-08-01', '2006-02-01'],
    ]);
    expect(halves.map((slot) => isWatchedInto(watchedStretches(steady), slot))).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  test('belong to the slot in which the new text was first seen', () => {
    expect(valuesOf('up to 50 words', [steady])).toEqual([null, 1, 0, null, null, null]);
    expect(valuesOf('quiet only', [steady])).toEqual([null, 0, 1, null, null, null]);
  });

  test('that a gap hides are not counted', () => {
    expect(valuesOf('rewritten', [holed])).toEqual([null, null, null, null, 0, null]);
    expect(valuesOf('up to 50 words', [holed])).toEqual([null, null, null, null, 1, null]);
    // The step of 2005-09-01 was seen from one capture to the next, so that it is one of the changes.
    expect(quietLine([holed, steady], halves).points.map(({ count, of }) => [count, of])).toEqual([
      [null, 0],
      [0, 1],
      [1, 1],
      [0, 1],
      [0, 1],
      [null, 0],
    ]);
  });
});
