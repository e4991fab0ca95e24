import { describe, expect, test } from 'vitest';
import { findAsOf, parseDay } from '../policy/as-of.ts';
import type { TopicHistory } from './topic-history.ts';
import { renderMatrixRows } from './topic-matrix.ts';
import { answerTopic, countAnswers, renderTopicRows } from './topic-page.ts';

const clause = (text: string) => ({ label: 'Cookies', labelIsOurs: false, text, anchor: 'cookies' });

/** Silent in 2001, speaks in 2002, changed by 2003, then a gap until 2010, when it says nothing. */
const HISTORY: TopicHistory = {
  domain: 'a.example',
  policy: 'privacy',
  versions: [
    { slug: '2001-01-01', language: 'en', firstDay: '2001-01-01', lastDay: '2001-06-01' },
    { slug: '2002-01-01', language: 'en', firstDay: '2002-01-01', lastDay: '2002-06-01' },
    { slug: '2003-01-01', language: 'en', firstDay: '2003-01-01', lastDay: '2003-06-01' },
    { slug: '2010-01-01', language: 'en', firstDay: '2010-01-01', lastDay: '2010-01-01' },
  ],
  runs: [
    { from: 0, to: 0, standing: 'silent', clauses: [] },
    { from: 1, to: 1, standing: 'spoken', clauses: [clause('We set one cookie.')] },
    { from: 2, to: 2, standing: 'spoken', clauses: [clause('We set \\<b>many cookies.')] },
    { from: 3, to: 3, standing: 'silent', clauses: [] },
  ],
};
const UNDATED: TopicHistory = {
  domain: 'b.example',
  policy: 'privacy',
  versions: [{ slug: 'undated', language: 'en', firstDay: null, lastDay: null }],
  runs: [{ from: 0, to: 0, standing: 'spoken', clauses: [clause('No cookies.')] }],
};

describe('as of a day', () => {
  test.each([
    ['2000-01-01', { kind: 'before-first', after: 0 }],
    ['2001-01-01', { kind: 'seen', at: 0 }],
    ['2001-04-01', { kind: 'seen', at: 0 }],
    ['2001-09-01', { kind: 'window', before: 0, after: 1, isGap: false }],
    ['2005-01-01', { kind: 'window', before: 2, after: 3, isGap: true }],
    ['2011-01-01', { kind: 'after-last', before: 3 }],
  ])('%s', (day, expected) => {
    expect(findAsOf(HISTORY.versions, day)).toEqual(expected);
  });

  test('a policy without dates is undated on every day', () => {
    expect(findAsOf(UNDATED.versions, '2001-01-01')).toEqual({ kind: 'undated' });
  });

  test('only days that exist are days', () => {
    expect(parseDay(' 2004-02-29 ')).toBe('2004-02-29');
    for (const text of ['2003-02-29', '2003-13-01', '1889-01-01', '2003', 'today', '2003-1-1']) {
      expect(parseDay(text)).toBeNull();
    }
  });
});

describe('what is said on a topic', () => {
  test('three ways of being empty are told apart', () => {
    expect(answerTopic(HISTORY, '2001-03-01').kind).toBe('says nothing');
    expect(answerTopic(HISTORY, '2005-01-01')).toEqual({
      kind: 'not known',
      note: 'not known on this date: no usable capture between 2003-06-01 and 2010-01-01',
    });
    expect(answerTopic(HISTORY, '1999-01-01').kind).toBe('not archived');
  });

  test('in a short window the text before the change is given, and said to be that', () => {
    expect(answerTopic(HISTORY, '2002-09-01')).toEqual({
      kind: 'says',
      at: 1,
      note: 'the text before a change that happened between 2002-06-01 and 2003-01-01',
    });
  });

  test('rows and counts agree, and texts stay text', () => {
    const html = renderTopicRows([HISTORY, UNDATED], 'Cookies', '2003-02-01');
    expect(html).toContain('We set &lt;b&gt;many cookies.');
    expect(html).toContain('date unknown');
    expect(countAnswers([HISTORY, UNDATED], '2001-03-01')).toBe(
      '1 of 2 policies speaks of it, 1 says nothing',
    );
  });

  test('the matrix says in words what its marks mean', () => {
    const presence = {
      domain: 'a.example',
      policy: 'privacy',
      versions: HISTORY.versions.map((version, at) => ({
        ...version,
        isJudged: true,
        topics: at === 1 || at === 2 ? ['cookies'] : [],
        perhaps: [],
      })),
    };
    const cell = (day: string | null) =>
      /class="spoken">([^<]*)/.exec(
        renderMatrixRows([presence], [{ name: 'cookies', title: 'Cookies' }], day),
      )?.[1];
    expect(cell(null)).toBe('says nothing');
    expect(cell('2002-03-01')).toBe('speaks of it');
    expect(cell('2002-09-01')).toBe('speaks of it');
    expect(cell('2001-09-01')).toContain('one of two texts');
    expect(cell('2005-01-01')).toBe('not known: gap');
    expect(cell('1999-01-01')).toBe('not archived');
  });
});

test('a clause is linked where its anchor is: in the first version that says so', () => {
  const history: TopicHistory = {
    ...HISTORY,
    runs: [{ from: 0, to: 3, standing: 'spoken', clauses: [clause('We set one cookie.')] }],
  };
  expect(renderTopicRows([history], 'Cookies', '2010-01-01')).toContain(
    'href="/a.example/privacy/2001-01-01/#cookies"',
  );
});

test('a row begins with the sentence that names the topic, of the clause that does', () => {
  const partners = `We show lamps to partners of ours. ${'They look at them for a while. '.repeat(6)}Some of them set cookies in your browser. ${'Then they go home again. '.repeat(8)}`;
  const other = { ...clause('The lamp is on. '.repeat(60)), label: 'Lamps' };
  const clauses = [other, { ...clause(partners), label: 'Partners' }];
  const history: TopicHistory = { ...HISTORY, runs: [{ from: 0, to: 3, standing: 'spoken', clauses }] };
  expect(renderTopicRows([history], 'Cookies', '2010-01-01')).toContain(
    '>… Some of them set cookies in your browser. Then they go home again.',
  );
});

test('a long table opens fewer clauses in place, and says how many more there are', () => {
  const clauses = Array.from({ length: 8 }, () => clause(`We set cookies. ${'x'.repeat(1000)}`));
  const history: TopicHistory = { ...HISTORY, runs: [{ from: 0, to: 3, standing: 'spoken', clauses }] };
  const table = (rows: number) =>
    renderTopicRows(Array<TopicHistory>(rows).fill(history), 'Cookies', '2010-01-01');
  expect(table(2)).not.toContain('in the version');
  expect(table(40)).toContain('6 more clauses in the version');
  expect(table(400)).toContain('>8 clauses in the version');
  expect(table(40).length).toBeLessThan(2 * 110_000);
});

describe('a text whose language has no rules', () => {
  const FRENCH: TopicHistory = {
    domain: 'c.example',
    policy: 'privacy',
    versions: [
      { slug: '2001-01-01', language: 'en', firstDay: '2001-01-01', lastDay: '2001-06-01' },
      { slug: '2002-01-01', language: 'eo', firstDay: '2002-01-01', lastDay: '2002-06-01' },
    ],
    runs: [
      { from: 0, to: 0, standing: 'silent', clauses: [] },
      { from: 1, to: 1, standing: 'not-judged', clauses: [] },
    ],
  };
  const presence = {
    domain: 'c.example',
    policy: 'privacy',
    versions: FRENCH.versions.map((version, at) => ({
      ...version,
      isJudged: at === 0,
      topics: [],
      perhaps: [],
    })),
  };

  test('is not judged, and never silent', () => {
    expect(answerTopic(FRENCH, null)).toEqual({ kind: 'not judged', at: 1, note: '' });
    expect(countAnswers([HISTORY, FRENCH], null)).toBe(
      '0 of 2 policies speak of it, 1 says nothing, 1 not judged',
    );
    const html = renderTopicRows([FRENCH], 'Cookies', null);
    expect(html).toContain('not judged: no rules for eo');
    expect(html).not.toContain('says nothing');
  });

  test('has a mark of its own in the matrix, between two texts as well', () => {
    const cell = (day: string | null) =>
      /class="(cell-[a-z-]+)"/.exec(
        renderMatrixRows([presence], [{ name: 'cookies', title: 'Cookies' }], day),
      )?.[1];
    expect(cell(null)).toBe('cell-not-judged');
    expect(cell('2001-09-01')).toBe('cell-not-judged');
    expect(cell('2001-03-01')).toBe('cell-silent');
  });
});

test('a doubtful silence is perhaps, in the row and in the matrix', () => {
  const doubtful: TopicHistory = {
    ...UNDATED,
    runs: [{ from: 0, to: 0, standing: 'perhaps', clauses: [clause('Small files help us.')] }],
  };
  expect(answerTopic(doubtful, null).kind).toBe('perhaps');
  expect(countAnswers([doubtful], null)).toBe('0 of 1 policy speak of it, 1 perhaps');
  expect(renderTopicRows([doubtful], 'Cookies', null)).toContain('perhaps: no rule found it');
  const version = { ...UNDATED.versions[0]!, isJudged: true, topics: [], perhaps: ['cookies'] };
  const row = renderMatrixRows(
    [{ ...UNDATED, versions: [version] }],
    [{ name: 'cookies', title: 'Cookies' }],
    null,
  );
  expect(row).toContain('cell-perhaps');
});
