import { marks, policies, steps, totals, versions } from './store.ts';
import type { PolicyHistory } from './view/home-page.ts';
import type { PolicyName, VersionFacts } from './view/model.ts';
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
