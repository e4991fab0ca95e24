import { type ArchiveClient, toUrlkey } from '../../archive/index.ts';
import type { Effects } from '../../effects.ts';
import type { Store } from '../../store/index.ts';
import { type Candidate, DEFAULT_POLICY, recordRejected } from '../address.ts';
import { type DiscoveryContext, type FoundLinks, type Rejection, readHomePages } from './home-pages.ts';
import { searchIndex } from './search-index.ts';

/**
 * Paths at which policies usually stand, asked for as exact index queries; commonest first. Home page links alone lose
 * half of the large sites (Princeton-Leuven corpus, its published failure counts).
 */
const USUAL_PATHS = [
  '/privacy',
  '/privacy-policy',
  '/privacy.html',
  '/privacy.htm',
  '/legal/privacy',
  '/policies/privacy',
  '/about/privacy',
];

/** Confidence that an address is the policy's, where only its usual path speaks for it. */
const GUESS_CONFIDENCE = 0.3;

/** Pages read beside the home page: frames of it, legal notices. */
const MAX_PAGES = 6;

/**
 * Addresses that may hold a domain's privacy policies, likeliest first: linked from its archived home pages of several
 * years, named by the index, or at a usual path. What looks alike and is something else is recorded with the reason.
 */
export async function discoverCandidates(
  store: Store,
  client: ArchiveClient,
  context: DiscoveryContext,
  effects: Effects,
): Promise<Candidate[]> {
  const { domain } = context;
  const linked = await readPages(store, client, context, effects);
  const indexed = await searchIndex(client, context, effects);
  const guessed = USUAL_PATHS.map(
    (path): Candidate => ({
      url: `http://${domain}${path}`,
      confidence: GUESS_CONFIDENCE,
      policy: DEFAULT_POLICY,
      evidence: { kind: 'guess' },
    }),
  );
  const candidates = [...linked.candidates, ...indexed.candidates, ...guessed];
  return judgeCandidates(candidates, [...linked.rejections, ...indexed.rejections], ({ candidate, reason }) =>
    recordRejected(store, domain, client.origin, candidate, reason),
  );
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

/** The home page; frames in it, and where it names no policy, the pages that may lead on. */
async function readPages(
  store: Store,
  client: ArchiveClient,
  context: DiscoveryContext,
  effects: Effects,
): Promise<Pick<FoundLinks, 'candidates' | 'rejections'>> {
  const candidates: Candidate[] = [];
  const rejections: Rejection[] = [];
  const hubs: string[] = [];
  const queue = [`http://${context.domain}/`];
  const read = new Set<string>();
  while (queue.length > 0 && read.size <= MAX_PAGES && !effects.isStopping()) {
    const url = queue.shift()!;
    const urlkey = toUrlkey(url);
    if (!read.has(urlkey)) {
      read.add(urlkey);
      const found = await readHomePages(store, client, context, url, effects);
      candidates.push(...found.candidates);
      rejections.push(...found.rejections);
      queue.push(...found.frames);
      hubs.push(...found.hubs);
    }
    if (queue.length === 0 && candidates.length === 0) queue.push(...hubs.splice(0));
  }
  return { candidates, rejections };
}
