/**
 * The order pages are made in: those of each policy one after the other. Route by route, the texts of every policy would be
 * come back to a dozen times; they do not all fit into memory, and reading them took half of a large build.
 */

/** The policy a path belongs to, or the company; '' for pages about the whole collection. */
export function policyOf(routePattern: string, pathname: string): string {
  const depth = routePattern.startsWith('/[domain]/[policy]')
    ? 3
    : routePattern.startsWith('/[domain]')
      ? 2
      : 0;
  return pathname.split('/').slice(0, depth).join('/');
}

/** By company and policy; what is about the whole collection comes last, made from what the others have left. */
export function compareKeys(one: string, other: string): number {
  if (one === other) return 0;
  if (one === '' || other === '') return one === '' ? 1 : -1;
  return one < other ? -1 : 1;
}
