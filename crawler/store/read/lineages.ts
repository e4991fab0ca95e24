import type { LineageSummary } from '../../core/index.ts';
import type { Store } from '../open.ts';

/** The lineages of a policy, in order of birth; [] where none were traced. */
export function listLineages(store: Store, domain: string, policy: string): LineageSummary[] {
  const rows = store
    .prepare(
      `select l.lineage, l.slug, l.label, l.version_count as versionCount, l.change_count as changeCount,
         l.present_in_latest as presentInLatest,
         not exists (select 1 from version_lineages vl
            join versions v on v.id = vl.version_id
            join text_clauses tc on tc.text_id = v.text_id and tc.position = vl.position
            join clauses k on k.id = tc.clause_id
          where vl.lineage_id = l.id and k.kind <> 'heading') as isHeading
       from lineages l join policies p on p.id = l.policy_id
       where p.domain = ? and p.policy = ? order by l.lineage`,
    )
    .all(domain, policy) as (Omit<LineageSummary, 'presentInLatest' | 'isHeading'> & {
    presentInLatest: number;
    isHeading: number;
  })[];
  return rows.map((row) => ({
    ...row,
    presentInLatest: row.presentInLatest === 1,
    isHeading: row.isHeading === 1,
  }));
}

/** The addresses of a policy's clauses as they are, each with the text that its clause had first. */
export function mapClauseSlugs(store: Store, policyId: number): Map<string, string> {
  const rows = store
    .prepare<[number], { slug: string; text: string }>(
      `select l.slug, k.text from lineages l
         join versions v on v.id = l.first_version_id
         join version_lineages vl on vl.lineage_id = l.id and vl.version_id = v.id
         join text_clauses tc on tc.text_id = v.text_id and tc.position = vl.position
         join clauses k on k.id = tc.clause_id
       where l.policy_id = ? order by l.lineage, vl.position desc`,
    )
    .all(policyId);
  return new Map(rows.map(({ slug, text }) => [slug, text]));
}
