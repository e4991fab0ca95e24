import { type ArchiveClient, type CaptureQuery, toUrlkey, urlkeyHost } from '../../archive/index.ts';
import { isGoodStatus, isRevisit, type RejectReason } from '../../core/index.ts';
import type { Effects } from '../../effects.ts';
import { findPolicyLinks, isPolicyName, type PolicyLink, readPageLanguage } from '../../normalize/index.ts';
import {
  countListed,
  ensureAddress,
  listAddresses,
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
  /** Links named like a policy that lead to another company, where the page has none of its own: taken if nothing else is found. */
  readonly borrowed: readonly Candidate[];
  /** Captures looked at. */
  readonly pageCount: number;
  /** False where the index could not list the page for now. */
  readonly isListed: boolean;
  /** Languages the pages are in, as far as they say or show. */
  readonly languages: ReadonlySet<string>;
}

/** Links this unlikely to lead to a policy are not worth the index queries. */
export const LEAST_CONFIDENCE = 0.4;

/** Such a link's confidence: less than that of any own one. */
const BORROWED_CONFIDENCE = 0.25;

/** From here on an on-domain link is taken for the site's own policy. */
export const OWN_POLICY_CONFIDENCE = 0.7;

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
  effects.progress({ domain, phase: 'discover', done: 0, total: 1, item: url });
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
  const known = listAddresses(store, domain).find(({ id }) => id === home);
  const wasEmpty = known?.listing === 'complete' && countListed(store, home, context.range) === 0;
  const listing = await listHomePage(
    store,
    client,
    { id: home, url, wasEmpty },
    context.crawlId,
    context.range,
    effects,
  );
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
    borrowed: found.flatMap((links) => links.borrowed),
    pageCount: chosen.length,
    isListed: listing !== 'failed',
    languages: new Set(found.flatMap((links) => [...links.languages])),
  };
}

const NOTHING: FoundLinks = {
  candidates: [],
  rejections: [],
  frames: [],
  hubs: [],
  borrowed: [],
  pageCount: 0,
  isListed: true,
  languages: new Set(),
};

/** What becomes of a link: a candidate, one to fall back on, or why it is neither. */
type LinkVerdict = RejectReason | 'borrowed' | null;

/** On its own host no company is another; a service built into other companies' pages is, unless the page names it as its own. */
function judgeLink(link: PolicyLink, isOwn: boolean, hasOwn: boolean): LinkVerdict {
  const objection = link.rejected === 'other-company' ? null : link.rejected;
  if (isOwn || objection) return objection;
  if (hasOwn || !isPolicyName(link.text)) return 'other-company';
  if (link.owner === 'sister') return null;
  if (link.owner === 'service') return 'other-company';
  return link.rejected === 'other-company' ? 'borrowed' : null;
}

/** What may be a policy, and may as well be a page that leads to it: "Legal & Privacy". */
const isUnsure = ({ evidence, rejected, confidence }: PolicyLink): boolean =>
  evidence !== 'frame' && rejected === null && confidence < OWN_POLICY_CONFIDENCE;

/** Policy links, frames and hubs on one archived page. */
function readLinks(store: Store, domain: string, capture: StoredCapture): FoundLinks {
  const memento = readMemento(store, capture.id);
  if (!memento) return NOTHING;
  const payload = readPayload(store, memento.payloadId);
  const links = findPolicyLinks(payload, memento.original);
  const language = readPageLanguage(payload);
  const isOwn = (link: PolicyLink) =>
    isOwnHost(link.url, domain) || isOwnHost(link.url, hostOf(memento.original));
  const named = links.filter((link) => link.evidence !== 'frame' && link.evidence !== 'hub');
  const isSure = (link: PolicyLink) => link.confidence >= OWN_POLICY_CONFIDENCE;
  const hasOwn = named.some((link) => isOwn(link) && isSure(link) && judgeLink(link, true, true) === null);
  const judged = named.map((link) => {
    const isUnlikely = link.confidence < LEAST_CONFIDENCE;
    const verdict = judgeLink(link, isOwn(link), hasOwn) ?? (isUnlikely ? 'unlikely' : null);
    const from = { kind: 'link' as const, from: memento.original, timestamp: capture.timestamp ?? '' };
    const confidence = verdict === 'borrowed' ? BORROWED_CONFIDENCE : link.confidence;
    const candidate = {
      url: link.url,
      confidence,
      policy: link.policy,
      evidence: { ...from, text: link.text },
    };
    return { verdict, candidate };
  });
  const having = (wanted: LinkVerdict) =>
    judged.filter(({ verdict }) => verdict === wanted).map(({ candidate }) => candidate);
  const candidates = having(null);
  const isFound = candidates.some(({ confidence }) => confidence >= OWN_POLICY_CONFIDENCE);
  const leads = (isLead: (link: PolicyLink) => boolean) =>
    isFound ? [] : links.filter(isLead).map((link) => link.url);
  const isOurs = (link: PolicyLink) => isOwn(link) || link.owner === 'sister';
  return {
    candidates,
    rejections: judged.flatMap(({ verdict, candidate }) =>
      verdict === null || verdict === 'borrowed' ? [] : [{ candidate, reason: verdict }],
    ),
    frames: leads((link) => link.evidence === 'frame' && isOwn(link)),
    hubs: leads((link) => isOurs(link) && (link.evidence === 'hub' || isUnsure(link))),
    borrowed: having('borrowed'),
    pageCount: 1,
    isListed: true,
    languages: new Set(language === null ? [] : [language]),
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
