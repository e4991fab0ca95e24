import { describe, expect, test } from 'vitest';
import type { Significance, SizeClass } from '../model.ts';
import { alignClauses } from './align.ts';
import { compareClauses } from './changes.ts';
import { isQuiet } from './significance.ts';
import { clausesOf, formatSpans } from './test-notation.ts';

/** The only change between two one-line texts. */
function changeBetween(left: string, right: string) {
  const { changes } = compareClauses(clausesOf(left), clausesOf(right));
  expect(changes).toHaveLength(1);
  return changes[0]!;
}

const judged: [why: string, left: string, right: string, significance: Significance, sizeClass: SizeClass][] =
  [
    ['quotes', 'We say "no" to spam.', 'We say “no” to spam.', 'typographic', 'invisible'],
    ['emphasis', 'We say no to spam.', 'We say **no** to spam.', 'typographic', 'invisible'],
    [
      'a link target',
      'Write to [us](https://a.example/) today.',
      'Write to [us](https://b.example/) today.',
      'links',
      'invisible',
    ],
    ['capitals of a heading', '# CONTACT US', '# Contact us', 'typographic', 'invisible'],
    ['a date', 'Effective May 25, 2018, for all.', 'Effective June 1, 2019, for all.', 'date', 'date'],
    [
      'a date in the midst',
      'As of May 25 and of June 1 it holds.',
      'As of May 27 and of June 3 it holds.',
      'date',
      'date',
    ],
    [
      'a number that is no date',
      'Not for anyone under 16 years.',
      'Not for anyone under 18 years.',
      'substantive',
      'small',
    ],
    ['case', 'The personal data of users.', 'The Personal Data of users.', 'minor', 'small'],
    ['an article', 'We delete a copy of the letter.', 'We delete the copy of the letter.', 'minor', 'small'],
    [
      'a verb',
      'We may share your address with others.',
      'We will share your address with others.',
      'substantive',
      'small',
    ],
    ['a negation', 'We do share your address.', 'We do not share your address.', 'substantive', 'small'],
  ];

describe('what a reader can see', () => {
  test.each(judged)('%s', (_, left, right, significance, sizeClass) => {
    expect(changeBetween(left, right)).toMatchObject({ significance, sizeClass });
  });

  test('a clause that only moved is quiet', () => {
    const left = clausesOf(
      'A clause about cookies in the browser.\nA rather longer clause about letters sent by post.',
    );
    const { changes, sizeClass, significance } = compareClauses(left, left.toReversed());
    expect(changes.map(({ kind, moved }) => [kind, moved])).toEqual([['unchanged', true]]);
    expect([sizeClass, significance]).toEqual(['order', 'minor']);
    expect(isQuiet(sizeClass)).toBe(true);
  });

  test('typography next to an edit is not counted', () => {
    const change = changeBetween(
      'The user\'s "own" list is kept for a year.',
      'The user’s “own” list is kept for a month.',
    );
    expect(change).toMatchObject({ wordsAdded: 1, wordsRemoved: 1, sizeClass: 'small' });
  });

  test('sizes count words replaced once', () => {
    const words = (stem: string) => Array.from({ length: 6 }, (_, k) => `${stem}${k}`).join(' ');
    const text = (middle: string) =>
      `We keep the list of all these things, namely ${middle}, as long as you are with us.`;
    expect(changeBetween(text(words('old')), text(words('new')))).toMatchObject({
      sizeClass: 'medium',
      wordsAdded: 6,
    });
    expect(changeBetween(text('one two three four five'), text('six seven eight nine ten')).sizeClass).toBe(
      'small',
    );
  });
});

describe('a comparison', () => {
  const left = clausesOf(`
    # Privacy
    We keep your name and your address for ninety days.
    We pass your address to the carrier who delivers the parcel. The carrier deletes it after ninety days at the latest.
    Our office cat reads every letter that reaches us by post.`);
  const right = clausesOf(`
    # Privacy
    We keep your name and address for **thirty** days.
    We pass your address to the carrier who delivers the parcel.
    The carrier deletes it after ninety days at the latest.
    Since this year we also answer questions on the telephone.`);
  const comparison = compareClauses(left, right);

  test('lists every change with its words', () => {
    expect(comparison.changes.map(({ kind, spans }) => `${kind}: ${formatSpans(spans)}`)).toEqual([
      'edited: We keep your name and [-your address for ninety-]{+address for thirty+} days.',
      'split: We pass your address to the carrier who delivers the parcel. The carrier deletes it after ninety days at the latest.',
      'removed: ',
      'added: ',
    ]);
  });

  test('counts what it lists', () => {
    expect(comparison.counts).toEqual({
      unchanged: 1,
      edited: 1,
      added: 1,
      removed: 1,
      split: 1,
      merged: 0,
      moved: 0,
    });
    expect([comparison.wordsAdded, comparison.wordsRemoved]).toEqual([13, 15]);
    expect(comparison.significance).toBe('substantive');
    expect(comparison.sizeClass).toBe('medium');
    expect(comparison.carriedShare).toBeCloseTo(28 / 43);
  });

  test('takes an alignment made before', () => {
    expect(compareClauses(left, right, alignClauses(left, right))).toEqual(comparison);
  });

  test('of a version with itself finds nothing', () => {
    const same = compareClauses(left, left);
    expect(same).toMatchObject({ changes: [], significance: null, sizeClass: 'invisible', carriedShare: 1 });
  });

  test('of texts with little in common is a rewrite', () => {
    const other = clausesOf(
      'Entirely different matter.\nNothing here comes from there, as one sees at a glance.',
    );
    expect(compareClauses(left, other).sizeClass).toBe('rewrite');
  });
});

test('a heading in other capitals is no edit, neither in the list nor in the counts', () => {
  const { changes, counts } = compareClauses(
    clausesOf('# CONTACT US\n\nWrite to us.'),
    clausesOf('# Contact us\n\nWrite or call us.'),
  );
  expect(changes.map(({ kind }) => kind)).toEqual(['unchanged', 'edited']);
  expect(counts).toMatchObject({ unchanged: 1, edited: 1, added: 0, removed: 0, moved: 0 });
});
