/**
 * Every address of the site, in one place. All of them carry the base path the site is built for; parts come from the
 * store, where they are lower case and need no escaping (domains, policy names, slugs).
 */
const base = `${import.meta.env.BASE_URL.replace(/(?<!\/)\/+$/, '')}/`;

/** An address below the site's base path; `path` has no leading slash. */
export const siteAddress = (path = ''): string => base + path;

export const companyAddress = (domain: string): string => siteAddress(`${domain}/`);

export const policyAddress = (domain: string, policy: string): string => siteAddress(`${domain}/${policy}/`);

export const versionAddress = (domain: string, policy: string, slug: string): string =>
  siteAddress(`${domain}/${policy}/${slug}/`);

type ChangeRule = (domain: string, policy: string, left: string, right: string) => boolean;

let hasPage: ChangeRule = () => true;

/** Tells which changes have pages, where not all do: the build knows, from its budget. */
export function useChangePages(rule: ChangeRule): void {
  hasPage = rule;
}

/** The page of a change; `--` is ISO 8601's interval mark where a slash cannot stand. */
export const changePageAddress = (domain: string, policy: string, left: string, right: string): string =>
  siteAddress(`${domain}/${policy}/${left}--${right}/`);

/** Where the change between two successive versions is shown: its page, or, without one, the comparison in the browser. */
export const changeAddress = (domain: string, policy: string, left: string, right: string): string =>
  hasPage(domain, policy, left, right)
    ? changePageAddress(domain, policy, left, right)
    : compareAddress(versionName(domain, policy, left), versionName(domain, policy, right));

export const topicAddress = (topic: string): string => siteAddress(`topics/${topic}/`);

/** Who names a third party; `slug` from `slugName`. */
export const nameAddress = (slug: string): string => siteAddress(`names/${slug}/`);

export const clausesAddress = (domain: string, policy: string): string =>
  siteAddress(`${domain}/${policy}/clauses/`);

/** The history of one clause. */
export const clauseAddress = (domain: string, policy: string, slug: string): string =>
  siteAddress(`${domain}/${policy}/clauses/${slug}/`);

/** The file a comparison in the browser is made from: every version of a policy, compressed. */
export const shardAddress = (domain: string, policy: string): string =>
  siteAddress(`${domain}/${policy}/versions.json.gz`);

/** Names a version in the compare page's address: `paltalk.com/privacy@2002-12-15`. */
export const versionName = (domain: string, policy: string, slug: string): string =>
  `${domain}/${policy}@${slug}`;

export function compareAddress(left?: string, right?: string): string {
  const query = [left && `left=${left}`, right && `right=${right}`].filter(Boolean).join('&');
  return siteAddress(`compare/${query ? `?${query}` : ''}`);
}

/** The address as it may be cited: with the public origin where the build knows it (`PALIMPSEST_SITE`). */
export function publicAddress(address: string): string {
  return import.meta.env.SITE ? new URL(address, import.meta.env.SITE).href : address;
}
