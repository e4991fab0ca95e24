import { type ArchiveClient, toUrlkey } from '../../archive/index.ts';
import { requestsSince } from '../../core/index.ts';
import type { Effects } from '../../effects.ts';
import { ArchiveError } from '../../errors.ts';
import {
  type CandidateAddress,
  finishCrawl,
  listCandidates,
  type Store,
  startCrawl,
} from '../../store/index.ts';
import { recordCandidate } from '../address.ts';
import { listAddress } from '../fetch/list-address.ts';
import { shareKnown } from '../known-archive.ts';
import { program } from '../program.ts';
import { compareListings, type Discovered, discoverCandidates } from './discover.ts';
import type { DiscoveryContext } from './home-pages.ts';
import { followRedirects } from './successors.ts';

export type { CandidateAddress } from '../../store/index.ts';

export interface Discovery {
  readonly domain: string;
  readonly candidates: readonly CandidateAddress[];
  /** What the archive said, where it ended the search before its time. */
  readonly stopped: string | null;
}

/** Successors of successors; more is a trap. */
const MAX_ADDRESSES = 40;

/**
 * Finds the addresses that may hold a domain's policies and lists their captures, without fetching them: only home pages
 * and a few redirects are fetched. What was found, and what was rejected, is kept in the store.
 */
export async function discoverDomain(
  store: Store,
  archive: ArchiveClient,
  context: Omit<DiscoveryContext, 'crawlId'>,
  effects: Effects,
): Promise<Discovery> {
  const { domain, range } = context;
  const options = { ...range };
  const client = shareKnown(store, archive, domain, [archive.origin]);
  const run = { domain, command: 'discover' as const, archive: archive.origin, options, program };
  const crawlId = startCrawl(store, { ...run, now: effects.now() });
  const before = client.counts();
  let stopped: string | null = null;
  try {
    const found = await discoverCandidates(store, client, { ...context, crawlId }, effects);
    await listAll(store, client, { domain, crawlId, range, found }, effects);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    stopped = error.message;
  }
  const isInterrupted = effects.isStopping();
  const ended = isInterrupted ? 'interrupted' : stopped ? 'archive' : 'done';
  finishCrawl(store, crawlId, ended, effects.now(), requestsSince(before, client.counts()));
  return { domain, candidates: listCandidates(store, domain), stopped };
}

async function listAll(
  store: Store,
  client: ArchiveClient,
  context: Pick<DiscoveryContext, 'domain' | 'crawlId' | 'range'> & { found: Discovered },
  effects: Effects,
): Promise<void> {
  const { domain, crawlId, range, found } = context;
  const queue = found.candidates;
  const listed = new Set<number>();
  while (queue.length > 0 && listed.size < MAX_ADDRESSES && !effects.isStopping()) {
    const candidate = queue.shift()!;
    const { url, policy } = candidate;
    const address = { ...recordCandidate(store, domain, client.origin, candidate), domain, url, policy };
    if (listed.has(address.id)) continue;
    listed.add(address.id);
    const total = listed.size + queue.length;
    effects.progress({ domain, phase: 'list', done: listed.size - 1, total, item: url });
    const known = found.listings.get(toUrlkey(url));
    await listAddress(store, client, { ...address, known }, crawlId, range, effects);
    compareListings(store, found, address, range);
    queue.push(...(await followRedirects(store, client, address, effects)));
  }
}
