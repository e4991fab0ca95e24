import { type ArchiveClient, type CaptureQuery, toUrlkey } from '../archive/index.ts';
import type { Effects } from '../effects.ts';
import {
  countListed,
  forgetRefusals,
  hasOpenDoubts,
  listAddresses,
  listPolicyRows,
  listStoredCaptures,
  mapNormalizations,
  type Store,
} from '../store/index.ts';
import { type Candidate, givenCandidate, recordCandidate } from './address.ts';
import { compareListings, type Discovered, discoverCandidates } from './discover/discover.ts';
import { followRedirects } from './discover/successors.ts';
import { type FetchedAddress, fetchAddress } from './fetch/fetch-address.ts';
import { listAddress } from './fetch/list-address.ts';
import type { Sampling } from './fetch/sampling.ts';

export interface GatherContext {
  readonly domain: string;
  readonly crawlId: number;
  /** Addresses named by the user; discovery is then skipped. */
  readonly urls: readonly string[];
  /** Name of the policy that stands at these addresses; else their own words tell. */
  readonly policy?: string;
  /** Addresses known from elsewhere with what speaks for them; discovery is then skipped. */
  readonly candidates?: readonly Candidate[];
  /** Whatever text stands at these addresses is taken, whether or not it reads like a policy. */
  readonly takesAnyText?: boolean;
  readonly range: Pick<CaptureQuery, 'from' | 'to'>;
  readonly sampling: Sampling;
  readonly concurrency: number;
  /** Questions to the index that could not be answered for now are added here. */
  readonly unsearched?: string[];
}

/** Addresses one policy may lead to through frames and redirects; more is a trap. */
const MAX_ADDRESSES = 40;

/** Pages that are nothing but a pointer to another; any other page's only link leads where it likes. */
const POINTERS: ReadonlySet<string> = new Set(['frameset', 'redirect']);

/**
 * Ground state of one domain: addresses, listings, mementos. New addresses that pages and redirects name are looked at
 * in turn. What failed in passing gets a second chance at the end.
 */
export async function gather(
  store: Store,
  client: ArchiveClient,
  context: GatherContext,
  effects: Effects,
): Promise<void> {
  if (hasOpenDoubts(store, context.domain, client.origin)) client.doubts?.noteUntrue();
  const found = await findCandidates(store, client, context, effects);
  const { candidates: queue, listings, isGiven } = found;
  const looked = new Map<number, FetchedAddress>();
  const unlisted = new Set<number>();
  const list = async (address: FetchedAddress) => {
    const { domain, crawlId, range } = context;
    const total = looked.size + queue.length;
    effects.progress({ domain, phase: 'list', done: looked.size - 1, total, item: address.url });
    const known = unlisted.has(address.id) ? undefined : listings.get(toUrlkey(address.url));
    const listing = await listAddress(store, client, { ...address, known }, crawlId, range, effects);
    compareListings(store, found, address, range);
    if (listing === 'failed' || listing === 'partial') unlisted.add(address.id);
  };
  const follow = async (address: FetchedAddress) => {
    if (context.takesAnyText) forgetRefusals(store, address.id);
    await fetchAddress(store, client, address, context.sampling, context.concurrency, effects);
    queue.push(...followPages(store, address).slice(0, MAX_ADDRESSES));
    if (!isGiven) queue.push(...(await followRedirects(store, client, address, effects)));
  };
  const lookAtQueue = async () => {
    while (queue.length > 0 && looked.size < MAX_ADDRESSES && !effects.isStopping()) {
      const candidate = queue.shift()!;
      const recorded = recordCandidate(store, context.domain, client.origin, candidate);
      if (looked.has(recorded.id)) continue;
      const { url, policy } = candidate;
      const address = { ...recorded, domain: context.domain, url, policy };
      looked.set(recorded.id, address);
      await list(address);
      await follow(address);
    }
  };
  await lookAtQueue();
  const failed = [...looked.values()].filter((a) => unlisted.has(a.id) || hasFailedForNow(store, a.id));
  for (const address of failed) {
    if (effects.isStopping()) return;
    if (unlisted.has(address.id)) await list(address);
    await follow(address);
  }
  await lookAtQueue();
}

/** The addresses that whoever asks knows already; null where they are to be found. */
function listGiven({ urls, policy, candidates, takesAnyText }: GatherContext): Candidate[] | null {
  if (candidates) return [...candidates];
  if (urls.length === 0) return null;
  return urls.map((url) => {
    const candidate = givenCandidate(url, takesAnyText === true);
    return policy === undefined ? candidate : { ...candidate, policy };
  });
}

/** The addresses that whoever asks knows already, or those that discovery finds. */
export async function findCandidates(
  store: Store,
  client: ArchiveClient,
  context: GatherContext,
  effects: Effects,
): Promise<Discovered & { isGiven: boolean }> {
  const given = listGiven(context);
  if (given) return { candidates: given, listings: new Map(), checked: null, isGiven: true };
  const found = await discoverCandidates(store, client, context, effects);
  const elsewhere = listElsewhere(store, client, context.domain);
  return { ...found, candidates: [...found.candidates, ...elsewhere], isGiven: false };
}

/** The addresses of which another archive holds captures: this one may hold others. */
function listElsewhere(store: Store, { origin }: ArchiveClient, domain: string): Candidate[] {
  const policies = new Map(listPolicyRows(store).map(({ id, policy }) => [id, policy]));
  return listAddresses(store, domain).flatMap(({ id, url, role, archive, policyId, confidence }) => {
    const isElsewhere = role === 'policy' && archive !== '' && archive !== origin;
    if (!isElsewhere || countListed(store, id, {}) === 0) return [];
    const evidence = { kind: 'archive' as const, from: archive };
    return [{ url, confidence, policy: policies.get(policyId!)!, evidence }];
  });
}

function hasFailedForNow(store: Store, addressId: number): boolean {
  return listStoredCaptures(store, { addressId }).some((capture) => capture.failure?.isFinal === false);
}

/** The addresses that frames and one-link pages among an address's texts point to. */
function followPages(store: Store, address: FetchedAddress): Candidate[] {
  const normalizations = mapNormalizations(store, address.policyId);
  const targets = new Map<string, Candidate>();
  for (const capture of listStoredCaptures(store, { addressId: address.id })) {
    const { follow, reason } = normalizations.get(capture.id) ?? {};
    if (!follow || !POINTERS.has(reason ?? '') || targets.has(follow)) continue;
    const evidence = { kind: 'frame' as const, from: capture.original, timestamp: capture.timestamp ?? '' };
    targets.set(follow, { url: follow, confidence: 0.8, policy: address.policy, evidence });
  }
  return [...targets.values()];
}
