import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  type Answered,
  compareAnswers,
  gatherQuestions,
  listAnswers,
  noteReading,
  question,
  recordAnswers,
  working,
} from './questions.ts';

/** What is "outside": the store of these tests, by key. */
const outside = new Map<string, number>();
const asked: string[] = [];

const value = question('value', 10, (key: string) => {
  noteReading();
  asked.push(key);
  return outside.get(key) ?? null;
});
const sum = question('sum', 10, (a: string, b: string) => {
  asked.push(`${a}+${b}`);
  return (value(a) ?? 0) + (value(b) ?? 0);
});
const isLarge = question('isLarge', 10, (a: string, b: string) => sum(a, b) > 100);
const pair = working(
  1,
  (a: string, b: string) =>
    new Map([
      [a, value(a)],
      [b, value(b)],
    ]),
);

beforeEach(() => {
  recordAnswers();
  outside.clear();
  asked.length = 0;
});

const id = (...parts: string[]) => JSON.stringify(parts);

/** As another build would find it: nothing asked yet under these names. */
const copyRecord = () => new Map<string, Answered>(listAnswers());

test('an answer is remembered, and says what it was made from', () => {
  outside.set('a', 1).set('b', 2);
  expect([isLarge('a', 'b'), isLarge('a', 'b')]).toEqual([false, false]);
  expect(asked).toEqual(['a+b', 'a', 'b']);
  expect(listAnswers().get(id('isLarge', 'a', 'b'))?.asked).toEqual([id('sum', 'a', 'b')]);
  expect(listAnswers().get(id('sum', 'a', 'b'))?.asked).toEqual([id('value', 'a'), id('value', 'b')]);
});

test('whoever asks depends on the answer, whatever it was made from; on all of it where it is only worked with', () => {
  outside.set('c', 1).set('d', 2);
  const page = gatherQuestions(() => isLarge('c', 'd'));
  page.done();
  expect([...page.asked]).toEqual([id('isLarge', 'c', 'd')]);
  for (let time = 0; time < 2; time++) {
    const other = gatherQuestions(() => pair('c', 'd'));
    other.done();
    expect([...other.asked]).toEqual([id('value', 'c'), id('value', 'd')]);
  }
});

test('a question whose own questions are answered as before is not asked again', () => {
  outside.set('e', 1).set('f', 2);
  isLarge('e', 'f');
  const isUnchanged = compareAnswers(copyRecord());
  asked.length = 0;
  expect(isUnchanged(id('isLarge', 'e', 'f'))).toBe(true);
  expect(asked).toEqual([]);
});

test('one answered anew with the same answer changes nothing for those who asked it', () => {
  outside.set('g', 60).set('h', 50);
  isLarge('g', 'h');
  const before = copyRecord();
  // As the build before had it: another value, another sum, and as large.
  before.set(id('value', 'g'), { hash: 'old', asked: [] });
  before.set(id('sum', 'g', 'h'), { ...before.get(id('sum', 'g', 'h'))!, hash: 'old' });
  const isUnchanged = compareAnswers(before);
  expect(isUnchanged(id('value', 'g'))).toBe(false);
  expect(isUnchanged(id('value', 'h'))).toBe(true);
  expect(isUnchanged(id('sum', 'g', 'h'))).toBe(false);
  expect(isUnchanged(id('isLarge', 'g', 'h'))).toBe(true);
});

test('a question that is new, or about something gone, has changed', () => {
  const gone = question('gone', 1, (): number => {
    throw new Error('there is no such thing');
  });
  const isUnchanged = compareAnswers(new Map([[id('gone'), { hash: 'x', asked: [] }]]));
  expect(gone).toThrow();
  expect(isUnchanged(id('gone'))).toBe(false);
  expect(isUnchanged(id('never asked'))).toBe(false);
  expect(isUnchanged(id('value', 'never asked either'))).toBe(false);
});

test('reading outside of a question is refused', () => {
  expect(noteReading).toThrow('wrap the reading');
});

test('an answer without a plain form is refused by the compiler', () => {
  // @ts-expect-error: a map has no JSON
  question('odd', 1, () => ({ within: new Map() }));
  question('even', 1, () => ({ within: [{ one: 1, other: null as string | null }] }));
});

describe('what is read from outside', () => {
  const print = question('print', 10, (key: string) => {
    noteReading();
    asked.push(`print of ${key}`);
    return outside.get(key) ?? null;
  });
  const text = question(
    'text',
    10,
    (key: string) => {
      noteReading();
      asked.push(`text of ${key}`);
      return { key, words: outside.get(key) ?? null };
    },
    { basis: print },
  );
  const count = question('count', 1, (key: string) => ({ of: text(key).words }), { isKept: true });

  /** As a record of another build has it. */
  const recordOf = (key: string, words: number) =>
    new Map<string, Answered>([
      [id('print', key), { hash: hashOf(words), asked: [] }],
      [id('text', key), { hash: 'of the text', asked: [id('print', key)] }],
      [id('count', key), { hash: 'of the count', asked: [id('text', key)], answer: { of: words } }],
    ]);
  const hashOf = (words: number) => createHash('sha256').update(JSON.stringify(words)).digest('base64url');

  test('is not read again while its basis is as before, and an answer kept from it is taken over', () => {
    outside.set('same', 5);
    const isUnchanged = compareAnswers(recordOf('same', 5));
    expect(isUnchanged(id('text', 'same'))).toBe(true);
    expect(count('same')).toEqual({ of: 5 });
    expect(asked).toEqual(['print of same']);
    expect(listAnswers().get(id('count', 'same'))?.answer, 'the next build finds it too').toEqual({ of: 5 });
  });

  test('is read again where its basis is another', () => {
    outside.set('other', 6);
    const isUnchanged = compareAnswers(recordOf('other', 5));
    expect(count('other')).toEqual({ of: 6 });
    expect(isUnchanged(id('count', 'other'))).toBe(false);
    expect(asked).toEqual(['print of other', 'text of other']);
    expect(listAnswers().get(id('text', 'other'))?.asked).toEqual([id('print', 'other')]);
  });
});
