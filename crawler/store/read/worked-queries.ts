import type { Store } from '../open.ts';
import type { ViewRow } from './dataset.ts';
import { studies, type WorkedQuery } from './studies.ts';

/** Questions that show what the views hold; short answers, since they are printed. */
const firstQuestions: readonly WorkedQuery[] = [
  {
    question: 'What is in here, policy by policy?',
    sql: `select domain, policy, version_count, date(first_seen) as first, date(last_seen) as last
from v_policies
where version_count > 0
order by version_count desc, domain limit 5`,
  },
  {
    question: 'What became of the captures, and why?',
    sql: `select outcome, reason, count(*) as captures
from v_captures
group by outcome, reason
order by captures desc limit 8`,
  },
  {
    question: 'Which text did a policy have on a day, as far as was observed?',
    sql: `select domain, version, date(first_seen) as first, date(last_seen) as last
from v_versions
where first_seen <= '2023-06-01T23:59:59Z' and last_seen >= '2023-06-01'
order by domain limit 5`,
  },
  {
    question: 'Which steps changed most words, and what were they about?',
    sql: `select domain, left_version, right_version, words_added, words_removed, gist_short
from v_steps
where significance = 'substantive'
order by words_added + words_removed desc, domain limit 5`,
  },
  {
    question: 'How wide are the windows in which changes lie?',
    sql: `select domain, right_version,
  cast(julianday(changed_before) - julianday(changed_after) as integer) as days
from v_steps
where changed_after is not null
order by days desc, domain limit 5`,
  },
  {
    question: 'How many policies speak of a topic, by the latest text seen?',
    sql: `with latest as materialized (select domain, policy, version_count as version from v_policies)
select t.topic, count(distinct t.domain || ' ' || t.policy) as policies
from latest p
join v_topics t on t.domain = p.domain and t.policy = p.policy and t.version = p.version
where t.standing = 'spoken'
group by t.topic
order by policies desc, t.topic limit 8`,
  },
  {
    question: 'Where does a clause come from: address, capture, hashes and program?',
    sql: `select c.domain, c.version, c.position, v.memento_url, substr(v.payload_hash, 1, 12) as payload_hash,
  v.retrieved_at, v.program
from v_clauses c
join v_versions v on v.domain = c.domain and v.policy = c.policy and v.version = c.version
where c.kind = 'heading' and c.version = 1
order by c.domain, c.position limit 5`,
  },
];

/** Questions over the views, as anyone may ask them: what there is, and then what studies of policies have asked. */
export const workedQueries: readonly WorkedQuery[] = [...firstQuestions, ...studies];

export interface WorkedAnswer extends WorkedQuery {
  readonly columns: readonly string[];
  readonly rows: readonly ViewRow[];
}

/** The questions with what this store answers. */
export function answerWorkedQueries(store: Store): WorkedAnswer[] {
  return workedQueries.map((query) => {
    const statement = store.prepare(query.sql);
    const columns = statement.columns().map(({ name }) => name);
    return { ...query, columns, rows: statement.all() as ViewRow[] };
  });
}
