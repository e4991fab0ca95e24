import {
  asRead,
  maskText,
  type PlacedClause,
  plainText,
  type Topic,
  type VersionSummary,
} from '../../../crawler/core/index.ts';
import type { TextFacts } from '../model.ts';

/**
 * The wire of the compare page: every version of a policy in one file. Distinct clauses once; a version is a list of
 * their numbers. Compressed with gzip by the build, unpacked in the browser.
 */
export interface PolicyShard {
  readonly format: 1;
  readonly domain: string;
  readonly policy: string;
  readonly clauses: readonly WireClause[];
  readonly versions: readonly WireVersion[];
}

/** What a clause needs to be compared and shown; what stands before it included. */
export type WireClause = Pick<
  PlacedClause,
  'kind' | 'level' | 'text' | 'headingPath' | 'label' | 'labelIsOurs'
> & {
  readonly topics: readonly Topic[];
  readonly perhaps: readonly Topic[];
  /** End of the address of its history; null for a heading and in undated versions. */
  readonly history: string | null;
  /** What is read of it with its dates masked; left out where it has none. */
  readonly masked?: string;
};

export interface WireVersion {
  readonly facts: VersionSummary & Pick<TextFacts, 'labelling'>;
  /** Indexes into the clauses, in reading order. */
  readonly clauses: readonly number[];
}

/** Packs the versions of a policy, their clauses' histories named. */
export function packShard(domain: string, policy: string, versions: readonly TextFacts[]): PolicyShard {
  const numbers = new Map<string, number>();
  const clauses: WireClause[] = [];
  const packed = versions.map((version): WireVersion => {
    const { markdown: _markdown, clauses: own, removed: _removed, ...facts } = version;
    const indexes = own.map((clause) => {
      const { kind, level, text, headingPath, label, labelIsOurs, topics, perhaps, history = null } = clause;
      const wire: WireClause = {
        kind,
        level,
        text,
        headingPath,
        label,
        labelIsOurs,
        topics,
        perhaps,
        history,
      };
      const key = JSON.stringify(wire);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, clauses.length);
      const masked = maskText(plainText(text));
      clauses.push(masked === asRead(text) ? wire : { ...wire, masked });
      return clauses.length - 1;
    });
    return { facts, clauses: indexes };
  });
  return { format: 1, domain, policy, clauses, versions: packed };
}

/** A version of a shard as pages take it; its Markdown is not needed for a comparison and stays empty. */
export function unpackVersion(shard: PolicyShard, slug: string): TextFacts | null {
  const found = shard.versions.find((version) => version.facts.slug === slug);
  if (!found) return null;
  const clauses = found.clauses.map((index, position) => ({
    ...shard.clauses[index]!,
    position,
    start: 0,
    end: 0,
    lineage: null,
  }));
  return { ...found.facts, markdown: '', clauses, removed: [] };
}

/** What a reader asked to compare: `paltalk.com/privacy@2002-12-15`. */
export interface VersionRequest {
  readonly domain: string;
  readonly policy: string;
  /** A slug, `first` or `latest`. */
  readonly slug: string;
}

/** Reads a version's name from an address; null where it is none. `example.com@first` means its privacy policy. */
export function parseVersionName(text: string): VersionRequest | null {
  const found = /^([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:\/([a-z0-9-]+))?(?:@([a-z0-9-]+))?$/.exec(
    text.trim().toLowerCase(),
  );
  if (!found?.[1]) return null;
  return { domain: found[1], policy: found[2] ?? 'privacy', slug: found[3] ?? 'latest' };
}

/** The slug of the version asked for; null where the policy has none of that name. */
export function resolveSlug(shard: PolicyShard, slug: string): string | null {
  const dated = shard.versions.filter((version) => version.facts.firstSeen !== null);
  const all = dated.length > 0 ? dated : shard.versions;
  if (slug === 'first') return all[0]?.facts.slug ?? null;
  if (slug === 'latest') return all.at(-1)?.facts.slug ?? null;
  return shard.versions.some((version) => version.facts.slug === slug) ? slug : null;
}

/** The slugs around a date that has no version, for the message that says so. */
export function nearestSlugs(shard: PolicyShard, slug: string): string[] {
  const slugs = shard.versions.filter((one) => one.facts.firstSeen !== null).map((one) => one.facts.slug);
  const after = slugs.findIndex((one) => one > slug);
  const around = after < 0 ? slugs.slice(-2) : slugs.slice(Math.max(0, after - 1), after + 1);
  return around.length > 0 ? around : shard.versions.map((one) => one.facts.slug).slice(0, 3);
}
