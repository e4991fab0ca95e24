import Database from 'better-sqlite3';
import { exitCodes, UserError } from '../errors.ts';
import { explainSqliteError, prepareFolder } from './sqlite.ts';

/**
 * Takes the right to change a store, for this process alone, until the function returned is called or the process ends:
 * the system releases the lock of a killed process, so none is left behind. It is held on an empty file beside the
 * store and not on the store itself, so that others can read meanwhile. (The file stays: deleting it would let two
 * processes lock two files of the same name.)
 * @throws UserError (exit 6) where another process holds it
 */
export function lockStore(file: string): () => void {
  if (file === ':memory:') return () => {};
  prepareFolder(file);
  let lock: Database.Database | undefined;
  try {
    lock = new Database(`${file}-lock`, { timeout: 0 });
    lock.exec('begin exclusive');
  } catch (error) {
    lock?.close();
    const isTaken = error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code);
    if (!isTaken) throw explainSqliteError(file, error);
    throw new UserError(
      `store ${file} is in use: another run of palimpsest is changing it`,
      'Wait until it has finished, or name another store with --store FILE.',
      exitCodes.store,
    );
  }
  const held = lock;
  return () => held.close();
}
