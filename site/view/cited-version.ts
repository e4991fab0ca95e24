import type { VersionSummary } from '../../crawler/core/index.ts';
import { versionAddress } from './addresses.ts';
import type { CitedText } from './citation.ts';
import { plainLabel } from './html.ts';
import { policyTitle } from './labels.ts';
import type { PolicyName } from './model.ts';

/** What is cited for a version. */
export function citedVersion(
  { domain, policy }: PolicyName,
  version: VersionSummary,
  release: string,
): CitedText {
  return {
    company: domain,
    title: plainLabel(version.title ?? policyTitle(policy)),
    slug: version.slug,
    address: versionAddress(domain, policy, version.slug),
    timestamp: version.timestamp,
    mementoUrl: version.mementoUrl,
    original: version.original,
    textHash: version.textHash,
    release,
  };
}
