import { type LineageSummary, slugName, type VersionSummary } from '../../../crawler/core/index.ts';
import { clauseAddress, versionAddress } from '../addresses.ts';
import { DATE_UNKNOWN, isoDay } from '../dates.ts';
import type { PolicyName } from '../model.ts';

/** A third party as one clause of a policy names it, as the store answers. */
export interface ThirdPartyUse {
  readonly name: string;
  /** The clause's lineage; null in an undated version. */
  readonly lineage: number | null;
  readonly firstVersion: number;
  readonly lastVersion: number;
}

/** What a policy has to do with third parties: its clauses' names, and what dates and links them. */
export interface NamingPolicy extends PolicyName {
  readonly uses: readonly ThirdPartyUse[];
  readonly versions: readonly VersionSummary[];
  readonly lineages: readonly LineageSummary[];
}

/** A policy that names a third party. */
export interface NamingRow extends PolicyName {
  /** Spellings of the name in this policy. */
  readonly spellings: readonly string[];
  readonly first: NamingVersion;
  readonly last: NamingVersion;
  /** True where the latest dated version names it. */
  readonly isInLatest: boolean;
  readonly clauses: readonly { readonly label: string; readonly address: string | null }[];
}

export interface NamingVersion {
  readonly address: string;
  /** First day of the first version, last day of the last one; `date unknown` for an undated one. */
  readonly day: string;
}

/** A third party, with everybody who names it. */
export interface NameEntry {
  /** End of its address. */
  readonly slug: string;
  /** The spelling found in most policies. */
  readonly name: string;
  readonly rows: readonly NamingRow[];
}

function makeRow(policy: NamingPolicy, uses: readonly ThirdPartyUse[]): NamingRow {
  const { domain, policy: name, versions, lineages } = policy;
  const byNumber = new Map(versions.map((version) => [version.version, version]));
  const byLineage = new Map(lineages.map((lineage) => [lineage.lineage, lineage]));
  const first = byNumber.get(Math.min(...uses.map((use) => use.firstVersion)))!;
  const last = byNumber.get(Math.max(...uses.map((use) => use.lastVersion)))!;
  const latest = versions.findLast((version) => version.firstSeen !== null) ?? versions.at(-1);
  const clauses = new Map(
    uses.map(({ lineage }) => {
      const traced = lineage === null ? undefined : byLineage.get(lineage);
      const hasPage = traced !== undefined && !traced.isHeading;
      return [
        lineage,
        {
          label: traced?.label ?? 'in an undated version',
          address: hasPage ? clauseAddress(domain, name, traced.slug) : null,
        },
      ];
    }),
  );
  return {
    domain,
    policy: name,
    spellings: [...new Set(uses.map((use) => use.name))],
    first: { address: versionAddress(domain, name, first.slug), day: isoDay(first.firstSeen) },
    last: { address: versionAddress(domain, name, last.slug), day: isoDay(last.lastSeen) },
    isInLatest: last.version === latest?.version,
    clauses: [...clauses.values()],
  };
}

/** The spelling that most policies use; among equals the first by code units. */
function commonSpelling(rows: readonly NamingRow[]): string {
  const counts = new Map<string, number>();
  for (const { spellings } of rows) {
    for (const spelling of spellings) counts.set(spelling, (counts.get(spelling) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0];
}

/** Every third party that any policy names, by name; policies by domain. */
export function listNames(policies: readonly NamingPolicy[]): NameEntry[] {
  const rows = new Map<string, NamingRow[]>();
  for (const policy of policies) {
    const bySlug = Map.groupBy(policy.uses, (use) => slugName(use.name));
    for (const [slug, uses] of bySlug) {
      if (slug === '') continue;
      rows.set(slug, [...(rows.get(slug) ?? []), makeRow(policy, uses)]);
    }
  }
  return [...rows]
    .map(([slug, own]) => ({ slug, name: commonSpelling(own), rows: own }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
}

/** First and last day on which anybody is seen to name it; undated texts count only where there is nothing else. */
export function spanOfRows(rows: readonly NamingRow[]): { first: string; last: string } {
  const isDay = (day: string) => /^\d/.test(day);
  const days = (side: 'first' | 'last') =>
    rows
      .map((row) => row[side].day)
      .filter(isDay)
      .sort();
  return { first: days('first')[0] ?? DATE_UNKNOWN, last: days('last').at(-1) ?? DATE_UNKNOWN };
}
