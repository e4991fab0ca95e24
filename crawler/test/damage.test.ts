/** What a failing disk can do to a store: `check` finds each of it, names it, and never ends in a stack. */
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addVersion } from './add-version.ts';
import { runHere } from './in-process.ts';

let folder: string;
let sound: string;
let damaged: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'palimpsest-damage-'));
  [sound, damaged] = [join(folder, 'sound.sqlite'), join(folder, 'damaged.sqlite')];
  const clauses = Array.from({ length: 40 }, (_, k) => `We keep record number ${k} for ${k} days.`);
  for (let year = 0; year < 4; year++) {
    const changed = clauses.map((clause, k) =>
      k % 4 === year ? `${clause} Acme Inc. may read it.` : clause,
    );
    const markdown = `# Privacy policy\n\n${changed.join('\n\n')}\n\nSee [our cookies](/cookies).\n`;
    await addVersion(sound, { domain: 'ash.example', timestamp: `200${year}0101000000`, markdown });
  }
  const derived = await runHere(['derive', '--store', sound]);
  expect(derived.exitCode, derived.stderr).toBe(0);
  // All in the file itself, none in the log beside it.
  const store = new Database(sound);
  store.pragma('journal_mode = delete');
  store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

const check = () => runHere(['check', '--store', damaged]);

async function expectFound(): Promise<string> {
  const { exitCode, stdout, stderr } = await check();
  expect(stderr + stdout).not.toContain('unexpected error');
  expect(exitCode, `nothing was found: ${stdout}`).toBe(6);
  return stdout + stderr;
}

/** The last leaf page of each table and index that holds anything. */
function listPages(): { name: string; pageno: number }[] {
  const store = new Database(sound, { readonly: true });
  try {
    return store
      .prepare(
        `select name, max(pageno) as pageno from dbstat where pagetype = 'leaf' and ncell > 0 group by name order by name`,
      )
      .all() as { name: string; pageno: number }[];
  } finally {
    store.close();
  }
}

test('a sound store has nothing wrong', async () => {
  copyFileSync(sound, damaged);
  const { exitCode, stdout } = await check();
  expect(stdout).toContain('nothing wrong');
  expect(exitCode).toBe(0);
});

describe('a flipped page', () => {
  test.each([
    ['letters of a row', (bytes: Buffer, end: number) => bytes.subarray(end - 12, end - 8).reverse()],
    ['forty bytes', (bytes: Buffer, end: number) => bytes.fill(0x2a, end - 44, end - 4)],
    ['the head of the page', (bytes: Buffer, end: number) => bytes.fill(0x00, end - 4096, end - 4056)],
  ] as const)('with %s altered is found, in every table and index', async (_what, alter) => {
    const pages = listPages();
    expect(pages.length).toBeGreaterThan(30);
    const bytes = readFileSync(sound);
    for (const { name, pageno } of pages) {
      const copy = Buffer.from(bytes);
      alter(copy, pageno * 4096);
      if (copy.equals(bytes)) continue;
      writeFileSync(damaged, copy);
      await expectFound().catch((error: Error) => {
        throw new Error(`${name}: ${error.message}`);
      });
    }
  });
});

test('a store cut short is found', async () => {
  copyFileSync(sound, damaged);
  truncateSync(damaged, readFileSync(sound).length - 3 * 4096);
  await expectFound();
});

test.each([
  ["update changes set spans = '[['", 'changes'],
  ["update contexts set heading_path = '{'", 'contexts'],
  ["update comparisons set counts = ''", 'comparisons'],
  ["update mementos set headers = 'x'", 'mementos'],
])('after `%s` check names the rows, and no reading command ends in a stack', async (sql, table) => {
  copyFileSync(sound, damaged);
  const store = new Database(damaged);
  store.exec(sql);
  store.close();
  expect(await expectFound()).toContain(`row of ${table}`);
  for (const args of [
    ['history', 'ash.example'],
    ['search', 'record'],
    ['stats'],
    ['compare', 'ash.example@first', 'ash.example@latest'],
  ]) {
    const { exitCode, stderr } = await runHere([...args, '--store', damaged]);
    expect(stderr, args.join(' ')).not.toContain('unexpected error');
    expect([0, 6]).toContain(exitCode);
  }
});

test('rows that another program edited are named by their policy', async () => {
  copyFileSync(sound, damaged);
  const store = new Database(damaged);
  store.exec("update outcomes set reason = 'removed' where capture_id = 1");
  store.close();
  expect(await expectFound()).toContain('ash.example/privacy: not all rows are as they were written');
});

describe('an export of damaged evidence', () => {
  const exported = (format: string) => runHere(['export', format, join(folder, 'out'), '--store', damaged]);
  const damage = (sql: string) => {
    copyFileSync(sound, damaged);
    const store = new Database(damaged);
    store.exec(sql);
    store.close();
  };

  test.each(['warc', 'sqlite'])('%s stops where a payload is not what its hash says', async (format) => {
    damage("update payloads set stored = x'28b52ffd00' where id = 1");
    const { exitCode, stderr } = await exported(format);
    expect(exitCode, stderr).toBe(6);
    expect(stderr).toContain('is damaged: payload 1');
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  test.each(['csv', 'jsonl', 'parquet', 'markdown', 'sqlite'])(
    '%s stops where a text or a row is',
    async (format) => {
      damage("update clauses set text = 'We keep nothing.' where id = (select max(id) from clauses)");
      expect((await exported(format)).exitCode).toBe(6);
      damage("update versions set slug = slug || 'x'");
      const { exitCode, stderr } = await exported(format);
      expect(exitCode, stderr).toBe(6);
      expect(stderr).toContain('ash.example/privacy: not all rows are as they were written');
      expect(existsSync(join(folder, 'out'))).toBe(false);
    },
  );

  test('csv needs no payload', async () => {
    damage("update payloads set stored = x'28b52ffd00' where id = 1");
    expect((await exported('csv')).exitCode).toBe(0);
  });
});
