import {
  lineages,
  marks,
  movedAddresses,
  policies,
  step,
  steps,
  totals,
  version,
  versions,
} from './store.ts';
import { type DatedVersion, listAsOfDays } from './view/as-of-page.ts';
import { type ClauseIndex, indexClauses } from './view/clause-index.ts';
import { isoDay } from './view/dates.ts';
import type { PolicyHistory } from './view/home-page.ts';
import type { PolicyName, VersionFacts } from './view/model.ts';
import { isInvented } from './view/reserved.ts';
import { makeAxis, type TimeAxis } from './view/time-axis.ts';

/** What several pages need of all policies at once, and the lists of pages to build. */

/** Every policy with its versions, steps and captures, by domain and name. */
export function listHistories(): PolicyHistory[] {
  return policies().map(({ domain, policy }) => ({
    domain,
    policy,
    versions: versions(domain, policy),
    steps: steps(domain, policy),
    marks: marks(domain, policy),
  }));
}

/** Set where every company of the site is on a reserved name: pages about all of them say so. */
export function allInvented(): 'companies' | undefined {
  return policies().length > 0 && policies().every(({ domain }) => isInvented(domain))
    ? 'companies'
    : undefined;
}

/** The axis all strips share. */
export function siteAxis(): TimeAxis {
  const { firstSeen, lastSeen } = totals();
  return makeAxis([firstSeen, lastSeen]);
}

export interface VersionPage {
  readonly params: { readonly domain: string; readonly policy: string; readonly slug: string };
  readonly props: PolicyName & { readonly number: number };
}

/** One page a version. */
export function listVersionPages(): VersionPage[] {
  return policies().flatMap(({ domain, policy }) =>
    versions(domain, policy).map(({ slug, version: number }) => ({
      params: { domain, policy, slug },
      props: { domain, policy, number },
    })),
  );
}

export interface MovedPage {
  readonly params: VersionPage['params'];
  readonly props: PolicyName & { readonly movedTo: string | null };
}

/** One page for each address that was published before and whose version is gone: no citation leads nowhere. */
export function listMovedPages(): MovedPage[] {
  return movedAddresses().map(({ domain, policy, slug, movedTo }) => ({
    params: { domain, policy, slug },
    props: { domain, policy, movedTo },
  }));
}

export interface ChangePage {
  readonly params: {
    readonly domain: string;
    readonly policy: string;
    readonly left: string;
    readonly right: string;
  };
  readonly props: PolicyName & { readonly left: number; readonly right: number };
}

/** One page for each change between successive versions. */
export function listChangePages(): ChangePage[] {
  return policies().flatMap(({ domain, policy }) => {
    const numbered = new Map<number, VersionFacts>(versions(domain, policy).map((one) => [one.version, one]));
    return steps(domain, policy).map(({ left, right }) => ({
      params: { domain, policy, left: numbered.get(left)!.slug, right: numbered.get(right)!.slug },
      props: { domain, policy, left, right },
    }));
  });
}

/** One page a policy. */
export function listPolicyPages(): { params: PolicyName & Record<string, string> }[] {
  return policies().map(({ domain, policy }) => ({ params: { domain, policy } }));
}

/** One page a company. */
export function listCompanyPages(): { params: { domain: string } }[] {
  return [...new Set(policies().map(({ domain }) => domain))].map((domain) => ({ params: { domain } }));
}

let latestIndex: { readonly key: string; readonly index: ClauseIndex } | undefined;

/** The clauses of a policy through all its dated versions. Pages come policy by policy, so that one is kept. */
export function clauseIndex(domain: string, policy: string): ClauseIndex {
  const key = `${domain}/${policy}`;
  if (latestIndex?.key !== key) {
    const dated = versions(domain, policy).filter((one) => one.firstSeen !== null);
    const index = indexClauses(
      dated.map((one) => version(domain, policy, one.version)),
      dated.map((one, at) => (at === 0 ? null : step(domain, policy, one.version))),
      lineages(domain, policy),
    );
    latestIndex = { key, index };
  }
  return latestIndex.index;
}

export interface ClausePage {
  readonly params: PolicyName & { readonly clause: string };
  readonly props: PolicyName & { readonly lineage: number };
}

/** One page for each clause that ever stood in a policy; headings have none. */
export function listClausePages(): ClausePage[] {
  return policies().flatMap(({ domain, policy }) =>
    lineages(domain, policy)
      .filter((lineage) => !lineage.isHeading)
      .map(({ slug, lineage }) => ({
        params: { domain, policy, clause: slug },
        props: { domain, policy, lineage },
      })),
  );
}

/** One clause list for each policy whose clauses are traced: at least one dated version. */
export function listClauseListPages(): { params: PolicyName & Record<string, string> }[] {
  return listPolicyPages().filter(({ params }) => lineages(params.domain, params.policy).length > 0);
}

/** A policy's versions as the question of a day sees them. */
export function datedVersions(domain: string, policy: string): DatedVersion[] {
  const day = (timestamp: string | null) => (timestamp === null ? null : isoDay(timestamp));
  return versions(domain, policy).map(({ slug, firstSeen, lastSeen }) => ({
    slug,
    firstDay: day(firstSeen),
    lastDay: day(lastSeen),
  }));
}

export interface AsOfPage {
  readonly params: PolicyName & { readonly day: string };
}

/** One page a year for each policy: what it said on the first of January. */
export function listAsOfPages(): AsOfPage[] {
  return policies().flatMap(({ domain, policy }) =>
    listAsOfDays(datedVersions(domain, policy)).map((day) => ({ params: { domain, policy, day } })),
  );
}
