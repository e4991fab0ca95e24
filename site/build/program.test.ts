import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyAssets, entryOf, findProgram, hashProgram, keepProgram } from './program.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'palimpsest-program-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, text: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};

/** A program as Astro leaves it. */
function bundle(name: string): string {
  write(`${name}/server/prerender-entry.abc.mjs`, name);
  write(`${name}/assets/_astro/style.css`, `/* ${name} */`);
  return join(root, name);
}

test('a program is kept for whoever needs the same', () => {
  expect(findProgram(root, 'hash')).toBeNull();
  const program = keepProgram(root, 'hash', bundle('first'));
  expect(findProgram(root, 'hash')).toBe(program);
  expect(findProgram(root, 'another hash')).toBeNull();
  expect(readFileSync(new URL(entryOf(program)), 'utf8')).toBe('first');
  copyAssets(program, join(root, 'site'));
  expect(readFileSync(join(root, 'site/_astro/style.css'), 'utf8')).toBe('/* first */');
});

test('of two builds that bundle at the same time one is followed', () => {
  const first = keepProgram(root, 'hash', bundle('first'));
  expect(keepProgram(root, 'hash', bundle('second'))).toBe(first);
  expect(readFileSync(new URL(entryOf(first)), 'utf8')).toBe('first');
});

test('programs not used for a day are forgotten', () => {
  const ofDaysAgo = new Date(Date.now() - 3 * 86_400_000);
  const [old, used] = ['old', 'used'].map((name) => keepProgram(root, name, bundle(name)));
  for (const folder of [old!, used!]) utimesSync(folder, ofDaysAgo, ofDaysAgo);
  findProgram(root, 'used');
  keepProgram(root, 'new', bundle('new'));
  expect(existsSync(old!)).toBe(false);
  expect(findProgram(root, 'used')).toBe(used);
});

test('a folder without a program is named', () => {
  mkdirSync(join(root, 'server'));
  expect(() => entryOf(root)).toThrow(`there is no program in ${join(root, 'server')}`);
});

const settings = { base: '/', site: null };

test('a template, a style, a helper, a package or a setting changes the program; a test does not', () => {
  const seen = new Set([hashProgram(root, settings)]);
  for (const path of [
    'site/pages/index.astro',
    'site/styles/base.css',
    'site/view/dates.ts',
    'crawler/core/timestamp.ts',
    'crawler/store/read/policies.ts',
    'package-lock.json',
    'astro.config.mjs',
  ]) {
    write(path, 'one');
    seen.add(hashProgram(root, settings));
    write(path, 'two');
    seen.add(hashProgram(root, settings));
  }
  expect(seen.size).toBe(1 + 2 * 7);
  const before = hashProgram(root, settings);
  write('site/view/dates.test.ts', 'one');
  write('site/test/support/pages.ts', 'one');
  expect(hashProgram(root, settings)).toBe(before);
  expect(hashProgram(root, { ...settings, base: '/elsewhere/' })).not.toBe(before);
  expect(hashProgram(root, { ...settings, site: 'https://policies.example' })).not.toBe(before);
});
