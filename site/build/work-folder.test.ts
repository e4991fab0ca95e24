import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { makeWorkFolder } from './work-folder.ts';

test('what killed builds left goes; what others work on, and what is not ours, stays', () => {
  const parent = mkdtempSync(join(tmpdir(), 'palimpsest-work-'));
  const ended = spawnSync(process.execPath, ['--version']).pid;
  for (const name of [`build-${ended}-aaaaaa`, `build-${process.pid}-bbbbbb`, 'builds', 'types.d.ts']) {
    mkdirSync(join(parent, name));
  }
  const own = basename(makeWorkFolder(parent));
  expect(readdirSync(parent).sort()).toEqual(
    [`build-${process.pid}-bbbbbb`, own, 'builds', 'types.d.ts'].sort(),
  );
  rmSync(parent, { recursive: true });
});

test('where no folder can be made, what to do is said', () => {
  const parent = mkdtempSync(join(tmpdir(), 'palimpsest-work-'));
  writeFileSync(join(parent, 'file'), '');
  expect(() => makeWorkFolder(join(parent, 'file'))).toThrow('cannot be written');
  rmSync(parent, { recursive: true });
});
