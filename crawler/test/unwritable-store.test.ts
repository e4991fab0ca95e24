/** A store on a disk that is mounted for reading, or of somebody else's: whatever only reads, reads it, and leaves nothing. */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exitCodes } from '../errors.ts';
import { makeOldStore } from '../store/old-stores.ts';
import { addVersion } from './add-version.ts';

/** Root may write everywhere: where tests run as root, somebody else looks. */
const SOMEBODY = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
/** A checkout below root's own folder can be read by nobody else. */
const mayRead = spawnSync('ls', [import.meta.dirname], SOMEBODY).status === 0;

const folder = mkdtempSync(join(tmpdir(), 'palimpsest-unwritable-'));
const [kept, out, copies] = ['kept', 'out', 'copies'].map((name) => join(folder, name)) as [
  string,
  string,
  string,
];
const store = join(kept, 'store.sqlite');
let names: string[];

beforeAll(async () => {
  for (const made of [kept, out, copies]) mkdirSync(made);
  for (const [year, days] of [
    ['2002', 'ten'],
    ['2004', 'forty'],
  ]) {
    const markdown = `# Privacy policy\n\nWe keep what you tell us for ${days} days.\n\nWe sell nothing.\n`;
    await addVersion(store, { domain: 'ash.example', timestamp: `${year}0101000000`, markdown });
  }
  makeOldStore(join(kept, 'old.sqlite'), '5a');
  names = readdirSync(kept).sort();
  for (const name of names) chmodSync(join(kept, name), 0o444);
  for (const made of [out, copies]) chmodSync(made, 0o777);
  chmodSync(folder, 0o755);
  chmodSync(kept, 0o555);
});
afterAll(() => {
  chmodSync(kept, 0o755);
  rmSync(folder, { recursive: true });
});

const formats = ['sqlite', 'csv', 'jsonl', 'parquet', 'markdown', 'warc'];
const whole = join(out, 'whole.sqlite');
const nowhere = ['--archive', 'http://127.0.0.1:1', '--dry-run'];
/** Command lines with how they end. */
const commands: readonly (readonly [exitCode: number, ...args: string[]])[] = [
  [0, 'stats', '--store', store],
  [0, 'history', 'ash.example', '--store', store],
  [0, 'history', 'ash.example', '--clause', 'sell nothing', '--store', store],
  [0, 'search', 'forty', '--store', store],
  [0, 'compare', 'ash.example@first', 'ash.example@latest', '--store', store],
  [0, 'check', '--store', store],
  ...formats.map((format) => [0, 'export', format, join(out, format), '--store', store] as const),
  [0, 'merge', store, '--store', whole],
  [0, 'stats', '--store', join(kept, 'old.sqlite')],
  [exitCodes.archive, 'crawl', 'ash.example', ...nowhere, '--store', store],
  [exitCodes.store, 'derive', '--store', store],
];

/** Does all of it in one process of somebody else's: `look` is a module's source that says a line of JSON. */
async function asReader<T>(look: string): Promise<T> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', look], {
    ...SOMEBODY,
    cwd: out,
    env: { PATH: process.env.PATH, TMPDIR: copies },
  });
  let said = '';
  let complained = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (said += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (complained += text));
  const exitCode = await new Promise((resolve) => child.on('close', resolve));
  expect(exitCode, complained).toBe(0);
  return JSON.parse(said);
}

const moduleOf = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);

describe.skipIf(!mayRead)('read without being written', () => {
  test('by every command, each as told, with nothing left behind', async () => {
    const results = await asReader<{ exitCode: number; stderr: string }[]>(`
      import { runHere } from ${moduleOf('./in-process.ts')};
      const results = [];
      for (const [, ...args] of ${JSON.stringify(commands)}) results.push(await runHere([...args, '--quiet']));
      console.log(JSON.stringify(results));`);
    const told = results.map(
      ({ exitCode, stderr }, at) => `${commands[at]!.slice(1)}: ${exitCode} ${stderr}`,
    );
    expect(
      results.map(({ exitCode }) => exitCode),
      told.join('\n'),
    ).toEqual(commands.map(([code]) => code));
    expect(results.at(-1)!.stderr).toContain('a file you may write to');
    expect(readdirSync(kept).sort()).toEqual(names);
    expect(readdirSync(copies)).toEqual([]);
  });

  test('by a build of the site, before it makes pages', async () => {
    const size = await asReader(`
      import { copyDataset, keepAddresses, warnOfOldRules } from ${moduleOf('../../site/build/publish-dataset.ts')};
      warnOfOldRules(${JSON.stringify(store)});
      keepAddresses(${JSON.stringify(store)}, 10);
      const copy = await copyDataset(${JSON.stringify(store)}, ${JSON.stringify(out)}, null);
      console.log(copy.published.sizeBytes);`);
    expect(size).toBeGreaterThan(0);
    expect(readdirSync(kept).sort()).toEqual(names);
    expect(readdirSync(copies)).toEqual([]);
  });
});
