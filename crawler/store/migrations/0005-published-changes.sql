-- Addresses of published pages of changes.
create table published_changes (
  policy_id integer not null references policies (id),
  left_slug text not null,
  right_slug text not null,
  primary key (policy_id, left_slug, right_slug)
) without rowid;
