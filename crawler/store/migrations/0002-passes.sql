-- Captures that a crawl chose not to fetch.
create table passes (
  capture_id integer primary key references captures (id),
  reason text not null
);
