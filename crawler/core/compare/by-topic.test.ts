import { expect, test } from 'vitest';
import { compareByTopic, findTwinSentences } from './by-topic.ts';
import { clausesOf as readClauses } from './test-notation.ts';

const clausesOf = (text: string, label = '') => readClauses(text).map((clause) => ({ ...clause, label }));

const topics = (...names: string[]) => names.map((topic) => ({ topic, rule: 'x' }));

test('topic by topic, one clause beside several, the rest only on one side', () => {
  const left = clausesOf(`
    We set a cookie that remembers your basket until the browser is closed, and a cookie that counts visits.
    Children under 13 may not write to us.
    The shop is open on every day but Sunday.`);
  const right = clausesOf(`
    We set a cookie that remembers your basket for the time of the visit.
    We set a cookie that counts visits of the pages.
    Parents decide what minors may do here.
    We keep letters for a year.`);
  const { groups } = compareByTopic(
    { clauses: left, topics: [topics('cookies'), topics('children'), []] },
    {
      clauses: right,
      topics: [topics('cookies'), topics('cookies'), topics('children'), topics('retention')],
    },
  );
  const told = groups.map(({ topic, rows, onlyLeft, onlyRight }) => [
    topic,
    rows.map((row) => `${row.left}|${row.right}`).join(' '),
    `${onlyLeft}`,
    `${onlyRight}`,
  ]);
  expect(told).toContainEqual(['cookies', '0|0,1', '', '']);
  expect(told).toContainEqual(['children', '1|2', '', '']);
  expect(told).toContainEqual(['retention', '', '', '3']);
  expect(told.at(-1)).toEqual([null, '', '2', '']);
});

test('a clause of several topics stands under the rarest, and once', () => {
  const left = clausesOf(`
    Words on cookies and on children.
    Words on cookies again.
    Words on cookies once more.`);
  const right = clausesOf('Other sentences altogether.');
  const { groups } = compareByTopic(
    { clauses: left, topics: [topics('cookies', 'children'), topics('cookies'), topics('cookies')] },
    { clauses: right, topics: [[]] },
  );
  expect(groups.flatMap(({ onlyLeft }) => onlyLeft).toSorted()).toEqual([0, 1, 2]);
  expect(groups.find(({ topic }) => topic === 'children')!.onlyLeft).toEqual([0]);
  expect(groups.find(({ topic }) => topic === 'cookies')!.elsewhere).toEqual({ left: [0], right: [] });
});

test('a clause stands under the topic it is named by', () => {
  const left = clausesOf('Words on cookies and on children.', 'Third-party cookies');
  const right = clausesOf('Other sentences altogether.');
  const { groups } = compareByTopic(
    { clauses: left, topics: [topics('children', 'cookies')] },
    { clauses: right, topics: [[]] },
  );
  expect(groups.map(({ topic }) => topic)).toEqual(['cookies', null]);
});

test('nearest sentences are numbered alike on both sides, and others not at all', () => {
  const { left, right } = findTwinSentences(
    clausesOf('We never sell your letters to anybody. The cat sleeps in the window.'),
    clausesOf(`
      The museum opens at nine.
      Nobody gets them. We will never sell your letters to anyone.`),
  );
  expect(left[0]!.map(({ twin }) => twin)).toEqual([1, null]);
  expect(right.map((sentences) => sentences.map(({ twin }) => twin))).toEqual([[null], [null, 1]]);
});
