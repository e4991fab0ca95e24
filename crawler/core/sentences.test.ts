import { describe, expect, test } from 'vitest';
import { splitSentences } from './sentences.ts';

describe('sentences', () => {
  test.each([
    ['We keep logs. We delete them.', ['We keep logs.', 'We delete them.']],
    [
      'Sold to Example Inc. Carriers in the U.S. too, e.g. by mail.',
      ['Sold to Example Inc. Carriers in the U.S. too, e.g. by mail.'],
    ],
    ['Why? “Because.” So be it!', ['Why?', '“Because.”', 'So be it!']],
    ['Version 2.5 of privacy@example.com', ['Version 2.5 of privacy@example.com']],
    ['', []],
  ])('%s', (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });
});
