-- An address is one archive's: a second archive lists its own captures of it, and neither is said to hold the other's.
drop view v_policies;
drop view v_captures;
drop view v_versions;
drop view v_flags;
drop view v_coverage;
drop view v_removals;

create table new_addresses (
  id integer primary key,
  domain text not null,
  url text not null,
  urlkey text not null,
  role text not null,
  policy_id integer references policies (id),
  confidence real not null,
  evidence text not null,
  archive text not null,
  listed_at text,
  listing text,
  listing_note text,
  unique (domain, urlkey, role, archive)
);
insert into new_addresses select id, domain, url, urlkey, role, policy_id, confidence, evidence, archive, listed_at, listing,
  listing_note from addresses;
drop table addresses;
alter table new_addresses rename to addresses;

create view v_policies as
  select p.domain, p.policy,
    (select n.title from versions v join normalizations n on n.capture_id = v.capture_id
      where v.policy_id = p.id and n.title is not null order by v.version desc limit 1) as title,
    (select min(v.first_seen) from versions v where v.policy_id = p.id) as first_seen,
    (select max(v.last_seen) from versions v where v.policy_id = p.id) as last_seen,
    (select count(*) from captures c join addresses a on a.id = c.address_id where a.policy_id = p.id) as capture_count,
    (select count(*) from versions v where v.policy_id = p.id) as version_count
  from policies p;

create view v_captures as
  select p.domain, p.policy, c.timestamp, c.original,
    case when c.timestamp is null or a.archive = '' or a.archive like 'warc+%' then null
      else a.archive || iif(a.archive like '%://%/%', '/', '/web/') || ifnull(m.timestamp, c.listed_timestamp) || '/' || ifnull(m.original, c.original) end
      as memento_url,
    c.statuscode, c.mimetype, c.digest,
    ifnull(o.outcome, 'pending') as outcome, o.reason, y.hash as payload_hash, v.version,
    nullif(a.archive, '') as archive
  from captures c
  join addresses a on a.id = c.address_id
  join policies p on p.id = a.policy_id
  left join mementos m on m.capture_id = c.id
  left join payloads y on y.id = m.payload_id
  left join outcomes o on o.capture_id = c.id
  left join versions v on v.id = o.version_id;

create view v_versions as
  select p.domain, p.policy, v.version, v.slug, v.first_seen, v.last_seen, v.changed_after, v.capture_count,
    coalesce(q.original, m.original, c.original) as original,
    case when c.timestamp is null or a.archive = '' or a.archive like 'warc+%' then null
      else a.archive || iif(a.archive like '%://%/%', '/', '/web/') || coalesce(q.timestamp, m.timestamp, c.listed_timestamp) || '/' || coalesce(q.original, m.original, c.original) end
      as memento_url,
    coalesce(q.timestamp, m.timestamp, c.timestamp) as timestamp, c.digest, y.hash as payload_hash, m.retrieved_at,
    r.started_at as run, r.program,
    n.title, n.language, json_extract(n.stated_date, '$.date') as stated_date, tl.language as label_language,
    iif(tl.text_id is null, null, cast(v.label_rules as integer)) as label_rules_version, t.word_count,
    t.reading_words, t.sentences, t.syllables,
    iif(n.language = 'en' and t.reading_words >= 100 and t.sentences > 0,
      round(0.39 * t.reading_words / t.sentences + 11.8 * t.syllables / t.reading_words - 15.59, 1), null) as grade,
    cast(t.text_rules as integer) as text_rules_version, t.text_hash,
    ifnull(cast(n.payload_rules as integer), 0) + cast(t.text_rules as integer) + cast(v.label_rules as integer)
      + cast(v.history_rules as integer) as rules_version,
    (select group_concat(part, '') from (select x.lead || k.text as part
      from text_clauses tc join clauses k on k.id = tc.clause_id join contexts x on x.id = tc.context_id
      where tc.text_id = t.id order by tc.position)) || t.tail as markdown
  from versions v
  join policies p on p.id = v.policy_id
  join texts t on t.id = v.text_id
  left join text_labels tl on tl.policy_id = v.policy_id and tl.text_id = t.id
  join captures c on c.id = v.capture_id
  left join citations q on q.version_id = v.id
  left join captures qc on qc.id = q.capture_id
  join addresses a on a.id = ifnull(qc.address_id, c.address_id)
  join crawls r on r.id = c.crawl_id
  left join mementos m on m.capture_id = c.id
  left join payloads y on y.id = m.payload_id
  left join normalizations n on n.capture_id = c.id;

create view v_flags as
  select p.domain, p.policy, c.timestamp, c.original, v.version, f.value as flag,
    exists (select 1 from versions s where s.capture_id = c.id) as is_shown
  from normalizations n
  join captures c on c.id = n.capture_id
  join addresses a on a.id = c.address_id
  join policies p on p.id = a.policy_id
  join json_each(n.flags) f
  left join outcomes o on o.capture_id = c.id
  left join versions v on v.id = o.version_id;

create view v_coverage as
  with recursive
    doubtful as (select distinct v.id from versions v join normalizations n on n.capture_id = v.capture_id
      join json_each(n.flags) f where f.value in ('mojibake', 'truncated', 'approximate')),
    seen as (select p.domain,
        cast(substr(c.timestamp, 1, 4) as integer) * 2 + (substr(c.timestamp, 5, 2) > '06') as half,
        max(o.version_id is not null and o.version_id not in (select id from doubtful)) as is_usable,
        count(*) as capture_count, count(distinct o.version_id) as version_count
      from captures c join addresses a on a.id = c.address_id join policies p on p.id = a.policy_id
      left join outcomes o on o.capture_id = c.id
      where c.timestamp is not null group by 1, 2),
    halves (half) as (select min(half) from seen
      union all select half + 1 from halves where half < (select max(half) from seen))
  select d.domain, (h.half / 2) || '-H' || (h.half % 2 + 1) as half_year,
    case s.is_usable when 1 then 'usable' when 0 then 'flagged' else 'none' end as state,
    ifnull(s.capture_count, 0) as capture_count, ifnull(s.version_count, 0) as version_count
  from (select distinct domain from policies) d
  join halves h on h.half is not null
  left join seen s on s.domain = d.domain and s.half = h.half;

create view v_removals as
  select r.domain, nullif(r.policy, '') as policy, nullif(r.first, '') as first, nullif(r.last, '') as last,
    r.removed_on, r.reason,
    (select count(*) from v_captures c where c.domain = r.domain and c.reason = 'removed' and r.policy in ('', c.policy)
      and iif(c.timestamp is null, r.first = '' and r.last = '',
        c.timestamp >= r.first and (r.last = '' or c.timestamp <= r.last))) as capture_count
  from removals r;
