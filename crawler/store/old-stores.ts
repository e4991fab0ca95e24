import { readdirSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';

/**
 * For tests: every schema a store ever had. `fixtures/schema-3b.sql` is what the second schema of version 3 has that the one
 * before it had not; taken from this project's history, comments left out.
 */
const FOLDER = new URL('./fixtures/', import.meta.url);

/** Their names, oldest first: `1a`, `1b`, `2a`. */
export const oldSchemas: readonly string[] = readdirSync(FOLDER)
  .flatMap((file) => /^schema-(\w+)\.sql$/.exec(file)?.[1] ?? [])
  .sort();

/** Makes an empty store of an old schema in `file`, which must not exist. Returns its version. */
export function makeOldStore(file: string, schema: string): number {
  const store = new Database(file);
  store.pragma('journal_mode = WAL');
  for (const name of oldSchemas.slice(0, oldSchemas.indexOf(schema) + 1)) {
    store.exec(readFileSync(new URL(`schema-${name}.sql`, FOLDER), 'utf8'));
  }
  const version = Number.parseInt(schema, 10);
  store.pragma(`user_version = ${version}`);
  store.close();
  return version;
}
