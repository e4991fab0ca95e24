import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { mayWrite } from './aside.ts';
import { refuseWithoutPayloads } from './dataset-tables.ts';
import { readNewestVersion, readVersion } from './migrate.ts';
import { openStore, openStoreReadOnly } from './open.ts';
import { explainSqliteError, type Store } from './sqlite.ts';

/**
 * Works on somebody else's store, which stays as it is byte for byte: one of an older schema is brought up to date in a copy
 * that lives as long as the work. Throws UserError (exit 6) where it cannot be used.
 */
export function withOthersStore<T>(file: string, work: (store: Store) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-other-'));
  let store: Store | undefined;
  try {
    const copy = mayWrite(file) ? copyIfOlder(file, join(folder, 'other.sqlite')) : null;
    store = copy === null ? openStoreReadOnly(file) : openStore(copy, () => {});
    refuseWithoutPayloads(store, file);
    return work(store);
  } catch (error) {
    throw explainSqliteError(file, error);
  } finally {
    store?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function copyIfOlder(file: string, copy: string): string | null {
  if (!existsSync(file)) return null;
  const store = new Database(file, { readonly: true, timeout: 5000 });
  try {
    const version = readVersion(store);
    if (version === 0 || version >= readNewestVersion()) return null;
    store.prepare('vacuum into ?').run(copy);
    return copy;
  } finally {
    store.close();
  }
}
