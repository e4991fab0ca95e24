import { expect, test } from 'vitest';
import { formatRulesLock, type RulesLock } from '../../crawler/derive/rules.ts';
import { STAGES, type Stage } from '../../crawler/derive/stages.ts';
import { readLocked, renewLock } from './renew-lock.ts';

const each = (value: string) =>
  Object.fromEntries(STAGES.map((stage) => [stage, value])) as Record<Stage, string>;
const LOCK = Object.fromEntries(
  STAGES.map((stage) => [stage, { number: 3, sources: 's', answers: 'a' }]),
) as RulesLock;
const numbers = (lock: RulesLock) => STAGES.map((stage) => lock[stage].number);
const locked = readLocked(formatRulesLock(LOCK));

test('other sources with the same answers renew the hashes alone', () => {
  const renewed = renewLock(locked, { ...each('s'), payload: 'x' }, each('a'));
  expect(numbers(renewed)).toEqual([3, 3, 3, 3]);
  expect(renewed.payload.sources).toBe('x');
});

test('other answers from the same sources are those to another question', () => {
  expect(numbers(renewLock(locked, each('s'), each('b')))).toEqual([3, 3, 3, 3]);
});

test.each([
  ['payload', [4, 3, 3, 3]],
  ['text', [3, 4, 3, 3]],
  ['labels', [3, 3, 4, 3]],
  ['history', [3, 3, 3, 4]],
] as const)('other answers of the stage %s raise its number, and none after it', (stage, wanted) => {
  const later = STAGES.slice(STAGES.indexOf(stage));
  const answers = stage === 'labels' ? ['labels'] : later;
  const now = { ...each('a'), ...Object.fromEntries(answers.map((name) => [name, 'b'])) };
  expect(numbers(renewLock(locked, { ...each('s'), [stage]: 'x' }, now))).toEqual(wanted);
});

test('labels and histories that both answer otherwise are both raised', () => {
  const now = { ...each('a'), labels: 'b', history: 'b' };
  expect(numbers(renewLock(locked, each('x'), now))).toEqual([3, 3, 4, 4]);
});

test('a conflict is ended by what both sides say: the higher number, and the next where neither answers so', () => {
  const [ours, theirs] = [
    { ...LOCK, payload: { number: 4, sources: 'o', answers: 'o' } },
    { ...LOCK, payload: { number: 5, sources: 't', answers: 't' } },
  ];
  const text = `<<<<<<< HEAD\n${formatRulesLock(ours)}=======\n${formatRulesLock(theirs)}>>>>>>> other\n`;
  const now = { ...each('s'), payload: 'x' };
  expect(renewLock(readLocked(text), now, { ...each('a'), payload: 't' }).payload.number).toBe(5);
  expect(renewLock(readLocked(text), now, { ...each('a'), payload: 'b' }).payload.number).toBe(6);
});
