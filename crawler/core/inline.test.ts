import { describe, expect, it } from 'vitest';
import { escapeInline, formatTarget, parseInline, plainText } from './inline.ts';

describe('parseInline', () => {
  it.each([
    ['plain', 'plain', 'plain'],
    ['strong', 'a **b** c', 'a |B:b| c'],
    ['emphasis', 'a *b* _c_', 'a |I:b| |I:c'],
    ['both', '***b***', 'BI:b'],
    ['a lone star', '*Please feel free', '*Please feel free'],
    ['an underscore inside a word', 'snake_case_name', 'snake_case_name'],
    [
      'a link',
      'see [the *list*](https://example.com/a_(b))',
      'see |the @https://example.com/a_(b)|I:list@https://example.com/a_(b)',
    ],
    ['an automatic link', '<https://example.com>', 'https://example.com@https://example.com'],
    ['a mail address', '<a@example.com>', 'a@example.com@mailto:a@example.com'],
    ['escapes', '1\\. a \\*b\\* \\[c\\]', '1. a *b* [c]'],
    ['brackets that are no link', '[Account] text', '[Account] text'],
    ['code', '`a*b*`', 'a*b*'],
  ])('%s', (_name, markdown, expected) => {
    const shown = parseInline(markdown)
      .map((run) => {
        const style = `${run.strong ? 'B' : ''}${run.emphasis ? 'I' : ''}`;
        return `${style ? `${style}:` : ''}${run.text}${run.href ? `@${run.href}` : ''}`;
      })
      .join('|');
    expect(shown).toBe(expected);
  });

  it('survives deep and unbalanced markup', () => {
    expect(plainText('['.repeat(2000))).toBe('['.repeat(2000));
    expect(plainText('*a '.repeat(500)).length).toBeGreaterThan(500);
    expect(plainText('[a](b '.repeat(20_000)).length).toBe(120_000);
    expect(plainText('a* '.repeat(20_000)).length).toBe(60_000);
    expect(plainText(`${'*('.repeat(20_000)}${')*'.repeat(20_000)}`).length).toBeGreaterThan(40_000);
  });
});

describe('escapeInline', () => {
  it.each(['a*b*c', '_x_', 'snake_case', '[a](b)', '<b>', 'AT&amp;T', 'back\\slash', '`tick`', '1 < 2 & 3'])(
    'keeps %s',
    (text) => {
      expect(plainText(escapeInline(text))).toBe(text);
    },
  );
});

describe('formatTarget', () => {
  it('brackets targets with spaces or parentheses', () => {
    expect(formatTarget('https://example.com/a')).toBe('https://example.com/a');
    expect(plainText(`[x](${formatTarget('https://example.com/a b)c')})`)).toBe('x');
  });
});
