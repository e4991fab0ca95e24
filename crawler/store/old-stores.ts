import { readdirSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { migrateSchema, readNewestVersion } from './migrate.ts';

/**
 * For tests: every schema a store ever had. `fixtures/schema-3b.sql` is what the second schema of version 3 has that the one
 * before it had not; taken from this project's history, comments left out. From version 7 on a schema is the sum of the steps
 * to it, which are never edited.
 */
const FOLDER = new URL('./fixtures/', import.meta.url);
const FIRST_OF_STEPS = 7;

const fixtures = readdirSync(FOLDER)
  .flatMap((file) => /^schema-(\w+)\.sql$/.exec(file)?.[1] ?? [])
  .sort();

/** Their names, oldest first: `1a`, `1b`, `2a`. */
export const oldSchemas: readonly string[] = [
  ...fixtures,
  ...Array.from({ length: readNewestVersion() - FIRST_OF_STEPS }, (_, k) => String(FIRST_OF_STEPS + k)),
];

/** Makes an empty store of an old schema in `file`, which must not exist. Returns its version. */
export function makeOldStore(file: string, schema: string): number {
  const version = Number.parseInt(schema, 10);
  const store = new Database(file);
  store.pragma('journal_mode = WAL');
  if (version >= FIRST_OF_STEPS) migrateSchema(store, version);
  for (const name of fixtures.slice(0, fixtures.indexOf(schema) + 1)) {
    store.exec(readFileSync(new URL(`schema-${name}.sql`, FOLDER), 'utf8'));
  }
  store.pragma(`user_version = ${version}`);
  store.close();
  return version;
}
