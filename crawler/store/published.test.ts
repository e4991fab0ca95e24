import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore, type Store } from './open.ts';
import { listChangesWithoutPage } from './read/change-pages.ts';
import { listMovedAddresses, listMovedChanges } from './read/published.ts';
import { recordPublished } from './write/published.ts';

let folder: string;
let store: Store;

/** A store of one policy with versions of 2001 and 2002 and the comparison of both. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'palimpsest-published-'));
  store = openStore(join(folder, 'store.sqlite'));
  store.exec(`
    insert into policies values (1, 'a.example', 'privacy');
    insert into crawls values (1, 'a.example', 'crawl', 'http://x', '{}', 'test', '2026-01-01T00:00:00Z', null, null);
    insert into addresses (id, domain, url, urlkey, role, policy_id, confidence, evidence, archive)
      values (1, 'a.example', 'http://a.example/p', 'example,a)/p', 'policy', 1, 1, '[]', 'http://x');
    insert into captures values
      (1, 1, 'k', '20010101120000', '20010101120000', 'http://a.example/p', 'text/html', '200', 'A', '1', 1),
      (2, 1, 'k', '20020101120000', '20020101120000', 'http://a.example/p', 'text/html', '200', 'B', '1', 1);
    insert into texts (id, markdown_hash, text_hash, tail, word_count) values (1, 'm', 'hash', '', 10);
    insert into versions values
      (1, 1, 1, '2001-01-01', 1, 1, '2001-01-01T12:00:00Z', '2001-01-01T12:00:00Z', null, 1, '1', '1'),
      (2, 1, 2, '2002-01-01', 1, 2, '2002-01-01T12:00:00Z', '2002-01-01T12:00:00Z', null, 1, '1', '1');
    insert into outcomes values (1, 'version', null, 1, '1'), (2, 'version', null, 2, '1');
    insert into comparisons values (1, 1, 2, '[]', '{}', 0, 0, 1, null, 'small', 0, '1', null, null);`);
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

/** As rules do that hold both captures to be one version. */
const mergeVersions = () =>
  store.exec(
    'update outcomes set version_id = 1; delete from comparisons; delete from versions where id = 2',
  );

test('an address once published is kept, and leads on where its version is gone', () => {
  expect(recordPublished(store, 0)).toBe(2);
  expect(recordPublished(store, 0)).toBe(0);
  expect(store.prepare('select anchor from published order by slug').pluck().all()).toEqual([
    '20010101120000',
    '20020101120000',
  ]);
  expect(listMovedAddresses(store)).toEqual([]);
  mergeVersions();
  expect(listMovedAddresses(store)).toEqual([
    { domain: 'a.example', policy: 'privacy', slug: '2002-01-01', movedTo: '2001-01-01' },
  ]);
});

test('a change once published is answered where the budget has no page for it, and where its versions moved', () => {
  const change = { domain: 'a.example', policy: 'privacy', left: '2001-01-01', right: '2002-01-01' };
  expect(listChangesWithoutPage(store, 1)).toEqual([]);
  expect(listChangesWithoutPage(store, 0)).toEqual([change]);
  expect(recordPublished(store, 0)).toBe(2);
  expect(listMovedChanges(store, 0), 'it never had a page').toEqual([]);
  expect(recordPublished(store, 1)).toBe(1);
  expect(listMovedChanges(store, 1), 'it has a page').toEqual([]);
  expect(listMovedChanges(store, 0)).toEqual([{ ...change, nowLeft: change.left, nowRight: change.right }]);
  mergeVersions();
  expect(listMovedChanges(store, 1)).toEqual([{ ...change, nowLeft: change.left, nowRight: change.left }]);
});
