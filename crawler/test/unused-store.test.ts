/** A command that comes to nothing leaves nothing behind. */
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runHere } from './in-process.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'palimpsest-unused-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each([
  ['empty.warc', ''],
  ['none.warc', 'WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n'],
])('an import of %s, which holds no capture', async (name, text) => {
  writeFileSync(join(folder, name), text);
  const { exitCode, stderr } = await runHere([
    'import',
    join(folder, name),
    '--store',
    join(folder, 'new.sqlite'),
  ]);
  expect(exitCode, stderr).toBe(2);
  expect(readdirSync(folder)).toEqual([name]);
});

test('a store that was there stays, whatever comes of the command', async () => {
  const store = join(folder, 'store.sqlite');
  writeFileSync(join(folder, 'policy.md'), '# Privacy policy\n\nWe keep your name for a year.\n');
  const stated = ['--domain', 'ash.example', '--date', '2002-01-01', '--store', store];
  expect((await runHere(['import', join(folder, 'policy.md'), ...stated])).exitCode).toBe(0);
  writeFileSync(join(folder, 'empty.warc'), '');
  expect((await runHere(['import', join(folder, 'empty.warc'), '--store', store])).exitCode).toBe(2);
  expect(existsSync(store)).toBe(true);
});

test('a store without a name', async () => {
  const { exitCode, stderr } = await runHere(['stats', '--store', '']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('--store names no file');
});
