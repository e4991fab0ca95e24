import type { PlacedClause } from './model.ts';
import { firstFree, slugify } from './slugs.ts';

/**
 * The anchor of each clause within its version's page: its label; further clauses of one label count on from 2.
 * Ids of the page itself begin with an underscore, so no label can take one.
 */
export function nameAnchors(clauses: readonly Pick<PlacedClause, 'label'>[]): string[] {
  const taken = new Set<string>();
  return clauses.map(({ label }) => {
    const anchor = firstFree(slugify(label), taken);
    taken.add(anchor);
    return anchor;
  });
}
