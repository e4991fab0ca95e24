import { zstdCompressSync } from 'node:zlib';
import type { RemovalEntry } from '../../core/index.ts';
import type { Store } from '../open.ts';
import { readPayload } from '../payloads.ts';

/** Makes the store's removal list what the file says. */
export function replaceRemovals(store: Store, entries: readonly RemovalEntry[]): void {
  const insert = store.prepare(
    `insert or replace into removals (domain, policy, first, last, removed_on, reason)
     values (:domain, :policy, :first, :last, :removedOn, :reason)`,
  );
  store.transaction(() => {
    store.exec('delete from removals');
    for (const entry of entries) insert.run({ ...entry });
  })();
}

/**
 * Takes the words of captures out of a copy of a store that is to be published: what was read out of them, the headers that
 * came with them, and the bytes, unless another capture holds the same. Rows, dates and hashes stay. To be followed by
 * deriving the policies anew and deleting texts that nothing refers to.
 */
export function withholdCaptures(store: Store, captureIds: readonly number[]): void {
  store.transaction(() => {
    store.exec('create temp table withheld (id integer primary key)');
    const note = store.prepare('insert into withheld values (?)');
    for (const id of captureIds) note.run(id);
    store.exec(`
      delete from normalizations where capture_id in (select id from withheld);
      update mementos set headers = '{}' where capture_id in (select id from withheld);`);
    const payloads = store
      .prepare(
        `select distinct m.payload_id from mementos m join withheld w on w.id = m.capture_id
         where not exists (select 1 from mementos o where o.payload_id = m.payload_id
           and o.capture_id not in (select id from withheld))`,
      )
      .pluck()
      .all() as number[];
    withholdPayloads(store, payloads);
    store.exec('drop table withheld');
  })();
}

/** Empties payloads. Those that were compressed against one of them get to stand on their own first. */
function withholdPayloads(store: Store, ids: readonly number[]): void {
  const withheld = new Set(ids);
  const dependents = store.prepare('select id from payloads where base_id = ?').pluck();
  const standAlone = store.prepare('update payloads set base_id = null, chain = 0, stored = ? where id = ?');
  for (const id of ids) {
    for (const dependent of dependents.all(id) as number[]) {
      if (withheld.has(dependent)) continue;
      standAlone.run(zstdCompressSync(readPayload(store, dependent)), dependent);
      shortenChains(store, dependent);
    }
  }
  const empty = store.prepare("update payloads set base_id = null, chain = 0, stored = x'' where id = ?");
  for (const id of ids) empty.run(id);
}

/** Counts the links anew of what is compressed against a payload that has just become a keyframe. */
function shortenChains(store: Store, keyframe: number): void {
  store
    .prepare(
      `with recursive below (id, chain) as (
         select id, 1 from payloads where base_id = ?
         union all select y.id, b.chain + 1 from payloads y join below b on y.base_id = b.id)
       update payloads set chain = (select chain from below where below.id = payloads.id)
       where id in (select id from below)`,
    )
    .run(keyframe);
}
