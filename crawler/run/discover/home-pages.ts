import { type ArchiveClient, type CaptureQuery, toUrlkey, urlkeyHost } from '../../archive/index.ts';
import { isGoodStatus, isRevisit } from '../../core/index.ts';
import type { Effects } from '../../effects.ts';
import { findPolicyLinks, isPolicyName, type PolicyLink, type RejectReason } from '../../normalize/index.ts';
import {
  ensureAddress,
  listStoredCaptures,
  readMemento,
  readPayload,
  type Store,
  type StoredCapture,
} from '../../store/index.ts';
import type { Candidate } from '../address.ts';
import { fetchCaptures, isAskable, WIDE_WINDOW_SECONDS } from '../fetch/fetch-captures.ts';
import { listHomePage } from '../fetch/list-address.ts';

export interface DiscoveryContext {
  readonly domain: string;
  readonly crawlId: number;
  readonly range: Pick<CaptureQuery, 'from' | 'to'>;
  readonly concurrency: number;
  /** Questions to the index that could not be answered for now are added here. */
  readonly unsearched?: string[];
}

/** A link that speaks of privacy and is something else. */
export interface Rejection {
  readonly candidate: Candidate;
  readonly reason: RejectReason;
}

/** What the archived captures of a page hold. */
export interface FoundLinks {
  readonly candidates: readonly Candidate[];
  readonly rejections: readonly Rejection[];
  /** Frames and refresh targets of captures without a policy link of their own: the links may be in there. */
  readonly frames: readonly string[];
  /** Pages that may lead on, such as legal notices. */
  readonly hubs: readonly string[];
}

/** Links this unlikely to lead to a policy are not worth the index queries. */
export const LEAST_CONFIDENCE = 0.4;

/** From here on an on-domain link is taken for the site's own policy. */
const OWN_POLICY_CONFIDENCE = 0.7;

/** One capture a year: the one in the middle of those that show a page, else of the redirects, which lead to one. */
export function pickYearly(captures: readonly StoredCapture[]): StoredCapture[] {
  const dated = captures.filter((capture) => capture.timestamp !== null);
  const years = Map.groupBy(dated, (capture) => capture.timestamp!.slice(0, 4));
  return [...years.values()].flatMap((list) => {
    const pages = list.filter((capture) => isGoodStatus(capture.statuscode) || isRevisit(capture));
    const redirects = list.filter((capture) => capture.statuscode.startsWith('3'));
    const showable = pages.length > 0 ? pages : redirects;
    const middle = showable[showable.length >> 1];
    return middle ? [middle] : [];
  });
}

/** Lists a home page, or a page it leads to, fetches one capture a year and reads the links. */
export async function readHomePages(
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
  await listHomePage(store, client, { id: home, url }, context.crawlId, context.range, effects);
  const chosen = pickYearly(listStoredCaptures(store, { addressId: home }));
  const due = chosen.filter((capture) => isAskable(capture, effects.now()));
  const fetching = { ...context, item: url, landingWindowSeconds: WIDE_WINDOW_SECONDS };
  await fetchCaptures(store, client, due, fetching, effects);
  const found = chosen.map((capture) => readLinks(store, domain, capture));
  return {
    candidates: found.flatMap((links) => links.candidates),
    rejections: found.flatMap((links) => links.rejections),
    frames: [...new Set(found.flatMap((links) => links.frames))],
    hubs: [...new Set(found.flatMap((links) => links.hubs))],
  };
}

const NOTHING: FoundLinks = { candidates: [], rejections: [], frames: [], hubs: [] };

/** Policy links, frames and hubs on one archived page. */
function readLinks(store: Store, domain: string, capture: StoredCapture): FoundLinks {
  const memento = readMemento(store, capture.id);
  if (!memento) return NOTHING;
  const links = findPolicyLinks(readPayload(store, memento.payloadId), memento.original);
  const isOwn = (link: PolicyLink) =>
    isOwnHost(link.url, domain) || isOwnHost(link.url, hostOf(memento.original));
  const named = links.filter(
    (link) => link.evidence !== 'frame' && link.evidence !== 'hub' && link.confidence >= LEAST_CONFIDENCE,
  );
  const hasOwn = named.some(
    (link) => isOwn(link) && !link.rejected && link.confidence >= OWN_POLICY_CONFIDENCE,
  );
  const rejectReason = (link: PolicyLink): RejectReason | null => {
    if (link.rejected || isOwn(link)) return link.rejected;
    return hasOwn || !isPolicyName(link.text) ? 'other-company' : null;
  };
  const judged = named.map((link) => ({
    reason: rejectReason(link),
    candidate: {
      url: link.url,
      confidence: link.confidence,
      policy: link.policy,
      evidence: {
        kind: 'link' as const,
        from: memento.original,
        timestamp: capture.timestamp ?? '',
        text: link.text,
      },
    },
  }));
  const candidates = judged.filter(({ reason }) => reason === null).map(({ candidate }) => candidate);
  const leads = (kind: PolicyLink['evidence']) =>
    candidates.length > 0
      ? []
      : links.filter((link) => link.evidence === kind && isOwn(link)).map((link) => link.url);
  return {
    candidates,
    rejections: judged.flatMap(({ reason, candidate }) => (reason === null ? [] : [{ candidate, reason }])),
    frames: leads('frame'),
    hubs: leads('hub'),
  };
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\d*\./, '') : '';
}

/** The domain itself, a name below it, or the same name under another ending: `example.org` for `example.com`. */
export function isOwnHost(url: string, domain: string): boolean {
  const host = urlkeyHost(toUrlkey(url)).split(',').reverse().join('.');
  if (host === domain || host.endsWith(`.${domain}`) || domain.endsWith(`.${host}`)) return true;
  const label = (name: string) => /(?<![^.])([^.]+)\.(?:(?:co|com|org|net|gov|ac)\.)?[a-z]+$/.exec(name)?.[1];
  return host.includes('.') && label(host) === label(domain) && label(domain) !== undefined;
}
