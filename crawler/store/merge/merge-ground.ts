import type { Store } from '../open.ts';
import { mergeAddresses } from './merge-addresses.ts';
import { mergeCaptures, mergeFailures, mergeMementos, mergePasses } from './merge-captures.ts';
import { mergeCrawls } from './merge-crawls.ts';
import { mergePayloads } from './merge-payloads.ts';
import { mergePublished, mergeRemovals } from './merge-published.ts';

/** What a store got from another that it had not. */
export interface MergeCounts {
  readonly captureCount: number;
  readonly mementoCount: number;
  readonly payloadCount: number;
  readonly removalCount: number;
}

/**
 * Adds the ground state of another store: rows that both have are told by what they are about, never by their numbers, and
 * joined by the rules of better.ts. Either all of it is there afterwards or nothing. Derived state is left as it was.
 * @throws DamagedPayload for bytes that are not what the other store says they are
 */
export function mergeGround(into: Store, from: Store): MergeCounts {
  // One moment of the other store, whatever a crawl adds to it meanwhile.
  return from.transaction(() =>
    into.transaction(() => {
      const crawls = mergeCrawls(into, from);
      const addressIds = mergeAddresses(into, from);
      const captures = mergeCaptures(into, from, addressIds, crawls);
      const payloads = mergePayloads(into, from);
      const mementoCount = mergeMementos(into, from, captures.ids, payloads.ids);
      mergeFailures(into, from, captures.ids);
      mergePasses(into, from, captures.ids);
      mergePublished(into, from);
      return {
        captureCount: captures.addedCount,
        mementoCount,
        payloadCount: payloads.addedCount,
        removalCount: mergeRemovals(into, from),
      };
    })(),
  )();
}

/** Policies whose derived state lags behind what is known of their captures. */
export function listLaggingPolicies(store: Store): number[] {
  return store
    .prepare(
      `select distinct a.policy_id from captures c
       join addresses a on a.id = c.address_id
       left join outcomes o on o.capture_id = c.id
       left join mementos m on m.capture_id = c.id
       left join failures f on f.capture_id = c.id
       where a.policy_id is not null
         and (o.capture_id is null or (o.outcome = 'pending' and (m.capture_id is not null or f.capture_id is not null)))`,
    )
    .pluck()
    .all() as number[];
}
