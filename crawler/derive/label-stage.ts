import {
  type LabelCache,
  labelText,
  listLinks,
  listPromises,
  listThirdParties,
  listVagueWords,
  readNaming,
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

/** Languages whose promises and vague words are judged: rules for them know these alone. */
const READS_PROMISES = 'en';

/** The clauses of a text, and in what language they are. */
export interface ClausesOfLanguage {
  readonly language: string | null;
  readonly clauses: readonly StoredClause[];
}

/**
 * Whom a policy's clauses name, where they link, and, in English texts, what they promise and how vaguely; each distinct
 * clause once.
 */
export function deriveTerms(domain: string, texts: readonly ClausesOfLanguage[]): DerivedClauseTerms[] {
  const distinct = new Map<number, { clause: StoredClause; isRead: boolean }>();
  for (const { language, clauses } of texts) {
    for (const clause of clauses) {
      const isRead = language === READS_PROMISES || distinct.get(clause.clauseId)?.isRead === true;
      distinct.set(clause.clauseId, { clause, isRead });
    }
  }
  const naming = readNaming(
    [...distinct.values()].map(({ clause }) => clause),
    domain,
  );
  return [...distinct].map(([clauseId, { clause, isRead }]) => ({
    clauseId,
    terms: [
      ...listThirdParties(clause, domain, naming),
      ...(isRead ? [...listPromises(clause, domain), ...listVagueWords(clause)] : []),
    ].map((term) => ({
      ...term,
      canonical: term.kind === 'third-party' ? slugName(term.term) || null : null,
    })),
    links: listLinks(clause, domain),
  }));
}
