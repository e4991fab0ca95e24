import { parseSearchQuery, type SearchQuery } from '../../core/index.ts';
import {
  type FoundClause,
  listFoundClauses,
  makeSearchFile,
  type SearchScope,
  type Store,
} from '../../store/index.ts';

export type { FoundClause, SearchScope } from '../../store/index.ts';

export interface SearchAnswer {
  readonly query: SearchQuery;
  readonly found: readonly FoundClause[];
}

/** Looks through the clauses of every version. The index is made for the question, in memory. */
export function searchStore(store: Store, typed: string, scope: SearchScope = {}): SearchAnswer {
  const query = parseSearchQuery(typed);
  if (query.expression === null) return { query, found: [] };
  const file = makeSearchFile(store, ':memory:', scope.domain);
  try {
    return { query, found: listFoundClauses(file, query, scope) };
  } finally {
    file.close();
  }
}
