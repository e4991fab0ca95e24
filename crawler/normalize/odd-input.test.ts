import { describe, expect, it } from 'vitest';
import { compareClauses, identityText, labelText, parseClauses } from '../core/index.ts';
import type { Normalization } from './normalization.ts';
import { normalizeMarkdown, normalizePayload, normalizePlainText } from './normalize.ts';

/** What odd pages repeat: ruled lines, marks, half tags, cells, breaks, addresses. */
const UNITS = [
  ...[
    '-',
    '- ',
    '*',
    '**a',
    '_a_ ',
    '[',
    '](',
    '[a](b)',
    '`',
    '\\',
    '#',
    '|',
    '| a |\n',
    '---\n',
    '> ',
    '1. ',
    '(a) ',
  ],
  ...[
    '&',
    '&amp;',
    '&nbsp;',
    '<',
    '</',
    '<a ',
    '<a href="',
    '<!--',
    '<b>',
    '<b>a</b>',
    '<p>a',
    'a<br>',
    '<td>a',
    '<li>a',
  ],
  ...[
    ' ',
    '\t',
    '\n',
    '\r\n',
    'a\n',
    'a@',
    'a@a.aa ',
    'a. ',
    'A: ',
    'May ',
    'if we may not ',
    '\u00a0',
    '\u00ad',
    '\u200b',
  ],
];
const REPEATS = [10, 1000, 30_000, 1_000_000];
/** Longest input tried; and the CPU time allowed for a million characters, with some for any input at all. */
const MAX_CHARS = 1_000_000;
const SECONDS_PER_MILLION = 2;
const SECONDS_FOR_ANY = 1;

const LEAD = 'We keep what you send us, and nothing else at all, for a year and a day. ';
const page = (text: string) => `<html><body><h1>Privacy Policy</h1><p>${LEAD}${text}</p><p>${LEAD}`;
const STAGES: Record<string, (text: string) => Promise<Normalization> | Normalization> = {
  'a page': (text) =>
    normalizePayload({
      bytes: Buffer.from(page(text)),
      contentType: 'text/html',
      original: null,
      takesAnyText: true,
    }),
  Markdown: (text) => normalizeMarkdown(`# Privacy Policy\n\n${text}`),
  'plain text': (text) => normalizePlainText(`Privacy Policy\n\n${text}`),
};

/** What is done with a text once it is one. */
function deriveAndCompare(markdown: string): void {
  const clauses = parseClauses(markdown);
  identityText(markdown);
  labelText(clauses, 'en');
  compareClauses(clauses, [...parseClauses(`# ${LEAD}`), ...clauses.slice(1)]);
}

describe.each(Object.entries(STAGES))('%s of one odd unit over and over', (_stage, normalize) => {
  it.each(UNITS.map((unit) => [JSON.stringify(unit), unit]))('%s', async (_name, unit) => {
    for (const repeats of REPEATS.filter((count) => count * unit.length <= MAX_CHARS)) {
      const before = process.threadCpuUsage();
      const answer = await normalize(unit.repeat(repeats));
      deriveAndCompare(answer.markdown);
      const { user } = process.threadCpuUsage(before);
      const allowed = SECONDS_FOR_ANY + (SECONDS_PER_MILLION * repeats * unit.length) / 1e6;
      expect(user / 1e6, `${repeats} repeats: ${answer.outcome}`).toBeLessThan(allowed);
    }
  });
});

describe('a capture that costs too much', () => {
  it.each([
    ['a paragraph of 1 MB', 'text/plain', 'word '.repeat(200_000)],
    ['more tags than any policy has', 'text/html', page('<b>a</b>'.repeat(150_000))],
    ['more paragraphs than any policy has', 'text/html', page('<p>a'.repeat(60_000))],
    ['more text than any policy has', 'text/plain', 'All of it.\n\n'.repeat(800_000)],
  ])('%s ends as too costly', async (_name, contentType, text) => {
    const answer = await normalizePayload({ bytes: Buffer.from(text), contentType, original: null });
    expect(answer).toMatchObject({ outcome: 'failed', reason: 'too-costly', markdown: '' });
  });

  it('Markdown nested deeper than its reader can follow ends as too costly', () => {
    expect(normalizeMarkdown('> '.repeat(3000) + LEAD)).toMatchObject({
      outcome: 'failed',
      reason: 'too-costly',
    });
  });
});
