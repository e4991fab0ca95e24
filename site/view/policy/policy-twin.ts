import { formatInstant, type StepSummary, type VersionSummary } from '../../../crawler/core/index.ts';
import { changeAddress, policyAddress, shardAddress } from '../addresses.ts';
import type { PolicyName } from '../model.ts';
import type { PolicyMark } from './policy-page.ts';
import { versionRecord } from './version-page.ts';

/** An address the policy was looked for at. */
export interface AddressFacts {
  readonly url: string;
  readonly archive: string;
  readonly captureCount: number;
  readonly usableCount: number;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
}

const toInstant = (timestamp: string | null) => timestamp && formatInstant(timestamp);

/** The JSON twin of a policy's page: the timeline under the names the dataset gives its columns. */
export function policyTwin(
  { domain, policy }: PolicyName,
  versions: readonly VersionSummary[],
  steps: readonly StepSummary[],
  ground: { readonly captures: readonly PolicyMark[]; readonly addresses: readonly AddressFacts[] },
): Record<string, unknown> {
  const numbered = new Map(versions.map((version) => [version.version, version]));
  return {
    domain,
    policy,
    address: policyAddress(domain, policy),
    texts: shardAddress(domain, policy),
    versions: versions.map((version) => versionRecord({ domain, policy }, version)),
    changes: steps.map((step) => {
      const left = numbered.get(step.left)!;
      const right = numbered.get(step.right)!;
      return {
        address: changeAddress(domain, policy, left.slug, right.slug),
        left_version: step.left,
        right_version: step.right,
        changed_after: toInstant(right.changedAfter),
        changed_before: toInstant(right.firstSeen),
        gist: step.gist,
        size_class: step.sizeClass,
        significance: step.significance,
        carried_share: step.carriedShare,
        words_added: step.wordsAdded,
        words_removed: step.wordsRemoved,
        counts: step.counts,
      };
    }),
    captures: ground.captures.map((mark) => ({
      timestamp: mark.timestamp,
      original: mark.original,
      memento_url: mark.mementoUrl,
      outcome: mark.outcome,
      reason: mark.reason,
      version: mark.version,
    })),
    addresses: ground.addresses.map((address) => ({
      url: address.url,
      archive: address.archive === '' ? null : address.archive,
      capture_count: address.captureCount,
      usable_count: address.usableCount,
      first_seen: toInstant(address.firstSeen),
      last_seen: toInstant(address.lastSeen),
    })),
  };
}
