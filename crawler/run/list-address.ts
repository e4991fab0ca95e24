import type { ArchiveClient, CaptureQuery } from '../archive/types.ts';
import { ArchiveError } from '../errors.ts';
import type { Store } from '../store/open.ts';
import { writeListing } from '../store/write/ground.ts';
import type { Effects } from './effects.ts';

/**
 * Reads the index for one address and keeps every row. Always the whole range again: captures appear later in the past.
 * A site excluded from the archive is recorded as such. Throws only what ends the crawl, and an ArchiveError of kind
 * `unavailable` or `unreachable` where this listing could not be had at all.
 */
export async function listAddress(
  store: Store,
  client: ArchiveClient,
  address: { id: number; url: string },
  crawlId: number,
  range: Pick<CaptureQuery, 'from' | 'to'>,
  effects: Effects,
): Promise<void> {
  const now = effects.now();
  try {
    const listing = await client.listCaptures({ url: address.url, ...range });
    if (!listing.complete) effects.warn(`listing of ${address.url} is partial: ${listing.note}`);
    writeListing(store, address.id, crawlId, listing.captures, {
      state: listing.complete ? 'complete' : 'partial',
      note: listing.note,
      now,
    });
  } catch (error) {
    if (!(error instanceof ArchiveError) || error.kind !== 'excluded') throw error;
    effects.warn(`${address.url} is excluded from the archive`);
    writeListing(store, address.id, crawlId, [], { state: 'excluded', note: error.message, now });
  }
}
