import { toUrlkey } from '../archive/surt.ts';
import type { Store } from '../store/open.ts';
import { type Evidence, ensureAddress, ensurePolicy } from '../store/write/ground.ts';

/** An address to look at, and why. */
export interface Candidate {
  readonly url: string;
  readonly confidence: number;
  readonly evidence: Evidence;
}

/** Name of a domain's first policy, part of its addresses. */
export const DEFAULT_POLICY = 'privacy';

/** Records a candidate as an address of the domain's policy. */
export function recordCandidate(
  store: Store,
  domain: string,
  archive: string,
  candidate: Candidate,
): { id: number; policyId: number } {
  const policyId = ensurePolicy(store, domain, DEFAULT_POLICY);
  const id = ensureAddress(store, {
    domain,
    url: candidate.url,
    urlkey: toUrlkey(candidate.url),
    role: 'policy',
    policyId,
    confidence: candidate.confidence,
    evidence: [candidate.evidence],
    archive,
  });
  return { id, policyId };
}
