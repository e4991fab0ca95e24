-- Captures that versions cite. Version 6 was had without and with them. Until here views were changed without a step of
-- their own, so all are made anew, whatever a store had.
create table if not exists citations (
  version_id integer primary key references versions (id),
  capture_id integer not null references captures (id),
  timestamp text not null,
  original text not null
);
drop view if exists v_policies;
drop view if exists v_captures;
drop view if exists v_versions;
drop view if exists v_clauses;
drop view if exists v_changes;
drop view if exists v_lineages;
drop view if exists v_terms;
drop view if exists v_links;
drop view if exists v_removals;

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
    case when c.timestamp is null or a.archive = '' then null
      else a.archive || iif(a.archive like '%://%/%', '/', '/web/') || ifnull(m.timestamp, c.listed_timestamp) || '/' || ifnull(m.original, c.original) end
      as memento_url,
    c.statuscode, c.mimetype, c.digest,
    ifnull(o.outcome, 'pending') as outcome, o.reason, y.hash as payload_hash, v.version
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
    case when c.timestamp is null or a.archive = '' then null
      else a.archive || iif(a.archive like '%://%/%', '/', '/web/') || coalesce(q.timestamp, m.timestamp, c.listed_timestamp) || '/' || coalesce(q.original, m.original, c.original) end
      as memento_url,
    n.title, n.language, json_extract(n.stated_date, '$.date') as stated_date, tl.language as label_language,
    tl.rules_version as label_rules_version, t.word_count, t.text_hash, v.rules_version,
    (select group_concat(part, '') from (select x.lead || k.text as part
      from text_clauses tc join clauses k on k.id = tc.clause_id join contexts x on x.id = tc.context_id
      where tc.text_id = t.id order by tc.position)) || t.tail as markdown
  from versions v
  join policies p on p.id = v.policy_id
  join texts t on t.id = v.text_id
  left join text_labels tl on tl.text_id = t.id
  join captures c on c.id = v.capture_id
  left join citations q on q.version_id = v.id
  left join captures qc on qc.id = q.capture_id
  join addresses a on a.id = ifnull(qc.address_id, c.address_id)
  left join mementos m on m.capture_id = c.id
  left join normalizations n on n.capture_id = c.id;

create view v_clauses as
  select p.domain, p.policy, v.version, tc.position, k.kind, k.level, x.heading_path, k.text,
    iif(tl.text_id is null, null, (select json_group_array(topic) from (select ct.topic from clause_topics ct
      where ct.clause_id = tc.clause_id and ct.context_id = tc.context_id order by ct.topic))) as topics,
    iif(tl.text_id is null, null, (select json_group_array(topic) from (select cp.topic from clause_perhaps cp
      where cp.clause_id = tc.clause_id and cp.context_id = tc.context_id order by cp.topic))) as perhaps,
    l.lineage
  from versions v
  join policies p on p.id = v.policy_id
  join text_clauses tc on tc.text_id = v.text_id
  join clauses k on k.id = tc.clause_id
  join contexts x on x.id = tc.context_id
  left join text_labels tl on tl.text_id = tc.text_id
  left join version_lineages vl on vl.version_id = v.id and vl.position = tc.position
  left join lineages l on l.id = vl.lineage_id;

create view v_changes as
  select p.domain, p.policy, lv.version as left_version, rv.version as right_version,
    rv.changed_after, rv.first_seen as changed_before, iif(g.kind = 'unchanged' and g.moved = 0, 'edited', g.kind) as kind,
    g.moved,
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
  join policies p on p.id = rv.policy_id
  order by p.domain, p.policy, rv.version, g.position;

create view v_lineages as
  select p.domain, p.policy, l.lineage, l.label, fv.first_seen, lv.last_seen, l.version_count, l.change_count,
    l.present_in_latest
  from lineages l
  join policies p on p.id = l.policy_id
  join versions fv on fv.id = l.first_version_id
  join versions lv on lv.id = l.last_version_id;

create view v_terms as
  select p.domain, p.policy, v.version, tc.position, ct.kind, ct.term, ct.start, ct.end, ct.rule
  from versions v
  join policies p on p.id = v.policy_id
  join text_clauses tc on tc.text_id = v.text_id
  join clause_terms ct on ct.policy_id = v.policy_id and ct.clause_id = tc.clause_id;

create view v_links as
  select p.domain, p.policy, v.version, tc.position, cl.kind, cl.text, cl.href, cl.host, cl.start, cl.end
  from versions v
  join policies p on p.id = v.policy_id
  join text_clauses tc on tc.text_id = v.text_id
  join clause_links cl on cl.policy_id = v.policy_id and cl.clause_id = tc.clause_id;

create view v_removals as
  select r.domain, nullif(r.policy, '') as policy, nullif(r.first, '') as first, nullif(r.last, '') as last,
    r.removed_on, r.reason,
    (select count(*) from v_captures c where c.domain = r.domain and c.reason = 'removed' and r.policy in ('', c.policy)
      and iif(c.timestamp is null, r.first = '' and r.last = '',
        c.timestamp >= r.first and (r.last = '' or c.timestamp <= r.last))) as capture_count
  from removals r;
