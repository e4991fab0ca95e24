import { describe, expect, test } from 'vitest';
import {
  emptyQuestion,
  formatTrendQuestion,
  listPhrases,
  noteOnPhrases,
  parseTrendQuestion,
} from './question.ts';

const read = (address: string) => parseTrendQuestion(new URLSearchParams(address));

describe('the address of a chart', () => {
  test.each([
    '?q=legitimate+interest*%2C+cookie*',
    '?q=cookie*&unit=rate&slot=year&panel=constant&from=2004&to=2018&laws=1',
    '?metric=length',
    '?metric=topic%3Acookies%2Cchildren&unit=count',
  ])('%s says all that is asked', (address) => {
    expect(formatTrendQuestion(read(address))).toBe(address);
  });

  test('that says something wrongly leaves it at its default', () => {
    expect(read('?q=cookies&unit=tons&slot=day&panel=some&from=-3&to=year')).toEqual({
      ...emptyQuestion,
      phrases: ['cookies'],
    });
    expect(read('?metric=happiness')).toEqual(emptyQuestion);
    expect(read('?metric=topic:<b>')).toEqual(emptyQuestion);
    expect(read('?metric=length&unit=rate').unit).toBe('share');
  });

  test('asks for phrases before a metric, and for years in their order', () => {
    expect(read('?q=cookies&metric=length').metric).toBe('phrases');
    expect(read('?q=cookies&from=2018&to=2004')).toMatchObject({ from: 2004, to: 2018 });
  });
});

describe('phrases as typed', () => {
  test('stand between commas, none twice, none without a word, six at most', () => {
    expect(listPhrases(' log  files,,cookie*, log files, "!", ')).toEqual(['log files', 'cookie*']);
    expect(listPhrases('a,b,c,d,e,f,g')).toHaveLength(6);
    expect(listPhrases('x'.repeat(500))[0]).toHaveLength(60);
  });
});

test('phrases stand as typed, without their quotes; what is not taken is said', () => {
  expect(listPhrases('"do not sell", “web beacon*”')).toEqual(['do not sell', 'web beacon*']);
  expect(noteOnPhrases('a, b, -cookies, d, e, f, g')).toEqual([
    'Only 6 phrases are drawn; left out: “g”.',
    'A minus leaves nothing out of a chart: “-cookies” was looked for as words.',
  ]);
  expect(noteOnPhrases('do not sell')).toEqual([]);
});

test('the address holds the panel, the set of companies and the point that is opened', () => {
  const address = '?q=beacon&panel=least&least=8&companies=a.example%2Cb.example&at=2004-H1&line=2';
  const question = parseTrendQuestion(new URLSearchParams(address));
  expect(question).toMatchObject({
    panel: 'least',
    least: 8,
    companies: ['a.example', 'b.example'],
    point: { slot: '2004 H1', line: 2 },
  });
  expect(formatTrendQuestion(question)).toBe(address);
});
