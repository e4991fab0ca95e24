/** Stores of every schema that ever landed come to what is derived today from what they hold. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deriveAll, deriveStale } from '../derive/index.ts';
import { silentEffects } from '../effects.ts';
import { makeOldStore, oldSchemas } from '../store/old-stores.ts';
import { openStore } from '../store/open.ts';
import { addVersion } from './add-version.ts';
import { runHere } from './in-process.ts';
import { dumpViews } from './views.ts';

let folder: string;
let fresh: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'palimpsest-old-'));
  fresh = join(folder, 'fresh.sqlite');
  const text = (rule: string) =>
    `# Privacy policy\n\nWe collect your name when you order from us.\n\n## Cookies\n\n${rule}\n\nWe never sell it.\n`;
  const [one, other] = [
    text('Acme Inc. sets a cookie.'),
    text('We set two cookies, and [say so](/cookies).'),
  ];
  for (const domain of ['ash.example', 'birch.example']) {
    for (const [year, markdown] of [one, other, one].entries()) {
      await addVersion(fresh, { domain, timestamp: `200${year}0101000000`, markdown });
    }
  }
  // Whole, so that numbers of rows are those of a derivation and not of the order in which texts came.
  const store = openStore(fresh);
  await deriveAll(store, silentEffects);
  store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Takes into a store of an old schema whatever of today's rows it had a place for. */
function fillOldStore(file: string): void {
  const store = new Database(file);
  store.exec(`attach '${fresh}' as today; pragma foreign_keys = off`);
  const columnsOf = (schema: string, table: string) =>
    store.prepare(`select name from pragma_table_info(?, '${schema}')`).pluck().all(table) as string[];
  const tables = store.prepare("select name from main.sqlite_schema where type = 'table'").pluck().all();
  for (const table of tables as string[]) {
    const known = new Set(columnsOf('today', table));
    // Whatever an old store holds was made by rules of its time.
    const sourceOf = (name: string) => (/_rules$/.test(name) ? "'0'" : known.has(name) ? name : '1');
    const columns = columnsOf('main', table).map((name) => [name, sourceOf(name)] as const);
    store.exec(
      `insert or ignore into main.${table} (${columns.map(([name]) => name)})
       select distinct ${columns.map(([, value]) => value)} from today.${table}`,
    );
  }
  store.close();
}

test.each(oldSchemas)('a store of schema %s', async (schema) => {
  const file = join(folder, `old-${schema}.sqlite`);
  const version = makeOldStore(file, schema);
  fillOldStore(file);
  const looked = await runHere(['stats', '--store', file]);
  expect(looked.exitCode, looked.stderr).toBe(0);
  expect(looked.stdout).toContain('2 of 2 policies were made by other rules than today’s');
  expect(existsSync(`${file}.schema-${version}.bak`)).toBe(true);
  const store = openStore(file);
  await deriveStale(store, silentEffects);
  store.close();
  expect(dumpViews(file)).toEqual(dumpViews(fresh));
  const check = await runHere(['check', '--store', file]);
  expect(check.stdout).toContain('nothing wrong');
});

test('another’s store of an older schema is merged, and stays as it is byte for byte', async () => {
  const [old, into] = [join(folder, 'other.sqlite'), join(folder, 'into.sqlite')];
  makeOldStore(old, '3a');
  fillOldStore(old);
  copyFileSync(old, `${old}.before`);
  const merged = await runHere(['merge', old, '--store', into]);
  expect(merged.exitCode, merged.stderr).toBe(0);
  expect(existsSync(`${old}.schema-3.bak`)).toBe(false);
  const { v_versions: before } = dumpViews(fresh);
  expect(dumpViews(into).v_versions).toEqual(before);
  expect(readFileSync(old).equals(readFileSync(`${old}.before`))).toBe(true);
});
