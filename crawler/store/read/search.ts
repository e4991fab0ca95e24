import { type ClauseRow, HIT_END, HIT_START } from '../../core/search-results.ts';
import type { SearchFile } from '../search-file.ts';

export interface SearchedPolicy {
  readonly id: number;
  readonly domain: string;
  readonly policy: string;
  readonly firstRow: number;
  readonly lastRow: number;
}

/** A clause that holds what was looked for; `marked` is its text with marks around the hits. */
export interface ClauseHit extends ClauseRow {
  readonly marked: string;
}

export function listSearchedPolicies(file: SearchFile): SearchedPolicy[] {
  return file
    .prepare(
      'select id, domain, policy, first_row as firstRow, last_row as lastRow from policies order by id',
    )
    .all() as SearchedPolicy[];
}

/** Every clause that a MATCH expression finds, policy by policy. */
export function findClauses(file: SearchFile, expression: string): ClauseHit[] {
  return file
    .prepare(
      `select c.id, c.lineage, c.versions, c.years, c.topics,
         highlight(search, 0, '${HIT_START}', '${HIT_END}') as marked
       from search join clauses c on c.id = search.rowid where search match ? order by search.rowid`,
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

/** A lineage's label and the end of its address; null where it has no page. */
export function readSearchedLineage(
  file: SearchFile,
  policyId: number,
  lineage: number,
): { readonly label: string; readonly slug: string | null } {
  return file
    .prepare('select label, slug from lineages where policy = ? and lineage = ?')
    .get(policyId, lineage) as { label: string; slug: string | null };
}
