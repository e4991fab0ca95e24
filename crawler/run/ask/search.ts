import { climbLadder, parseSearchQuery, type SearchAttempt, type SearchQuery } from '../../core/index.ts';
import {
  answerWords,
  countClauses,
  type FoundClause,
  type FoundPlace,
  listFoundPlaces,
  openSearchIndex,
  readFoundClauses,
  type SearchFile,
  type SearchScope,
  type Store,
} from '../../store/index.ts';

export type { FoundClause, SearchScope } from '../../store/index.ts';

export interface SearchAnswer {
  readonly query: SearchQuery;
  /** The one that found something; null where none did, or nothing was asked. */
  readonly attempt: SearchAttempt | null;
  /** The hits of all policies, policy by policy. */
  readonly found: readonly FoundPlace[];
  /** The first of them, as many as were asked for. */
  readonly shown: readonly FoundClause[];
}

function tryAll(file: SearchFile, query: SearchQuery, scope: SearchScope) {
  const ladder = climbLadder(query, countClauses(file));
  let found: FoundPlace[] = [];
  let step = ladder.next();
  while (!step.done) {
    const ask = step.value;
    if (ask.kind === 'match') {
      found = listFoundPlaces(file, ask.attempt.match, query.state, scope);
      step = ladder.next(found.length > 0);
    } else {
      step = ladder.next(answerWords(file, ask));
    }
  }
  return { attempt: step.value, found };
}

/**
 * Looks through the clauses of every version, by the index kept beside the store. `tell` hears how many policies have to be
 * read into it first.
 */
export function searchStore(
  store: Store,
  typed: string,
  scope: SearchScope,
  limit: number,
  tell: (policyCount: number) => void = () => {},
): SearchAnswer {
  const query = parseSearchQuery(typed);
  if (query.isEmpty) return { query, attempt: null, found: [], shown: [] };
  const file = openSearchIndex(store, store.name, tell, scope.domain);
  try {
    const { attempt, found } = tryAll(file, query, scope);
    const shown = attempt ? readFoundClauses(file, found.slice(0, limit), attempt.match) : [];
    return { query, attempt, found, shown };
  } finally {
    file.close();
  }
}
