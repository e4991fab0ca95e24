import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { exitCodes } from '../errors.ts';
import { migrateSchema, readNewestVersion, readVersion } from './migrate.ts';
import { makeOldStore, oldSchemas } from './old-stores.ts';
import { openStore, openStoreReadOnly } from './open.ts';
import { compareShapes, describeShape } from './shape.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'palimpsest-migrate-'));
  file = join(folder, 'old.sqlite');
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

const inStore = <T>(work: (store: Database.Database) => T): T => {
  const store = new Database(file);
  try {
    return work(store);
  } finally {
    store.close();
  }
};

const refusal = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    return error as { message: string; remedy: string; exitCode: number };
  }
  throw new Error('it was not refused');
};

test('schema.sql is the sum of all steps', () => {
  const sum = new Database(':memory:');
  migrateSchema(sum);
  const whole = new Database(':memory:');
  whole.exec(readFileSync(new URL('./schema.sql', import.meta.url), 'utf8'));
  const [ofSteps, ofSchema] = [describeShape(sum), describeShape(whole)];
  // Where this fails after an edit of schema.sql, a step in migrations/ is missing that makes the same of older stores.
  expect(compareShapes(ofSchema, ofSteps)).toEqual([]);
  expect([...ofSteps.keys()].sort()).toEqual([...ofSchema.keys()].sort());
});

describe.each(oldSchemas)('a store of schema %s', (schema) => {
  test('is brought up to date when it is opened, with all it holds, and kept as it was beside itself', () => {
    const version = makeOldStore(file, schema);
    inStore((store) => store.exec("insert into policies values (1, 'a.example', 'privacy')"));
    const told: string[] = [];
    const opened = openStoreReadOnly(file, (message) => told.push(message));
    expect(readVersion(opened)).toBe(readNewestVersion());
    expect(opened.prepare('select domain from v_policies').pluck().all()).toEqual(['a.example']);
    expect(opened.prepare('select count(*) from v_removals').pluck().get()).toBe(0);
    opened.close();
    const backup = `${file}.schema-${version}.bak`;
    expect(told).toEqual([
      `store ${file} was brought from schema version ${version} to ${readNewestVersion()}; as it was it lies in ${backup}`,
    ]);
    const kept = new Database(backup, { readonly: true });
    expect(readVersion(kept)).toBe(version);
    expect(kept.prepare('select domain from policies').pluck().all()).toEqual(['a.example']);
    kept.close();
  });

  test('keeps its copy when another store of that name is brought up to date later', () => {
    const version = makeOldStore(file, schema);
    openStore(file, () => {}).close();
    rmSync(file);
    makeOldStore(file, schema);
    openStore(file, () => {}).close();
    expect(readdirSync(folder).filter((name) => name.includes('.bak'))).toEqual([
      `old.sqlite.schema-${version}-2.bak`,
      `old.sqlite.schema-${version}.bak`,
    ]);
  });
});

test('a store whose steps fail is left as it was, and says which step failed', () => {
  makeOldStore(file, '3c');
  inStore((store) => store.exec('create table removals (mine text)'));
  const refused = refusal(() => openStore(file));
  expect(refused.message).toBe(
    `store ${file} cannot be brought from schema version 3 to ${readNewestVersion()}: step 0004-requests-and-removals: table removals already exists`,
  );
  expect(refused.exitCode).toBe(exitCodes.store);
  expect(inStore(readVersion)).toBe(3);
  expect(
    inStore((store) =>
      store.prepare("select count(*) from sqlite_schema where name = 'requests'").pluck().get(),
    ),
  ).toBe(0);
  expect(readdirSync(folder).filter((name) => name.includes('.bak'))).toEqual([]);
});

test.each([
  ['drop view v_removals; drop table removals', 'lacks table removals, lacks view v_removals'],
  ['drop view v_links', 'lacks view v_links'],
  ['drop view v_links; create view v_links as select 1 as domain', 'has another view v_links'],
  ['alter table requests drop column pauses', 'lacks column requests.pauses'],
  ['drop index texts_by_text_hash', 'lacks index texts_by_text_hash'],
])('a store of today after `%s` is refused, and says what it lacks', (damage, problem) => {
  openStore(file).close();
  inStore((store) => store.exec(damage));
  for (const open of [openStore, openStoreReadOnly]) {
    const refused = refusal(() => open(file));
    expect(refused.message).toBe(`store ${file} has schema version ${readNewestVersion()}, but ${problem}`);
    expect(refused.exitCode).toBe(exitCodes.store);
  }
});

test('what a store has besides does no harm', () => {
  openStore(file).close();
  inStore((store) => store.exec('create table notes (mine text); alter table crawls add column note text'));
  openStore(file).close();
});

test('a store of a newer program is refused, and not changed', () => {
  openStore(file).close();
  inStore((store) => store.pragma(`user_version = ${readNewestVersion() + 1}`));
  for (const open of [openStore, openStoreReadOnly]) {
    const refused = refusal(() => open(file));
    expect(refused.message).toContain(`newer than this program's ${readNewestVersion()}`);
    expect(refused.exitCode).toBe(exitCodes.store);
  }
});
