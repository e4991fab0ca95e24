/** Long work in one piece ends when it is told to, and leaves nothing half-done, whoever is killed. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeFolder } from './demo-archive.ts';
import { demoStore } from './demo-store.ts';
import { runCli, startCli } from './run-cli.ts';

const folder = makeFolder();
const file = join(folder, 'store.sqlite');
const ABANDONED = join(folder, 'out.part-4194303-left');

beforeAll(async () => {
  copyFileSync(await demoStore(), file);
  const store = new Database(file);
  store.pragma('journal_mode = delete');
  store.close();
});

const listParts = () => readdirSync(folder).filter((name) => /\.(?:part|copy)-/.test(name));
const readSums = (target: string) =>
  existsSync(target) ? readFileSync(join(target, 'SHA256SUMS'), 'utf8') : null;

describe('an export', () => {
  const target = join(folder, 'out');

  test.each([
    ['csv', 'SIGINT'],
    ['parquet', 'SIGTERM'],
    ['sqlite', 'SIGTERM'],
    ['jsonl', 'SIGKILL'],
  ] as const)('as %s that meets %s while it writes leaves all or nothing', async (format, signal) => {
    const before = readSums(target);
    const { process: child, result } = startCli(['export', format, target, '--store', file]);
    while (listParts().length === 0 && child.exitCode === null) await sleep(2);
    child.kill(signal);
    const { exitCode, stderr } = await result;
    // Who was killed outright cannot answer; the program itself goes to an end or gives up.
    for (let k = 0; k < 200 && listParts().length > 0; k++) await sleep(50);
    expect(listParts()).toEqual([]);
    if (signal !== 'SIGKILL') expect([0, 130], stderr).toContain(exitCode);
    if (exitCode === 130) expect(readSums(target)).toBe(before);
    if (readSums(target) !== null) {
      const sums = spawnSync('sha256sum', ['--check', '--quiet', 'SHA256SUMS'], { cwd: target });
      expect(sums.status, String(sums.stdout)).toBe(0);
    }
  });

  test('takes away what one of a process that is gone left behind', async () => {
    mkdirSync(ABANDONED);
    writeFileSync(join(ABANDONED, 'versions.csv'), 'domain');
    expect((await runCli(['export', 'csv', target, '--store', file])).exitCode).toBe(0);
    expect(listParts()).toEqual([]);
  });

  const canMount = process.platform === 'linux' && process.getuid?.() === 0;
  test.skipIf(!canMount)(
    'stops with 6 on a full disk, with what to do, and keeps the earlier one',
    async () => {
      const disk = join(folder, 'disk');
      mkdirSync(disk);
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=500k', 'tmpfs', disk]);
      if (mounted.status !== 0) return;
      try {
        mkdirSync(join(disk, 'out'));
        for (const format of ['sqlite', 'csv', 'parquet', 'warc']) {
          const { exitCode, stderr } = await runCli(['export', format, join(disk, 'out'), '--store', file]);
          expect([format, exitCode, stderr]).toEqual([
            format,
            6,
            expect.stringContaining('the disk is full'),
          ]);
          expect(stderr).toContain('Make room');
          expect(readdirSync(disk)).toEqual(['out']);
        }
      } finally {
        spawnSync('umount', [disk]);
      }
    },
  );
});

test.each([
  ['check', []],
  ['derive', []],
  ['merge', [join(folder, 'other.sqlite')]],
  ['export', ['csv', join(folder, 'never')]],
] as const)('%s that hangs in one piece is ended within a second', async (command, more) => {
  copyFileSync(file, join(folder, 'other.sqlite'));
  // SQLite waits five seconds for whoever holds the file, and hears nothing meanwhile.
  const holders = [file, join(folder, 'other.sqlite')].map((held) => new Database(held));
  for (const holder of holders) holder.exec('begin exclusive');
  try {
    const { process: child, result } = startCli([command, ...more, '--store', file]);
    await sleep(1_500);
    const before = performance.now();
    child.kill('SIGTERM');
    const { exitCode, stderr } = await result;
    expect(exitCode, stderr).toBe(130);
    expect(stderr).toContain('interrupted');
    expect(performance.now() - before).toBeLessThan(1_500);
  } finally {
    for (const holder of holders) holder.close();
  }
  expect(existsSync(join(folder, 'never'))).toBe(false);
});
