import { type ArchiveClient, toUrlkey } from '../../archive/index.ts';
import type { Effects } from '../../effects.ts';
import { classifyLink } from '../../normalize/index.ts';
import { listStoredCaptures, readMemento, type Store, type StoredCapture } from '../../store/index.ts';
import { type Candidate, DEFAULT_POLICY } from '../address.ts';
import { fetchCaptures, isAskable, WIDE_WINDOW_SECONDS } from '../fetch/fetch-captures.ts';

/** Confidence that the page an address redirects to is the same policy. */
const REDIRECT_CONFIDENCE = 0.7;

/**
 * Where an address's captured redirects lead: the old address's 301 names its successor. Asks for the first and the last
 * of them only, since a redirect once set up hardly changes. Redirects to a home page lead nowhere.
 */
export async function followRedirects(
  store: Store,
  client: ArchiveClient,
  address: { id: number; domain: string; url: string; policy: string },
  effects: Effects,
): Promise<Candidate[]> {
  const redirects = listStoredCaptures(store, { addressId: address.id }).filter(
    (capture) => capture.timestamp !== null && /^30[12378]$/.test(capture.statuscode),
  );
  const chosen = [...new Set([redirects[0], redirects.at(-1)])].filter(
    (c): c is StoredCapture => c !== undefined,
  );
  const due = chosen.filter((capture) => isAskable(capture, effects.now()));
  await fetchCaptures(
    store,
    client,
    due,
    {
      domain: address.domain,
      item: address.url,
      concurrency: 1,
      landingWindowSeconds: WIDE_WINDOW_SECONDS,
    },
    effects,
  );
  return chosen.flatMap((capture) => {
    const landing = readMemento(store, capture.id)?.original;
    if (!landing || toUrlkey(landing) === toUrlkey(address.url) || isHomePage(landing)) return [];
    const kind = classifyLink(landing, '');
    if (kind.rejected !== null && kind.rejected !== 'other-company') return [];
    return [
      {
        url: landing,
        confidence: REDIRECT_CONFIDENCE,
        policy: kind.policy === DEFAULT_POLICY ? address.policy : kind.policy,
        evidence: { kind: 'redirect' as const, from: capture.original, timestamp: capture.timestamp ?? '' },
      },
    ];
  });
}

function isHomePage(url: string): boolean {
  return /\)\/?$/.test(toUrlkey(url));
}
