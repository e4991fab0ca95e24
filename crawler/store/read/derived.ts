import type { Clause, PlacedClause } from '../../core/index.ts';
import type { Store } from '../open.ts';
import { prepareOnce } from '../prepare-once.ts';

/** What normalization made of a capture, as far as histories are built from it. */
export interface StoredNormalization {
  readonly captureId: number;
  readonly outcome: 'version' | 'not-a-policy' | 'failed';
  readonly reason: string | null;
  readonly title: string | null;
  readonly language: string | null;
  /** ISO date that the text gives for itself. */
  readonly statedDate: string | null;
  readonly textId: number | null;
  readonly textHash: string | null;
  readonly follow: string | null;
  /** Whether the payload ends before its document does. */
  readonly isCut: boolean;
  readonly payloadRules: string;
}

type NormalizationRow = Omit<StoredNormalization, 'isCut'> & { isCut: number };

/** The normalizations of a policy's captures, by capture id. */
export function mapNormalizations(store: Store, policyId: number): Map<number, StoredNormalization> {
  const rows = store
    .prepare(
      `select n.capture_id as captureId, n.outcome, n.reason, n.title, n.language, n.text_id as textId,
         json_extract(n.stated_date, '$.date') as statedDate, t.text_hash as textHash, n.follow,
         n.flags like '%"truncated"%' as isCut, n.payload_rules as payloadRules
       from normalizations n
       join captures c on c.id = n.capture_id join addresses a on a.id = c.address_id
       left join texts t on t.id = n.text_id
       where a.policy_id = ?`,
    )
    .iterate(policyId) as IterableIterator<NormalizationRow>;
  const normalizations = new Map<number, StoredNormalization>();
  for (const row of rows) normalizations.set(row.captureId, { ...row, isCut: row.isCut === 1 });
  return normalizations;
}

/** Other policies whose versions rest on captures of this policy's addresses: the same document in other languages. */
export function listBorrowers(store: Store, policyId: number): number[] {
  return store
    .prepare(
      `select distinct v.policy_id from addresses a join captures c on c.address_id = a.id
       join outcomes o on o.capture_id = c.id join versions v on v.id = o.version_id
       where a.policy_id = ? and v.policy_id <> a.policy_id`,
    )
    .pluck()
    .all(policyId) as number[];
}

/** Other policies whose addresses hold captures that bear witness to this policy's versions. */
export function listLenders(store: Store, policyId: number): number[] {
  return store
    .prepare(
      `select distinct a.policy_id from versions v join outcomes o on o.version_id = v.id
       join captures c on c.id = o.capture_id join addresses a on a.id = c.address_id
       where v.policy_id = ? and a.policy_id <> v.policy_id`,
    )
    .pluck()
    .all(policyId) as number[];
}

/** The captures that bear witness to a policy's versions. */
export function listWitnesses(store: Store, policyId: number): { id: number; timestamp: string | null }[] {
  return store
    .prepare(
      `select c.id, c.timestamp from versions v join outcomes o on o.version_id = v.id
       join captures c on c.id = o.capture_id where v.policy_id = ? order by c.id`,
    )
    .all(policyId) as { id: number; timestamp: string | null }[];
}

/** The texts that a policy's captures hold, each with the version of the rules that cut it. */
export function listPolicyTexts(store: Store, policyId: number): { id: number; textRules: string }[] {
  return store
    .prepare(
      `select distinct t.id, t.text_rules as textRules from normalizations n
       join captures c on c.id = n.capture_id join addresses a on a.id = c.address_id
       join texts t on t.id = n.text_id
       where a.policy_id = ? order by t.id`,
    )
    .all(policyId) as { id: number; textRules: string }[];
}

/** The texts of a policy's versions, each once, with the language of the first version that shows it. */
export function listVersionTexts(
  store: Store,
  policyId: number,
): { textId: number; language: string | null }[] {
  const rows = store
    .prepare(
      `select v.text_id as textId, n.language from versions v
       left join normalizations n on n.capture_id = v.capture_id
       where v.policy_id = ? order by v.version`,
    )
    .all(policyId) as { textId: number; language: string | null }[];
  return [...new Map(rows.toReversed().map((row) => [row.textId, row])).values()].reverse();
}

/** A clause as stored, with what places it in its text. Spans are counted again from leads and texts. */
export type StoredClause = PlacedClause & { readonly clauseId: number; readonly contextId: number };

/** A text's clauses in order, and its Markdown put together from them. */
export function readText(store: Store, textId: number): { markdown: string; clauses: StoredClause[] } {
  const rows = prepareOnce(
    store,
    `select k.id as clauseId, x.id as contextId, k.kind, k.level, k.text, x.lead, x.heading_path as headingPath,
         x.label, x.label_is_ours as labelIsOurs
       from text_clauses tc join clauses k on k.id = tc.clause_id join contexts x on x.id = tc.context_id
       where tc.text_id = ? order by tc.position`,
  ).all(textId) as (Clause & {
    clauseId: number;
    contextId: number;
    lead: string;
    headingPath: string;
    label: string;
    labelIsOurs: number;
  })[];
  const tail = prepareOnce(store, 'select tail from texts where id = ?').pluck().get(textId) as string;
  let markdown = '';
  const clauses = rows.map(({ lead, headingPath, labelIsOurs, ...row }, position) => {
    const start = markdown.length + lead.length;
    markdown += lead + row.text;
    return {
      ...row,
      position,
      start,
      end: markdown.length,
      headingPath: JSON.parse(headingPath) as string[],
      labelIsOurs: labelIsOurs === 1,
    };
  });
  return { markdown: markdown + tail, clauses };
}
