import { answerText } from './answers.ts';
import { movedChanges, policies, removedAddresses } from './store.ts';
import type { PolicyName } from './view/model.ts';
import { formatRemoved, type RemovedText, viewRemoved } from './view/policy/removed-page.ts';

/** What was published and is removed: the pages at whose addresses a note stays. */

/** What is removed of a policy: of the versions with these slugs, or, without slugs, of all that were published. */
export function removedTexts(
  domain: string,
  policy: string,
  slugs: readonly string[] | null = null,
): RemovedText[] {
  return removedAddresses()
    .filter((one) => one.domain === domain && one.policy === policy && (slugs?.includes(one.slug) ?? true))
    .map(({ slug, timestamp, textHash, removedOn, reason }) => ({
      slug,
      timestamp,
      textHash,
      removedOn,
      reason,
    }));
}

export interface RemovedPage<P> {
  readonly params: P;
  readonly props: PolicyName & { readonly removed: readonly RemovedText[] };
}

/** One page for each version that was published and is removed: the note that stays. */
export function listRemovedPages(): RemovedPage<PolicyName & { slug: string }>[] {
  return removedAddresses().map(({ domain, policy, slug }) => ({
    params: { domain, policy, slug },
    props: { domain, policy, removed: removedTexts(domain, policy, [slug]) },
  }));
}

/** One page for each change that was published and has a removed text on a side. */
export function listRemovedChangePages(): RemovedPage<PolicyName & { left: string; right: string }>[] {
  return movedChanges()
    .map(({ domain, policy, left, right }) => ({
      params: { domain, policy, left, right },
      props: { domain, policy, removed: removedTexts(domain, policy, [left, right]) },
    }))
    .filter(({ props }) => props.removed.length > 0);
}

/** One page for each policy of which nothing is left. */
export function listRemovedPolicyPages(): RemovedPage<PolicyName & Record<string, string>>[] {
  const held = new Set(policies().map(({ domain, policy }) => `${domain}/${policy}`));
  const names = new Map(
    removedAddresses().map(({ domain, policy }) => [`${domain}/${policy}`, { domain, policy }] as const),
  );
  return [...names]
    .filter(([name]) => !held.has(name))
    .map(([, { domain, policy }]) => ({
      params: { domain, policy },
      props: { domain, policy, removed: removedTexts(domain, policy) },
    }));
}

/** One page for each company of which nothing is left; it says what is removed of the first of its policies. */
export function listRemovedCompanyPages(): RemovedPage<{ domain: string }>[] {
  const held = new Set(policies().map(({ domain }) => domain));
  const pages = listRemovedPolicyPages().filter(({ params }) => !held.has(params.domain));
  return [...new Map(pages.map((page) => [page.params.domain, page])).values()].map(({ params, props }) => ({
    params: { domain: params.domain },
    props,
  }));
}

/** What the text twins of a removed version or change answer; `name` is its slug, or its two. */
export const answerRemoved = (
  what: 'version' | 'change',
  name: string,
  props: RemovedPage<unknown>['props'],
  type: 'text/plain' | 'text/markdown',
): Response => answerText(formatRemoved(viewRemoved(props, what, name, props.removed)), type);
