import { toUrlkey } from '../archive/surt.ts';
import type { ArchiveClient, CaptureQuery } from '../archive/types.ts';
import { findPolicyLinks } from '../normalize/policy-links.ts';
import type { Store } from '../store/open.ts';
import { readPayload } from '../store/payloads.ts';
import { listStoredCaptures, readMemento, type StoredCapture } from '../store/read/ground.ts';
import { ensureAddress } from '../store/write/ground.ts';
import type { Candidate } from './address.ts';
import type { Effects } from './effects.ts';
import { fetchCaptures } from './fetch-address.ts';
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

/** Addresses that may be the domain's policy: linked from its archived home pages, or at a usual path. */
export async function discoverCandidates(
  store: Store,
  client: ArchiveClient,
  context: { domain: string; crawlId: number; range: Pick<CaptureQuery, 'from' | 'to'>; concurrency: number },
  effects: Effects,
): Promise<Candidate[]> {
  const { domain } = context;
  const url = `http://${domain}/`;
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
  const due = chosen.filter((capture) => !capture.hasMemento && !capture.failure?.isFinal);
  await fetchCaptures(store, client, due, { ...context, item: url }, effects);
  const linked = chosen.flatMap((capture) => linkCandidates(store, capture));
  const guessed = USUAL_PATHS.map(
    (path): Candidate => ({
      url: `http://${domain}${path}`,
      confidence: GUESS_CONFIDENCE,
      evidence: { kind: 'guess' },
    }),
  );
  return [...linked, ...guessed];
}

/** Policy links on one archived home page. */
function linkCandidates(store: Store, capture: StoredCapture): Candidate[] {
  const memento = readMemento(store, capture.id);
  if (!memento) return [];
  const payload = {
    bytes: readPayload(store, memento.payloadId),
    contentType: memento.contentType,
    original: memento.original,
  };
  return findPolicyLinks(payload).map((link) => ({
    url: link.url,
    confidence: link.confidence,
    evidence: {
      kind: link.evidence === 'frame' ? 'frame' : 'link',
      from: memento.original,
      timestamp: capture.timestamp ?? '',
      text: link.text,
    },
  }));
}
