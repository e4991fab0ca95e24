import Database from 'better-sqlite3';

const VIEWS = [
  'v_policies',
  'v_captures',
  'v_versions',
  'v_clauses',
  'v_changes',
  'v_lineages',
  'v_terms',
  'v_links',
  'v_removals',
];

/** Every row of every view of a store, as text, sorted: what two stores must agree on. */
export function dumpViews(file: string): Record<string, string[]> {
  const store = new Database(file, { readonly: true });
  try {
    return Object.fromEntries(
      VIEWS.map((view) => [
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
