import {
  type ArchiveClient,
  type CaptureQuery,
  type Listing,
  toUrlkey,
  urlkeyHost,
} from '../../archive/index.ts';
import type { Capture } from '../../core/index.ts';
import type { Effects } from '../../effects.ts';
import { ArchiveError } from '../../errors.ts';
import { assessLink, URLKEY_PATTERN } from '../../normalize/index.ts';
import type { Candidate } from '../address.ts';
import { type DiscoveryContext, LEAST_CONFIDENCE, type Rejection } from './home-pages.ts';

/**
 * Rows that one question over a whole domain may answer. Sites named by more are large: there the index is asked for a
 * narrow beginning of addresses instead, since questions over all of such a site are slow and time out.
 */
const MAX_ROWS = 10_000;
/** Rows of the narrow question, an address each. */
const MAX_NARROW_ROWS = 200;

/** Addresses taken from the index alone; further ones are hardly the policy. */
const MAX_FOUND = 12;

/** An address that only its words speak for is less sure than one that a home page links. */
const UNLINKED = 0.75;

/** What the index says of a domain's addresses that speak of privacy. */
export interface IndexSearch {
  readonly candidates: readonly Candidate[];
  readonly rejections: readonly Rejection[];
  /** All captures of the addresses it named, by urlkey; empty where the domain could not be searched as a whole. */
  readonly listings: ReadonlyMap<string, readonly Capture[]>;
  /** Whether the whole domain was searched, to the end. */
  readonly isWhole: boolean;
}

/** Addresses named in the question by themselves, at most; and their length, since they all stand in one line. */
const MAX_NAMED = 12;
const MAX_NAMED_LENGTH = 150;

/** What is known of a domain before its index is searched. */
export interface KnownOfDomain {
  /** Addresses that may be the policy's, whatever they are called, likeliest first. */
  readonly named: readonly string[];
  /** Pages of the domain that the index lists. */
  readonly pages: readonly string[];
}

/**
 * Addresses of the domain that speak of privacy, and those named, by one question over the whole domain, which lists their
 * captures too. It may miss captures that exact queries return, and fails on large sites, so nothing relies on it alone.
 */
export async function searchIndex(
  client: ArchiveClient,
  context: DiscoveryContext,
  known: KnownOfDomain,
  effects: Effects,
): Promise<IndexSearch> {
  const { domain, range } = context;
  const named = ownKeys(known.named, domain).filter((urlkey) => urlkey.length <= MAX_NAMED_LENGTH);
  const asked = named.slice(0, MAX_NAMED);
  const query: CaptureQuery = {
    url: domain,
    matchType: 'domain',
    filters: [filterFor(asked)],
    limit: MAX_ROWS,
  };
  const first = await ask(client, context, query, effects);
  const pages = ownKeys(known.pages, domain).slice(0, MAX_NAMED);
  const whole =
    first?.complete && first.captures.length === 0
      ? await confirmNothing(client, context, { query, asked, pages }, effects)
      : first;
  if (whole?.complete) {
    const none = asked.map((urlkey): [string, readonly Capture[]] => [urlkey, []]);
    const listings = new Map([...none, ...Map.groupBy(whole.captures, (row) => row.urlkey)]);
    return { ...judge(whole.captures), listings, isWhole: true };
  }
  const narrow = await ask(
    client,
    context,
    { ...range, url: `${domain}/privacy`, matchType: 'prefix', collapse: 'urlkey', limit: MAX_NARROW_ROWS },
    effects,
    insistIfDeceived(client, `the index lists nothing at ${domain}/privacy`),
  );
  return { ...judge(narrow?.captures ?? []), listings: new Map(), isWhole: false };
}

/** The urlkeys of addresses of the domain and of names below it. */
function ownKeys(urls: readonly string[], domain: string): string[] {
  const host = urlkeyHost(toUrlkey(`http://${domain}/`));
  const keys = urls
    .map(toUrlkey)
    .filter((urlkey) => urlkey.startsWith(`${host})`) || urlkey.startsWith(`${host},`));
  return [...new Set(keys)];
}

const filterFor = (urlkeys: readonly string[]) =>
  `urlkey:${[URLKEY_PATTERN, ...urlkeys.map((urlkey) => urlkey.replace(/[^a-z0-9,/%_=&~ -]/g, '\\$&'))].join('|')}`;

/**
 * A second look at an answer that lists nothing: the same question, but for pages that are known to be listed, one row an
 * address. Where it names those alone, or where nothing at all is known of the domain, nothing is there. Returns what to
 * believe, null where the index cannot be searched so.
 */
async function confirmNothing(
  client: ArchiveClient,
  context: DiscoveryContext,
  { query, asked, pages }: { query: CaptureQuery; asked: readonly string[]; pages: readonly string[] },
  effects: Effects,
): Promise<Listing | null> {
  const nothing = `the index lists nothing on privacy at ${query.url}`;
  const second = await ask(
    client,
    context,
    pages.length > 0
      ? { ...query, filters: [filterFor([...asked, ...pages])], collapse: 'urlkey' }
      : { url: query.url, matchType: 'domain', limit: 1 },
    effects,
    pages.length > 0 ? ifEmpty(nothing) : insistIfDeceived(client, nothing),
  );
  const isKnown = (urlkey: string) => pages.includes(urlkey) && !asked.includes(urlkey);
  const isNothing = second?.captures.every(({ urlkey }) => isKnown(urlkey)) === true;
  const isConsistent = isNothing && (pages.length === 0 || second!.captures.length > 0);
  if (second?.complete && isConsistent) return { ...second, captures: [] };
  if (second === null || isNothing) return null;
  if (pages.length > 0) client.doubts?.noteUntrue();
  return await ask(client, context, query, effects, ifEmpty(nothing));
}

const ifEmpty = (nothing: string) => (listing: Listing) => (listing.captures.length === 0 ? nothing : null);

/** Doubts an empty answer of an archive that has told an untruth. */
const insistIfDeceived = (client: ArchiveClient, nothing: string) => (listing: Listing) =>
  client.doubts?.isDeceived === true ? ifEmpty(nothing)(listing) : null;

/** What rows of the index say, an address at a time, likeliest first. */
function judge(rows: readonly Capture[]): Pick<IndexSearch, 'candidates' | 'rejections'> {
  const shown = rows.filter(({ statuscode }) => statuscode === '200' || statuscode === '-');
  const first = new Map(shown.toReversed().map((row) => [row.urlkey, row]));
  const candidates: Candidate[] = [];
  const rejections: Rejection[] = [];
  for (const { original, timestamp } of first.values()) {
    const link = assessLink(original, '');
    if (link === null) continue;
    const evidence = { kind: 'index' as const, timestamp };
    const confidence = Math.round(link.confidence * UNLINKED * 100) / 100;
    const candidate: Candidate = { url: original, confidence, policy: link.policy, evidence };
    const isUnlikely = link.confidence < LEAST_CONFIDENCE || original.includes('?');
    // What is built into others' pages is no other company on its own.
    const objection = link.rejected === 'other-company' ? null : link.rejected;
    const reason = objection ?? (isUnlikely ? ('unlikely' as const) : null);
    if (reason === null) candidates.push(candidate);
    else rejections.push({ candidate, reason });
  }
  candidates.sort((one, other) => other.confidence - one.confidence || one.url.length - other.url.length);
  const left = candidates.splice(MAX_FOUND);
  return {
    candidates,
    rejections: [...rejections, ...left.map((candidate) => ({ candidate, reason: 'unlikely' as const }))],
  };
}

/** What is too much for the index. */
const TOO_MUCH = 504;

/** One question; null where the index could not answer it for now. */
async function ask(
  client: ArchiveClient,
  context: DiscoveryContext,
  query: CaptureQuery,
  effects: Effects,
  doubt: CaptureQuery['doubt'] = () => null,
): Promise<Listing | null> {
  if (effects.isStopping()) return null;
  effects.progress({ domain: context.domain, phase: 'discover', done: 0, total: 1, item: `${query.url}*` });
  try {
    return await client.listCaptures({ ...context.range, ...query, doubt });
  } catch (error) {
    if (!(error instanceof ArchiveError) || client.stopped || effects.isStopping()) throw error;
    if (error.kind === 'excluded') return null;
    effects.warn(`the index could not search ${query.url}: ${error.message}`);
    // What is too much for the index stays so, and the narrow prefix is part of the domain: nothing hangs on them.
    const isForNow = query.matchType === 'domain' && (error as { status?: number }).status !== TOO_MUCH;
    if (isForNow) context.unsearched?.push(`${query.url}*`);
    return null;
  }
}

/** Addresses that the index names of a domain, and that may be its home page where none is known, shortest first. */
export async function findHomeLikePages(
  client: ArchiveClient,
  context: DiscoveryContext,
  effects: Effects,
): Promise<string[]> {
  const query: CaptureQuery = {
    url: context.domain,
    matchType: 'domain',
    filters: ['statuscode:200|-', 'mimetype:text/html|warc/revisit'],
    collapse: 'urlkey',
    limit: MAX_NARROW_ROWS,
  };
  const nothing = `the index lists no page of ${context.domain}`;
  const answer = await ask(client, context, query, effects, insistIfDeceived(client, nothing));
  const urls = (answer?.captures ?? []).map(({ original }) => original);
  const pages = urls.filter((url) => !/\/robots\.txt$/.test(url));
  return pages.sort((one, other) => toUrlkey(one).length - toUrlkey(other).length || (one < other ? -1 : 1));
}
