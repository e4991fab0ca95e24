import { sha256 } from '../../hash.ts';
import type { Store } from '../open.ts';
import { prepareOnce } from '../prepare-once.ts';
import { STEPS, VERSIONS } from './policies.ts';

/** The texts of a policy's versions. */
const TEXTS = 'select text_id from versions where policy_id = :id';

/**
 * All that is read of the texts and comparisons of a policy besides the rows of its versions and comparisons, each
 * statement put together by SQLite. Clauses that many versions share are read once, so that this takes a twentieth of the
 * time that reading every version takes.
 */
const PARTS = [
  `select group_concat(json_array(id, tail) order by id) from texts where id in (${TEXTS})`,
  `select group_concat(text_id || ' ' || position || ' ' || clause_id || ' ' || context_id order by text_id, position)
     from text_clauses where text_id in (${TEXTS})`,
  `select group_concat(json_array(id, kind, level, text) order by id) from clauses
     where id in (select clause_id from text_clauses where text_id in (${TEXTS}))`,
  `select group_concat(json_array(id, lead, heading_path, label, label_is_ours) order by id) from contexts
     where id in (select context_id from text_clauses where text_id in (${TEXTS}))`,
  `select group_concat(json_array(clause_id, context_id, topic, rule) order by clause_id, context_id, topic)
     from clause_topics where policy_id = :id`,
  `select group_concat(json_array(clause_id, context_id, topic, rule) order by clause_id, context_id, topic)
     from clause_perhaps where policy_id = :id`,
  `select group_concat(json_array(text_id, language) order by text_id) from text_labels
     where policy_id = :id`,
  `select group_concat(id || ' ' || label_rules order by id) from versions where policy_id = :id`,
  `select group_concat(json_array(clause_id, kind, start, term) order by clause_id, kind, start) from clause_terms
     where policy_id = :id`,
  `select group_concat(id || ' ' || lineage order by id) from lineages where policy_id = :id`,
  `select group_concat(version_id || ' ' || position || ' ' || lineage_id order by version_id, position)
     from version_lineages where version_id in (select id from versions where policy_id = :id)`,
  `select group_concat(json_array(comparison_id, kind, moved, left_positions, right_positions, words_added, words_removed,
       significance, size_class, spans) order by comparison_id, position)
     from changes where comparison_id in
       (select id from comparisons where right_version_id in (select id from versions where policy_id = :id))`,
];

/**
 * A hash of all that `readVersion` and `readStep` read of a policy's versions and comparisons, and of all that
 * `listTrendVersions` reads besides the days of captures: equal bases, equal readings. Null where there is no such
 * policy.
 */
export function readPolicyBasis(store: Store, domain: string, policy: string): string | null {
  const id = prepareOnce(store, 'select id from policies where domain = ? and policy = ?')
    .pluck()
    .get(domain, policy) as number | undefined;
  if (id === undefined) return null;
  const rows = [VERSIONS, STEPS].map((sql) =>
    prepareOnce(store, `${sql} order by 1`).all({ domain, policy }),
  );
  const parts = PARTS.map((sql) => prepareOnce(store, sql).pluck().get({ id }));
  return sha256(JSON.stringify([rows, parts]));
}
