import { formatDate, type VersionSummary } from '../../core/index.ts';
import { exitCodes, UserError } from '../../errors.ts';
import { listPolicies, listVersions, readVersion, type ShownVersion, type Store } from '../../store/index.ts';
import { DEFAULT_POLICY } from '../address.ts';

/** `paltalk.com@2002-12-15`, `paltalk.com/privacy@first`: a version by its address. */
export interface VersionReference {
  readonly domain: string;
  readonly policy: string;
  readonly slug: string;
}

const SHAPE = /^([^@/\s.]+(?:\.[^@/\s.]+)+)(?:\/([a-z0-9-]+))?@([a-z0-9-]+)$/;

/** The reference a text spells, or null where it is none (a file name, probably). */
export function parseReference(text: string): VersionReference | null {
  const [, domain, policy = DEFAULT_POLICY, slug] = SHAPE.exec(text) ?? [];
  return domain && slug ? { domain, policy, slug } : null;
}

/** The policy's versions; throws a UserError (exit 3) that says what there is instead. */
export function requireVersions(store: Store, domain: string, policy: string): VersionSummary[] {
  const versions = listVersions(store, domain, policy);
  if (versions.length > 0) return versions;
  const known = listPolicies(store).filter((p) => p.versionCount > 0);
  const here = known.filter((p) => p.domain === domain).map((p) => `${domain}/${p.policy}`);
  const some = known.slice(0, 5).map((p) => p.domain);
  throw new UserError(
    `the store holds no version of ${domain}/${policy}`,
    here.length > 0
      ? `It holds ${here.join(', ')}.`
      : `${some.length > 0 ? `It holds ${some.join(', ')}${known.length > 5 ? ' and others' : ''}. ` : ''}Run \`palimpsest crawl ${domain}\` first.`,
    exitCodes.nothingFound,
  );
}

/** The version a reference names: `first`, `latest`, or an address; throws a UserError naming the nearest. */
export function findVersion(store: Store, reference: VersionReference): ShownVersion {
  const { domain, policy, slug } = reference;
  const versions = requireVersions(store, domain, policy);
  const dated = versions.filter((version) => version.firstSeen !== null);
  const named = { first: (dated[0] ?? versions[0])!, latest: (dated.at(-1) ?? versions.at(-1))! }[slug];
  const found = named ?? versions.find((version) => version.slug === slug);
  if (!found) {
    const near = nearest(versions, slug).map((version) => version.slug);
    throw new UserError(`there is no version ${slug} of ${domain}/${policy}`, `Nearest: ${near.join(', ')}.`);
  }
  return readVersion(store, domain, policy, found.version)!;
}

/** The last version before a date and the first after it; any two where the text is no date. */
function nearest(versions: readonly VersionSummary[], slug: string): VersionSummary[] {
  const isBefore = (version: VersionSummary) =>
    version.firstSeen !== null && formatDate(version.firstSeen) < slug;
  const before = versions.filter(isBefore).at(-1);
  const after = versions.find((version) => version.firstSeen !== null && !isBefore(version));
  const found = [before, after].filter((version) => version !== undefined);
  return found.length > 0 ? found : versions.slice(0, 2);
}
