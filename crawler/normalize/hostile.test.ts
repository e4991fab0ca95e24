import { describe, expect, it } from 'vitest';
import { normalizePayload } from './normalize.ts';

/**
 * Input built, or broken enough, to be slow or to crash. Each must end in an answer; the runner's own time limit is far
 * above what bounded work needs, and below what quadratic work would.
 */
const TRAPS: readonly [string, () => string][] = [
  ['50,000 nested divisions', () => '<div>'.repeat(50_000)],
  ['50,000 nested bold tags', () => '<b>'.repeat(50_000)],
  ['20,000 nested tables', () => '<table><tr><td>'.repeat(20_000)],
  ['20,000 unclosed fonts in paragraphs', () => '<p><font size=1>'.repeat(20_000)],
  ['5,000 crossed formatting tags', () => '<b><p>'.repeat(5000)],
  ['10,000 nested lists', () => '<ul><li>'.repeat(10_000)],
  ['a million links', () => '<a href=x>y</a> '.repeat(1_000_000)],
  ['30 MB on one line', () => 'word '.repeat(6_000_000)],
  ['a million NUL bytes', () => '\0'.repeat(1_000_000)],
  ['an unclosed comment', () => `<!-- ${'word '.repeat(500_000)}`],
  ['100,000 comment starts', () => '<!--'.repeat(100_000)],
  ['100,000 unclosed quotes', () => '<a href="'.repeat(100_000)],
  ['100,000 unclosed scripts', () => '<script>'.repeat(100_000)],
  ['100,000 unclosed drawings', () => '<svg>'.repeat(100_000)],
  [
    '100,000 attributes of one tag',
    () => `<p ${Array.from({ length: 100_000 }, (_, at) => `a${at}=b`).join(' ')}>`,
  ],
  ['a tag that never ends', () => `<p ${'a'.repeat(3_000_000)}`],
  ['100,000 breaks', () => 'a<br>'.repeat(100_000)],
  ['100,000 headings', () => '<h2>a</h2>'.repeat(100_000)],
  ['a table of 200,000 cells', () => `<table>${`<tr>${'<td>ab'.repeat(20)}`.repeat(10_000)}</table>`],
  ['50,000 stars and brackets', () => '*[_`<'.repeat(50_000)],
];

describe('hostile input ends in an answer', () => {
  it.each(TRAPS)('%s', async (_name, build) => {
    const bytes = Buffer.from(`<html><body>${build()}<p>End.`);
    const answer = await normalizePayload({ bytes, contentType: 'text/html', original: null });
    expect(['version', 'not-a-policy', 'failed']).toContain(answer.outcome);
    expect(answer.outcome === 'version').toBe(answer.markdown !== '');
  });

  it.each([
    [
      'random bytes',
      Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7919 + (at >> 3) * 104_729) & 0xff),
    ],
    ['half a PDF', Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R')],
    ['damaged gzip', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6])],
    ['a surrogate without its half', Buffer.from('<p>\ud83d</p>', 'utf16le')],
  ])('%s', async (_name, bytes) => {
    const answer = await normalizePayload({ bytes, contentType: null, original: 'not an address' });
    expect(answer.outcome).not.toBe('version');
  });
});
