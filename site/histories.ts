import type { VersionSummary } from '../crawler/core/index.ts';
import { question, working } from './build/questions.ts';
import { removedTexts } from './removed.ts';
import {
  changesWithoutPage,
  lineages,
  marks,
  movedAddresses,
  movedChanges,
  policies,
  policyRelease,
  step,
  steps,
  totals,
  version,
  versionRelease,
  versions,
} from './store.ts';
import { useChangePages } from './view/addresses.ts';
import { type ClauseIndex, indexClauses } from './view/clauses/clause-index.ts';
import type { PolicyHistory } from './view/collection/home-page.ts';
import { viewChange } from './view/comparison/change-page.ts';
import { isoDay } from './view/dates.ts';
import type { PolicyName } from './view/model.ts';
import { findAsOf } from './view/policy/as-of.ts';
import { type DatedVersion, listAsOfDays, viewAsOf } from './view/policy/as-of-page.ts';
import { renderSeenText, renderWindowText } from './view/policy/as-of-text.ts';
import { viewVersion } from './view/policy/version-page.ts';
import { isInvented } from './view/reserved.ts';
import { makeAxis, type TimeAxis } from './view/time-axis.ts';

/** What several pages need of all policies at once, and the lists of pages to build. */

/** Every policy of a domain (of all, where none is named) with its versions, steps and captures, by domain and name. */
export function listHistories(ofDomain?: string): PolicyHistory[] {
  return listNames(ofDomain).map(({ domain, policy }) => ({
    domain,
    policy,
    versions: versions(domain, policy),
    steps: steps(domain, policy),
    marks: marks(domain, policy),
  }));
}

/** The policies of a domain, or of all, by domain and name. */
const listNames = (ofDomain?: string) => (ofDomain === undefined ? policies() : companyPolicies(ofDomain));

export const companyPolicies = question('companyPolicies', 64, (domain: string) =>
  policies().filter((one) => one.domain === domain),
);

/** The release that brought the newest capture of a company's policies. */
export const companyRelease = question('companyRelease', 64, (domain: string) =>
  companyPolicies(domain)
    .map(({ policy }) => policyRelease(domain, policy))
    .reduce((newest, one) => (one > newest ? one : newest)),
);

/** Set where every company of the site is on a reserved name: pages about all of them say so. */
export const allInvented = question('allInvented', 1, (): 'companies' | undefined =>
  policies().length > 0 && policies().every(({ domain }) => isInvented(domain)) ? 'companies' : undefined,
);

/** The axis all strips share: it moves once a year, or when an older text turns up. */
export const siteAxis = question('siteAxis', 1, (): TimeAxis => {
  const { firstSeen, lastSeen } = totals();
  return makeAxis([firstSeen, lastSeen]);
});

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
  return movedAddresses()
    .filter(({ domain, policy, slug }) => removedTexts(domain, policy, [slug]).length === 0)
    .map(({ domain, policy, slug, movedTo }) => ({
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

/** One page for each change between successive versions, as far as the budget of change pages goes. */
export function listChangePages(): ChangePage[] {
  return policies().flatMap(({ domain, policy }) => {
    const numbered = new Map<number, VersionSummary>(
      versions(domain, policy).map((one) => [one.version, one]),
    );
    return steps(domain, policy)
      .map(({ left, right }) => ({
        params: { domain, policy, left: numbered.get(left)!.slug, right: numbered.get(right)!.slug },
        props: { domain, policy, left, right },
      }))
      .filter(({ params }) => hasChangePage(domain, policy, params.left, params.right));
  });
}

/** Whether the change between two successive versions has a page, by their slugs. */
export const hasChangePage = (domain: string, policy: string, left: string, right: string): boolean =>
  !changesWithoutPage(domain, policy).includes(`${left}--${right}`);

// Before any question is answered: answers hold addresses of changes.
useChangePages(hasChangePage);

export interface MovedChangePage {
  readonly params: ChangePage['params'];
  readonly props: PolicyName & { readonly nowLeft: string | null; readonly nowRight: string | null };
}

/** One page for each change that was published before and has no page now: it leads to the comparison in the browser. */
export function listMovedChangePages(): MovedChangePage[] {
  return movedChanges()
    .filter(({ domain, policy, left, right }) => removedTexts(domain, policy, [left, right]).length === 0)
    .map(({ domain, policy, left, right, nowLeft, nowRight }) => ({
      params: { domain, policy, left, right },
      props: { domain, policy, nowLeft, nowRight },
    }));
}

/** One page a policy. */
export function listPolicyPages(): { params: PolicyName & Record<string, string> }[] {
  return policies().map(({ domain, policy }) => ({ params: { domain, policy } }));
}

/** One page a company. */
export function listCompanyPages(): { params: { domain: string } }[] {
  return [...new Set(policies().map(({ domain }) => domain))].map((domain) => ({ params: { domain } }));
}

/** The clauses of a policy through all its dated versions. Pages come policy by policy, so that one is kept. */
export const clauseIndex = working(1, (domain: string, policy: string): ClauseIndex => {
  const dated = versions(domain, policy).filter((one) => one.firstSeen !== null);
  return indexClauses(
    dated.map((one) => version(domain, policy, one.version)),
    dated.map((one, at) => (at === 0 ? null : step(domain, policy, one.version))),
    lineages(domain, policy),
  );
});

/** What a version's page shows. A question of its own: a newer version changes the pages of few older ones. */
export const versionView = question('versionView', 1, (domain: string, policy: string, number: number) =>
  viewVersion(
    { domain, policy },
    version(domain, policy, number),
    versions(domain, policy),
    clauseIndex(domain, policy),
    versionRelease(domain, policy, number),
  ),
);

/** What the page of the change that leads to version `right` shows. */
export const changeView = question(
  'changeView',
  1,
  (domain: string, policy: string, left: number, right: number) => {
    return viewChange(
      { domain, policy },
      step(domain, policy, right),
      version(domain, policy, left),
      version(domain, policy, right),
      versions(domain, policy),
      versionRelease(domain, policy, right),
    );
  },
);

/** What is known of a policy on a day. */
export const asOfView = question('asOfView', 1, (domain: string, policy: string, day: string) =>
  viewAsOf({ domain, policy }, datedVersions(domain, policy), day),
);

/** The text of a day in place, as HTML; '' where nothing held reaches over it. */
export const asOfText = question('asOfText', 1, (domain: string, policy: string, day: string): string => {
  const all = versions(domain, policy);
  const found = findAsOf(datedVersions(domain, policy), day);
  const text = (at: number) => version(domain, policy, all[at]!.version);
  if (found.kind === 'seen') return renderSeenText(text(found.at));
  if (found.kind !== 'window') return '';
  const [left, right] = [text(found.before), text(found.after)];
  return renderWindowText(step(domain, policy, right.version), left, right);
});

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
