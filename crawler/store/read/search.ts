import { type ClauseRow, HIT_END, HIT_START } from '../../core/search-results.ts';
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
export interface ClauseHit extends ClauseRow {
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
export function findClauses(file: SearchFile, expression: string): ClauseHit[] {
  return file
    .prepare(
      `select c.id, c.lineage, c.versions, c.years, c.topics, c.flags, c.words,
         t.label, t.slug, t.anchor, highlight(search, 0, '${HIT_START}', '${HIT_END}') as marked
       from search join clauses c on c.id = search.rowid join texts t on t.id = c.id where search match ? order by search.rowid`,
    )
    .all(expression) as ClauseHit[];
}

export interface SearchedVersion {
  readonly slug: string;
  /** `2002-12-15`; null where the date is unknown. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** The versions of a policy by number. */
export function mapSearchedVersions(file: SearchFile, policyId: number): Map<number, SearchedVersion> {
  const rows = file
    .prepare(
      'select version, slug, first_day as firstDay, last_day as lastDay from versions where policy = ?',
    )
    .all(policyId) as (SearchedVersion & { version: number })[];
  return new Map(rows.map(({ version, ...rest }) => [version, rest]));
}
