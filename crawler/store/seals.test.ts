import { expect, test } from 'vitest';
import { openStore } from './open.ts';
import { iterateBrokenSeals, SEALED_TABLES, sealStore } from './seals.ts';

/** Payloads are told by their own hashes, and seals are what tells. */
const UNSEALED = ['payloads', 'seals'];

test('every table of a store is under a seal', () => {
  const store = openStore(':memory:');
  const tables = store
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[];
  // Where this fails a new table is missing in seals.ts: whose its rows are, and which of them a seal covers.
  expect([...SEALED_TABLES, ...UNSEALED].sort()).toEqual(tables.sort());
  store.close();
});

test('a change of a row breaks the seal of its policy alone, and what is sealed anew is whole', () => {
  const store = openStore(':memory:');
  store.exec(`
    insert into policies values (1, 'a.example', 'privacy'), (2, 'b.example', 'privacy');
    insert into crawls values (1, 'a.example', 'crawl', 'http://x', '{}', 'test', '2026-01-01T00:00:00Z', null, null);
    insert into addresses (id, domain, url, urlkey, role, policy_id, confidence, evidence, archive)
      values (1, 'a.example', 'http://a.example/p', 'k', 'policy', 1, 1, '[]', 'http://x'),
        (2, 'a.example', 'http://a.example/', 'h', 'home', null, 1, '[]', 'http://x');`);
  const sealed = () => store.prepare('select policy_id from seals order by 1').pluck().all();
  sealStore(store);
  expect(sealed()).toEqual([0, 1, 2]);
  store.exec(
    "insert into captures values (1, 1, 'k', null, null, 'http://a.example/p', '', '200', 'A', '1', 1)",
  );
  expect(sealed()).toEqual([0, 2]);
  sealStore(store);
  store.exec(
    "insert into captures values (2, 2, 'h', null, null, 'http://a.example/', '', '200', 'B', '1', 1)",
  );
  expect(sealed()).toEqual([1, 2]);
  store.exec("insert into outcomes (capture_id, outcome) values (1, 'pending')");
  expect(sealed()).toEqual([2]);
  store.exec('update addresses set policy_id = 2 where id = 1');
  expect(sealed()).toEqual([]);
  sealStore(store);
  expect([...iterateBrokenSeals(store)]).toEqual([]);
  store.close();
});

test('a row that was changed behind the back of the program is told by the seal', () => {
  const store = openStore(':memory:');
  store.exec("insert into policies values (1, 'a.example', 'privacy')");
  sealStore(store);
  store.exec('drop trigger seal_policies_update');
  store.exec("update policies set policy = 'cookies'");
  expect([...iterateBrokenSeals(store)]).toEqual(['a.example/cookies']);
  store.close();
});
