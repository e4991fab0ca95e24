import type { ArchiveClient, CaptureQuery, Listing } from '../../archive/index.ts';
import type { Capture } from '../../core/index.ts';
import type { Effects } from '../../effects.ts';
import { ArchiveError } from '../../errors.ts';
import {
  countListed,
  type ListingState,
  listEvidenceKinds,
  type NewCapture,
  type Store,
  writeListing,
} from '../../store/index.ts';

type AskedRange = Pick<CaptureQuery, 'from' | 'to'>;

/** What is to be listed, and in which run. */
interface ListingTask {
  readonly address: { readonly id: number; readonly url: string };
  readonly crawlId: number;
  readonly range: AskedRange;
}

/** An address to be listed. */
export interface ListedAddress {
  readonly id: number;
  readonly url: string;
  /** Its captures, where a question over the whole domain has listed them already; none where it would have and did not. */
  readonly known?: readonly Capture[] | undefined;
}

/**
 * Reads the index for one address (`endless`: a part, of which there will never be more), unless its captures are known and nothing speaks against them, and keeps every row.
 * Always the whole range again: captures appear later in the past.
 * A site excluded from the archive, and a listing that could not be had for now, are recorded as such and returned.
 * Throws only what ends the crawl.
 */
export async function listAddress(
  store: Store,
  client: ArchiveClient,
  address: ListedAddress,
  crawlId: number,
  range: AskedRange,
  effects: Effects,
): Promise<ListingState | 'endless'> {
  const { known } = address;
  if (known && isBelieved(store, client, address, range, known)) {
    writeListing(store, address.id, crawlId, known, { state: 'complete', note: null, now: effects.now() });
    return 'complete';
  }
  const doubt = (listing: Listing) => findObjection(store, client, address, range, listing);
  return await keepListing(store, client, { address, crawlId, range }, effects, (onPage) =>
    client.listCaptures({ url: address.url, ...range, onPage, doubt }),
  );
}

/** Statuses of captures that show a page, revisits included, and of those that lead to one. */
const PAGES = 'statuscode:20[03]|-|0|-1';
const PAGES_AND_REDIRECTS = 'statuscode:20[03]|-|0|-1|30[12378]';

/**
 * Lists a home page, of which one capture a year is wanted: of each month the first that shows a page or leads to one. The
 * largest sites have millions of captures of it. Where a year is without a page, the redirects that come first in each
 * month may hide some: pages alone are then asked for, which is also the second look at a home page of which nothing at
 * all is listed, for the first time.
 */
export async function listHomePage(
  store: Store,
  client: ArchiveClient,
  address: { id: number; url: string; wasEmpty: boolean },
  crawlId: number,
  range: AskedRange,
  effects: Effects,
): Promise<ListingState | 'endless'> {
  const query: CaptureQuery = { url: address.url, ...range, collapse: 'timestamp:6' };
  const isDeceived = () => client.doubts?.isDeceived === true;
  return await keepListing(store, client, { address, crawlId, range }, effects, async (onPage) => {
    const years = new Map<string, boolean>();
    const note = (captures: readonly NewCapture[]) => {
      for (const { timestamp, statuscode } of captures) {
        const year = timestamp?.slice(0, 4) ?? '';
        years.set(year, years.get(year) === true || !statuscode.startsWith('3'));
      }
      onPage(captures);
    };
    const nothing = 'the index lists no capture of the home page';
    const doubt = (listing: Listing) => (isEmpty(listing) && isDeceived() ? nothing : null);
    const all = await client.listCaptures({ ...query, filters: [PAGES_AND_REDIRECTS], doubt, onPage: note });
    note(all.captures);
    const isAsBefore = isEmpty(all) && address.wasEmpty && !isDeceived();
    if (isAsBefore || (!isEmpty(all) && [...years.values()].every(Boolean))) return all;
    const pages = await client.listCaptures({ ...query, filters: [PAGES], doubt, onPage });
    onPage(pages.captures);
    if (!isEmpty(all) || isEmpty(pages)) return combine(all, pages);
    // One of the two answers is not true.
    const insist = (listing: Listing) => (isEmpty(listing) ? nothing : null);
    const again = await client.listCaptures({
      ...query,
      filters: [PAGES_AND_REDIRECTS],
      doubt: insist,
      onPage,
    });
    return combine(again, pages);
  });
}

const countOf = ({ captureCount, captures }: Listing) => captureCount ?? captures.length;
const isEmpty = (listing: Listing) => listing.complete && countOf(listing) === 0;

function combine(one: Listing, other: Listing): Listing {
  return {
    ...one,
    captures: [],
    complete: one.complete && other.complete,
    note: one.note ?? other.note,
    junkCount: one.junkCount + other.junkCount,
  };
}

/** Runs a listing, keeps its pages as they come and then how it ended. */
async function keepListing(
  store: Store,
  client: ArchiveClient,
  { address, crawlId }: ListingTask,
  effects: Effects,
  list: (onPage: (captures: readonly NewCapture[]) => void) => Promise<Listing>,
): Promise<ListingState | 'endless'> {
  const now = effects.now();
  const end = (state: ListingState, note: string | null, captures: readonly NewCapture[] = []) => {
    writeListing(store, address.id, crawlId, captures, { state, note, now });
    return state;
  };
  try {
    const listing = await list((captures) => end('partial', 'not read to its end', captures));
    if (!listing.complete) effects.warn(`listing of ${address.url} is partial: ${listing.note}`);
    const unread = tellUnread(listing.junkCount);
    if (unread) effects.warn(`listing of ${address.url}: ${unread}`);
    const note = [listing.note, unread].filter((text) => text !== null).join('; ') || null;
    const state = end(listing.complete ? 'complete' : 'partial', note, listing.captures);
    return listing.isEndless ? 'endless' : state;
  } catch (error) {
    if (!(error instanceof ArchiveError) || client.stopped || effects.isStopping()) throw error;
    const isExcluded = error.kind === 'excluded';
    effects.warn(
      isExcluded
        ? `${address.url} is excluded from the archive`
        : `${address.url} could not be listed for now: ${error.message}`,
    );
    return end(isExcluded ? 'excluded' : 'failed', error.message);
  }
}

function tellUnread(junkCount: number): string | null {
  if (junkCount === 0) return null;
  return `${junkCount} ${junkCount === 1 ? 'row' : 'rows'} of the index could not be read`;
}

/** Evidence that there are captures; the others are guesses. */
const TELLING: ReadonlySet<string> = new Set(['given', 'link', 'index', 'frame', 'redirect']);

/** Whether captures that were listed with the whole domain's are those of an address: nothing was untrue, and none is missing. */
function isBelieved(
  store: Store,
  client: ArchiveClient,
  address: ListedAddress,
  range: AskedRange,
  known: readonly Capture[],
): boolean {
  if (known.length === 0 || client.doubts?.isDeceived === true) return false;
  return countListed(store, address.id, range) <= known.length;
}

/** What speaks against a complete listing: that rows listed earlier are missing, or that something led to an empty one. */
function findObjection(
  store: Store,
  client: ArchiveClient,
  address: ListedAddress,
  range: AskedRange,
  listing: Listing,
): string | null {
  // Its rows are in the store already, with those of earlier listings.
  const missing = countListed(store, address.id, range) - countOf(listing);
  if (missing > 0) return `the index lists ${missing} captures fewer of ${address.url} than before`;
  if (countOf(listing) > 0) return null;
  // The question over the whole domain named this address, and listed nothing of it either.
  if (address.known && client.doubts?.isDeceived !== true) return null;
  const isTold = listEvidenceKinds(store, address.id).some((kind) => TELLING.has(kind));
  if (!isTold && client.doubts?.isDeceived !== true) return null;
  return `the index lists nothing of ${address.url}`;
}
