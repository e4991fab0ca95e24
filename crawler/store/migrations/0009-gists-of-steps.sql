-- What each change is about, in one line, and a view with a row for each step.
alter table comparisons add column gist text;
alter table comparisons add column gist_short text;

create view v_steps as
  select p.domain, p.policy, lv.version as left_version, rv.version as right_version, rv.changed_after,
    rv.first_seen as changed_before, o.gist, o.gist_short, o.size_class, o.significance, o.carried_share,
    json_extract(o.counts, '$.unchanged') as clauses_unchanged, json_extract(o.counts, '$.edited') as clauses_edited,
    json_extract(o.counts, '$.added') as clauses_added, json_extract(o.counts, '$.removed') as clauses_removed,
    json_extract(o.counts, '$.split') as clauses_split, json_extract(o.counts, '$.merged') as clauses_merged,
    json_extract(o.counts, '$.moved') as clauses_moved, o.words_added, o.words_removed, o.approximate
  from comparisons o
  join versions lv on lv.id = o.left_version_id
  join versions rv on rv.id = o.right_version_id
  join policies p on p.id = rv.policy_id;
