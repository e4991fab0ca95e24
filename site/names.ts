import { question } from './build/questions.ts';
import { lineages, policies, thirdPartyUses, versions } from './store.ts';
import { listNames, type NameEntry } from './view/clauses/name-ledger.ts';

/** Who is named by whom, gathered once for a build. */

export const names = question('names', 1, (): readonly NameEntry[] =>
  listNames(
    policies().map(({ domain, policy }) => ({
      domain,
      policy,
      uses: thirdPartyUses(domain, policy),
      versions: versions(domain, policy),
      lineages: lineages(domain, policy),
    })),
  ),
);

/** One third party, by the end of its address. */
export const nameEntry = question('nameEntry', 64, (slug: string): NameEntry => {
  const found = names().find((entry) => entry.slug === slug);
  if (!found) throw new Error(`no policy names ${slug}`);
  return found;
});

export interface NamePage {
  readonly params: { readonly name: string };
}

/** One page a name. */
export const listNamePages = (): NamePage[] => names().map(({ slug }) => ({ params: { name: slug } }));
