import type { ArchiveClient, CaptureQuery, Listing } from '../../archive/index.ts';
import type { Effects } from '../../effects.ts';
import { ArchiveError } from '../../errors.ts';
import { assessLink, URLKEY_PATTERN } from '../../normalize/index.ts';
import type { Candidate } from '../address.ts';
import { type DiscoveryContext, LEAST_CONFIDENCE, type Rejection } from './home-pages.ts';

/** Rows of such a query; a site with more addresses on privacy than this is a library of them. */
const MAX_ROWS = 200;

/** Addresses taken from the index alone; further ones are hardly the policy. */
const MAX_FOUND = 12;

/** An address that only its words speak for is less sure than one that a home page links. */
const UNLINKED = 0.75;

/**
 * Addresses of the domain that speak of privacy, as far as the index names them: a narrow prefix, then the whole domain
 * by a filter. Both miss captures that exact queries return, and time out on large sites, so nothing relies on them.
 */
export async function searchIndex(
  client: ArchiveClient,
  context: DiscoveryContext,
  effects: Effects,
): Promise<{ candidates: Candidate[]; rejections: Rejection[] }> {
  const { domain, range } = context;
  const common = { ...range, collapse: 'urlkey', limit: MAX_ROWS };
  const queries: CaptureQuery[] = [
    { ...common, url: `${domain}/privacy`, matchType: 'prefix', filters: ['statuscode:200|-'] },
    {
      ...common,
      url: domain,
      matchType: 'domain',
      filters: ['statuscode:200|-', `urlkey:${URLKEY_PATTERN}`],
    },
  ];
  const found = new Map<string, { candidate: Candidate; reason: Rejection['reason'] | null }>();
  for (const query of queries) {
    if (effects.isStopping()) break;
    effects.progress({ domain, stage: 'discover', done: 0, total: 1, item: `${query.url}*` });
    for (const { urlkey, timestamp, original } of await listTolerantly(client, query, context, effects)) {
      const link = assessLink(original, '');
      if (found.has(urlkey) || link === null) continue;
      const candidate: Candidate = {
        url: original,
        confidence: Math.round(link.confidence * UNLINKED * 100) / 100,
        policy: link.policy,
        evidence: { kind: 'index', timestamp },
      };
      const isLikely = link.confidence >= LEAST_CONFIDENCE && !/[?]/.test(original);
      if (isLikely || link.rejected) found.set(urlkey, { candidate, reason: link.rejected });
    }
  }
  const all = [...found.values()];
  return {
    candidates: all
      .filter(({ reason }) => reason === null)
      .map(({ candidate }) => candidate)
      .sort((one, other) => other.confidence - one.confidence || one.url.length - other.url.length)
      .slice(0, MAX_FOUND),
    rejections: all.flatMap(({ candidate, reason }) => (reason === null ? [] : [{ candidate, reason }])),
  };
}

async function listTolerantly(
  client: ArchiveClient,
  query: CaptureQuery,
  { unsearched }: DiscoveryContext,
  effects: Effects,
) {
  // Few sites have nothing at all that speaks of privacy: that is asked twice. The narrow prefix is part of the domain.
  const isSure = query.matchType !== 'domain' && client.doubts?.isDeceived !== true;
  const nothing = `the index lists nothing on privacy at ${query.url}`;
  const doubt = ({ captureCount }: Listing) => (captureCount === 0 && !isSure ? nothing : null);
  try {
    return (await client.listCaptures({ ...query, doubt })).captures;
  } catch (error) {
    if (!(error instanceof ArchiveError) || client.stopped || effects.isStopping()) throw error;
    if (error.kind === 'excluded') return [];
    effects.warn(`the index could not search ${query.url}: ${error.message}`);
    // What is too much for the index (504) stays so, and the narrow prefix is part of the domain: nothing hangs on them.
    const isForNow = query.matchType === 'domain' && (error as { status?: number }).status !== 504;
    if (isForNow) unsearched?.push(`${query.url}*`);
    return [];
  }
}
