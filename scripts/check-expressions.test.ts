import { expect, it } from 'vitest';
import { listMade, listWritten } from './expressions/find-expressions.ts';
import { findSlow } from './expressions/find-slow.ts';

const PLANTED = [
  // Exponential, cubic and quadratic in a row of what it repeats; and one that only its own words make slow.
  'const ROW = /^(-(?:[ -]*-){2,}\\s*)$/;',
  "const MAIL = new RegExp(String.raw`\\S+@\\S+\\.\\w{2,}`, 'i');",
  'const END = /\\s+$/;',
  "if (RegExp('outside sites\\\\b(?=.*\\\\bcontrol)').test(text)) return;",
];
const HARMLESS = [
  'const TRIMMED = /(?<!\\s)\\s+$/;',
  'const WORDS = /\\b(?:privacy|cookie) (?:\\w+ ){0,4}(?:policy|notice)\\b/gi;',
  'const TAG = /<[^<>]*>/g;',
];

it('finds planted expressions that backtrack without bound, and accuses no others', {
  timeout: 120_000,
}, async () => {
  const expressions = [...PLANTED, ...HARMLESS].flatMap((code, at) => listWritten(`planted-${at}.ts`, code));
  expect(expressions).toHaveLength(PLANTED.length + HARMLESS.length);
  const slow = await findSlow(expressions, 3000);
  expect(slow.map(({ place }) => place)).toEqual(PLANTED.map((_, at) => `planted-${at}.ts:1`));
});

it('reads the scripts of components, and says on which line', () => {
  const component =
    '---\nconst A = /a+/;\n---\n<p>{/x/.test(a)}</p>\n<script>\n  const B = /b+/g;\n</script>\n';
  expect(listWritten('some.astro', component)).toEqual([
    { source: 'a+', flags: '', place: 'some.astro:2' },
    { source: 'b+', flags: 'g', place: 'some.astro:6' },
  ]);
});

it('finds what a table of rules puts together only when it is asked', async () => {
  const made = await listMade(new URL('..', import.meta.url).pathname, 'crawler/core/topics/romance.ts');
  expect(made.filter(({ source }) => source.includes('balizas web'))).toEqual([
    { source: expect.any(String), flags: 'iu', place: 'crawler/core/topics/romance.ts' },
  ]);
});
