-- Rows carry the version of the rules of their stage; what older stores hold was made by rules nobody counted, so all of it
-- is due. Labels are kept policy by policy, and a text once for each way of cutting it.
drop view v_versions;
drop view v_clauses;
alter table normalizations add column payload_rules text not null default '0';
alter table normalizations drop column rules_version;
create index normalizations_by_rules on normalizations (payload_rules);
alter table versions add column label_rules text not null default '0';
alter table versions add column history_rules text not null default '0';
alter table versions drop column rules_version;
alter table outcomes add column history_rules text not null default '0';
create index outcomes_by_rules on outcomes (history_rules);
create index outcomes_by_version on outcomes (version_id);
alter table comparisons add column history_rules text not null default '0';
alter table comparisons drop column rules_version;

create table new_texts (
  id integer primary key,
  markdown_hash text not null,
  text_hash text not null,
  tail text not null,
  word_count integer not null,
  text_rules text not null default '0',
  unique (markdown_hash, text_rules)
);
insert into new_texts (id, markdown_hash, text_hash, tail, word_count)
  select id, markdown_hash, text_hash, tail, word_count from texts;
drop table texts;
alter table new_texts rename to texts;
create index texts_by_text_hash on texts (text_hash);

alter table clause_topics rename to old_clause_topics;
create table clause_topics (
  policy_id integer not null references policies (id),
  clause_id integer not null references clauses (id),
  context_id integer not null references contexts (id),
  topic text not null,
  rule text not null,
  primary key (policy_id, clause_id, context_id, topic)
) without rowid;
insert into clause_topics
  select distinct v.policy_id, o.clause_id, o.context_id, o.topic, o.rule from versions v
  join text_clauses tc on tc.text_id = v.text_id
  join old_clause_topics o on o.clause_id = tc.clause_id and o.context_id = tc.context_id;
drop table old_clause_topics;
alter table clause_perhaps rename to old_clause_perhaps;
create table clause_perhaps (
  policy_id integer not null references policies (id),
  clause_id integer not null references clauses (id),
  context_id integer not null references contexts (id),
  topic text not null,
  rule text not null,
  primary key (policy_id, clause_id, context_id, topic)
) without rowid;
insert into clause_perhaps
  select distinct v.policy_id, o.clause_id, o.context_id, o.topic, o.rule from versions v
  join text_clauses tc on tc.text_id = v.text_id
  join old_clause_perhaps o on o.clause_id = tc.clause_id and o.context_id = tc.context_id;
drop table old_clause_perhaps;
alter table text_labels rename to old_text_labels;
create table text_labels (
  policy_id integer not null references policies (id),
  text_id integer not null references texts (id),
  language text not null,
  primary key (policy_id, text_id)
) without rowid;
insert into text_labels
  select distinct v.policy_id, o.text_id, o.language from versions v join old_text_labels o on o.text_id = v.text_id;
drop table old_text_labels;

create view v_versions as
  select p.domain, p.policy, v.version, v.slug, v.first_seen, v.last_seen, v.changed_after, v.capture_count,
    coalesce(q.original, m.original, c.original) as original,
    case when c.timestamp is null or a.archive = '' then null
      else a.archive || iif(a.archive like '%://%/%', '/', '/web/') || coalesce(q.timestamp, m.timestamp, c.listed_timestamp) || '/' || coalesce(q.original, m.original, c.original) end
      as memento_url,
    n.title, n.language, json_extract(n.stated_date, '$.date') as stated_date, tl.language as label_language,
    iif(tl.text_id is null, null, cast(v.label_rules as integer)) as label_rules_version, t.word_count, t.text_hash,
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
  left join mementos m on m.capture_id = c.id
  left join normalizations n on n.capture_id = c.id;

create view v_clauses as
  select p.domain, p.policy, v.version, tc.position, k.kind, k.level, x.heading_path, k.text,
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
