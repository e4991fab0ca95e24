import { toUrlkey } from '../archive/index.ts';
import type { RejectReason } from '../core/index.ts';
import { classifyLink } from '../normalize/index.ts';
import {
  deleteRejected,
  type Evidence,
  ensureAddress,
  ensurePolicy,
  readPolicyOf,
  type Store,
  writeRejected,
} from '../store/index.ts';

export { DEFAULT_POLICY } from '../normalize/index.ts';

/** An address to look at, and why. */
export interface Candidate {
  readonly url: string;
  readonly confidence: number;
  readonly evidence: Evidence;
  /** Name of the policy it is held to be. */
  readonly policy: string;
  /** The archive that holds it, where that is not the one that is asked: what an export of ours says of its captures. */
  readonly archive?: string;
}

/** An address the user names. */
export function givenCandidate(url: string, takesAnyText: boolean): Candidate {
  const evidence: Evidence = takesAnyText ? { kind: 'given', takesAnyText } : { kind: 'given' };
  return { url, confidence: 1, evidence, policy: classifyLink(url, '').policy };
}

/**
 * Records a candidate as an address, at this archive, of one of the domain's policies. Where it is known, it stays with the
 * policy it has.
 */
export function recordCandidate(
  store: Store,
  domain: string,
  archive: string,
  candidate: Candidate,
): { id: number; policyId: number } {
  const urlkey = toUrlkey(candidate.url);
  deleteRejected(store, domain, urlkey);
  const id = ensureAddress(store, {
    domain,
    url: candidate.url,
    urlkey,
    role: 'policy',
    policyId: ensurePolicy(store, domain, candidate.policy),
    confidence: candidate.confidence,
    evidence: [candidate.evidence],
    archive: candidate.archive ?? archive,
  });
  return { id, policyId: readPolicyOf(store, id) };
}

/** Records an address that speaks of privacy and is something else; it is never fetched. */
export function recordRejected(
  store: Store,
  domain: string,
  archive: string,
  candidate: Candidate,
  reason: RejectReason,
): void {
  const { url, confidence, evidence } = candidate;
  writeRejected(store, { domain, url, urlkey: toUrlkey(url), confidence, evidence, archive, reason });
}
