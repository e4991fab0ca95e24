import { toUrlkey } from '../archive/surt.ts';
import type { ArchiveClient, CaptureQuery } from '../archive/types.ts';
import { findPolicyLinks } from '../normalize/policy-links.ts';
import type { Store } from '../store/open.ts';
import { readPayload } from '../store/payloads.ts';
import { listStoredCaptures, readMemento, type StoredCapture } from '../store/read/ground.ts';
import { ensureAddress } from '../store/write/ground.ts';
import type { Candidate } from './address.ts';
import type { Effects } from './effects.ts';
import { fetchCaptures, isAskable } from './fetch-captures.ts';
import { listAddress } from './list-address.ts';

/**
 * Paths at which policies usually stand, asked for as exact index queries; commonest first. Home page links alone lose
 * half of the large sites (Princeton-Leuven corpus, its published failure counts).
 */
const USUAL_PATHS = ['/privacy', '/privacy-policy', '/privacy.html', '/privacy.htm', '/legal/privacy'];

/** Confidence that an address is the policy's, where only its usual path speaks for it. */
const GUESS_CONFIDENCE = 0.3;

/** A home page capture that can show its links. */
const isShowable = (capture: StoredCapture) => capture.statuscode === '200' || capture.statuscode === '-';

/** One capture a year: the one in the middle of those that can be shown. */
function pickYearly(captures: readonly StoredCapture[]): StoredCapture[] {
  const years = new Map<string, StoredCapture[]>();
  for (const capture of captures) {
    if (capture.timestamp === null || !isShowable(capture)) continue;
    const year = capture.timestamp.slice(0, 4);
    years.set(year, [...(years.get(year) ?? []), capture]);
  }
  return [...years.values()].map((list) => list[list.length >> 1]!);
}

/** Links this unlikely to lead to a policy are not worth the index queries. */
const LEAST_CONFIDENCE = 0.4;

/** Home pages made of frames hold their links inside them; so many frame addresses are looked into. */
const MAX_FRAMES = 6;

interface DiscoveryContext {
  readonly domain: string;
  readonly crawlId: number;
  readonly range: Pick<CaptureQuery, 'from' | 'to'>;
  readonly concurrency: number;
}

/** Addresses that may be the domain's policy: linked from its archived home pages, or at a usual path. */
export async function discoverCandidates(
  store: Store,
  client: ArchiveClient,
  context: DiscoveryContext,
  effects: Effects,
): Promise<Candidate[]> {
  const linked: Candidate[] = [];
  const pages = [`http://${context.domain}/`];
  for (let k = 0; k < pages.length && k <= MAX_FRAMES && !effects.isStopping(); k++) {
    const found = await readHomePages(store, client, context, pages[k]!, effects);
    linked.push(...found.candidates);
    pages.push(...found.frames.filter((url) => !pages.includes(url)));
  }
  const guessed = USUAL_PATHS.map(
    (path): Candidate => ({
      url: `http://${context.domain}${path}`,
      confidence: GUESS_CONFIDENCE,
      evidence: { kind: 'guess' },
    }),
  );
  return [...linked, ...guessed];
}

interface FoundLinks {
  readonly candidates: Candidate[];
  /** Frame addresses of pages without a policy link of their own. */
  readonly frames: string[];
}

/** Lists a home page (or a frame of one), fetches one capture a year and reads its links. */
async function readHomePages(
  store: Store,
  client: ArchiveClient,
  context: DiscoveryContext,
  url: string,
  effects: Effects,
): Promise<FoundLinks> {
  const { domain } = context;
  effects.progress({ domain, stage: 'discover', done: 0, total: 1, item: url });
  const home = ensureAddress(store, {
    domain,
    url,
    urlkey: toUrlkey(url),
    role: 'home',
    policyId: null,
    confidence: 1,
    evidence: [],
    archive: client.origin,
  });
  await listAddress(store, client, { id: home, url }, context.crawlId, context.range, effects);
  const chosen = pickYearly(listStoredCaptures(store, { addressId: home }));
  const due = chosen.filter((capture) => isAskable(capture, effects.now()));
  await fetchCaptures(store, client, due, { ...context, item: url }, effects);
  const found = chosen.map((capture) => readLinks(store, capture));
  return {
    candidates: found.flatMap((links) => links.candidates),
    frames: [...new Set(found.flatMap((links) => (links.candidates.length > 0 ? [] : links.frames)))],
  };
}

/** Policy links and frames on one archived home page. */
function readLinks(store: Store, capture: StoredCapture): FoundLinks {
  const memento = readMemento(store, capture.id);
  if (!memento) return { candidates: [], frames: [] };
  const links = findPolicyLinks(readPayload(store, memento.payloadId), memento.original);
  const evidence = { kind: 'link' as const, from: memento.original, timestamp: capture.timestamp ?? '' };
  return {
    candidates: links
      .filter((link) => link.evidence !== 'frame' && link.confidence >= LEAST_CONFIDENCE)
      .map(({ url, confidence, text }) => ({ url, confidence, evidence: { ...evidence, text } })),
    frames: links.filter((link) => link.evidence === 'frame').map((link) => link.url),
  };
}
