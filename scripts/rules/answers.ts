import { createHash } from 'node:crypto';
import { deriveAll } from '../../crawler/derive/index.ts';
import { nameRules } from '../../crawler/derive/rules.ts';
import type { Stage } from '../../crawler/derive/stages.ts';
import { silentEffects } from '../../crawler/effects.ts';
import { openStore } from '../../crawler/store/index.ts';
import { shelveCorpus } from './invented-corpus.ts';

/** What each stage answered, without numbers of rows and without the versions of rules. */
const ANSWERS: Readonly<Record<Stage, readonly string[]>> = {
  payload: [
    `select c.original, c.timestamp, n.outcome, n.reason, n.title, n.language, n.stated_date, n.flags, n.removed, n.follow,
       t.markdown_hash
     from normalizations n join captures c on c.id = n.capture_id left join texts t on t.id = n.text_id order by 1, 2`,
  ],
  text: [
    'select markdown_hash, text_hash, tail, word_count, reading_words, sentences, syllables from texts order by 1',
    `select t.markdown_hash, tc.position, k.kind, k.level, k.text, x.lead, x.heading_path, x.label, x.label_is_ours
     from texts t join text_clauses tc on tc.text_id = t.id join clauses k on k.id = tc.clause_id
     join contexts x on x.id = tc.context_id order by 1, 2`,
  ],
  labels: [
    'select domain, policy, version, position, topics, perhaps from v_clauses order by 1, 2, 3, 4',
    `select p.domain, p.policy, k.kind, k.text, ct.kind, ct.start, ct.end, ct.term, ct.canonical, ct.rule from clause_terms ct
     join policies p on p.id = ct.policy_id join clauses k on k.id = ct.clause_id order by 1, 2, 3, 4, 5, 6`,
    `select p.domain, p.policy, k.kind, k.text, cl.kind, cl.start, cl.end, cl.text, cl.href, cl.host from clause_links cl
     join policies p on p.id = cl.policy_id join clauses k on k.id = cl.clause_id order by 1, 2, 3, 4, 5, 6`,
    `select p.domain, p.policy, k.text, x.heading_path, ct.topic, ct.rule from clause_topics ct
     join policies p on p.id = ct.policy_id join clauses k on k.id = ct.clause_id
     join contexts x on x.id = ct.context_id order by 1, 2, 3, 4, 5, 6`,
    'select domain, policy, right_version, gist, gist_short from v_steps order by 1, 2, 3',
  ],
  history: [
    `select domain, policy, version, slug, first_seen, last_seen, changed_after, capture_count, original, memento_url, text_hash
     from v_versions order by 1, 2, 3`,
    'select domain, policy, timestamp, original, outcome, reason, version from v_captures order by 1, 2, 3, 4',
    `select p.domain, p.policy, v.version, o.matches, o.counts, o.words_added, o.words_removed, o.carried_share,
       o.significance, o.size_class, o.approximate
     from comparisons o join versions v on v.id = o.right_version_id join policies p on p.id = v.policy_id order by 1, 2, 3`,
    `select p.domain, p.policy, v.version, g.position, g.kind, g.moved, g.left_positions, g.right_positions, g.words_added,
       g.words_removed, g.significance, g.size_class, g.spans
     from changes g join comparisons o on o.id = g.comparison_id join versions v on v.id = o.right_version_id
     join policies p on p.id = v.policy_id order by 1, 2, 3, 4`,
    'select domain, policy, lineage, label, first_seen, last_seen, version_count, change_count from v_lineages order by 1, 2, 3',
    'select domain, policy, version, position, lineage from v_clauses order by 1, 2, 3, 4',
  ],
};

/** Hashes of what the stages make of the invented corpus, 16 digits each. */
export async function hashAnswers(): Promise<Record<Stage, string>> {
  nameRules({ payload: '1', text: '1', labels: '1', history: '1' });
  const store = openStore(':memory:');
  try {
    shelveCorpus(store);
    await deriveAll(store, silentEffects);
    const hashes = Object.entries(ANSWERS).map(([stage, questions]) => {
      const hash = createHash('sha256');
      for (const sql of questions) {
        for (const row of store.prepare(sql).raw().iterate()) hash.update(`${JSON.stringify(row)}\n`);
      }
      return [stage, hash.digest('hex').slice(0, 16)];
    });
    return Object.fromEntries(hashes) as Record<Stage, string>;
  } finally {
    store.close();
  }
}
