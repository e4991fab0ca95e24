import { labelText, listLinks, listPromises, listThirdParties, listVagueWords } from '../core/index.ts';
import type { DerivedClauseTerms, DerivedTextLabels, StoredClause } from '../store/index.ts';

/** The topics of a text's clauses, by the rules of its language; null where it is not known. */
export function deriveTopics(
  textId: number,
  clauses: readonly StoredClause[],
  language: string | null,
): DerivedTextLabels {
  const { labelling, clauses: labels } = labelText(clauses, language);
  return {
    textId,
    language: labelling?.language ?? null,
    clauses: clauses.map(({ clauseId, contextId }, at) => ({ clauseId, contextId, ...labels[at]! })),
  };
}

/** Whom a policy's clauses name, what they promise, how vaguely, and where they link; each distinct clause once. */
export function deriveTerms(domain: string, clauses: readonly StoredClause[]): DerivedClauseTerms[] {
  const distinct = new Map(clauses.map((clause) => [clause.clauseId, clause]));
  return [...distinct].map(([clauseId, clause]) => ({
    clauseId,
    terms: [...listThirdParties(clause, domain), ...listPromises(clause, domain), ...listVagueWords(clause)],
    links: listLinks(clause, domain),
  }));
}
