import type { ArchiveClient } from '../archive/index.ts';
import { type Every, type RequestCounts, requestsSince, sumRequests } from '../core/index.ts';
import { derivePolicy, renewTexts, separatePolicies } from '../derive/index.ts';
import type { Effects } from '../effects.ts';
import { ArchiveError } from '../errors.ts';
import {
  countOutcomes,
  finishCrawl,
  isStoreFailure,
  listAddresses,
  listPolicyRows,
  listUnlisted,
  type OutcomeCounts,
  type Store,
  startCrawl,
} from '../store/index.ts';
import type { Candidate } from './address.ts';
import { gather } from './gather.ts';
import { shareKnown } from './known-archive.ts';
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
  /** The archives asked, where there are several: a domain finished by asking others is not finished. */
  readonly archives?: readonly string[];
  /** The run of a list that this crawl is part of, by the instant at which it began. */
  readonly run?: string;
}

/** All of a policy's history, from addresses that discovery finds. */
export const WHOLE_HISTORY: CrawlOptions = {
  urls: [],
  every: 'all',
  isAdaptive: false,
  limit: null,
  concurrency: 2,
};

/** How a crawl of one domain ended. */
export type Ending = 'done' | 'some-failed' | 'nothing-found' | 'archive' | 'interrupted';

export interface CrawlSummary {
  readonly domain: string;
  readonly ended: Ending;
  /** What the archive said, where it ended the crawl; the excluded site, where it is. */
  readonly note: string | null;
  readonly counts: OutcomeCounts;
  /** What this crawl added to what was there. */
  readonly added: {
    readonly captureCount: number;
    readonly payloadCount: number;
    readonly versionCount: number;
  };
  readonly requests: RequestCounts;
}

/**
 * Crawls one domain: finds the policy's addresses, lists and fetches their captures, normalizes, and derives versions,
 * comparisons and lineages. Run again it goes on where it stopped, or adds what is new. Several archives are asked one
 * after the other, each also for what those before it hold, and make one history; where one of them stops answering the
 * others are asked all the same. Throws only what concerns the store; what concerns an archive is the summary's ending.
 */
export async function crawlDomain(
  store: Store,
  archives: ArchiveClient | readonly ArchiveClient[],
  domain: string,
  options: CrawlOptions,
  effects: Effects,
  command: 'crawl' | 'import' = 'crawl',
): Promise<CrawlSummary> {
  const now = effects.now();
  const countsBefore = countOutcomes(store, domain);
  const asked = [archives].flat();
  const origins = asked.map(({ origin }) => origin);
  const askings = asked.map((archive) => {
    const client = shareKnown(store, archive, domain, origins);
    const id = startCrawl(store, { domain, command, archive: archive.origin, options, program, now });
    return { client, id, before: client.counts() };
  });
  const unsearched: string[] = [];
  // All together: a domain is finished when every archive has been asked.
  const end = (ended: Ending, note: string | null): CrawlSummary => {
    const counts = countOutcomes(store, domain);
    const requests = askings.map(({ client, before }) => requestsSince(before, client.counts()));
    for (const [k, { id }] of askings.entries()) finishCrawl(store, id, ended, effects.now(), requests[k]!);
    const added = subtract(counts, countsBefore);
    return { domain, ended, note, counts, added, requests: requests.reduce(sumRequests) };
  };
  try {
    let stopped: ArchiveError | null = null;
    for (const { client, id: crawlId } of askings) {
      const context = { domain, crawlId, unsearched, options };
      const error = await gatherUntilStopped(store, client, context, effects);
      stopped ??= error;
    }
    if (!stopped) await separateDomain(store, domain, effects);
    if (!effects.isStopping()) await deriveDomain(store, domain, effects);
    const unlisted = [...listUnlisted(store, domain, now), ...unsearched];
    const ended = judgeEnding(stopped, effects, countOutcomes(store, domain), unlisted);
    return end(ended, noteEnding(store, domain, stopped, unlisted));
  } catch (error) {
    if (!(error instanceof Error) || !options.run || isStoreFailure(error)) throw error;
    // A page nobody thought of must not end the whole list.
    effects.warn(`${domain}: unexpected error, a bug: ${error.stack}`);
    return end('some-failed', `ended by an unexpected error, a bug: ${error.message}`);
  }
}

/** Gathers, and returns what the archive said where that ended it. */
async function gatherUntilStopped(
  store: Store,
  client: ArchiveClient,
  { options, ...context }: { domain: string; crawlId: number; unsearched: string[]; options: CrawlOptions },
  effects: Effects,
): Promise<ArchiveError | null> {
  const { from, to } = options;
  const range = { ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const { every, isAdaptive, limit } = options;
  const sampling = { every, isAdaptive, budget: { left: limit ?? Number.POSITIVE_INFINITY } };
  try {
    await gather(store, client, { ...options, ...context, range, sampling }, effects);
    return null;
  } catch (error) {
    if (error instanceof ArchiveError) return error;
    throw error;
  }
}

function subtract(now: OutcomeCounts, before: OutcomeCounts): CrawlSummary['added'] {
  return {
    captureCount: now.captureCount - before.captureCount,
    payloadCount: now.payloadCount - before.payloadCount,
    versionCount: now.versionCount - before.versionCount,
  };
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
