import { parseInstant } from '../../core/index.ts';
import type { Store } from '../open.ts';

/** A clause of one version, by its lineage. */
export interface LineageClause {
  readonly lineage: number;
  readonly label: string;
  readonly version: number;
  readonly position: number;
  readonly kind: string;
  readonly text: string;
}

/** Every clause of every dated version of a policy with its lineage, by lineage and then in time order. */
export function listLineageClauses(store: Store, domain: string, policy: string): LineageClause[] {
  return store
    .prepare(
      `select l.lineage, l.label, v.version, vl.position, k.kind, k.text
       from version_lineages vl
       join lineages l on l.id = vl.lineage_id
       join versions v on v.id = vl.version_id
       join policies p on p.id = v.policy_id
       join text_clauses tc on tc.text_id = v.text_id and tc.position = vl.position
       join clauses k on k.id = tc.clause_id
       where p.domain = ? and p.policy = ?
       order by l.lineage, v.version, vl.position`,
    )
    .all(domain, policy) as LineageClause[];
}

/** First and last seen of each dated version, by number. */
export function mapVersionSpans(
  store: Store,
  domain: string,
  policy: string,
): Map<number, { firstSeen: string; lastSeen: string }> {
  const rows = store
    .prepare(
      `select v.version, v.first_seen as firstSeen, v.last_seen as lastSeen
       from versions v join policies p on p.id = v.policy_id
       where p.domain = ? and p.policy = ? and v.first_seen is not null order by v.version`,
    )
    .all(domain, policy) as { version: number; firstSeen: string; lastSeen: string }[];
  return new Map(
    rows.map((row) => [
      row.version,
      { firstSeen: parseInstant(row.firstSeen), lastSeen: parseInstant(row.lastSeen) },
    ]),
  );
}
