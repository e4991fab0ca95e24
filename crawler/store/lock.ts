import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { exitCodes, UserError } from '../errors.ts';
import { explainSqliteError, prepareFolder, unusable } from './sqlite.ts';

/**
 * Takes the right to change a store, for this process alone, until the function returned is called or the process ends:
 * the system releases the lock of a killed process, so none is left behind. It is held on an empty file beside the
 * store and not on the store itself, so that others can read meanwhile. (The file stays: deleting it would let two
 * processes lock two files of the same name.) By whatever links the store is named, it is the same lock.
 * @throws UserError (exit 6) where another process holds it, and for a store with several names of its own
 */
export function lockStore(file: string): () => void {
  if (file === ':memory:') return () => {};
  prepareFolder(file);
  let lock: Database.Database | undefined;
  try {
    lock = new Database(`${realName(file)}-lock`, { timeout: 0 });
    lock.exec('begin exclusive');
  } catch (error) {
    lock?.close();
    if (error instanceof UserError) throw error;
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

/**
 * The name of the file itself. One with a second name cannot be changed safely: SQLite keeps its log beside the name it was
 * opened by, and the other name may be somebody's backup.
 */
function realName(file: string): string {
  const status = statSync(file, { throwIfNoEntry: false });
  if (!status) return join(realpathSync(dirname(file)), basename(file));
  if (status.nlink > 1 && status.isFile()) {
    throw unusable(
      file,
      `has ${status.nlink} names (hard links), of which one may be changed behind the back of another`,
      'Copy it, and name the copy with --store FILE; or delete the other names.',
    );
  }
  return realpathSync(file);
}
