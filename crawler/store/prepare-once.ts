import type Database from 'better-sqlite3';
import type { Store } from './open.ts';

const prepared = new WeakMap<Store, Map<string, Database.Statement>>();

/**
 * A statement that is prepared once a store: for questions asked of every version, where preparing would take longer than
 * answering. Whoever changes how rows come (`raw`, `pluck`) does so at every use, and has the SQL for itself.
 */
export function prepareOnce(store: Store, sql: string): Database.Statement {
  let own = prepared.get(store);
  if (!own) {
    own = new Map();
    prepared.set(store, own);
  }
  let statement = own.get(sql);
  if (!statement) {
    statement = store.prepare(sql);
    own.set(sql, statement);
  }
  return statement;
}
