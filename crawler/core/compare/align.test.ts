import { describe, expect, test } from 'vitest';
import type { Clause, Match } from '../model.ts';
import { alignClauses } from './align.ts';
import { inventDocuments } from './test-documents.ts';
import { clausesOf, formatLinks, parseAlignment } from './test-notation.ts';

const cases: Record<string, string> = {
  'clauses edited, added and removed': `
    = # Privacy
    ~ We keep your name and your address for ninety days. => We keep your name and address for thirty days.
    - Our office cat reads every letter that reaches us by post.
    = We answer questions by mail.
    + Since this year we also answer questions on the telephone.`,
  'a clause moved, and edited on the way': `
    = # Privacy
    1< Cookies remember which edition of the newspaper you last opened in your browser.
    = We store the list of articles that you have marked for later reading.
    = Subscribers receive an invoice each quarter at the address they gave us.
    = Letters to the editor are printed with the full name of their author.
    1> Cookies remember which edition of the newspaper you last opened in this browser.`,
  'one clause becomes two': `
    = # Orders
    1< We pass your address to the carrier who delivers the parcel. The carrier deletes it after ninety days at the latest.
    1> We pass your address to the carrier who delivers the parcel.
    1> The carrier deletes it after ninety days at the latest.
    = Returned parcels are opened and inspected in our own warehouse.`,
  'two clauses become one': `
    1< We pass your address to the carrier who delivers the parcel.
    1< The carrier deletes it after ninety days at the latest.
    1> We pass your address to the carrier who delivers the parcel. The carrier deletes it after ninety days at the latest.
    = Returned parcels are opened and inspected in our own warehouse.`,
  'a heading renamed beyond any shared word': `
    ~ ## Children => ## Young readers
    = Readers below the age of thirteen need the permission of a parent to subscribe.
    = ## Contact
    = Write to privacy@example.com.`,
  'sections renumbered after one was put in': `
    ~ ## 1. Scope => ## 1. Scope
    = This notice covers the reading room and the online catalogue of the library.
    + ## 2. Definitions
    + A reader is anyone who holds a library card or has applied for one.
    ~ ## 2. Loans => ## 3. Loans
    = The list of your loans is deleted as soon as the last book has come back.`,
  'near-identical neighbours stay apart': `
    ~ - We share your name with our payment provider Alba. => - We share your full name with our payment provider Alba.
    ~ - We share your name with our shipping provider Boreas. => - We share your full name with our shipping provider Boreas.
    - - We share your name with our printing provider Corona.`,
  'the first of two twins is deleted': `
    - The operator is not liable for damage.
    = Lockers are opened by staff every evening at closing time.
    = The operator is not liable for damage.
    = Lost keys cost the replacement of the whole lock.`,
};

describe('clauses are aligned', () => {
  test.each(Object.entries(cases))('%s', (_, notation) => {
    const { left, right, expected } = parseAlignment(notation);
    expect(alignClauses(left, right).matches.map(formatLinks).sort()).toEqual(expected);
  });

  test('kinds say how a match differs', () => {
    const left = clausesOf('We say "no".\nWe keep logs for two weeks.\n# Contact us today please');
    const right = clausesOf('We say “no”.\nWe keep logs for three weeks.\n## Contact us today please');
    expect(alignClauses(left, right).matches.map(({ kind }) => kind)).toEqual([
      'typographic',
      'edited',
      'typographic',
    ]);
  });

  test('the lighter side of a swap has moved', () => {
    const left = clausesOf(
      'Short clause about one thing only.\nA much longer clause about quite another thing altogether.',
    );
    const { matches } = alignClauses(left, left.toReversed());
    expect(matches.map(({ left: [i], moved }) => [i, moved])).toEqual([
      [1, false],
      [0, true],
    ]);
  });

  test('removed clauses stand at their old place', () => {
    const left = clausesOf('Alpha beta gamma delta.\nEpsilon zeta eta theta.\nIota kappa lambda mu.');
    const { matches } = alignClauses(left, [left[0]!, left[2]!]);
    expect(matches.map(formatLinks)).toEqual(['0>0', '1>', '2>1']);
  });

  test('empty sides', () => {
    const some = clausesOf('One clause.');
    expect(alignClauses([], []).matches).toEqual([]);
    expect(alignClauses(some, []).matches.map(({ kind }) => kind)).toEqual(['removed']);
    expect(alignClauses([], some).matches.map(({ kind }) => kind)).toEqual(['added']);
  });
});

const indexes = (matches: readonly Match[], side: 'left' | 'right') =>
  matches.flatMap((match) => match[side]).sort((a, b) => a - b);

describe('hostile documents end, and those too large to be compared exactly say so', () => {
  const repeat = (count: number, text: (k: number) => string) =>
    Array.from({ length: count }, (_, k): Clause => ({ kind: 'paragraph', level: 0, text: text(k) }));

  const hostile: [name: string, left: Clause[], right: Clause[], isApproximate: boolean][] = [
    [
      'thousands of equal clauses',
      repeat(3000, () => 'Again the same clause, word for word.'),
      repeat(2900, () => 'Again the same clause, word for word.'),
      false,
    ],
    [
      'equal clauses between others',
      repeat(600, (k) => (k % 2 ? 'Again the same clause, word for word.' : `Left${k} alone says left${k}.`)),
      repeat(600, (k) =>
        k % 3 ? 'Again the same clause, word for word.' : `Right${k} alone says right${k}.`,
      ),
      true,
    ],
    [
      'thousands of nearly equal clauses',
      repeat(2000, (k) => `Again the same clause but for number x${k}.`),
      repeat(2000, (k) => `Again the same clause but for number y${k}.`),
      true,
    ],
    [
      'endless repetition of words',
      repeat(3, (k) => `${'a b '.repeat(4000)}${k}`),
      repeat(3, (k) => `${'b a c '.repeat(4000)}${k}`),
      false,
    ],
  ];

  test.each(hostile)('%s', (_, left, right, isApproximate) => {
    const { matches, approximate } = alignClauses(left, right);
    expect(indexes(matches, 'left')).toHaveLength(left.length);
    expect(indexes(matches, 'right')).toHaveLength(right.length);
    expect(approximate).toBe(isApproximate);
  });
});

describe('whatever the clauses', () => {
  test('each stands in exactly one match, as its kind allows', () => {
    for (let seed = 1; seed <= 300; seed++) {
      const { left, right } = inventDocuments(seed);
      const { matches } = alignClauses(left, right);
      expect(indexes(matches, 'left')).toEqual(left.map((_, i) => i));
      expect(indexes(matches, 'right')).toEqual(right.map((_, j) => j));
      for (const match of matches) {
        const shape = [Math.min(match.left.length, 2), Math.min(match.right.length, 2)].join();
        const allowed = { added: '0,1', removed: '1,0', split: '1,2', merged: '2,1' };
        expect(shape).toBe(match.kind in allowed ? allowed[match.kind as keyof typeof allowed] : '1,1');
      }
    }
  });

  test('a version against itself is all unchanged', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const { left } = inventDocuments(seed);
      for (const match of alignClauses(left, left).matches)
        expect(match).toMatchObject({ kind: 'unchanged', moved: false });
    }
  });

  test('swapping the sides swaps the kinds', () => {
    const swapped = { added: 'removed', removed: 'added', split: 'merged', merged: 'split' };
    const describeMatch = (
      kind: string,
      from: Clause[],
      to: Clause[],
      { left, right }: Pick<Match, 'left' | 'right'>,
    ) => [kind, ...left.map((i) => from[i]!.text), '=>', ...right.map((j) => to[j]!.text)].join(' ');
    for (let seed = 1; seed <= 300; seed++) {
      const { left, right } = inventDocuments(seed);
      const there = alignClauses(left, right).matches.map((match) =>
        describeMatch(match.kind, left, right, match),
      );
      const back = alignClauses(right, left).matches.map((match) => {
        const kind = match.kind in swapped ? swapped[match.kind as keyof typeof swapped] : match.kind;
        return describeMatch(kind, left, right, { left: match.right, right: match.left });
      });
      expect(back.sort()).toEqual(there.sort());
    }
  });
});
