import type { SearchedVersion } from '../core/search-history.ts';
import { parseSearchQuery, type SearchQuery } from '../core/search-query.ts';
import { type ClauseRow, groupByLineage, listHitStates } from '../core/search-results.ts';
import type { Store } from '../store/open.ts';
import {
  type FoundText,
  findTexts,
  listSearchedPolicies,
  readSearchedHistory,
} from '../store/read/search.ts';
import { makeSearchFile, type SearchFile } from '../store/search-file.ts';

/** A clause that holds what was looked for, in one wording or several, with the span of versions that hold it. */
export interface FoundClause {
  readonly domain: string;
  readonly policy: string;
  readonly label: string;
  /** Null where no lineage is traced: the policy's date is unknown. */
  readonly lineage: number | null;
  /** Version numbers, ascending. */
  readonly versions: readonly number[];
  readonly first: SearchedVersion;
  readonly last: SearchedVersion;
  /** Newest wording, with marks of `search-results.ts` around the hits. */
  readonly marked: string;
  readonly wordingCount: number;
}

export interface SearchAnswer {
  readonly query: SearchQuery;
  readonly found: readonly FoundClause[];
}

export interface SearchScope {
  readonly domain?: string | undefined;
  /** First and last day, inclusive, or any beginning of one: `2004`, `2004-06`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Looks through the clauses of every version. The index is made for the question, in memory. */
export function searchStore(store: Store, typed: string, scope: SearchScope = {}): SearchAnswer {
  const query = parseSearchQuery(typed);
  if (query.expression === null) return { query, found: [] };
  const file = makeSearchFile(store, ':memory:', scope.domain);
  try {
    return { query, found: listFound(file, query, scope) };
  } finally {
    file.close();
  }
}

type ClauseHit = ClauseRow & FoundText;

function listFound(file: SearchFile, { expression, state }: SearchQuery, scope: SearchScope): FoundClause[] {
  const texts = findTexts(file, expression!);
  return listSearchedPolicies(file).flatMap(({ id, domain, policy, firstRow, lastRow, newest }) => {
    const found = texts.filter((text) => firstRow <= text.id && text.id <= lastRow);
    if (found.length === 0) return [];
    const { versions: known, clauseAt } = readSearchedHistory(file, id);
    const own = found.map((text): ClauseHit => ({ ...clauseAt(text.id - firstRow), ...text }));
    const isSeen = (hit: ClauseHit) => hit.versions.some((number) => isWithin(scope, known.get(number)!));
    // Whether words are gone is asked of the whole life of a clause, whatever years are looked at.
    const asked = new Set(
      groupByLineage(own)
        .filter(({ versions }) => state === null || listHitStates(versions, newest).includes(state))
        .map(({ lineage }) => lineage),
    );
    const left = own.filter((hit) => asked.has(hit.lineage) && isSeen(hit));
    return groupByLineage(left).map(({ lineage, rows, versions }) => ({
      domain,
      policy,
      label: newestWording(rows).label,
      lineage: lineage < 0 ? null : lineage,
      versions,
      first: known.get(versions[0]!)!,
      last: known.get(versions.at(-1)!)!,
      marked: newestWording(rows).marked,
      wordingCount: rows.length,
    }));
  });
}

/** Undated versions stand outside every span of time. */
function isWithin({ from, to }: SearchScope, { firstDay, lastDay }: SearchedVersion): boolean {
  if (from === undefined && to === undefined) return true;
  if (firstDay === null || lastDay === null) return false;
  return (from === undefined || lastDay >= from) && (to === undefined || firstDay.slice(0, to.length) <= to);
}

function newestWording(rows: readonly ClauseHit[]): ClauseHit {
  const lastVersion = (row: ClauseHit) => row.versions.at(-1)!;
  return rows.reduce((newest, row) => (lastVersion(row) >= lastVersion(newest) ? row : newest));
}
