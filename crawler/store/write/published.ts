import type { Store } from '../open.ts';
import { RANKED_CHANGES } from '../read/change-pages.ts';

/**
 * Records the addresses of all versions as published, each with the capture it stands for (from now on `derive` keeps
 * them), and those of the newest `changePages` changes. Addresses recorded before stay as they are. Returns how many were
 * new.
 */
export function recordPublished(store: Store, changePages: number): number {
  const versions = store.prepare(
    `insert or ignore into published (policy_id, slug, anchor, text_hash)
     select v.policy_id, v.slug,
       ifnull(strftime('%Y%m%d%H%M%S', v.first_seen), ''), t.text_hash
     from versions v join texts t on t.id = v.text_id`,
  );
  const changes = store.prepare(
    `insert or ignore into published_changes (policy_id, left_slug, right_slug)
     with ${RANKED_CHANGES} select policy_id, left, right from ranked where rank <= ?`,
  );
  return store.transaction(() => versions.run().changes + changes.run(changePages).changes)();
}
