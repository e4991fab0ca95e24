import { expect, test } from 'vitest';
import { parseClauses } from './clauses.ts';
import { tidyMarkdown } from './clean-text.ts';

const read = (text: string, isTyped = false) =>
  parseClauses(tidyMarkdown(text, isTyped)).map(({ kind, text: words }) => `${kind}: ${words}`);

test('every block of Markdown is a clause, however its lines are broken', () => {
  const text =
    'Privacy\n=======\n\nWe keep\nlogs.\n\nCookies\n-------\n\n* one\n+ two\n\n| a | b |\n| - | - |\n| c | d |';
  expect(read(text)).toEqual([
    'heading: Privacy',
    'paragraph: We keep logs.',
    'heading: Cookies',
    'item: one',
    'item: two',
    'row: a | b',
    'row: - | -',
    'row: c | d',
  ]);
});

test('a line of typed text is a clause, unless a sentence goes on', () => {
  expect(read('We use cookies.\nWe keep your name\nand address.\nCall us.', true)).toEqual([
    'paragraph: We use cookies.',
    'paragraph: We keep your name and address.',
    'paragraph: Call us.',
  ]);
});
