-- A capture in another language than most of its address's is of the policy named after its language.
drop view v_policies;
drop view v_captures;
drop view v_flags;

create view v_policies as
  select p.domain, p.policy,
    (select n.title from versions v join normalizations n on n.capture_id = v.capture_id
      where v.policy_id = p.id and n.title is not null order by v.version desc limit 1) as title,
    (select min(v.first_seen) from versions v where v.policy_id = p.id) as first_seen,
    (select max(v.last_seen) from versions v where v.policy_id = p.id) as last_seen,
    (select count(*) from addresses a join captures c on c.address_id = a.id left join outcomes o on o.capture_id = c.id
      left join versions v on v.id = o.version_id
      where a.domain = p.domain and a.policy_id is not null and ifnull(v.policy_id, a.policy_id) = p.id) as capture_count,
    (select count(*) from versions v where v.policy_id = p.id) as version_count
  from policies p;

create view v_captures as
  select a.domain, p.policy, c.timestamp, c.original,
    case when c.timestamp is null or a.archive = '' or a.archive like 'warc+%' then null
      else a.archive || iif(a.archive like '%://%/%', '/', '/web/') || ifnull(m.timestamp, c.listed_timestamp) || '/' || ifnull(m.original, c.original) end
      as memento_url,
    c.statuscode, c.mimetype, c.digest,
    ifnull(o.outcome, 'pending') as outcome, o.reason, y.hash as payload_hash, v.version,
    nullif(a.archive, '') as archive
  from captures c
  join addresses a on a.id = c.address_id
  left join mementos m on m.capture_id = c.id
  left join payloads y on y.id = m.payload_id
  left join outcomes o on o.capture_id = c.id
  left join versions v on v.id = o.version_id
  join policies p on p.id = ifnull(v.policy_id, a.policy_id)
  where a.policy_id is not null;

create view v_flags as
  select a.domain, p.policy, c.timestamp, c.original, v.version, f.value as flag,
    exists (select 1 from versions s where s.capture_id = c.id) as is_shown
  from normalizations n
  join captures c on c.id = n.capture_id
  join addresses a on a.id = c.address_id
  join json_each(n.flags) f
  left join outcomes o on o.capture_id = c.id
  left join versions v on v.id = o.version_id
  join policies p on p.id = ifnull(v.policy_id, a.policy_id)
  where a.policy_id is not null;
