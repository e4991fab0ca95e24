import { existsSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { mayWrite, openAside } from './aside.ts';
import { dropDatasetTables, refuseWithoutPayloads } from './dataset-tables.ts';
import { lockStore } from './lock.ts';
import { migrateStore, readNewestVersion, readVersion } from './migrate.ts';
import { breakSealsOnChange } from './seals.ts';
import { compareShapes, describeShape, type Shape } from './shape.ts';
import { explainSqliteError, prepareFolder, type Store, unusable } from './sqlite.ts';

export type { Store } from './sqlite.ts';

/** schema.sql lies beside this file, except in the bundled program that makes the site's pages. */
const SCHEMA = new URL('./schema.sql', import.meta.url);

/** Where a store's schema is looked at: in all programs but the one whose caller has opened the same store before. */
const knowsSchema = () => existsSync(SCHEMA);

function checkVersion(store: Store, file: string): void {
  const [version, newest] = [readVersion(store), readNewestVersion()];
  if (version === 0) {
    throw unusable(
      file,
      'is an SQLite file, but not a store of Palimpsest',
      'Name another store with --store FILE; a new one is made where none is.',
    );
  }
  if (version > newest) {
    throw unusable(
      file,
      `has schema version ${version}, newer than this program's ${newest}`,
      'Use the newer version of Palimpsest that wrote it, or name another store with --store FILE.',
    );
  }
}

let wantedShape: Shape | undefined;

/** The shape of stores made today. */
function readWantedShape(): Shape {
  if (wantedShape) return wantedShape;
  const scratch = new Database(':memory:');
  try {
    createSchema(scratch);
    wantedShape = describeShape(scratch);
    return wantedShape;
  } finally {
    scratch.close();
  }
}

/** A store may carry today's version and yet lack what it stands for: somebody changed it, or a copy stopped half-way. */
function checkShape(store: Store, file: string): void {
  const problems = compareShapes(readWantedShape(), describeShape(store));
  if (problems.length === 0) return;
  throw unusable(
    file,
    `has schema version ${readVersion(store)}, but ${problems.join(', ')}`,
    'Restore it from a copy, or name another store with --store FILE.',
  );
}

/** Tells whoever runs the program, on standard error, that a store was changed on opening. */
const tellOnStandardError = (message: string) => console.error(message);

/**
 * Opens a store for writing and makes it where there is none; an older one is brought up to date, after a copy of it was laid
 * beside it. Throws UserError (exit 6) where it cannot be used.
 */
export function openStore(file: string, tell: (message: string) => void = tellOnStandardError): Store {
  prepareFolder(file);
  let store: Store | undefined;
  try {
    store = new Database(file, { timeout: 5000 });
    const isEmpty = store.prepare('select count(*) from sqlite_schema').pluck().get() === 0;
    if (!isEmpty || readVersion(store) !== 0) checkVersion(store, file);
    store.pragma('journal_mode = WAL');
    store.pragma('synchronous = NORMAL');
    store.pragma('foreign_keys = ON');
    if (readVersion(store) === 0) createSchema(store);
    else if (readVersion(store) < readNewestVersion()) migrateStore(store, file, tell);
    checkShape(store, file);
    refuseWithoutPayloads(store, file);
    dropDatasetTables(store);
    breakSealsOnChange(store);
    return store;
  } catch (error) {
    store?.close();
    throw explainSqliteError(file, error);
  }
}

function createSchema(store: Store): void {
  store.transaction(() => {
    store.exec(readFileSync(SCHEMA, 'utf8'));
    store.pragma(`user_version = ${readNewestVersion()}`);
  })();
}

/** Opens a store to be read, wherever it lies; what changes an older one to today's schema, it does to a copy if need be. */
function openToRead(file: string, tell: (message: string) => void): Store {
  const store = new Database(file, { readonly: true, timeout: 5000 });
  try {
    if (!knowsSchema()) return store;
    checkVersion(store, file);
    const version = readVersion(store);
    if (version === readNewestVersion()) return store;
    store.close();
    if (!mayWrite(file)) return openAside(file, (copy) => openStore(copy, () => {}).close());
    bringUpToDate(file, tell);
    return new Database(file, { readonly: true, timeout: 5000 });
  } catch (error) {
    store.close();
    const isRefused = /^SQLITE_(?:READONLY|CANTOPEN)/.test((error as { code?: string }).code ?? '');
    if (!isRefused || mayWrite(file)) throw error;
    return openAside(file, (copy) => {
      if (knowsSchema()) openToRead(copy, () => {}).close();
    });
  }
}

/**
 * Opens an existing store read-only, for the site and for questions; an older one is brought up to date first, one that may
 * not be written in a copy. Throws UserError (exit 6) where there is none.
 */
export function openStoreReadOnly(
  file: string,
  tell: (message: string) => void = tellOnStandardError,
): Store {
  if (!existsSync(file)) {
    throw unusable(
      file,
      'does not exist',
      'Fill one first: `palimpsest crawl example.com`, or `npm run demo` for the demo collection; or name another with --store FILE.',
    );
  }
  let store: Store | undefined;
  try {
    store = openToRead(file, tell);
    if (knowsSchema()) checkShape(store, file);
    return store;
  } catch (error) {
    store?.close();
    throw explainSqliteError(file, error);
  }
}

function bringUpToDate(file: string, tell: (message: string) => void): void {
  const unlock = lockStore(file);
  try {
    openStore(file, tell).close();
  } finally {
    unlock();
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
