import { describe, expect, test } from 'vitest';
import { compareClauses } from './changes.ts';
import { describeChanges, summarizeComparison } from './summary.ts';
import { clausesOf } from './test-notation.ts';

function tell(left: string, right: string): { summary: string; sentences: string[] } {
  const [from, to] = [clausesOf(left), clausesOf(right)];
  const comparison = compareClauses(from, to);
  return { summary: summarizeComparison(comparison), sentences: describeChanges(comparison, from, to) };
}

describe('a comparison in words', () => {
  test('edits, additions and removals', () => {
    const told = tell(
      `# Storage
      We keep your name and your address for ninety days.
      Our office cat reads every letter that reaches us by post.`,
      `# Storage
      We keep your name and address for thirty days.
      # Telephone
      Since this year we also answer questions there.`,
    );
    expect(told.summary).toBe('1 clause edited, 2 added, 1 removed; 12 words in, 15 out.');
    expect(told.sentences).toEqual([
      'Storage, edited: “your address for ninety” became “address for thirty”. 3 words in, 4 out.',
      'Storage, clause no longer present: “Our office cat reads every letter that reaches us by post.”. 0 words in, 11 out.',
      'Telephone, new clause: “Telephone”. 1 word in, 0 out.',
      'Telephone, new clause: “Since this year we also answer questions there.”. 8 words in, 0 out.',
    ]);
  });

  test('a renamed heading', () => {
    const body = 'Readers below the age of thirteen need the permission of a parent to subscribe.';
    expect(tell(`# Children\n${body}`, `# Young readers\n${body}`).sentences).toEqual([
      'Heading changed from “Children” to “Young readers”. 2 words in, 1 out.',
    ]);
  });

  test('a move', () => {
    const told = tell(
      '# Letters\nA rather longer clause about letters that are sent by post.\nA clause about cookies in the browser.',
      '# Letters\nA clause about cookies in the browser.\nA rather longer clause about letters that are sent by post.',
    );
    expect(told.summary).toBe('1 clause moved; 0 words in, 0 out.');
    expect(told.sentences).toEqual(['Letters, moved from after Letters, words unchanged.']);
  });

  test('nothing that can be seen', () => {
    expect(tell('See [here](https://a.example/).', 'See [here](https://b.example/).').summary).toBe(
      'No visible difference: 1 with other link targets.',
    );
    expect(tell('Same.', 'Same.')).toEqual({ summary: 'No difference.', sentences: [] });
  });

  test('a new text', () => {
    const told = tell('We keep logs of visits for a while.', 'Nothing at all remains from before.');
    expect(told.summary).toBe(
      'A new text: 0 % of the words carried over. 1 clause added, 1 removed; 6 words in, 8 out.',
    );
  });
});
