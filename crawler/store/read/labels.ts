import type { Labelling, Topic } from '../../core/index.ts';
import type { Store } from '../open.ts';
import { prepareOnce } from '../prepare-once.ts';

/** By which rules a text was labelled; null where it was not judged. */
export function readLabelling(store: Store, textId: number): Labelling | null {
  const row = prepareOnce(
    store,
    'select language, rules_version as rulesVersion from text_labels where text_id = ?',
  ).get(textId) as Labelling | undefined;
  return row ?? null;
}

/** Topics of a text's clauses, by position: those they speak of, or those they perhaps speak of. */
export function readTopics(
  store: Store,
  textId: number,
  table: 'clause_topics' | 'clause_perhaps',
): Map<number, Topic[]> {
  const rows = prepareOnce(
    store,
    `select tc.position, ct.topic, ct.rule from text_clauses tc
       join ${table} ct on ct.clause_id = tc.clause_id and ct.context_id = tc.context_id
     where tc.text_id = ? order by tc.position, ct.topic`,
  ).all(textId) as (Topic & { position: number })[];
  const topics = new Map<number, Topic[]>();
  for (const { position, topic, rule } of rows) {
    const known = topics.get(position);
    if (known) known.push({ topic, rule });
    else topics.set(position, [{ topic, rule }]);
  }
  return topics;
}
