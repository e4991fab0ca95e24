import { expect, test } from 'vitest';
import { joinDays, type TrendCompany } from './facts.ts';
import { formatPairsCsv, pairAround, pairFinding, pairsAround, renderPairRows } from './law-page.ts';
import { LAW_DAYS } from './laws.ts';

const DAY = '2018-05-25';

/** An invented company, its texts named by the days on which captures held them. */
const company = (domain: string, ...texts: string[][]): TrendCompany => ({
  domain,
  policy: 'privacy',
  texts: texts.map((days, at) => ({
    version: at + 1,
    slug: days[0]!,
    seen: joinDays(days),
    words: 100 * (at + 1),
    clauses: 5,
    grade: at === 0 ? 12.3 : null,
    vague: 0,
    namesOthers: false,
    topics: [],
  })),
  steps: texts.slice(1).map((days, at) => ({
    left: at + 1,
    right: at + 2,
    sizeClass: 'large',
    after: texts[at]!.at(-1)!,
    before: days[0]!,
  })),
});

const slugs = (one: TrendCompany) => {
  const pair = pairAround(one, DAY);
  return pair && [pair.before.slug, pair.after?.slug ?? null, pair.hasGap];
};

test('the pair is the text that stood before the day and the next one', () => {
  expect(slugs(company('a.example', ['2017-09-01'], ['2018-01-01', '2018-06-01'], ['2018-07-01']))).toEqual([
    '2018-01-01',
    '2018-07-01',
    false,
  ]);
});

test('a text first seen on the day itself is the next one', () => {
  expect(slugs(company('a.example', ['2018-05-24'], [DAY]))).toEqual(['2018-05-24', DAY, false]);
});

test('a gap before the day leaves the company out, a gap after it is told', () => {
  expect(slugs(company('a.example', ['2017-05-23'], ['2018-06-01']))).toBeNull();
  expect(slugs(company('a.example', ['2017-05-24'], ['2018-05-26']))).toEqual([
    '2017-05-24',
    '2018-05-26',
    true,
  ]);
  expect(slugs(company('a.example', ['2018-06-01']))).toBeNull();
  expect(slugs(company('a.example', ['2018-01-01', '2018-09-01']))).toEqual(['2018-01-01', null, false]);
});

test('a text seen before and long after, with a gap that holds the day, is known from before', () => {
  expect(slugs(company('a.example', ['2018-01-01', '2020-01-01'], ['2020-02-01']))).toEqual([
    '2018-01-01',
    '2020-02-01',
    true,
  ]);
});

test('rows, sentence and file tell the same', () => {
  const pairs = pairsAround(
    [company('a.example', ['2018-01-01'], ['2018-06-01']), company('b.example', ['2018-01-01'])],
    DAY,
  );
  expect(pairFinding(pairs, DAY, 3)).toBe(
    '2 of 3 companies were seen within a year before the day, 1 of them with a new text within a year after it: read as cases.',
  );
  const html = renderPairRows(pairs);
  expect(html).toContain('/a.example/privacy/2018-01-01--2018-06-01/');
  expect(html).toContain('no other text seen since');
  expect(formatPairsCsv(pairs).split('\r\n').slice(1, 3)).toEqual([
    'a.example,privacy,2018-01-01,2018-01-01,2018-01-01,100,12.3,2018-06-01,2018-06-01,200,,0',
    'b.example,privacy,2018-01-01,2018-01-01,2018-01-01,100,12.3,,,,,',
  ]);
});

test('the list of laws is in order, and each has a day, a name of its own and a source', () => {
  expect(LAW_DAYS.map(({ day }) => day)).toEqual(LAW_DAYS.map(({ day }) => day).sort());
  expect(new Set(LAW_DAYS.map(({ name }) => name)).size).toBe(LAW_DAYS.length);
  for (const { name, day, source } of LAW_DAYS) {
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
    expect(source).toMatch(/^https:\/\//);
  }
});
