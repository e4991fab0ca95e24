import type { Topic } from '../../core/index.ts';
import type { Store } from '../open.ts';
import { prepareOnce } from '../prepare-once.ts';

/** By which rules a text was labelled: those of a language, and their number. */
export interface StoredLabelling {
  readonly language: string;
  readonly rulesVersion: number;
}

/** By which rules a version's text was labelled; null where it was not judged. */
export function readLabelling(store: Store, versionId: number): StoredLabelling | null {
  const row = prepareOnce(
    store,
    `select tl.language, cast(v.label_rules as integer) as rulesVersion
     from versions v join text_labels tl on tl.policy_id = v.policy_id and tl.text_id = v.text_id where v.id = ?`,
  ).get(versionId) as StoredLabelling | undefined;
  return row ?? null;
}

/** Topics of the clauses of a text of a policy, by position: those they speak of, or those they perhaps speak of. */
export function readTopics(
  store: Store,
  { policyId, textId }: { policyId: number; textId: number },
  table: 'clause_topics' | 'clause_perhaps',
): Map<number, Topic[]> {
  const rows = prepareOnce(
    store,
    `select tc.position, ct.topic, ct.rule from text_clauses tc
       join ${table} ct on ct.policy_id = ? and ct.clause_id = tc.clause_id and ct.context_id = tc.context_id
     where tc.text_id = ? order by tc.position, ct.topic`,
  ).all(policyId, textId) as (Topic & { position: number })[];
  const topics = new Map<number, Topic[]>();
  for (const { position, topic, rule } of rows) {
    const known = topics.get(position);
    if (known) known.push({ topic, rule });
    else topics.set(position, [{ topic, rule }]);
  }
  return topics;
}
