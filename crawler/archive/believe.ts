import type { Asking } from './asking.ts';
import { listCaptures } from './cdx.ts';
import type { CaptureQuery, Listing } from './types.ts';

/** Listings asked for in a row before the question is left open for a later run. */
const MAX_TIMES = 6;

/** Nothing at all comes the same by mere chance more easily than bytes do. */
const TIMES_CALM = 3;

/**
 * Lists, and where the caller knows something against what came, lists again, longer and longer apart, until it comes the
 * same often enough. What never does is returned as a part, whose note says what speaks against it.
 */
export async function listBelievably(asking: Asking, query: CaptureQuery): Promise<Listing> {
  const { doubts, requests } = asking;
  const { url, from = '', to = '', matchType = 'exact', filters = [] } = query;
  const question = ['list', url, matchType, from, to, ...filters].join(' ');
  for (let times = 1; ; times += 1) {
    const listing = await listCaptures(asking, query);
    if (!listing.complete) return listing;
    const objection = query.doubt?.(listing) ?? null;
    if (objection === null) {
      doubts.settle(question);
      return listing;
    }
    if (doubts.doubt(question, `${listing.rowCount} ${listing.lastRow}`, TIMES_CALM)) return listing;
    if (times === MAX_TIMES) return { ...listing, complete: false, note: objection };
    await requests.waitBefore(times, objection);
  }
}
