import type { PlacedClause } from './model.ts';
import { slugify } from './slugs.ts';

/**
 * The anchor of each clause within its version's page: its label; further clauses of one label count on from 2.
 * Ids of the page itself begin with an underscore, so no label can take one.
 */
export function nameAnchors(clauses: readonly Pick<PlacedClause, 'label'>[]): string[] {
  const taken = new Set<string>();
  const slugs = new Map<string, string>();
  // The last number given to a name: all before are taken, and counting begins there.
  const numbers = new Map<string, number>();
  return clauses.map(({ label }) => {
    let slug = slugs.get(label);
    if (slug === undefined) {
      slug = slugify(label);
      slugs.set(label, slug);
    }
    let number = numbers.get(slug) ?? 0;
    let anchor: string;
    do anchor = ++number === 1 ? slug : `${slug}-${number}`;
    while (taken.has(anchor));
    numbers.set(slug, number);
    taken.add(anchor);
    return anchor;
  });
}
