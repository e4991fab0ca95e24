import { listLinks, listPromises, listThirdParties, listVagueWords } from '../core/terms.ts';
import type { StoredClause } from '../store/read/derived.ts';
import type { DerivedClauseTerms } from '../store/write/terms.ts';

/** Whom a policy's clauses name, what they promise, how vaguely, and where they link; each distinct clause once. */
export function deriveTerms(domain: string, clauses: readonly StoredClause[]): DerivedClauseTerms[] {
  const distinct = new Map(clauses.map((clause) => [clause.clauseId, clause]));
  return [...distinct].map(([clauseId, clause]) => ({
    clauseId,
    terms: [...listThirdParties(clause, domain), ...listPromises(clause, domain), ...listVagueWords(clause)],
    links: listLinks(clause, domain),
  }));
}
