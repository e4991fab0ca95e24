import { type SearchedHistory, unpackHistory } from '../../core/search-history.ts';
import { HIT_END, HIT_START } from '../../core/search-results.ts';
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
export interface FoundText {
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
export function findTexts(file: SearchFile, expression: string): FoundText[] {
  return file
    .prepare(
      `select t.id, t.label, t.slug, t.anchor, highlight(search, 0, '${HIT_START}', '${HIT_END}') as marked
       from search join texts t on t.id = search.rowid where search match ? order by search.rowid`,
    )
    .all(expression) as FoundText[];
}

export function readSearchedHistory(file: SearchFile, policyId: number): SearchedHistory {
  const read = file.prepare('select packed from histories where policy = ?').pluck();
  return unpackHistory(read.get(policyId) as string);
}
