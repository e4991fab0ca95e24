import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { exitCodes, UserError } from '../errors.ts';
import type { Store } from './sqlite.ts';

/** One step from a schema version to the next; `number` is the version it leads to. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

const FOLDER = new URL('./migrations/', import.meta.url);

let steps: readonly Migration[] | undefined;

/** Every step there is, in order. Throws where two have one number or a number is left out. */
export function listMigrations(): readonly Migration[] {
  steps ??= readdirSync(FOLDER)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file, index) => {
      const number = Number(file.slice(0, 4));
      if (number !== index + 1) throw new Error(`migrations/${file} should have the number ${index + 1}`);
      return {
        number,
        name: file.slice(0, -'.sql'.length),
        sql: readFileSync(new URL(file, FOLDER), 'utf8'),
      };
    });
  return steps;
}

/** The schema version of stores made today: the number of the last step. Kept in the file as `PRAGMA user_version`. */
export const readNewestVersion = (): number => listMigrations().length;

export const readVersion = (store: Store): number => store.pragma('user_version', { simple: true }) as number;

/**
 * Takes a store through the steps it lacks, all of them or none, each raising its version. Foreign keys are looked at once,
 * at the end, since a step may make a table anew that others refer to (sqlite.org/lang_altertable.html, section 7). Tests
 * stop at an older version.
 */
export function migrateSchema(store: Store, last = readNewestVersion()): void {
  store.pragma('foreign_keys = OFF');
  try {
    store
      .transaction(() => {
        // Another process may have been first.
        for (const step of listMigrations().slice(readVersion(store), last)) runStep(store, step);
        // Rows that got a column are not as they were sealed.
        if (store.prepare("select 1 from sqlite_schema where name = 'seals'").get()) {
          store.exec('delete from seals');
        }
        const broken = (store.pragma('foreign_key_check') as { table: string; parent: string }[])[0];
        if (broken) throw new Error(`${broken.table} refers to a missing row of ${broken.parent}`);
      })
      .immediate();
  } finally {
    store.pragma('foreign_keys = ON');
  }
}

function runStep(store: Store, { number, name, sql }: Migration): void {
  try {
    store.exec(sql);
  } catch (error) {
    // Damage and full disks are told as such; here it is the store that is not what its version says.
    if ((error as { code?: string }).code !== 'SQLITE_ERROR') throw error;
    throw new Error(`step ${name}: ${(error as Error).message}`);
  }
  store.pragma(`user_version = ${number}`);
}

/** Name of the copy of a store that is kept before its schema is changed: `archive.sqlite.schema-5.bak`; one not yet taken. */
function nameBackup(file: string, version: number): string {
  const names = [
    `${file}.schema-${version}.bak`,
    ...Array.from({ length: 99 }, (_, k) => `${file}.schema-${version}-${k + 2}.bak`),
  ];
  const free = names.find((name) => !existsSync(name));
  if (free) return free;
  throw new UserError(
    `a hundred copies like ${names[0]} lie beside the store already`,
    'Move them elsewhere and run the same command again.',
    exitCodes.store,
  );
}

/**
 * Brings an older store up to date after a copy of it was laid beside it, and tells of both.
 * @throws UserError (exit 6) for a store that is not what its version says; it is then as it was
 */
export function migrateStore(store: Store, file: string, tell: (message: string) => void): void {
  const version = readVersion(store);
  const backup = file === ':memory:' ? null : nameBackup(file, version);
  if (backup !== null) copyTo(store, backup);
  try {
    migrateSchema(store);
  } catch (error) {
    if (backup !== null) rmSync(backup, { force: true });
    if ((error as { code?: string }).code !== undefined) throw error;
    throw new UserError(
      `store ${file} cannot be brought from schema version ${version} to ${readNewestVersion()}: ${(error as Error).message}`,
      'It is as it was. Restore it from a copy, or name another with --store FILE.',
      exitCodes.store,
    );
  }
  tell(
    `store ${file} was brought from schema version ${version} to ${readNewestVersion()}${
      backup === null ? '' : `; as it was it lies in ${backup}`
    }`,
  );
}

/** Under its own name only when it is whole. */
function copyTo(store: Store, backup: string): void {
  const part = `${backup}.part`;
  rmSync(part, { force: true });
  try {
    store.prepare('vacuum into ?').run(part);
    renameSync(part, backup);
  } finally {
    rmSync(part, { force: true });
  }
}
