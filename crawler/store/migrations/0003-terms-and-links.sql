-- Names, promises, vague words and links of clauses.
create table clause_terms (
  policy_id integer not null references policies (id),
  clause_id integer not null references clauses (id),
  kind text not null,
  start integer not null,
  end integer not null,
  term text not null,
  rule text not null,
  primary key (policy_id, clause_id, kind, start)
) without rowid;
create table clause_links (
  policy_id integer not null references policies (id),
  clause_id integer not null references clauses (id),
  start integer not null,
  end integer not null,
  kind text not null,
  text text not null,
  href text not null,
  host text,
  primary key (policy_id, clause_id, start)
) without rowid;
