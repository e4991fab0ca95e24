import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pageGrowth } from './text-growth.ts';

/** An invented policy of paragraphs that do not repeat each other. */
const paragraphs = Array.from({ length: 40 }, (_, k) => {
  const word = (salt: number) => ((k * 7919 + salt * 104729) % 46655).toString(36);
  return `We keep ${word(1)} ${word(2)} and ${word(3)} for ${word(4)} ${word(5)}, unless ${word(6)} asks.`;
});

const pageOf = (texts: readonly string[], menu: string) => ({
  html: `<html><body><nav>${menu}</nav><main>${texts.map((text) => `<p>${text}</p>`).join('\n')}</main></body></html>`,
  text: texts.join('\n\n'),
});

const packed = (html: string) => deflateRawSync(html).length;

describe('growth of a page by its text', () => {
  const left = pageOf(paragraphs.slice(0, 30), 'Home, Shop, Help');

  it('counts a change of the text', () => {
    const right = pageOf(paragraphs, 'Home, Shop, Help');
    expect(pageGrowth(left, right)).toBe(packed(right.html) - packed(left.html));
    expect(pageGrowth(left, right)).toBeGreaterThan(100);
  });

  it('leaves out a change of furniture, alone or beside one of the text', () => {
    const menu = Array.from({ length: 60 }, (_, k) => `Offer ${(k * 48611) % 9973}`).join('</a><a>');
    expect(pageGrowth(left, pageOf(paragraphs.slice(0, 30), menu))).toBe(0);
    const alone = pageGrowth(left, pageOf(paragraphs, 'Home, Shop, Help'));
    expect(pageGrowth(left, pageOf(paragraphs, menu))).toBe(alone);
  });

  it('tells nothing of pages that differ in almost everything', () => {
    const rebuilt = {
      html: Array.from({ length: 3000 }, (_, k) => `<div id="${k}">`).join(''),
      text: left.text,
    };
    expect(pageGrowth(left, rebuilt)).toBeNull();
  });
});
