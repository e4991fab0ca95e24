/** A question to the dataset that is worth copying. */
export interface WorkedQuery {
  readonly question: string;
  readonly sql: string;
}

/**
 * What studies of privacy policies have asked, as one statement each. Companies are counted and not versions, since whoever
 * edits most often would otherwise count most; who is not observed is no part of a share.
 */

/** The middle of each year that the dataset reaches. */
const MIDYEARS = `days (day) as (
    select min(substr(first_seen, 1, 4)) || '-07-01' from v_policies
    union all select date(day, '+1 year') from days where day < (select max(last_seen) from v_policies)),`;

/** What each company had in force at these days, as far as was observed: from a version's first capture to the next's. */
const inForce = (value: string, which = '') => `spans as materialized (
    select domain, ${value} as value, first_seen,
      ifnull(lead(first_seen) over (partition by domain, policy order by version), last_seen) as until
    from v_versions where first_seen is not null),
  held as (
    select d.day, s.domain, avg(s.value) as value
    from spans s join days d on s.first_seen <= d.day and s.until > d.day
    ${which}
    group by d.day, s.domain),
  ranked as (
    select day, value, row_number() over (partition by day order by value) as place,
      count(*) over (partition by day) as companies
    from held)`;

const MEDIAN = 'place in ((companies + 1) / 2, (companies + 2) / 2)';

/** The latest version of each policy. */
const LATEST = 'latest as materialized (select domain, policy, version_count as version from v_policies)';

/** Changes that a reader sees as such. */
const VISIBLE = "size_class not in ('invisible', 'date', 'order')";

const HALF_YEAR = "substr(changed_before, 1, 4) || iif(substr(changed_before, 6, 2) > '06', '-H2', '-H1')";

export const studies: readonly WorkedQuery[] = [
  {
    question: 'How long are policies, one vote for each company whose text is known at midyear?',
    sql: `with recursive ${MIDYEARS}
  ${inForce('word_count')}
select substr(day, 1, 4) as year, companies, cast(avg(value) as integer) as median_words
from ranked
where ${MEDIAN}
group by day
order by day limit 8`,
  },
  {
    question: 'How hard are they to read: the grade of English texts, one vote each?',
    sql: `with recursive ${MIDYEARS}
  ${inForce('grade', 'where s.value is not null')}
select substr(day, 1, 4) as year, companies, round(avg(value), 1) as median_grade
from ranked
where ${MEDIAN}
group by day
order by day limit 8`,
  },
  {
    question: 'How often do policies change, for each year they were watched?',
    sql: `select p.domain, p.policy, sum(s.${VISIBLE}) as changes,
  round(sum(s.${VISIBLE}) * 365.25 / (julianday(p.last_seen) - julianday(p.first_seen)), 2) as a_year
from v_policies p
join v_steps s on s.domain = p.domain and s.policy = p.policy
where p.last_seen > p.first_seen
group by p.domain, p.policy
order by a_year desc, p.domain limit 5`,
  },
  {
    question: 'In which half-years did most of the companies that were seen change their policy?',
    sql: `with changed as (
    select distinct domain, ${HALF_YEAR} as half_year
    from v_steps where ${VISIBLE} and changed_before is not null)
select c.half_year, count(*) as seen, count(h.domain) as changed, round(1.0 * count(h.domain) / count(*), 2) as share
from v_coverage c
left join changed h on h.domain = c.domain and h.half_year = c.half_year
where c.state = 'usable'
group by c.half_year
order by share desc, c.half_year limit 8`,
  },
  {
    question: 'Which means of tracking do the latest texts name?',
    sql: `with ${LATEST},
  techniques (technique, words) as (values ('cookies', '%cookie%'), ('web beacons', '%beacon%'),
    ('pixels', '%pixel%'), ('local storage', '%local storage%'), ('fingerprinting', '%fingerprint%'))
select t.technique, count(distinct c.domain) as companies
from latest p
join v_clauses c on c.domain = p.domain and c.policy = p.policy and c.version = p.version
join techniques t on c.text like t.words
group by t.technique
order by companies desc, t.technique`,
  },
  {
    question: 'Who is named in the latest texts, and by how many?',
    sql: `with ${LATEST}
select t.canonical, min(t.term) as spelled, count(distinct t.domain) as companies, count(*) as mentions
from latest p
join v_terms t on t.domain = p.domain and t.policy = p.policy and t.version = p.version
where t.kind = 'third-party'
group by t.canonical
order by companies desc, mentions desc, t.canonical limit 8`,
  },
  {
    question: 'Which promises are gone, and how long did they stand?',
    sql: `with ${LATEST},
  promised as (
    select domain, policy, term, min(version) as first, max(version) as last
    from v_terms where kind = 'promise' group by domain, policy, term)
select t.domain, t.term as promise, date(f.first_seen) as since, date(l.last_seen) as until
from promised t
join latest p on p.domain = t.domain and p.policy = t.policy and t.last < p.version
join v_versions f on f.domain = t.domain and f.policy = t.policy and f.version = t.first
join v_versions l on l.domain = t.domain and l.policy = t.policy and l.version = t.last
order by l.last_seen desc, t.domain, t.term limit 5`,
  },
  {
    question: 'What share of clauses live so many years, of those that were watched for as long?',
    sql: `with watched as materialized (select domain, policy, julianday(last_seen) as until from v_policies),
  lives as materialized (
    select (julianday(l.last_seen) - julianday(l.first_seen)) / 365.25 as lived,
      (p.until - julianday(l.first_seen)) / 365.25 as watched
    from watched p join v_lineages l on l.domain = p.domain and l.policy = p.policy
    where l.first_seen is not null),
  spans (years) as (values (1), (3), (5), (10))
select s.years, count(*) as clauses, round(avg(l.lived >= s.years), 2) as share
from spans s join lives l on l.watched >= s.years
group by s.years
order by s.years`,
  },
  {
    question: 'How long after a law’s day was the first change, for companies seen before it?',
    sql: `with watched as materialized (select domain, min(first_seen) as since from v_policies group by domain),
  changed as materialized (select domain, changed_before from v_steps where ${VISIBLE}),
  first_after as (
    select e.name, e.day, s.domain, julianday(min(s.changed_before)) - julianday(e.day) as days
    from v_events e
    join watched w on w.since < e.day
    join changed s on s.domain = w.domain and s.changed_before > e.day
    group by e.name, s.domain),
  ranked as (
    select name, day, days, row_number() over (partition by name order by days) as place,
      count(*) over (partition by name) as companies
    from first_after)
select name, day, companies, cast(avg(days) as integer) as median_days
from ranked
where ${MEDIAN}
group by name
order by day`,
  },
  {
    question: 'Which words do the latest texts of several companies share?',
    sql: `with ${LATEST}
select count(distinct c.domain) as companies, min(c.text) as words
from latest p
join v_clauses c on c.domain = p.domain and c.policy = p.policy and c.version = p.version
where c.kind <> 'heading' and length(c.text) > 60
group by c.text_hash
having companies > 1
order by companies desc, words limit 5`,
  },
  {
    question: 'Which policies changed what they say and kept the date they give themselves?',
    sql: `select s.domain, s.right_version, l.stated_date, date(s.changed_before) as seen, s.words_added, s.words_removed
from v_steps s
join v_versions l on l.domain = s.domain and l.policy = s.policy and l.version = s.left_version
join v_versions r on r.domain = s.domain and r.policy = s.policy and r.version = s.right_version
where s.significance = 'substantive' and l.stated_date = r.stated_date
order by s.words_added + s.words_removed desc, s.domain limit 5`,
  },
  {
    question: 'Which dates that texts give themselves went back?',
    sql: `select s.domain, s.right_version, l.stated_date as before, r.stated_date as after, date(s.changed_before) as seen
from v_steps s
join v_versions l on l.domain = s.domain and l.policy = s.policy and l.version = s.left_version
join v_versions r on r.domain = s.domain and r.policy = s.policy and r.version = s.right_version
where r.stated_date < l.stated_date and length(r.stated_date) = length(l.stated_date)
order by s.domain, s.right_version limit 5`,
  },
];
