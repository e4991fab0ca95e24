import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { exitCodes, UserError } from '../errors.ts';

export type Store = Database.Database;

/** A store that cannot be used: what is wrong with it, and what to do (exit 6). */
export function unusable(file: string, what: string, remedy: string): UserError {
  return new UserError(`store ${file} ${what}`, remedy, exitCodes.store);
}

/** Turns SQLite's own failures on opening into what is wrong and what to do. */
export function explainSqliteError(file: string, error: unknown): unknown {
  const code = error instanceof Database.SqliteError ? error.code : '';
  if (error instanceof SyntaxError || /malformed JSON/.test((error as Error)?.message ?? '')) {
    return unusable(
      file,
      `holds a row that cannot be read: ${(error as Error).message}`,
      'See what is damaged with `palimpsest check`; derived state is rebuilt by `palimpsest derive --whole`.',
    );
  }
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
  if (code.startsWith('SQLITE_FULL') || code === 'SQLITE_IOERR_WRITE') {
    return unusable(
      file,
      'cannot be written on: the disk is full',
      'Make room and run the same command again; what was stored before is as it was.',
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

/** Whether an error concerns the store as a whole, so that nothing can go on. */
export function isStoreFailure(error: unknown): boolean {
  if (error instanceof UserError) return error.exitCode === exitCodes.store;
  return error instanceof Database.SqliteError;
}

/** Makes the folder a store is to lie in. Throws UserError (exit 6) where that cannot be. */
export function prepareFolder(file: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
  } catch (error) {
    throw unusable(file, `cannot be made: ${(error as Error).message}`, 'Choose a folder you may write to.');
  }
}
