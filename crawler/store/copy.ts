import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { dropDatasetTables, hasDatasetTables } from './dataset-tables.ts';
import type { Store } from './open.ts';

/**
 * Writes a copy of the store to `file`, which must not exist: compact, and the same bytes for the same content. What was added
 * when the store itself was published is left out, and so are payloads where they are not wanted.
 */
export function copyStore(store: Store, file: string, hasPayloads = true): void {
  if (hasPayloads && !hasDatasetTables(store)) {
    store.prepare('vacuum into ?').run(file);
    return;
  }
  const whole = `${file}.whole`;
  try {
    store.prepare('vacuum into ?').run(whole);
    const copy = new Database(whole);
    try {
      copy.pragma('journal_mode = off');
      dropDatasetTables(copy);
      if (!hasPayloads) copy.exec("update payloads set base_id = null, chain = 0, stored = x''");
      copy.prepare('vacuum into ?').run(file);
    } finally {
      copy.close();
    }
  } finally {
    rmSync(whole, { force: true });
  }
}
