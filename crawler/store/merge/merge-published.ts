import type { Store } from '../open.ts';
import { ensurePolicy } from '../write/ground.ts';
import { pickLower, type Row } from './better.ts';

interface PublishedRow extends Row {
  readonly domain: string;
  readonly policy: string;
  readonly slug: string;
  readonly anchor: string;
  readonly text_hash: string;
}

/**
 * Adds addresses that another store's site has published: none is ever lost. Where both sites published one address for two
 * captures, it stands for the earlier of them from now on; the other capture's version gets an address of its own.
 */
export function mergePublished(into: Store, from: Store): void {
  const select = `select p.domain, p.policy, u.slug, u.anchor, u.text_hash
    from published u join policies p on p.id = u.policy_id`;
  const find = into.prepare(`${select} where p.domain = :domain and p.policy = :policy and u.slug = :slug`);
  const write = into.prepare(
    `insert or replace into published (policy_id, slug, anchor, text_hash)
     select id, :slug, :anchor, :text_hash from policies where domain = :domain and policy = :policy`,
  );
  for (const theirs of from.prepare(select).all() as PublishedRow[]) {
    // One that holds captures of another policy's addresses has none of its own, and is derived later.
    ensurePolicy(into, theirs.domain, theirs.policy);
    const ours = find.get(theirs) as PublishedRow | undefined;
    write.run(ours ? pickLower(ours, theirs, (row) => [row.anchor, row.text_hash]) : theirs);
  }
  const change = into.prepare(
    `insert or ignore into published_changes (policy_id, left_slug, right_slug)
     select id, :left_slug, :right_slug from policies where domain = :domain and policy = :policy`,
  );
  const changes = from.prepare(
    `select p.domain, p.policy, c.left_slug, c.right_slug
     from published_changes c join policies p on p.id = c.policy_id`,
  );
  for (const row of changes.all()) change.run(row);
}

/**
 * Adds what another store's removal list covers: what somebody had removed there must not come back here. Entries for the
 * same captures keep the earlier day. Returns how many were new.
 */
export function mergeRemovals(into: Store, from: Store): number {
  const write = into.prepare(
    `insert into removals (domain, policy, first, last, removed_on, reason)
     values (:domain, :policy, :first, :last, :removed_on, :reason)
     on conflict do update set removed_on = excluded.removed_on, reason = excluded.reason
     where (excluded.removed_on, excluded.reason) < (removed_on, reason)`,
  );
  const before = countRemovals(into);
  for (const row of from.prepare('select * from removals').all()) write.run(row);
  return countRemovals(into) - before;
}

const countRemovals = (store: Store) =>
  store.prepare('select count(*) from removals').pluck().get() as number;
