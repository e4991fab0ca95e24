import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { listWritten } from './expressions/find-expressions.ts';
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

// In a process of its own, as `npm run check` is: here another test may have asked for the table already.
it('finds what a table of rules puts together only when it is asked', () => {
  const finder = JSON.stringify(new URL('./expressions/find-expressions.ts', import.meta.url).href);
  const root = JSON.stringify(new URL('..', import.meta.url).pathname);
  const said = execFileSync(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { listMade } from ${finder};
     console.log(JSON.stringify(await listMade(${root}, 'crawler/core/topics/romance.ts')));`,
  ]);
  const made: { source: string }[] = JSON.parse(said.toString('utf8'));
  expect(made.filter(({ source }) => source.includes('balizas web'))).toEqual([
    { source: expect.any(String), flags: 'iu', place: 'crawler/core/topics/romance.ts' },
  ]);
});
