-- The tables of the first store, as the sum of all steps begins with them. Views follow in step 6.
create table crawls (
  id integer primary key,
  domain text not null,
  command text not null,
  archive text not null,
  options text not null,
  program text not null,
  started_at text not null,
  finished_at text,
  ended text
);
create table policies (
  id integer primary key,
  domain text not null,
  policy text not null,
  unique (domain, policy)
);
create table addresses (
  id integer primary key,
  domain text not null,
  url text not null,
  urlkey text not null,
  role text not null,
  policy_id integer references policies (id),
  confidence real not null,
  evidence text not null,
  archive text not null,
  listed_at text,
  listing text,
  listing_note text,
  unique (domain, urlkey, role)
);
create table captures (
  id integer primary key,
  address_id integer not null references addresses (id),
  urlkey text not null,
  timestamp text,
  listed_timestamp text,
  original text not null,
  mimetype text not null,
  statuscode text not null,
  digest text not null,
  length text not null,
  crawl_id integer not null references crawls (id)
);
create unique index captures_row on captures (address_id, ifnull(listed_timestamp, ''), original, statuscode, digest);
create table payloads (
  id integer primary key,
  hash text not null unique,
  length_bytes integer not null,
  base_id integer references payloads (id),
  chain integer not null,
  stored blob not null
);
create table mementos (
  capture_id integer primary key references captures (id),
  timestamp text,
  original text not null,
  statuscode integer not null,
  content_type text,
  headers text not null,
  hops text not null,
  payload_id integer not null references payloads (id),
  retrieved_at text not null
);
create table failures (
  capture_id integer primary key references captures (id),
  reason text not null,
  is_final integer not null,
  detail text not null,
  attempts integer not null,
  failed_at text not null
);
create table published (
  policy_id integer not null references policies (id),
  slug text not null,
  anchor text not null,
  text_hash text not null,
  primary key (policy_id, slug)
) without rowid;
create table normalizations (
  capture_id integer primary key references captures (id),
  outcome text not null,
  reason text,
  title text,
  language text,
  stated_date text,
  text_id integer references texts (id),
  flags text not null,
  removed text not null,
  follow text,
  rules_version integer not null
);
create table texts (
  id integer primary key,
  markdown_hash text not null unique,
  text_hash text not null,
  tail text not null,
  word_count integer not null
);
create index texts_by_text_hash on texts (text_hash);
create table clauses (
  id integer primary key,
  kind text not null,
  level integer not null,
  text text not null,
  unique (kind, level, text)
);
create table contexts (
  id integer primary key,
  lead text not null,
  heading_path text not null,
  label text not null,
  label_is_ours integer not null,
  unique (lead, heading_path, label, label_is_ours)
);
create table text_clauses (
  text_id integer not null references texts (id),
  position integer not null,
  clause_id integer not null references clauses (id),
  context_id integer not null references contexts (id),
  primary key (text_id, position)
) without rowid;
create table clause_topics (
  clause_id integer not null references clauses (id),
  context_id integer not null references contexts (id),
  topic text not null,
  rule text not null,
  primary key (clause_id, context_id, topic)
) without rowid;
create table versions (
  id integer primary key,
  policy_id integer not null references policies (id),
  version integer not null,
  slug text not null,
  text_id integer not null references texts (id),
  capture_id integer not null references captures (id),
  first_seen text,
  last_seen text,
  changed_after text,
  capture_count integer not null,
  rules_version integer not null,
  unique (policy_id, version),
  unique (policy_id, slug)
);
create table outcomes (
  capture_id integer primary key references captures (id),
  outcome text not null,
  reason text,
  version_id integer references versions (id)
);
create table comparisons (
  id integer primary key,
  left_version_id integer not null references versions (id),
  right_version_id integer not null references versions (id),
  matches text not null,
  counts text not null,
  words_added integer not null,
  words_removed integer not null,
  carried_share real not null,
  significance text,
  size_class text not null,
  approximate integer not null,
  rules_version integer not null,
  unique (left_version_id, right_version_id)
);
create table changes (
  comparison_id integer not null references comparisons (id),
  position integer not null,
  kind text not null,
  moved integer not null,
  left_positions text not null,
  right_positions text not null,
  words_added integer not null,
  words_removed integer not null,
  significance text not null,
  size_class text not null,
  spans text not null,
  primary key (comparison_id, position)
) without rowid;
create table lineages (
  id integer primary key,
  policy_id integer not null references policies (id),
  lineage integer not null,
  slug text not null,
  label text not null,
  first_version_id integer not null references versions (id),
  last_version_id integer not null references versions (id),
  version_count integer not null,
  change_count integer not null,
  present_in_latest integer not null,
  unique (policy_id, lineage)
);
create table version_lineages (
  version_id integer not null references versions (id),
  position integer not null,
  lineage_id integer not null references lineages (id),
  primary key (version_id, position)
) without rowid;
create index version_lineages_by_lineage on version_lineages (lineage_id);
