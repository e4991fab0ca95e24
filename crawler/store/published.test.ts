import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from './open.ts';
import { listMovedAddresses } from './read/published.ts';
import { recordPublished } from './write/published.ts';

test('an address once published is kept, and leads on where its version is gone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-published-'));
  const store = openStore(join(folder, 'store.sqlite'));
  store.exec(`
    insert into policies values (1, 'a.example', 'privacy');
    insert into crawls values (1, 'a.example', 'crawl', 'http://x', '{}', 'test', '2026-01-01T00:00:00Z', null, null);
    insert into addresses (id, domain, url, urlkey, role, policy_id, confidence, evidence, archive)
      values (1, 'a.example', 'http://a.example/p', 'example,a)/p', 'policy', 1, 1, '[]', 'http://x');
    insert into captures values
      (1, 1, 'k', '20010101120000', '20010101120000', 'http://a.example/p', 'text/html', '200', 'A', '1', 1),
      (2, 1, 'k', '20020101120000', '20020101120000', 'http://a.example/p', 'text/html', '200', 'B', '1', 1);
    insert into texts values (1, 'm', 'hash', '', 10);
    insert into versions values
      (1, 1, 1, '2001-01-01', 1, 1, '2001-01-01T12:00:00Z', '2001-01-01T12:00:00Z', null, 1, 1),
      (2, 1, 2, '2002-01-01', 1, 2, '2002-01-01T12:00:00Z', '2002-01-01T12:00:00Z', null, 1, 1);
    insert into outcomes values (1, 'version', null, 1), (2, 'version', null, 2);`);
  expect(recordPublished(store)).toBe(2);
  expect(recordPublished(store)).toBe(0);
  expect(store.prepare('select anchor from published order by slug').pluck().all()).toEqual([
    '20010101120000',
    '20020101120000',
  ]);
  expect(listMovedAddresses(store)).toEqual([]);
  // New rules hold both captures to be one version.
  store.exec('update outcomes set version_id = 1; delete from versions where id = 2');
  expect(listMovedAddresses(store)).toEqual([
    { domain: 'a.example', policy: 'privacy', slug: '2002-01-01', movedTo: '2001-01-01' },
  ]);
  store.close();
  rmSync(folder, { recursive: true });
});
