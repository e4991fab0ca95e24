import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openStore, openStoreReadOnly, SCHEMA_VERSION } from './open.ts';

test('an older store is brought up to date when it is opened, with all it holds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-upgrade-'));
  const [old, fresh] = [join(folder, 'old.sqlite'), join(folder, 'fresh.sqlite')];
  openStore(fresh).close();
  // A store as version 3 had it: without the tables and the view that came since.
  const store = new Database(old);
  const schema = readFileSync(new URL('./schema.sql', import.meta.url), 'utf8');
  store.exec(schema);
  store.exec(
    'drop view v_removals; drop table removals; drop table requests; drop table published_changes; drop table citations',
  );
  store.exec("insert into policies values (1, 'a.example', 'privacy')");
  store.pragma('user_version = 3');
  store.close();

  const opened = openStoreReadOnly(old);
  expect(opened.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
  expect(opened.prepare('select domain from v_policies').pluck().all()).toEqual(['a.example']);
  expect(opened.prepare('select count(*) from v_removals').pluck().get()).toBe(0);
  const shape = 'select type, name, sql from sqlite_schema order by type, name';
  const wanted = openStoreReadOnly(fresh);
  expect(opened.prepare(shape).all()).toEqual(wanted.prepare(shape).all());
  opened.close();
  wanted.close();
  rmSync(folder, { recursive: true });
});
