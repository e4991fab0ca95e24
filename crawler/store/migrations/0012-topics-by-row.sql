-- Topics of one version without those of all others.
drop view v_topics;

create view v_topics as
  select p.domain, p.policy, v.version, tc.position, ifnull(ct.topic, cp.topic) as topic, k.standing,
    ifnull(ct.rule, cp.rule) as rule, tl.language as label_language
  from versions v
  join policies p on p.id = v.policy_id
  join text_labels tl on tl.policy_id = v.policy_id and tl.text_id = v.text_id
  join text_clauses tc on tc.text_id = v.text_id
  join (select 'spoken' as standing union all select 'perhaps') k -- not a union of both, which SQLite would make whole for any row
  left join clause_topics ct on k.standing = 'spoken'
    and ct.policy_id = v.policy_id and ct.clause_id = tc.clause_id and ct.context_id = tc.context_id
  left join clause_perhaps cp on k.standing = 'perhaps'
    and cp.policy_id = v.policy_id and cp.clause_id = tc.clause_id and cp.context_id = tc.context_id
  where ct.topic is not null or cp.topic is not null;
