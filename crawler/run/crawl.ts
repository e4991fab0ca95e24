import type { ArchiveClient, RequestCounts } from '../archive/index.ts';
import type { Every } from '../core/index.ts';
import { derivePolicy, renewTexts, separatePolicies } from '../derive/index.ts';
import type { Effects } from '../effects.ts';
import { ArchiveError } from '../errors.ts';
import {
  countOutcomes,
  finishCrawl,
  listAddresses,
  listPolicyRows,
  type OutcomeCounts,
  type Store,
  startCrawl,
} from '../store/index.ts';
import type { Candidate } from './address.ts';
import { gather } from './gather.ts';
import { program } from './program.ts';

export interface CrawlOptions {
  /** Addresses named by the user; discovery is then skipped. */
  readonly urls: readonly string[];
  /** Name of the policy that stands at these addresses; else their own words tell. */
  readonly policy?: string;
  /** Addresses known from elsewhere with what speaks for them; discovery is then skipped. */
  readonly candidates?: readonly Candidate[];
  /** Whatever text stands at these addresses is taken, whether or not it reads like a policy. */
  readonly takesAnyText?: boolean;
  /** First and last moment wanted, 1 to 14 digits. */
  readonly from?: string;
  readonly to?: string;
  readonly every: Every;
  readonly isAdaptive: boolean;
  /** At most so many captures of each domain are fetched in this run; null: all. */
  readonly limit: number | null;
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
  command: 'crawl' | 'import' = 'crawl',
): Promise<CrawlSummary> {
  const crawlId = startCrawl(store, {
    domain,
    command,
    archive: client.origin,
    options,
    program,
    now: effects.now(),
  });
  const before = client.counts();
  const range = {
    ...(options.from ? { from: options.from } : {}),
    ...(options.to ? { to: options.to } : {}),
  };
  const sampling = {
    every: options.every,
    isAdaptive: options.isAdaptive,
    budget: { left: options.limit ?? Number.POSITIVE_INFINITY },
  };
  let stopped: ArchiveError | null = null;
  let unlisted: string[] = [];
  try {
    unlisted = await gather(store, client, { domain, crawlId, range, sampling, ...options }, effects);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    stopped = error;
  }
  if (!stopped) await separateDomain(store, domain, effects);
  if (!effects.isStopping()) await deriveDomain(store, domain, effects);
  const counts = countOutcomes(store, domain);
  const ended = judgeEnding(stopped, effects, counts, unlisted);
  const requests = countsSince(before, client.counts());
  finishCrawl(store, crawlId, ended, effects.now(), requests);
  return { domain, ended, note: noteEnding(store, domain, stopped, unlisted), counts, requests };
}

/** One sentence more on how it ended, or null. */
function noteEnding(
  store: Store,
  domain: string,
  stopped: ArchiveError | null,
  unlisted: readonly string[],
): string | null {
  if (stopped) return stopped.message;
  if (unlisted.length > 0) return `could not be listed for now: ${unlisted.join(', ')}`;
  const excluded = listAddresses(store, domain).find((address) => address.listing === 'excluded');
  return excluded ? `${excluded.url} is excluded from the archive: ${excluded.listingNote}` : null;
}

/** Requests of this crawl alone: a client may serve several. */
export function countsSince(before: RequestCounts, now: RequestCounts): RequestCounts {
  return {
    cdx: now.cdx - before.cdx,
    memento: now.memento - before.memento,
    retries: now.retries - before.retries,
    pauses: now.pauses - before.pauses,
    receivedBytes: now.receivedBytes - before.receivedBytes,
  };
}

function judgeEnding(
  stopped: ArchiveError | null,
  effects: Effects,
  counts: OutcomeCounts,
  unlisted: readonly string[],
): Ending {
  if (effects.isStopping()) return 'interrupted';
  if (stopped) return 'archive';
  if (counts.retryable > 0 || unlisted.length > 0) return 'some-failed';
  return counts.versionCount === 0 ? 'nothing-found' : 'done';
}

/** Tells a company's policies apart by texts that were all read by the same rules. */
async function separateDomain(store: Store, domain: string, effects: Effects): Promise<void> {
  for (const policy of listPolicyRows(store)) {
    if (policy.domain === domain) await renewTexts(store, policy, effects);
  }
  if (!effects.isStopping()) separatePolicies(store, domain);
}

/** Derives all policies of a domain. */
export async function deriveDomain(store: Store, domain: string, effects: Effects): Promise<void> {
  for (const policy of listPolicyRows(store)) {
    if (policy.domain === domain) await derivePolicy(store, policy, effects);
  }
}
