import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runNode } from '../site/test/support/run-node.ts';

const root = join(import.meta.dirname, '..');

/** Started by other scripts alone, or handing all they are given to the program. */
const OTHERS = ['scripts/expressions/measure-worker.ts', 'scripts/bench/crawl-with-short-waits.ts'];

/** Scripts that people start: what they name beside their work, or else export nothing. */
const programs = readdirSync(join(root, 'scripts'), { recursive: true, encoding: 'utf8' })
  .map((path) => `scripts/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.includes('node_modules/'))
  .filter((path) => !OTHERS.includes(path))
  .map((path) => ({ path, source: readFileSync(join(root, path), 'utf8') }))
  .filter(({ source }) => /\brunMain\(|import\.meta\.main/.test(source) || !/^export /m.test(source));

test('every script that people start parses its options, where a wrong one is no bug', () => {
  expect(programs.length).toBeGreaterThan(30);
  for (const { path, source } of programs) {
    expect(source, path).toMatch(/\breadFlags\(/);
    expect(source, `${path} reads flags where nothing catches what it says of them`).not.toMatch(
      /^(?:const .*= |await )?readFlags\(/m,
    );
  }
});

/** Of each shape one: with and without values, with files, of one piece, behind npm. */
test.each([
  'site/build/build-site.ts',
  'scripts/demo.ts',
  'scripts/serve-site.ts',
  'scripts/archive-server.ts',
  'scripts/make-demo.ts',
  'scripts/check-sizes.ts',
  'scripts/gold-labels.ts',
  'scripts/bench/bad-days.ts',
  'scripts/bench/normalize.ts',
  'scripts/bench/titles.ts',
])('%s ends with exit 2 and its usage at an option it does not know', (script) => {
  const { exitCode, stderr } = runNode([join(root, script), '--ful']);
  expect(stderr).toContain("'--ful'");
  expect(stderr).toContain('Usage: ');
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(exitCode).toBe(2);
});

test('--help shows the usage, whatever else a script would need', () => {
  const { exitCode, stdout } = runNode([join(root, 'scripts/bench/normalize.ts'), '--help']);
  expect([exitCode, stdout]).toEqual([0, expect.stringContaining('Usage: ')]);
});
