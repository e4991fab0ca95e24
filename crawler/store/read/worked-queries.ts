import type { Store } from '../open.ts';
import type { ViewRow } from './dataset.ts';

/** A question to the dataset that is worth copying. */
export interface WorkedQuery {
  readonly question: string;
  readonly sql: string;
}

/** Ten questions over the views, as anyone may ask them; short answers, since they are printed. */
export const workedQueries: readonly WorkedQuery[] = [
  {
    question: 'What is in here, policy by policy?',
    sql: `select domain, policy, version_count, date(first_seen) as first, date(last_seen) as last
from v_policies
where version_count > 0
order by version_count desc, domain limit 5`,
  },
  {
    question: 'How did the length of policies change over the years?',
    sql: `select substr(first_seen, 1, 4) as year, count(*) as versions, cast(avg(word_count) as integer) as mean_words
from v_versions
where first_seen is not null
group by year
order by year limit 8`,
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
    question: 'Which steps changed most words?',
    sql: `select domain, left_version, right_version, sum(words_added) as words_in, sum(words_removed) as words_out
from v_changes
where significance = 'substantive'
group by domain, policy, left_version, right_version
order by words_in + words_out desc, domain limit 5`,
  },
  {
    question: 'How wide are the windows in which changes lie?',
    sql: `select domain, version,
  cast(julianday(first_seen) - julianday(changed_after) as integer) as days
from v_versions
where changed_after is not null
order by days desc, domain limit 5`,
  },
  {
    question: 'How many policies speak of a topic, by the latest text seen?',
    sql: `select t.value as topic, count(distinct c.domain || c.policy) as policies
from v_policies p
join v_clauses c on c.domain = p.domain and c.policy = p.policy and c.version = p.version_count
join json_each(c.topics) t
group by topic
order by policies desc, topic limit 8`,
  },
  {
    question: 'Which clauses lived longest without leaving?',
    sql: `select domain, label, version_count, change_count
from v_lineages
where present_in_latest
order by version_count desc, domain, lineage limit 5`,
  },
  {
    question: 'Who is named in the latest texts, and in how many?',
    sql: `select t.term, count(distinct t.domain) as companies, count(*) as mentions
from v_policies p
join v_terms t on t.domain = p.domain and t.policy = p.policy and t.version = p.version_count
where t.kind = 'third-party'
group by t.term
order by companies desc, mentions desc, t.term limit 8`,
  },
  {
    question: 'Where does a clause come from: address, capture and hash?',
    sql: `select c.domain, c.version, c.position, v.original, v.first_seen, substr(v.text_hash, 1, 12) as text_hash
from v_clauses c
join v_versions v on v.domain = c.domain and v.policy = c.policy and v.version = c.version
where c.kind = 'heading' and c.version = 1
order by c.domain, c.position limit 5`,
  },
];

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
