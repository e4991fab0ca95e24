import { expect, test } from 'vitest';
import { listAsOfDays, listNewYears, listStates, renderAsOf, sameAnswerDay, viewAsOf } from './as-of-page.ts';

const NAME = { domain: 'a.example', policy: 'privacy' };
const VERSIONS = [
  { slug: '2001-05-01', firstDay: '2001-05-01', lastDay: '2001-11-01' },
  { slug: '2002-02-01', firstDay: '2002-02-01', lastDay: '2002-02-01' },
  { slug: '2006-12-28', firstDay: '2006-12-28', lastDay: '2007-03-01' },
  { slug: 'undated', firstDay: null, lastDay: null },
];
const at = (day: string) => viewAsOf(NAME, VERSIONS, day);

test('an answer says how sure it is, and leads to what it rests on', () => {
  expect(at('2001-08-01').certainty).toBe('seen before and after');
  expect(at('2001-08-01').sentences).toEqual(['The same text was seen from 1 May 2001 to 1 Nov 2001.']);
  expect(at('2001-12-24').certainty).toBe('within a window');
  expect(at('2001-12-24').links.map((link) => link.address)).toEqual([
    '/a.example/privacy/2001-05-01/',
    '/a.example/privacy/2002-02-01/',
    '/a.example/privacy/2001-05-01--2002-02-01/',
  ]);
  expect(at('2004-06-01').certainty).toBe('unknown');
  expect(at('2004-06-01').sentences.join(' ')).toContain('between 1 Feb 2002 and 28 Dec 2006');
  expect(at('2000-01-01').certainty).toBe('only after');
  expect(at('2020-01-01').sentences).toEqual([
    'Not known: the latest text was last seen on 1 Mar 2007, before this day.',
  ]);
  expect(viewAsOf(NAME, VERSIONS.slice(3), '2001-01-01').certainty).toBe('unknown');
});

test('every answer there is has a page, and so has the first of January of each year', () => {
  expect(listNewYears(VERSIONS)).toEqual([2002, 2003, 2004, 2005, 2006, 2007].map((year) => `${year}-01-01`));
  const days = listAsOfDays(VERSIONS);
  expect(days.slice(0, 5)).toEqual(['2001-05-01', '2001-11-01', '2001-11-02', '2002-01-01', '2002-02-01']);
  // Any day that something held reaches over has the answer of one of these.
  for (const day of ['2001-08-08', '2001-12-24', '2002-02-01', '2004-06-01', '2007-02-02']) {
    const same = sameAnswerDay(VERSIONS, day)!;
    expect(days).toContain(same);
    expect(at(same).sentences).toEqual(at(day).sentences);
  }
  expect(sameAnswerDay(VERSIONS, '1999-01-01')).toBeNull();
  expect(listAsOfDays(VERSIONS.slice(3))).toEqual([]);
});

test('what is seen and the windows between are told from the first capture to the last', () => {
  expect(listStates(NAME, VERSIONS).map(({ from, to, words }) => [from, to, words])).toEqual([
    ['2001-05-01', '2001-11-01', 'this text was seen'],
    ['2001-11-01', '2002-02-01', 'it changed: one text or the next'],
    ['2002-02-01', '2002-02-01', 'this text was seen'],
    ['2002-02-01', '2006-12-28', 'it changed: one text or the next'],
    ['2006-12-28', '2007-03-01', 'this text was seen'],
  ]);
});

test('the answer is escaped', () => {
  const view = { ...at('2001-08-01'), sentences: ['<b>'], links: [{ address: '/"x', words: '<i>' }] };
  expect(renderAsOf(view)).not.toMatch(/<[bi]>|"x"/);
});
