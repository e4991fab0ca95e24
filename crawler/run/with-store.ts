import { existsSync, rmSync } from 'node:fs';
import { UserError } from '../errors.ts';
import {
  explainSqliteError,
  hasNoRuns,
  lockStore,
  mayWrite,
  openStore,
  openStoreReadOnly,
  type Store,
  sealStore,
  withCopyAside,
} from '../store/index.ts';
import { applyRemovalList } from './share/removal-list.ts';

/** Takes away a store that work made and then put nothing into, so that a command that came to nothing leaves nothing. */
function removeUnused(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-lock']) rmSync(`${file}${suffix}`, { force: true });
}

/**
 * Runs work on a store and closes it, whatever happens. Only one process at a time may change a store; whoever changes it
 * keeps to the removal list beside it. Who only tries (and undoes what it writes) may do so with a store that cannot be written. Throws a UserError where the store cannot be used.
 */
export async function withStore<T>(
  file: string,
  mode: 'write' | 'read' | 'try',
  work: (store: Store) => Promise<T> | T,
): Promise<T> {
  if (file === '') {
    throw new UserError('--store names no file', 'Name the SQLite file to work on: --store FILE.');
  }
  if (mode === 'try') {
    const isRefused = existsSync(file) && !mayWrite(file);
    return isRefused
      ? withCopyAside(file, (copy) => withStore(copy, 'write', work))
      : withStore(file, 'write', work);
  }
  let isUnused = mode === 'write' && file !== ':memory:' && !existsSync(file);
  const unlock = mode === 'write' ? lockStore(file) : () => {};
  try {
    const store = mode === 'write' ? openStore(file) : openStoreReadOnly(file);
    try {
      if (mode === 'write') applyRemovalList(store, file);
      const result = await work(store);
      if (mode === 'write') sealStore(store);
      return result;
    } catch (error) {
      // Damage may show only when the damaged page is read.
      throw explainSqliteError(file, error);
    } finally {
      isUnused &&= hasNoRuns(store);
      store.close();
    }
  } finally {
    unlock();
    if (isUnused) removeUnused(file);
  }
}
