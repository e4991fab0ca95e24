import {
  type LabelCache,
  labelText,
  listLinks,
  listOwnNames,
  listPromises,
  listThirdParties,
  listVagueWords,
  slugName,
} from '../core/index.ts';
import type { DerivedClauseTerms, DerivedTextLabels, StoredClause } from '../store/index.ts';

/** Most labels that are kept for the texts to come. */
const MAX_KEPT = 30_000;
const kept: LabelCache = new Map();

/** Labels of clauses that other texts had: an unchanged clause is judged once. */
function labelsBefore(): LabelCache {
  if (kept.size > MAX_KEPT) kept.clear();
  return kept;
}

/** The topics of a text's clauses, by the rules of its language; null where it is not known. */
export function deriveTopics(
  textId: number,
  clauses: readonly StoredClause[],
  language: string | null,
): DerivedTextLabels {
  const { labelling, clauses: labels } = labelText(clauses, language, labelsBefore());
  return {
    textId,
    language: labelling?.language ?? null,
    clauses: clauses.map(({ clauseId, contextId }, at) => ({ clauseId, contextId, ...labels[at]! })),
  };
}

/** Whom a policy's clauses name, what they promise, how vaguely, and where they link; each distinct clause once. */
export function deriveTerms(domain: string, clauses: readonly StoredClause[]): DerivedClauseTerms[] {
  const own = listOwnNames(clauses, domain);
  const distinct = new Map(clauses.map((clause) => [clause.clauseId, clause]));
  return [...distinct].map(([clauseId, clause]) => ({
    clauseId,
    terms: [
      ...listThirdParties(clause, domain, own),
      ...listPromises(clause, domain),
      ...listVagueWords(clause),
    ].map((term) => ({
      ...term,
      canonical: term.kind === 'third-party' ? slugName(term.term) || null : null,
    })),
    links: listLinks(clause, domain),
  }));
}
