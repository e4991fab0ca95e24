import { describe, expect, it } from 'vitest';
import { parseClauses, splitLeads } from './clauses.ts';

const TEXT = `# Privacy at Example

Welcome to **Example**.

## Cookies

We set one.

- Session cookies
  - that end with the visit
- Stored cookies

  They stay for a year.

1. First
2. Second

| Name | Use |
| --- | --- |
| sid | [log in](https://example.com/) |
`;

describe('parseClauses', () => {
  it('gives kind, level and text of every block', () => {
    expect(parseClauses(TEXT).map((c) => `${c.kind} ${c.level} ${c.text}`)).toEqual([
      'heading 1 Privacy at Example',
      'paragraph 0 Welcome to **Example**.',
      'heading 2 Cookies',
      'paragraph 0 We set one.',
      'item 1 Session cookies',
      'item 2 that end with the visit',
      'item 1 Stored cookies',
      'paragraph 1 They stay for a year.',
      'item 1 First',
      'item 1 Second',
      'row 0 Name | Use',
      'row 0 sid | [log in](https://example.com/)',
    ]);
  });

  it('spans point at the text', () => {
    for (const clause of parseClauses(TEXT)) expect(TEXT.slice(clause.start, clause.end)).toBe(clause.text);
  });

  it('leads, texts and tail reproduce the Markdown', () => {
    const clauses = parseClauses(TEXT);
    const { leads, tail } = splitLeads(TEXT, clauses);
    expect(clauses.map((clause, k) => leads[k] + clause.text).join('') + tail).toBe(TEXT);
  });

  it('gives heading paths, and labels that leave the title out', () => {
    const clauses = parseClauses(TEXT);
    expect(clauses[3]!.headingPath).toEqual(['Privacy at Example', 'Cookies']);
    expect(clauses[3]!.label).toBe('Cookies');
    expect(clauses[1]!.label).toBe('Welcome to Example.');
    expect(clauses[1]!.labelIsOurs).toBe(true);
  });

  it('labels a clause without a heading by its run-in title or its first words', () => {
    const label = (text: string) => parseClauses(text)[0]!.label;
    expect(label('Cookies: we set none.')).toBe('Cookies');
    expect(label('**Log files.** We keep them.')).toBe('Log files');
    expect(label('**4.** **Cookies.** We set none.')).toBe('Cookies');
    expect(label('8. Unsolicited E-Mail. We do not send any to anybody who has not asked.')).toBe(
      'Unsolicited E-Mail',
    );
    expect(label('We may at any time and for any reason change what this page says to you.')).toBe(
      'We may at any time and for any reason change…',
    );
  });

  it('ends a list at the text that follows it', () => {
    expect(parseClauses('- one\n\nafter').map((c) => c.level)).toEqual([1, 0]);
  });
});
