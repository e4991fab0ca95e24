import { type ArchiveClient, toUrlkey } from '../../archive/index.ts';
import { holdingOf, selectCaptures } from '../../core/index.ts';
import type { Effects } from '../../effects.ts';
import { ArchiveError } from '../../errors.ts';
import { listStoredCaptures, type Store, startCrawl } from '../../store/index.ts';
import { recordCandidate } from '../address.ts';
import { listAddress } from '../fetch/list-address.ts';
import { planFetch } from '../fetch/plan-fetch.ts';
import { findCandidates, type GatherContext } from '../gather.ts';
import { shareKnown } from '../known-archive.ts';
import { program } from '../program.ts';
import { compareListings } from './discover.ts';

/** What a crawl of one domain would come to. */
export interface CrawlEstimate {
  readonly domain: string;
  readonly addressCount: number;
  readonly captureCount: number;
  readonly distinctDigestCount: number;
  /** Payloads in the store already: they cost nothing. */
  readonly heldCount: number;
  /** Requests the crawl would make, those of discovery included, redirects aside. */
  readonly requests: { readonly cdx: number; readonly memento: number };
  /** True with adaptive sampling, which asks for less than there is. */
  readonly isUpperBound: boolean;
  /** At the rates given. */
  readonly minutes: number;
}

/**
 * Looks for the policy and reads the index as a crawl would, and counts what it would fetch. Writes to the store; the
 * caller undoes that. Throws an ArchiveError where the archive cannot be used.
 */
export async function estimateCrawl(
  store: Store,
  archive: ArchiveClient,
  domain: string,
  context: Omit<GatherContext, 'domain' | 'crawlId'> & {
    cdxRate: number;
    mementoRate: number;
    archives?: readonly string[];
  },
  effects: Effects,
): Promise<CrawlEstimate> {
  const client = shareKnown(store, archive, domain, context.archives ?? []);
  const before = client.counts();
  const run = { domain, command: 'crawl' as const, archive: archive.origin, options: {}, program };
  const crawlId = startCrawl(store, { ...run, now: effects.now() });
  const found = await findCandidates(store, client, { ...context, domain, crawlId }, effects);
  const { candidates, listings } = found;
  const addresses = new Map<number, { id: number; policyId: number; url: string }>();
  for (const candidate of candidates) {
    const address = { ...recordCandidate(store, domain, client.origin, candidate), url: candidate.url };
    if (addresses.has(address.id) || effects.isStopping()) continue;
    addresses.set(address.id, address);
    const known = listings.get(toUrlkey(candidate.url));
    await listAddress(store, client, { ...address, known }, crawlId, context.range, effects);
    compareListings(store, found, address, context.range);
  }
  if (effects.isStopping()) throw new ArchiveError('unreachable', 'stopped');
  const due = [...addresses.values()].flatMap((address) => {
    const sampling = { ...context.sampling, isAdaptive: false };
    return planFetch(store, address, sampling, new Set(), effects.now()).due;
  });
  const asked = client.counts();
  const requests = {
    cdx: asked.cdx - before.cdx,
    memento: asked.memento - before.memento + Math.min(due.length, context.sampling.budget.left),
  };
  const seconds = requests.cdx / context.cdxRate + requests.memento / context.mementoRate;
  return {
    domain,
    addressCount: addresses.size,
    ...countCaptures(store, [...addresses.values()]),
    requests,
    isUpperBound: context.sampling.isAdaptive,
    minutes: Math.round((seconds / 60) * 10) / 10,
  };
}

function countCaptures(
  store: Store,
  addresses: readonly { policyId: number }[],
): Pick<CrawlEstimate, 'captureCount' | 'distinctDigestCount' | 'heldCount'> {
  const policyIds = [...new Set(addresses.map((address) => address.policyId))];
  const captures = policyIds.flatMap((policyId) => listStoredCaptures(store, { policyId }));
  const choices = selectCaptures(captures, (index) => holdingOf(captures[index]!));
  const usable = captures.filter((_, index) => choices[index]!.action !== 'skip');
  return {
    captureCount: captures.length,
    distinctDigestCount: new Set(usable.map((capture) => capture.digest)).size,
    heldCount: new Set(usable.filter((capture) => capture.hasMemento).map((capture) => capture.digest)).size,
  };
}
