import { type ArchiveClient, toUrlkey } from '../../archive/index.ts';
import type { Capture } from '../../core/index.ts';
import type { Effects } from '../../effects.ts';
import { countListed, listAddresses, type Store } from '../../store/index.ts';
import { type Candidate, recordRejected } from '../address.ts';
import { guessAddresses, tryGuesses } from './guesses.ts';
import {
  type DiscoveryContext,
  type FoundLinks,
  OWN_POLICY_CONFIDENCE,
  type Rejection,
  readHomePages,
} from './home-pages.ts';
import { findHomeLikePages, type IndexSearch, type KnownOfDomain, searchIndex } from './search-index.ts';

/** Pages read beside the home page: frames of it, legal notices. */
const MAX_PAGES = 6;
/** Pages read in place of a home page that the index does not know. */
const MAX_STAND_INS = 2;

/** What was found of a domain before any candidate is listed. */
export interface Discovered {
  /** Likeliest first. */
  readonly candidates: Candidate[];
  /** Captures of addresses that need not be asked for again, by urlkey. */
  readonly listings: Map<string, readonly Capture[]>;
  /** An address that is asked for all the same, and how many captures the question over the domain listed of it. */
  readonly checked: { readonly urlkey: string; readonly count: number } | null;
}

/**
 * To be called when an address has been listed: where the exact question brought more than the one over the domain, nothing
 * is believed of what that listed of others.
 */
export function compareListings(
  store: Store,
  found: Pick<Discovered, 'listings' | 'checked'>,
  address: { readonly id: number; readonly url: string },
  range: DiscoveryContext['range'],
): void {
  if (found.checked?.urlkey !== toUrlkey(address.url)) return;
  if (countListed(store, address.id, range) > found.checked.count) found.listings.clear();
}

/**
 * Addresses that may hold a domain's privacy policies: linked from its archived home pages of several years, named by the
 * index, or failing both at a usual path. What looks alike and is something else is recorded with the reason. Costs two
 * questions to the index where it knows the domain well: the home page's captures, and all addresses that speak of privacy.
 */
export async function discoverCandidates(
  store: Store,
  client: ArchiveClient,
  context: DiscoveryContext,
  effects: Effects,
): Promise<Discovered> {
  const linked = await readPages(store, client, context, effects);
  const known = listKnown(store, client, context, linked);
  const indexed = await searchIndex(client, context, known, effects);
  const rejections = [...linked.rejections, ...indexed.rejections];
  const reject = ({ candidate, reason }: Rejection) =>
    recordRejected(store, context.domain, client.origin, candidate, reason);
  const named = judgeCandidates([...linked.candidates, ...indexed.candidates], rejections, reject);
  const { borrowed } = linked;
  if (named.length > 0) {
    for (const candidate of borrowed) reject({ candidate, reason: 'other-company' });
    return { candidates: named, ...withoutBest(store, client, context.domain, named, indexed.listings) };
  }
  return fallBack(client, context, { linked, indexed, reject }, effects);
}

/** The addresses that links or earlier crawls name, and the pages that this archive's index has listed. */
function listKnown(
  store: Store,
  { origin }: ArchiveClient,
  { domain, range }: DiscoveryContext,
  linked: ReadPages,
): KnownOfDomain {
  const stored = listAddresses(store, domain);
  const policies = stored.filter(({ role }) => role === 'policy').map(({ url }) => url);
  const homes = stored.filter(
    ({ id, role, archive }) => role === 'home' && archive === origin && countListed(store, id, range) > 0,
  );
  return {
    named: [...linked.candidates.map(({ url }) => url), ...policies],
    pages: homes.map(({ url }) => url),
  };
}

/** Where neither links nor the index name an own policy: usual paths, else the policies of others that the pages name. */
async function fallBack(
  client: ArchiveClient,
  context: DiscoveryContext,
  seen: { linked: ReadPages; indexed: IndexSearch; reject: (rejection: Rejection) => void },
  effects: Effects,
): Promise<Discovered> {
  const { linked, indexed, reject } = seen;
  const isEmpty = [...indexed.listings.values()].every((rows) => rows.length === 0);
  const isAbsent = linked.pageCount === 0 && indexed.isWhole && isEmpty;
  // What the index answers nothing about for now is not asked for piece by piece.
  const isDown = !linked.isListed && (context.unsearched ?? []).length > 0;
  const guesses = isAbsent || isDown ? [] : guessAddresses(context.domain, linked.languages, indexed.isWhole);
  const guessed = await tryGuesses(client, context, guesses, effects);
  const listings = new Map([...indexed.listings, ...guessed.listings]);
  if (guessed.candidates.length === 0) return { candidates: [...linked.borrowed], listings, checked: null };
  for (const candidate of linked.borrowed) reject({ candidate, reason: 'other-company' });
  return { candidates: guessed.candidates, listings, checked: null };
}

/**
 * The listings without that of the likeliest address, unless it was listed before: questions over a domain miss captures
 * that an exact one returns. Its history is what the crawl is for, and it shows what the others are worth.
 */
function withoutBest(
  store: Store,
  { origin }: ArchiveClient,
  domain: string,
  candidates: readonly Candidate[],
  listings: IndexSearch['listings'],
): Pick<Discovered, 'listings' | 'checked'> {
  const urlkeys = candidates.map(({ url }) => toUrlkey(url));
  const best = urlkeys.find((urlkey) => (listings.get(urlkey)?.length ?? 0) > 0);
  const isListed = listAddresses(store, domain).some(
    ({ urlkey, role, listing, archive }) =>
      role === 'policy' && archive === origin && listing === 'complete' && urlkey === best,
  );
  const believed = new Map(listings);
  if (best === undefined || isListed) return { listings: believed, checked: null };
  believed.delete(best);
  return { listings: believed, checked: { urlkey: best, count: listings.get(best)!.length } };
}

/**
 * Candidates that nothing better speaks against, likeliest first. What a link says weighs more than a mere address: a
 * link that names a policy saves it, one that names something else rejects it.
 */
function judgeCandidates(
  candidates: readonly Candidate[],
  rejections: readonly Rejection[],
  reject: (rejection: Rejection) => void,
): Candidate[] {
  const keysOf = (list: readonly Candidate[]) => new Set(list.map(({ url }) => toUrlkey(url)));
  const isLinked = ({ evidence }: Candidate) => evidence.kind === 'link';
  const saved = keysOf(candidates.filter(isLinked));
  const condemned = keysOf(rejections.map(({ candidate }) => candidate).filter(isLinked));
  const accepted = candidates.filter(({ url }) => saved.has(toUrlkey(url)) || !condemned.has(toUrlkey(url)));
  const kept = keysOf(accepted);
  for (const rejection of rejections) {
    if (!kept.has(toUrlkey(rejection.candidate.url))) reject(rejection);
  }
  return accepted.sort((one, other) => other.confidence - one.confidence);
}

type ReadPages = Omit<FoundLinks, 'frames' | 'hubs'>;

/** The home page; frames in it, and where it names no policy, the pages that may lead on. */
async function readPages(
  store: Store,
  client: ArchiveClient,
  context: DiscoveryContext,
  effects: Effects,
): Promise<ReadPages> {
  const all: FoundLinks[] = [];
  const hubs: string[] = [];
  const queue = [`http://${context.domain}/`];
  const read = new Set<string>();
  while (queue.length > 0 && read.size <= MAX_PAGES && !effects.isStopping()) {
    const url = queue.shift()!;
    const urlkey = toUrlkey(url);
    if (!read.has(urlkey)) {
      read.add(urlkey);
      const found = await readHomePages(store, client, context, url, effects);
      all.push(found);
      // A page may have links without number.
      queue.push(...found.frames.slice(0, MAX_PAGES));
      hubs.push(...found.hubs.slice(0, MAX_PAGES));
      const isAbsent = all.length === 1 && found.pageCount === 0;
      if (isAbsent)
        queue.push(...(await findHomeLikePages(client, context, effects)).slice(0, MAX_STAND_INS));
    }
    if (queue.length === 0 && !isFound(all)) queue.push(...hubs.splice(0));
  }
  return {
    candidates: all.flatMap((found) => found.candidates),
    rejections: all.flatMap((found) => found.rejections),
    borrowed: all.flatMap((found) => found.borrowed),
    pageCount: all.reduce((sum, found) => sum + found.pageCount, 0),
    isListed: all.some((found) => found.isListed),
    languages: new Set(all.flatMap((found) => [...found.languages])),
  };
}

/** Whether a link speaks surely enough that no further page need be read. */
function isFound(all: readonly FoundLinks[]): boolean {
  return all.some(({ candidates }) =>
    candidates.some(({ confidence }) => confidence >= OWN_POLICY_CONFIDENCE),
  );
}
