import { describe, expect, it } from 'vitest';
import { normalizePlainText } from './normalize.ts';

const read = (...lines: string[]) => normalizePlainText(lines.join('\n')).markdown;

const RECORD =
  'Our servers record each request: the address of the computer that asked, the time, the page, and how long the answer took.';
const WRAPPED = [
  'Our servers record each request: the address of the computer that',
  'asked, the time, the page, and how long the answer took.',
];

describe('a text file', () => {
  it('has its titles underlined', () => {
    const text = read(
      'Lanternfish Privacy Policy',
      '==========================',
      '',
      'Last updated: May 3, 2001',
      '',
      '1. Log Files',
      '------------',
      '',
      ...WRAPPED,
      '',
      'COOKIES',
      '~~~~~~~',
      'We set one cookie.',
      'Letters',
      '-------',
      'We keep them.',
      '-----------------------------------',
      'We send you messages about your letters:',
      '',
      '  * when they come',
    );
    expect(text).toBe(
      `${[
        '# Lanternfish Privacy Policy',
        'Last updated: May 3, 2001',
        '## 1\\. Log Files',
        RECORD,
        '## COOKIES',
        'We set one cookie.',
        '## Letters',
        'We keep them.',
        'We send you messages about your letters:',
        '- when they come',
      ].join('\n\n')}\n`,
    );
  });

  it('has a title in a box', () => {
    expect(read('*******', 'PRIVACY', '*******', '', 'We keep nothing.')).toBe(
      '# PRIVACY\n\nWe keep nothing.\n',
    );
  });

  it('has an unadorned title, whatever follows it', () => {
    for (const date of ['', 'Effective: May 25, 2018', 'v2', `Posted ${'for all to see '.repeat(5)}today.`]) {
      const text = read('Lanternfish Privacy Policy', '', date, '', 'We keep your letters for one year.');
      expect(text).toMatch(/^# Lanternfish Privacy Policy\n\n/);
    }
  });

  it('ranks labels below the titles of their sections', () => {
    const labels = [
      'Name: We ask for it.',
      'Street: We ask for it, too.',
      'Mail address: We never ask for it.',
    ];
    const text = read(
      '1. What We Ask You',
      '',
      labels[0]!,
      '',
      labels[1]!,
      '',
      labels[2]!,
      '',
      '2. What We Keep',
      '',
      RECORD,
    );
    expect(text.match(/^#+ .*/gm)).toEqual([
      '## 1\\. What We Ask You',
      '### Name:',
      '### Street:',
      '### Mail address:',
      '## 2\\. What We Keep',
    ]);
  });
});
