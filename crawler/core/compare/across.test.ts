import { expect, test } from 'vitest';
import { labelTopics } from '../topics.ts';
import { alignAcross, pairAcross } from './across.ts';
import { clausesOf, formatLinks } from './test-notation.ts';

const topicsOf = (clauses: ReturnType<typeof clausesOf>) => clauses.map((clause) => labelTopics(clause, []));

const align = (...[left, right, ...topics]: Parameters<typeof pairAcross>) =>
  alignAcross(left, right, pairAcross(left, right, ...topics));

test('clauses of two companies pair by topic, then by likeness, and the rest stands alone', () => {
  const left = clausesOf(`
    We place a cookie in your browser to remember your basket.
    The shop is open on every day but Sunday, as you can see at the door.
    Our cat sleeps in the window.`);
  const right = clausesOf(`
    The museum is open on every day but Monday, as you can see at the door.
    No cookies are used here, whatever other museums do.
    Children need the permission of their parents.`);
  const { matches } = align(left, right, topicsOf(left), topicsOf(right));
  expect(matches.map(formatLinks)).toEqual(['1>0', '0>1', '>2', '2>']);
  expect(matches[1]!.score).toBeLessThan(0.3);
  expect(matches.every(({ moved }) => !moved)).toBe(true);
});

test('the same clause in both is unchanged', () => {
  const both = clausesOf('We use cookies.');
  expect(align(both, both, topicsOf(both), topicsOf(both)).matches[0]).toMatchObject({
    kind: 'unchanged',
  });
});

test('one topic of many pairs nothing; most topics in common do', () => {
  const left = clausesOf(`
    Broad words on many things at once.
    Short words on one.`);
  const right = clausesOf(`
    Other sentences altogether.`);
  const topics = (...names: string[]) => names.map((topic) => ({ topic, rule: 'x' }));
  const leftTopics = [topics('use', 'cookies', 'security', 'contact'), topics('log-files')];
  const { matches } = align(left, right, leftTopics, [topics('cookies', 'children')]);
  expect(matches.map(formatLinks)).toEqual(['>0', '0>', '1>']);
  const near = align(left, right, leftTopics, [topics('log-files', 'children')]);
  expect(near.matches.map(formatLinks)).toEqual(['1>0', '0>']);
});
