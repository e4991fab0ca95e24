-- All that a study asks of a version, its clauses and changes; what is captured of whom when; doubts; days of laws.
alter table texts add column reading_words integer;
alter table texts add column sentences integer;
alter table texts add column syllables integer;
alter table clauses add column text_hash text;
alter table clause_terms add column canonical text;

drop view v_versions;
drop view v_clauses;
drop view v_changes;
drop view v_terms;

create view v_versions as
  select p.domain, p.policy, v.version, v.slug, v.first_seen, v.last_seen, v.changed_after, v.capture_count,
    coalesce(q.original, m.original, c.original) as original,
    case when c.timestamp is null or a.archive = '' then null
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

create view v_clauses as
  select p.domain, p.policy, v.version, tc.position, k.kind, k.level, x.heading_path, x.label, k.text,
    k.text_hash,
    iif(tl.text_id is null, null, (select json_group_array(topic) from (select ct.topic from clause_topics ct
      where ct.policy_id = v.policy_id and ct.clause_id = tc.clause_id and ct.context_id = tc.context_id order by ct.topic))) as topics,
    iif(tl.text_id is null, null, (select json_group_array(topic) from (select cp.topic from clause_perhaps cp
      where cp.policy_id = v.policy_id and cp.clause_id = tc.clause_id and cp.context_id = tc.context_id order by cp.topic))) as perhaps,
    l.lineage
  from versions v
  join policies p on p.id = v.policy_id
  join text_clauses tc on tc.text_id = v.text_id
  join clauses k on k.id = tc.clause_id
  join contexts x on x.id = tc.context_id
  left join text_labels tl on tl.policy_id = v.policy_id and tl.text_id = tc.text_id
  left join version_lineages vl on vl.version_id = v.id and vl.position = tc.position
  left join lineages l on l.id = vl.lineage_id;

create view v_changes as
  select p.domain, p.policy, lv.version as left_version, rv.version as right_version,
    rv.changed_after, rv.first_seen as changed_before, g.position,
    iif(g.kind = 'unchanged' and g.moved = 0, 'edited', g.kind) as kind, -- reads the same, and yet differs: see significance
    g.moved, g.left_positions, g.right_positions,
    (select l.lineage from version_lineages vl join lineages l on l.id = vl.lineage_id
      where vl.version_id = iif(json_array_length(g.right_positions) > 0, rv.id, lv.id)
        and vl.position = iif(json_array_length(g.right_positions) > 0,
          json_extract(g.right_positions, '$[0]'), json_extract(g.left_positions, '$[0]'))) as lineage,
    (select x.heading_path from text_clauses tc join contexts x on x.id = tc.context_id
      where tc.text_id = iif(json_array_length(g.right_positions) > 0, rv.text_id, lv.text_id)
        and tc.position = iif(json_array_length(g.right_positions) > 0,
          json_extract(g.right_positions, '$[0]'), json_extract(g.left_positions, '$[0]'))) as heading_path,
    (select group_concat(text, char(10)) from (select k.text
      from json_each(g.left_positions) j join text_clauses tc on tc.text_id = lv.text_id and tc.position = j.value
      join clauses k on k.id = tc.clause_id order by tc.position)) as left_text,
    (select group_concat(text, char(10)) from (select k.text
      from json_each(g.right_positions) j join text_clauses tc on tc.text_id = rv.text_id and tc.position = j.value
      join clauses k on k.id = tc.clause_id order by tc.position)) as right_text,
    g.words_added, g.words_removed, g.significance
  from changes g
  join comparisons o on o.id = g.comparison_id
  join versions lv on lv.id = o.left_version_id
  join versions rv on rv.id = o.right_version_id
  join policies p on p.id = rv.policy_id;

create view v_topics as
  select p.domain, p.policy, v.version, tc.position, tt.topic, tt.standing, tt.rule, tl.language as label_language
  from versions v
  join policies p on p.id = v.policy_id
  join text_labels tl on tl.policy_id = v.policy_id and tl.text_id = v.text_id
  join text_clauses tc on tc.text_id = v.text_id
  join (select policy_id, clause_id, context_id, topic, 'spoken' as standing, rule from clause_topics
    union all select policy_id, clause_id, context_id, topic, 'perhaps', rule from clause_perhaps) tt
    on tt.policy_id = v.policy_id and tt.clause_id = tc.clause_id and tt.context_id = tc.context_id;

create view v_terms as
  select p.domain, p.policy, v.version, tc.position, ct.kind, ct.term, ct.canonical, ct.start, ct.end, ct.rule
  from versions v
  join policies p on p.id = v.policy_id
  join text_clauses tc on tc.text_id = v.text_id
  join clause_terms ct on ct.policy_id = v.policy_id and ct.clause_id = tc.clause_id;

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

create view v_events as
  select 'data-protection-directive' as name, '1998-10-24' as day, 'EU Data Protection Directive: to be in national law' as label,
    'https://eur-lex.europa.eu/eli/dir/1995/46/oj' as source
  union all select 'coppa', '2000-04-21', 'United States, children’s online privacy rule (COPPA) takes effect',
    'https://www.ecfr.gov/current/title-16/chapter-I/subchapter-C/part-312'
  union all select 'caloppa', '2004-07-01', 'California Online Privacy Protection Act (CalOPPA) becomes operative',
    'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=BPC&sectionNum=22579'
  union all select 'cookie-directive', '2011-05-25', 'EU directive on consent to cookies (2009/136/EC): to be in national law',
    'https://eur-lex.europa.eu/eli/dir/2009/136/oj'
  union all select 'coppa-amended', '2013-07-01', 'United States, amended children’s online privacy rule takes effect',
    'https://www.federalregister.gov/citation/78-FR-3972'
  union all select 'gdpr', '2018-05-25', 'EU General Data Protection Regulation (GDPR) applies',
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj'
  union all select 'ccpa', '2020-01-01', 'California Consumer Privacy Act (CCPA) becomes operative',
    'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1798.198'
  union all select 'lgpd', '2020-09-18', 'Brazil, General Data Protection Law (LGPD) in force',
    'https://www.planalto.gov.br/ccivil_03/_ato2015-2018/2018/lei/l13709.htm'
  union all select 'cpra', '2023-01-01', 'California Privacy Rights Act (CPRA) becomes operative',
    'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1798.100';
