/** Stores on a disk that is full, and such as have a second name. */
import { spawnSync } from 'node:child_process';
import { linkSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addVersion } from './add-version.ts';
import { runHere } from './in-process.ts';
import { dumpViews } from './views.ts';

const bin = join(import.meta.dirname, '..', 'bin', 'palimpsest.mjs');

let folder: string;
let store: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'palimpsest-media-'));
  store = join(folder, 'store.sqlite');
  for (const year of ['2001', '2003']) {
    const markdown = `# Privacy policy\n\nIn ${year} we keep records of visitors and share them with nobody else.\n`;
    await addVersion(store, { domain: 'ash.example', timestamp: `${year}0101000000`, markdown });
  }
  expect((await runHere(['derive', '--store', store])).exitCode).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true }));

it('a store with a second name is not changed by either', async () => {
  linkSync(store, join(folder, 'second.sqlite'));
  const { exitCode, stderr } = await runHere(['derive', '--store', join(folder, 'second.sqlite')]);
  rmSync(join(folder, 'second.sqlite'));
  expect([exitCode, stderr]).toEqual([6, expect.stringContaining('2 names (hard links)')]);
});

it.skipIf(process.platform === 'win32')('on a disk that is full ends with 6, and loses nothing', async () => {
  const text = join(folder, 'policy.md');
  const clauses = Array.from(
    { length: 20_000 },
    (_, k) => `We keep record ${(k * 7919) % 99_991} for ${k} days.`,
  );
  writeFileSync(text, `# Privacy policy\n\n${clauses.join('\n\n')}\n`);
  const before = dumpViews(store).v_versions;
  const stated = '--domain ash.example --date 2005-01-01';
  // No file of the process may grow beyond 600 kB, which ends a write as a full disk does.
  const command = `ulimit -f 1200; exec "${process.execPath}" "${bin}" import "${text}" ${stated} --store "${store}"`;
  const { status, stderr } = spawnSync('bash', ['-c', command], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([6, expect.stringContaining('the disk is full')]);
  expect((await runHere(['check', '--store', store])).exitCode).toBe(0);
  expect(dumpViews(store).v_versions).toEqual(before);
});
