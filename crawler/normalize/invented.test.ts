import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plainText } from '../core/inline.ts';
import { normalizePayload } from './normalize.ts';

/**
 * Pages of invented companies in eight languages, each made as another site would make it, with the text that a reader
 * would call the policy beside it: `invented/<name>.html` and `.md`. They are judged as real pages are: by the runs of
 * five words that text and gold share, and by their headings. So a rule can be judged without a collection of real pages.
 */
const FOLDER = new URL('./invented/', import.meta.url);
const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.slice(0, -'.html'.length));

/** Words that a run has, and the least share of runs in common. */
const RUN = 5;
const MIN_SCORE = 0.98;

/** Words of a text; ideographs and syllables one by one, since nothing parts the words made of them. */
function wordsOf(markdown: string): string[] {
  const dense = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}';
  const word = new RegExp(`[${dense}]|(?:(?![${dense}])[\\p{L}\\p{N}\\p{M}])+`, 'gu');
  const lines = markdown.split('\n').map((line) => plainText(line.replace(/^(?:#+|-|\d+\.)\s/, '')));
  return lines.join('\n').toLowerCase().match(word) ?? [];
}

function runsOf(markdown: string): Map<string, number> {
  const words = wordsOf(markdown);
  const runs = new Map<string, number>();
  for (let at = 0; at + RUN <= words.length; at++) {
    const run = words.slice(at, at + RUN).join(' ');
    runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return runs;
}

const sum = (runs: ReadonlyMap<string, number>) =>
  [...runs.values()].reduce((total, count) => total + count, 0);

/** F1 of the runs of words in a text and its gold. */
function score(text: string, gold: string): number {
  const [ours, wanted] = [runsOf(text), runsOf(gold)];
  let common = 0;
  for (const [run, count] of ours) common += Math.min(count, wanted.get(run) ?? 0);
  return (2 * common) / (sum(ours) + sum(wanted));
}

const headingsOf = (markdown: string) =>
  markdown
    .split('\n')
    .filter((line) => line.startsWith('#'))
    .map(plainText);

describe('invented pages', () => {
  it('are enough to judge a rule by', () => {
    expect(names.length).toBeGreaterThanOrEqual(20);
  });

  it.each(names)('%s', async (name) => {
    const bytes = readFileSync(new URL(`${name}.html`, FOLDER));
    const gold = readFileSync(new URL(`${name}.md`, FOLDER), 'utf8');
    const payload = { bytes, contentType: 'text/html; charset=utf-8', original: 'https://invented.example/' };
    const { outcome, markdown } = await normalizePayload(payload);
    expect(outcome).toBe('version');
    expect(headingsOf(markdown)).toEqual(headingsOf(gold));
    expect(score(markdown, gold), markdown).toBeGreaterThanOrEqual(MIN_SCORE);
  });
});
