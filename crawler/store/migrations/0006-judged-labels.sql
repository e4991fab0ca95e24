-- Of which topics a clause perhaps speaks, and which texts were judged at all.
create table clause_perhaps (
  clause_id integer not null references clauses (id),
  context_id integer not null references contexts (id),
  topic text not null,
  rule text not null,
  primary key (clause_id, context_id, topic)
) without rowid;
create table text_labels (
  text_id integer primary key references texts (id),
  language text not null,
  rules_version integer not null
);
