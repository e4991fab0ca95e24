import { accessSync, chmodSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { type Store, unusable } from './sqlite.ts';

/** Whether a store may be written: itself, and what SQLite lays beside it. */
export function mayWrite(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    accessSync(dirname(file), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** A copy of a store in a folder for a while, with what a crawl that was killed left beside it. */
function copyAside(file: string): { readonly copy: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-read-'));
  const copy = join(folder, 'store.sqlite');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    for (const suffix of ['', '-wal']) {
      if (!existsSync(file + suffix)) continue;
      copyFileSync(file + suffix, copy + suffix, constants.COPYFILE_FICLONE);
      chmodSync(copy + suffix, 0o600);
    }
    return { copy, remove };
  } catch (error) {
    remove();
    throw unusable(
      file,
      `may not be written beside, and cannot be copied to ${tmpdir()} to be read there: ${(error as Error).message}`,
      'Make room there, or name another folder for such copies with TMPDIR.',
    );
  }
}

/** Works on a copy of a store that may be written, and forgets it: for what only tries. */
export async function withCopyAside<T>(file: string, work: (copy: string) => Promise<T>): Promise<T> {
  const { copy, remove } = copyAside(file);
  try {
    return await work(copy);
  } finally {
    remove();
  }
}

/**
 * Reads a copy, made for as long as the store is open: SQLite keeps notes beside a file even to read it, and cannot where
 * nothing may be written, as on a disk that is mounted for reading. `prepare` may change the copy.
 */
export function openAside(file: string, prepare: (copy: string) => void): Store {
  const { copy, remove } = copyAside(file);
  process.once('exit', remove);
  try {
    prepare(copy);
    const store = new Database(copy, { readonly: true, timeout: 5000 });
    const close = store.close.bind(store);
    store.close = () => {
      close();
      process.removeListener('exit', remove);
      remove();
      return store;
    };
    return store;
  } catch (error) {
    remove();
    throw error;
  }
}
