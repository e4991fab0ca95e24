import { describe, expect, test } from 'vitest';
import { inventTexts } from './test-documents.ts';
import { formatSpans, parseWordDiff } from './test-notation.ts';
import { diffWords, diffWordsBounded } from './words.ts';

/** One case a line: `[-removed-]`, `{+added+}`, the rest kept. */
const cases: Record<string, string> = {
  'a word replaced': 'We keep [-all-]{+some+} of the logs.',
  'a word added': 'We keep logs{+ briefly+}.',
  'words removed at the start': '[-From time to time -]we keep logs.',
  'numbers are whole': 'Kept for [-1,000-]{+2,000+} days under section [-2.5-]{+2.6+}.',
  'a sentence added is marked from its start': 'We keep logs. {+We sell logs. +}We delete logs.',
  'small words between two changes are marked along':
    'Ask [-sellers of the goods-]{+buyers of these things+} about returns.',
  'a sentence removed is marked to its end': 'We keep logs. [-We sell logs. -]We delete logs.',
  'a long stretch between two changes stays':
    'The [-old-]{+new+} archive of everything else is [-open-]{+closed+} now.',
  'an apostrophe belongs to the word': "The [-user's-]{+member's+} choice of settings.",
  'ideographs are words': '我们收{+集+}信息',
  'punctuation alone': 'Logs[-;-]{+,+} kept.',
  'a surrogate pair stays whole': 'Smile [-😀-]{+😁+} here.',
};

describe('a word diff reads well', () => {
  test.each(Object.entries(cases))('%s', (_, notation) => {
    const { left, right } = parseWordDiff(notation);
    expect(formatSpans(diffWords(left, right))).toBe(notation);
  });

  test('nothing is marked in equal texts, and everything against an empty one', () => {
    expect(diffWords('same', 'same')).toEqual([['kept', 'same']]);
    expect(diffWords('', 'new')).toEqual([['added', 'new']]);
    expect(diffWords('old', '')).toEqual([['removed', 'old']]);
    expect(diffWords('', '')).toEqual([]);
  });
});

const join = (spans: ReturnType<typeof diffWords>, side: 'removed' | 'added') =>
  spans.flatMap(([kind, text]) => (kind === 'kept' || kind === side ? [text] : [])).join('');

describe('a word diff turns the left text into the right', () => {
  test('for invented texts', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const { left, right } = inventTexts(seed, seed % 60);
      const spans = diffWords(left, right);
      expect(join(spans, 'removed')).toBe(left);
      expect(join(spans, 'added')).toBe(right);
      expect(spans.every(([, text]) => text !== '' && text.isWellFormed())).toBe(true);
      for (let at = 1; at < spans.length; at++) expect(spans[at]![0]).not.toBe(spans[at - 1]![0]);
    }
  });

  test('for texts beyond the size of one table, cut at runs that occur once', () => {
    const left = Array.from({ length: 3000 }, (_, k) => `word${k}`);
    const right = left.flatMap((word, k) => (k % 700 === 350 ? ['new', 'text'] : [word]));
    const { spans, approximate } = diffWordsBounded(left.join(' '), right.join(' '));
    expect(approximate).toBe(false);
    expect(join(spans, 'removed')).toBe(left.join(' '));
    expect(spans.filter(([kind]) => kind === 'added').length).toBe(4);
  });

  test('texts that are too long and have nothing in common are replaced whole, and that is said', () => {
    const left = Array.from({ length: 1500 }, (_, k) => `left${k}`).join(' ');
    const right = Array.from({ length: 1500 }, (_, k) => `right${k}`).join(' ');
    expect(diffWordsBounded(left, right)).toEqual({
      spans: [
        ['removed', left],
        ['added', right],
      ],
      approximate: true,
    });
  });
});
