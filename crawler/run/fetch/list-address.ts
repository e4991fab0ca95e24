import type { ArchiveClient, CaptureQuery } from '../../archive/index.ts';
import type { Effects } from '../../effects.ts';
import { ArchiveError } from '../../errors.ts';
import { type ListingState, type Store, writeListing } from '../../store/index.ts';

/**
 * Reads the index for one address and keeps every row. Always the whole range again: captures appear later in the past.
 * A site excluded from the archive, and a listing that could not be had for now, are recorded as such and returned.
 * Throws only what ends the crawl.
 */
export async function listAddress(
  store: Store,
  client: ArchiveClient,
  address: { id: number; url: string },
  crawlId: number,
  range: Pick<CaptureQuery, 'from' | 'to'>,
  effects: Effects,
): Promise<ListingState> {
  const now = effects.now();
  try {
    const listing = await client.listCaptures({ url: address.url, ...range });
    if (!listing.complete) effects.warn(`listing of ${address.url} is partial: ${listing.note}`);
    const state = listing.complete ? 'complete' : 'partial';
    writeListing(store, address.id, crawlId, listing.captures, { state, note: listing.note, now });
    return state;
  } catch (error) {
    if (!(error instanceof ArchiveError) || client.stopped || effects.isStopping()) throw error;
    const isExcluded = error.kind === 'excluded';
    effects.warn(
      isExcluded
        ? `${address.url} is excluded from the archive`
        : `${address.url} could not be listed for now: ${error.message}`,
    );
    const state = isExcluded ? 'excluded' : 'failed';
    writeListing(store, address.id, crawlId, [], { state, note: error.message, now });
    return state;
  }
}
