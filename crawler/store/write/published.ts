import type { Store } from '../open.ts';

/**
 * Records the addresses of all versions as published, each with the capture it stands for: from now on `derive` keeps
 * them. Addresses recorded before stay as they are. Returns how many were new.
 */
export function recordPublished(store: Store): number {
  return store
    .prepare(
      `insert or ignore into published (policy_id, slug, anchor, text_hash)
       select v.policy_id, v.slug,
         ifnull(strftime('%Y%m%d%H%M%S', v.first_seen), ''), t.text_hash
       from versions v join texts t on t.id = v.text_id`,
    )
    .run().changes;
}
