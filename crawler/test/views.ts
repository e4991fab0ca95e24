import Database from 'better-sqlite3';
import { datasetViews } from '../core/index.ts';

/** When a store was made, which two of the same crawl need not agree on. */
const OWN = new Set(['retrieved_at', 'run']);

/** Every row of every view of a store, as text, sorted: what two stores must agree on. */
export function dumpViews(file: string): Record<string, string[]> {
  const store = new Database(file, { readonly: true });
  try {
    return Object.fromEntries(
      datasetViews.map(({ name: view }) => {
        const statement = store.prepare(`select * from ${view}`).raw();
        const isOwn = statement.columns().map(({ name }) => OWN.has(name));
        const rows = (statement.all() as unknown[][]).map((row) =>
          JSON.stringify(row.map((value, at) => (isOwn[at] ? null : value))),
        );
        return [view, rows.sort()];
      }),
    );
  } finally {
    store.close();
  }
}
