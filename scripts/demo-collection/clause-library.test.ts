import { describe, expect, it } from 'vitest';
import { blocksText, parseBlocks, parseClauseLibrary } from './clause-library.ts';

describe('parseBlocks', () => {
  it('joins the lines of a paragraph and ends it at a blank line', () => {
    expect(parseBlocks('One\ntwo.\n\nThree.').map((block) => blocksText([block]))).toEqual([
      'One two.',
      'Three.',
    ]);
  });

  it('takes a heading alone although text follows on the next line', () => {
    expect(parseBlocks('## Cookies\nWe set one.').map(({ kind }) => kind)).toEqual(['heading', 'paragraph']);
  });

  it('nests items set in by two spaces and goes on with wrapped ones', () => {
    const [list] = parseBlocks('- one\n  goes on\n- two\n  - inner');
    expect(list).toMatchObject({
      kind: 'list',
      ordered: false,
      items: [
        { inlines: [{ text: 'one goes on' }], children: [] },
        { inlines: [{ text: 'two' }], children: [{ inlines: [{ text: 'inner' }] }] },
      ],
    });
  });

  it('reads tables, strong words, emphasis and links', () => {
    const [table] = parseBlocks('| A | B |\n|---|---|\n| **x** | [y](/z) *w* |');
    expect(table).toMatchObject({
      kind: 'table',
      header: [[{ text: 'A' }], [{ text: 'B' }]],
      rows: [[[{ kind: 'strong' }], [{ kind: 'link', href: '/z' }, { text: ' ' }, { kind: 'emphasis' }]]],
    });
  });
});

describe('parseClauseLibrary', () => {
  it('keeps the wordings under their keys and skips what stands before the first', () => {
    const library = parseClauseLibrary('A remark.\n\n@@ a/1\nOne.\n\n@@ a/2\nTwo.\n', 'clauses.md');
    expect([...library].map(([key, blocks]) => [key, blocksText(blocks)])).toEqual([
      ['a/1', 'One.'],
      ['a/2', 'Two.'],
    ]);
  });

  it.each([
    ['@@ Cookies\nText', '"@@ Cookies" is not a key line'],
    ['@@ a/1\nOne.\n@@ a/1\nTwo.', 'a/1 is used twice'],
    ['@@ a/1\n\n@@ a/2\nTwo.', 'a/1 has no text'],
  ])('refuses %j', (text, message) => {
    expect(() => parseClauseLibrary(text, 'clauses.md')).toThrow(message);
  });
});
