import { describe, expect, it } from 'vitest';
import { normalizeMarkdown } from './normalize.ts';

const read = (text: string) => normalizeMarkdown(text).markdown.trimEnd();

describe('a star at the beginning of a paragraph', () => {
  it.each([
    ['*Please feel free to write', 'Please feel free to write'],
    ['> Letters.\n> \n> *Please feel free\n> to write', 'Letters.\n\nPlease feel free to write'],
    ['*Glow costs 2 * 3 stars', 'Glow costs 2 \\* 3 stars'],
    ['- *Please feel free', '- Please feel free'],
  ])('without a partner is no text: %j', (text, markdown) => expect(read(text)).toBe(markdown));

  it.each([
    ['*Please* feel free', '*Please* feel free'],
    ['*Please feel\nfree* to write', '*Please feel free* to write'],
    ['**Please** feel free', '**Please** feel free'],
    ['* Please feel free', '- Please feel free'],
  ])('with a partner, or as a bullet, is markup: %j', (text, markdown) => expect(read(text)).toBe(markdown));
});
