import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, type Store } from '../../crawler/store/open.ts';
import { readStep, readVersion } from '../../crawler/store/read/policies.ts';
import { readPolicyBasis } from '../../crawler/store/read/policy-basis.ts';
import { listCaptureMarks } from '../../crawler/store/read/policy-captures.ts';
import { listTrendVersions } from '../../crawler/store/read/trends.ts';
import { makeFixtureStore } from './support/fixture-store.ts';

/** Bases stand for readings: whatever changes one has to change the other. */

const NAME = ['lantern.example', 'privacy'] as const;

let folder: string;
let store: Store;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'palimpsest-basis-'));
  const file = join(folder, 'store.sqlite');
  await makeFixtureStore(file);
  store = openStore(file);
  store.pragma('foreign_keys = off');
});
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What is read of the first two versions, of the step between them and for charts, with what stands for it. */
function look() {
  const basis = readPolicyBasis(store, ...NAME);
  const marks = JSON.stringify(listCaptureMarks(store, ...NAME));
  const parts = [
    [readVersion(store, ...NAME, 1), basis],
    [readVersion(store, ...NAME, 2), basis],
    [readStep(store, ...NAME, 2), basis],
    [listTrendVersions(store, ...NAME, ['letters', 'a*']), `${basis} ${marks}`],
  ] as const;
  return parts.map(([read, standsFor]) => ({ read: JSON.stringify(read), basis: standsFor }));
}

const TABLES = [
  ...['versions', 'texts', 'captures', 'addresses', 'mementos', 'payloads', 'normalizations', 'text_clauses'],
  ...['clauses', 'contexts', 'version_lineages', 'lineages', 'clause_terms', 'clause_topics', 'comparisons'],
  ...['changes', 'outcomes'],
];

const columnsOf = (table: string) =>
  store.pragma(`table_info(${table})`) as { readonly name: string; readonly type: string }[];

/** Looks at the store after a statement, and undoes it; null where it cannot be done, or leaves nothing that can be read. */
function lookAfter(sql: string) {
  store.exec('savepoint probe');
  try {
    store.exec(sql);
    return look();
  } catch {
    return null;
  } finally {
    store.exec('rollback to probe; release probe');
  }
}

const statements = (table: string) => [
  `delete from ${table} where rowid in (select rowid from ${table} limit 1)`,
  `delete from ${table}`,
  ...columnsOf(table).flatMap(({ name, type }) =>
    type === 'text'
      ? [`update ${table} set ${name} = replace(replace(${name}, 'e', 'i'), '1', '2')`]
      : [`update ${table} set ${name} = ${name} + 1`, `update ${table} set ${name} = 1 - ${name}`],
  ),
];

test('a basis is another whenever anything that is read is another, table by table and column by column', () => {
  const before = look();
  expect(before.map(({ read }) => read)).not.toContain('null');
  let seen = 0;
  for (const sql of TABLES.flatMap(statements)) {
    lookAfter(sql)?.forEach(({ read, basis }, at) => {
      if (read === before[at]!.read) return;
      seen++;
      expect(basis, sql).not.toBe(before[at]!.basis);
    });
  }
  expect(seen, 'readings that came out otherwise').toBeGreaterThan(80);
  expect(look()).toEqual(before);
});
