import {
  type ClauseRow,
  groupByLineage,
  HIT_END,
  HIT_START,
  listHitStates,
  newestWording,
  type SearchedHistory,
  type SearchedVersion,
  type SearchQuery,
  splitByPolicy,
  unpackHistory,
} from '../../core/index.ts';
import { prepareOnce } from '../prepare-once.ts';
import type { SearchFile } from '../search-file.ts';

export interface SearchedPolicy {
  readonly id: number;
  readonly domain: string;
  readonly policy: string;
  readonly firstRow: number;
  readonly lastRow: number;
  /** Number of the newest dated version. */
  readonly newest: number;
}

/** A clause that holds what was looked for; `marked` is its text with marks around the hits. */
interface FoundText {
  /** From the policy's `firstRow` on. */
  readonly id: number;
  readonly marked: string;
  readonly label: string;
  /** Of the page of its history; null where it has none. */
  readonly slug: string | null;
  /** Where it stands in the page of the last version that holds it. */
  readonly anchor: string;
}

export function listSearchedPolicies(file: SearchFile): SearchedPolicy[] {
  return file
    .prepare(
      'select id, domain, policy, first_row as firstRow, last_row as lastRow, newest from policies order by id',
    )
    .all() as SearchedPolicy[];
}

/** Every clause that a MATCH expression finds, policy by policy. */
function findTexts(file: SearchFile, expression: string): FoundText[] {
  return file
    .prepare(
      `select t.id, t.label, t.slug, t.anchor, highlight(search, 0, '${HIT_START}', '${HIT_END}') as marked
       from search join texts t on t.id = search.rowid where search match ? order by search.rowid`,
    )
    .all(expression) as FoundText[];
}

/** Histories that one question after the other asks for, by policy: as many as one page of hits shows, and more. */
const unpacked = new WeakMap<SearchFile, Map<number, SearchedHistory>>();
const MOST_UNPACKED = 100;

export function readSearchedHistory(file: SearchFile, policyId: number): SearchedHistory {
  const known = unpacked.get(file) ?? new Map<number, SearchedHistory>();
  unpacked.set(file, known);
  const before = known.get(policyId);
  if (before) return before;
  const read = prepareOnce(file, 'select packed from histories where policy = ?').pluck();
  const history = unpackHistory(read.get(policyId) as string);
  if (known.size >= MOST_UNPACKED) known.delete(known.keys().next().value!);
  known.set(policyId, history);
  return history;
}

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
  /** Of the page of its history; null where it has none. */
  readonly clauseSlug: string | null;
  /** Where it stands in the page of `last`. */
  readonly anchor: string;
}

export interface SearchScope {
  readonly domain?: string | undefined;
  /** First and last day, inclusive, or any beginning of one: `2004`, `2004-06`. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

type ClauseHit = ClauseRow & FoundText;

/** The clauses that hold what a query asks for, policy by policy. The query's expression must not be null. */
export function listFoundClauses(
  file: SearchFile,
  { expression, state }: SearchQuery,
  scope: SearchScope = {},
): FoundClause[] {
  const texts = findTexts(file, expression!);
  return splitByPolicy(listSearchedPolicies(file), texts, (text) => text.id).flatMap((found) => {
    const { id, domain, policy, firstRow, newest } = found.policy;
    const { versions: known, clauseAt } = readSearchedHistory(file, id);
    const own = found.items.map((text): ClauseHit => ({ ...clauseAt(text.id - firstRow), ...text }));
    const isSeen = (hit: ClauseHit) => hit.versions.some((number) => isWithin(scope, known.get(number)!));
    // Whether words are gone is asked of the whole life of a clause, whatever years are looked at.
    const asked = new Set(
      groupByLineage(own)
        .filter(({ versions }) => state === null || listHitStates(versions, newest).includes(state))
        .map(({ lineage }) => lineage),
    );
    const left = own.filter((hit) => asked.has(hit.lineage) && isSeen(hit));
    return groupByLineage(left).map(({ lineage, rows, versions }) => {
      const { label, marked, slug, anchor } = newestWording(rows);
      return {
        domain,
        policy,
        label,
        lineage: lineage < 0 ? null : lineage,
        versions,
        first: known.get(versions[0]!)!,
        last: known.get(versions.at(-1)!)!,
        marked,
        wordingCount: rows.length,
        clauseSlug: slug,
        anchor,
      };
    });
  });
}

/** Undated versions stand outside every span of time. */
function isWithin({ from, to }: SearchScope, { firstDay, lastDay }: SearchedVersion): boolean {
  if (from === undefined && to === undefined) return true;
  if (firstDay === null || lastDay === null) return false;
  return (from === undefined || lastDay >= from) && (to === undefined || firstDay.slice(0, to.length) <= to);
}
