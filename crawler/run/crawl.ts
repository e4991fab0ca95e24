import type { ArchiveClient, RequestCounts } from '../archive/types.ts';
import { ArchiveError } from '../errors.ts';
import type { Store } from '../store/open.ts';
import { mapNormalizations } from '../store/read/derived.ts';
import {
  listAddresses,
  listPolicyRows,
  listStoredCaptures,
  type StoredAddress,
} from '../store/read/ground.ts';
import { countOutcomes, type OutcomeCounts } from '../store/read/stats.ts';
import { finishCrawl, startCrawl } from '../store/write/ground.ts';
import { type Candidate, DEFAULT_POLICY, recordCandidate } from './address.ts';
import { derivePolicy } from './derive.ts';
import { discoverCandidates } from './discover.ts';
import type { Effects } from './effects.ts';
import { fetchAddress } from './fetch-address.ts';
import { listAddress } from './list-address.ts';
import { normalizeCaptures } from './normalize-capture.ts';
import { program } from './program.ts';
import { followRedirects } from './successors.ts';

export interface CrawlOptions {
  /** Addresses named by the user; discovery is then skipped. */
  readonly urls: readonly string[];
  /** First and last moment wanted, 1 to 14 digits. */
  readonly from?: string;
  readonly to?: string;
  readonly concurrency: number;
}

/** How a crawl of one domain ended. */
export type Ending = 'done' | 'some-failed' | 'nothing-found' | 'archive' | 'interrupted';

export interface CrawlSummary {
  readonly domain: string;
  readonly ended: Ending;
  /** What the archive said, where it ended the crawl; the excluded site, where it is. */
  readonly note: string | null;
  readonly counts: OutcomeCounts;
  readonly requests: RequestCounts;
}

/** Addresses one policy may lead to through frames and redirects; more is a trap. */
const MAX_ADDRESSES = 40;

/**
 * Crawls one domain: finds the policy's addresses, lists and fetches their captures, normalizes, and derives versions,
 * comparisons and lineages. Run again it goes on where it stopped, or adds what is new. Throws only what concerns the
 * store; what concerns the archive is the summary's ending.
 */
export async function crawlDomain(
  store: Store,
  client: ArchiveClient,
  domain: string,
  options: CrawlOptions,
  effects: Effects,
): Promise<CrawlSummary> {
  const crawlId = startCrawl(store, {
    domain,
    command: 'crawl',
    archive: client.origin,
    options,
    program,
    now: effects.now(),
  });
  const before = client.counts();
  let stopped: ArchiveError | null = null;
  try {
    await gather(store, client, { domain, crawlId, options }, effects);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    stopped = error;
  }
  if (!stopped && !effects.isStopping()) await deriveDomain(store, domain, effects);
  const counts = countOutcomes(store, domain);
  const ended = judgeEnding(stopped, effects, counts);
  finishCrawl(store, crawlId, ended, effects.now());
  const excluded = listAddresses(store, domain).find((address) => address.listing === 'excluded');
  return {
    domain,
    ended,
    note: stopped?.message ?? excluded?.listingNote ?? null,
    counts,
    requests: countsSince(before, client.counts()),
  };
}

/** Requests of this crawl alone: a client may serve several. */
function countsSince(before: RequestCounts, now: RequestCounts): RequestCounts {
  return {
    cdx: now.cdx - before.cdx,
    memento: now.memento - before.memento,
    retries: now.retries - before.retries,
    pauses: now.pauses - before.pauses,
    receivedBytes: now.receivedBytes - before.receivedBytes,
  };
}

function judgeEnding(stopped: ArchiveError | null, effects: Effects, counts: OutcomeCounts): Ending {
  if (effects.isStopping()) return 'interrupted';
  if (stopped) return 'archive';
  if (counts.versionCount === 0) return counts.retryable > 0 ? 'some-failed' : 'nothing-found';
  return counts.retryable > 0 ? 'some-failed' : 'done';
}

interface CrawlContext {
  readonly domain: string;
  readonly crawlId: number;
  readonly options: CrawlOptions;
}

/** Ground state: addresses, listings, mementos. New addresses that pages and redirects name are looked at in turn. */
async function gather(
  store: Store,
  client: ArchiveClient,
  context: CrawlContext,
  effects: Effects,
): Promise<void> {
  const { domain, crawlId, options } = context;
  const range = {
    ...(options.from ? { from: options.from } : {}),
    ...(options.to ? { to: options.to } : {}),
  };
  const candidates: Candidate[] =
    options.urls.length > 0
      ? options.urls.map((url) => ({ url, confidence: 1, evidence: { kind: 'given' } }))
      : await discoverCandidates(
          store,
          client,
          { ...context, range, concurrency: options.concurrency },
          effects,
        );
  const queue = [...candidates];
  const done = new Set<number>();
  while (queue.length > 0 && done.size < MAX_ADDRESSES && !effects.isStopping()) {
    const candidate = queue.shift()!;
    const id = recordCandidate(store, domain, client.origin, candidate);
    if (done.has(id)) continue;
    done.add(id);
    const address = { id, domain, url: candidate.url };
    effects.progress({
      domain,
      stage: 'list',
      done: done.size - 1,
      total: done.size + queue.length,
      item: address.url,
    });
    await listAddress(store, client, address, crawlId, range, effects);
    const fetched = await fetchAddress(store, client, address, options.concurrency, effects);
    queue.push(...(await followPages(store, domain, address, fetched, effects)));
    if (options.urls.length === 0) queue.push(...(await followRedirects(store, client, address, effects)));
  }
}

/** Normalizes an address's mementos; returns the addresses that frames and one-link pages among them point to. */
async function followPages(
  store: Store,
  domain: string,
  address: Pick<StoredAddress, 'id' | 'url'>,
  captureIds: readonly number[],
  effects: Effects,
): Promise<Candidate[]> {
  const policy = policyOf(store, domain);
  await normalizeCaptures(store, policy, captureIds, effects);
  const normalizations = mapNormalizations(store, policy.id);
  const targets = new Map<string, Candidate>();
  for (const capture of listStoredCaptures(store, { addressId: address.id })) {
    const follow = normalizations.get(capture.id)?.follow;
    if (!follow || targets.has(follow)) continue;
    const evidence = { kind: 'frame' as const, from: capture.original, timestamp: capture.timestamp ?? '' };
    targets.set(follow, { url: follow, confidence: 0.8, evidence });
  }
  return [...targets.values()];
}

function policyOf(store: Store, domain: string) {
  return listPolicyRows(store).find((row) => row.domain === domain && row.policy === DEFAULT_POLICY)!;
}

/** Derives all policies of a domain. */
export async function deriveDomain(store: Store, domain: string, effects: Effects): Promise<void> {
  for (const policy of listPolicyRows(store)) {
    if (policy.domain === domain) await derivePolicy(store, policy, effects);
  }
}
