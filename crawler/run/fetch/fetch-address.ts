import type { ArchiveClient } from '../../archive/index.ts';
import { normalizeCaptures } from '../../derive/index.ts';
import type { Effects } from '../../effects.ts';
import { type Store, writePasses } from '../../store/index.ts';
import { fetchCaptures } from './fetch-captures.ts';
import { planFetch } from './plan-fetch.ts';
import type { Sampling } from './sampling.ts';

/** An address whose captures are fetched. */
export interface FetchedAddress {
  readonly id: number;
  readonly domain: string;
  readonly url: string;
  readonly policyId: number;
  /** Name of that policy. */
  readonly policy: string;
}

/**
 * Fetches what an address's captures need: one capture of each distinct digest, or what the sampling wants of them.
 * Where the archive refuses one for good, the next with the same digest takes its place. With adaptive sampling, texts
 * are looked at between the rounds. Everything fetched is normalized.
 */
export async function fetchAddress(
  store: Store,
  client: ArchiveClient,
  address: FetchedAddress,
  sampling: Sampling,
  concurrency: number,
  effects: Effects,
): Promise<void> {
  const tried = new Set<number>();
  const policy = { id: address.policyId, domain: address.domain };
  for (;;) {
    const { due, passes } = planFetch(store, address, sampling, tried, effects.now());
    if (due.length === 0 || effects.isStopping()) {
      if (!effects.isStopping()) writePasses(store, address.id, passes);
      return;
    }
    for (const capture of due) tried.add(capture.id);
    sampling.budget.left -= due.length;
    const context = { domain: address.domain, item: address.url, concurrency };
    await fetchCaptures(store, client, due, context, effects);
    await normalizeCaptures(
      store,
      policy,
      due.map((capture) => capture.id),
      effects,
    );
  }
}
