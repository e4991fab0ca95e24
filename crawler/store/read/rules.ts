import type { Store } from '../open.ts';

/** The version of the rules of each stage, as rows carry it. */
export interface StageRules {
  readonly payload: string;
  readonly text: string;
  readonly labels: string;
  readonly history: string;
}

/** A policy of which something was made by other rules, and the first stage that was. */
export interface StalePolicy {
  readonly id: number;
  readonly domain: string;
  readonly policy: string;
  readonly stage: keyof StageRules;
}

/** `column <> :rules` in two ranges, each of which an index answers. */
const isOther = (column: string, rules: string) => `(${column} < :${rules} or ${column} > :${rules})`;

const STALE = [
  `select a.policy_id as id, 0 as stage from normalizations n join captures c on c.id = n.capture_id
     join addresses a on a.id = c.address_id where ${isOther('n.payload_rules', 'payload')}`,
  `select a.policy_id, 1 from texts t join normalizations n on n.text_id = t.id join captures c on c.id = n.capture_id
     join addresses a on a.id = c.address_id where ${isOther('t.text_rules', 'text')}`,
  `select v.policy_id, 1 from texts t join versions v on v.text_id = t.id where ${isOther('t.text_rules', 'text')}`,
  `select policy_id, 2 from versions where ${isOther('label_rules', 'labels')}`,
  `select a.policy_id, 3 from outcomes o join captures c on c.id = o.capture_id
     join addresses a on a.id = c.address_id where ${isOther('o.history_rules', 'history')}`,
];

const STAGES = ['payload', 'text', 'labels', 'history'] as const;

/**
 * Policies of which something was made by other rules than these, each with what has to be done anew first. Labels are the
 * cheapest of all, so a policy whose history is due as well is named with that.
 */
export function listStalePolicies(store: Store, rules: StageRules): StalePolicy[] {
  const rows = store
    .prepare(
      `select p.id, p.domain, p.policy, min(iif(s.stage = 2, 4, s.stage)) as stage
       from (${STALE.join(' union ')}) s join policies p on p.id = s.id group by p.id order by p.domain, p.policy`,
    )
    .all({ ...rules }) as (Omit<StalePolicy, 'stage'> & { stage: number })[];
  return rows.map((row) => ({ ...row, stage: STAGES[row.stage === 4 ? 2 : row.stage]! }));
}

/** Whether the payloads and texts that a policy's history is made from were all read by the same rules. */
export function isOfOneRule(store: Store, policyId: number): boolean {
  const mixes = store
    .prepare(
      `select count(distinct n.payload_rules) > 1 or count(distinct t.text_rules) > 1 from normalizations n
       join captures c on c.id = n.capture_id join addresses a on a.id = c.address_id
       left join texts t on t.id = n.text_id where a.policy_id = ?`,
    )
    .pluck()
    .get(policyId) as number;
  return mixes === 0;
}

/** Versions of the rules that made what a store shows, each one that occurs, ascending. */
export interface RulesVersions {
  /** Rules of the labels, as `label_rules_version` of v_versions. */
  readonly labels: readonly number[];
  /** As `rules_version` of v_versions: the sum of the versions of all stages, which grows with each of them. */
  readonly all: readonly number[];
}

export function readRulesVersions(store: Store): RulesVersions {
  const list = (sql: string) => store.prepare(sql).pluck().all() as number[];
  return {
    labels: list('select distinct cast(label_rules as integer) from versions order by 1'),
    all: list('select distinct rules_version from v_versions order by 1'),
  };
}
