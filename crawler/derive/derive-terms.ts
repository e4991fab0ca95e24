import { listLinks, listPromises, listThirdParties, listVagueWords } from '../core/index.ts';
import type { DerivedClauseTerms, StoredClause } from '../store/index.ts';

/** Whom a policy's clauses name, what they promise, how vaguely, and where they link; each distinct clause once. */
export function deriveTerms(domain: string, clauses: readonly StoredClause[]): DerivedClauseTerms[] {
  const distinct = new Map(clauses.map((clause) => [clause.clauseId, clause]));
  return [...distinct].map(([clauseId, clause]) => ({
    clauseId,
    terms: [...listThirdParties(clause, domain), ...listPromises(clause, domain), ...listVagueWords(clause)],
    links: listLinks(clause, domain),
  }));
}
