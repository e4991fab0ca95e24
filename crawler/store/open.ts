import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { exitCodes, UserError } from '../errors.ts';
import { isUpgradable, upgradeSchema } from './upgrade.ts';

/** Grows with every change of schema.sql; kept in the file as `PRAGMA user_version`. */
export const SCHEMA_VERSION = 6;

export type Store = Database.Database;

function unusable(file: string, what: string, remedy: string): UserError {
  return new UserError(`store ${file} ${what}`, remedy, exitCodes.store);
}

function checkSchemaVersion(store: Store, file: string): void {
  const version = store.pragma('user_version', { simple: true }) as number;
  if (version === SCHEMA_VERSION) return;
  if (version > SCHEMA_VERSION) {
    throw unusable(
      file,
      `has schema version ${version}, newer than this program's ${SCHEMA_VERSION}`,
      'Use the newer version of Palimpsest that wrote it, or name another store with --store FILE.',
    );
  }
  throw unusable(
    file,
    version === 0
      ? 'is an SQLite file, but not a store of Palimpsest'
      : `has the old schema version ${version}`,
    'Name another store with --store FILE; a new one is made where none is.',
  );
}

/** Turns SQLite's own failures on opening into what is wrong and what to do. */
export function explainSqliteError(file: string, error: unknown): unknown {
  const code = error instanceof Database.SqliteError ? error.code : '';
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return unusable(
      file,
      `cannot be read: ${(error as Error).message}`,
      'Restore it from a copy, or name another store with --store FILE.',
    );
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return unusable(
      file,
      'is in use by another process',
      'Wait until it has finished, or name another store with --store FILE.',
    );
  }
  if (
    code.startsWith('SQLITE_CANTOPEN') ||
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_IOERR')
  ) {
    return unusable(
      file,
      `cannot be opened: ${(error as Error).message}`,
      'Check that it is a file you may write to.',
    );
  }
  return error;
}

/** Makes the folder a store is to lie in. Throws UserError (exit 6) where that cannot be. */
export function prepareFolder(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    throw unusable(file, `cannot be made: ${(error as Error).message}`, 'Choose a folder you may write to.');
  }
}

/** Opens a store for writing and makes it where there is none. Throws UserError (exit 6) where it cannot be used. */
export function openStore(file: string): Store {
  prepareFolder(file);
  let store: Store | undefined;
  try {
    store = new Database(file, { timeout: 5000 });
    store.pragma('journal_mode = WAL');
    store.pragma('synchronous = NORMAL');
    store.pragma('foreign_keys = ON');
    const isEmpty = store.prepare('select count(*) from sqlite_schema').pluck().get() === 0;
    const version = store.pragma('user_version', { simple: true }) as number;
    if (isEmpty && version === 0) createSchema(store);
    else if (isUpgradable(version)) upgradeSchema(store, readSchema(), SCHEMA_VERSION);
    checkSchemaVersion(store, file);
    return store;
  } catch (error) {
    store?.close();
    throw explainSqliteError(file, error);
  }
}

const readSchema = () => readFileSync(new URL('./schema.sql', import.meta.url), 'utf8');

function createSchema(store: Store): void {
  store.transaction(() => {
    store.exec(readSchema());
    store.pragma(`user_version = ${SCHEMA_VERSION}`);
  })();
}

/**
 * Opens an existing store read-only, for the site and for questions; an older one is brought up to date first. Throws
 * UserError (exit 6) where there is none.
 */
export function openStoreReadOnly(file: string): Store {
  if (!existsSync(file)) {
    throw unusable(
      file,
      'does not exist',
      'Fill one first: `palimpsest crawl example.com`, or `npm run demo` for the demo collection; or name another with --store FILE.',
    );
  }
  let store: Store | undefined;
  try {
    store = new Database(file, { readonly: true, timeout: 5000 });
    if (isUpgradable(store.pragma('user_version', { simple: true }) as number)) {
      store.close();
      openStore(file).close();
      store = new Database(file, { readonly: true, timeout: 5000 });
    }
    checkSchemaVersion(store, file);
    return store;
  } catch (error) {
    store?.close();
    throw explainSqliteError(file, error);
  }
}

/** Does work on a store and undoes all that it wrote. */
export async function withoutWriting<T>(store: Store, work: () => Promise<T>): Promise<T> {
  store.exec('begin');
  try {
    return await work();
  } finally {
    if (store.inTransaction) store.exec('rollback');
  }
}
