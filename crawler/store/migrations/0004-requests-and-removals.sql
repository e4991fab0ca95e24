-- What runs asked of the archive, and the removal list.
create table requests (
  crawl_id integer primary key references crawls (id),
  cdx integer not null,
  memento integer not null,
  retries integer not null,
  pauses integer not null,
  received_bytes integer not null
);
create table removals (
  domain text not null,
  policy text not null,
  first text not null,
  last text not null,
  removed_on text not null,
  reason text not null,
  primary key (domain, policy, first, last)
) without rowid;
