import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packTar } from './pack-tar.ts';

test('tar unpacks what was packed, and the same files give the same bytes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-tar-'));
  try {
    const long = `${'folder-of-a-long-name/'.repeat(6)}part-0.parquet`;
    const files = new Map([
      ['README.md', 'what it is\n'],
      ['empty.csv', ''],
      [long, 'x'.repeat(70_000)],
    ]);
    for (const [path, text] of files) {
      mkdirSync(join(folder, 'in', path, '..'), { recursive: true });
      writeFileSync(join(folder, 'in', path), text);
    }
    await packTar(join(folder, 'in'), [...files.keys()], 'root', join(folder, 'one.tar.gz'));
    await packTar(join(folder, 'in'), [...files.keys()], 'root', join(folder, 'two.tar.gz'));
    expect(readFileSync(join(folder, 'one.tar.gz'))).toEqual(readFileSync(join(folder, 'two.tar.gz')));
    const { status, stderr } = spawnSync('tar', ['-xzf', 'one.tar.gz'], { cwd: folder, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    for (const [path, text] of files) expect(readFileSync(join(folder, 'root', path), 'utf8')).toBe(text);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
