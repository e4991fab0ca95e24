import Database from 'better-sqlite3';
import { datasetViews } from '../core/index.ts';

/** Every row of every view of a store, as text, sorted: what two stores must agree on. */
export function dumpViews(file: string): Record<string, string[]> {
  const store = new Database(file, { readonly: true });
  try {
    return Object.fromEntries(
      datasetViews.map(({ name: view }) => [
        view,
        (store.prepare(`select * from ${view}`).raw().all() as unknown[][])
          .map((row) => JSON.stringify(row))
          .sort(),
      ]),
    );
  } finally {
    store.close();
  }
}
