-- Hashes of rows as they were written. What an older store holds is sealed by the next run that writes.
create table seals (
  policy_id integer primary key,
  hash text not null
);
