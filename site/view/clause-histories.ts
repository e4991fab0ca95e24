import type { LineageFacts } from './clause-index.ts';
import type { TextFacts } from './model.ts';

/** The same text with the end of the address of each clause's history; headings have none, nor have undated texts. */
export function nameHistories(version: TextFacts, lineages: readonly LineageFacts[]): TextFacts {
  const slugs = new Map(lineages.filter((one) => !one.isHeading).map((one) => [one.lineage, one.slug]));
  return {
    ...version,
    clauses: version.clauses.map((clause) => ({
      ...clause,
      history: clause.lineage === null ? null : (slugs.get(clause.lineage) ?? null),
    })),
  };
}
