-- The store: one SQLite file. Ground state first (what came from outside and cannot be recomputed; written once, never
-- changed), then derived state (deleted and rebuilt by `derive`), then the views, which are the interface others rely on.
-- Instants are ISO 8601 in UTC; `timestamp` is the archive's 14 digits; hashes are lower-case hex SHA-256; lists are JSON.

-- ---------------------------------------------------------------- ground state

-- One run of the crawler or of an import.
create table crawls (
  id integer primary key,             -- its number
  domain text not null,               -- whose policies were looked for
  command text not null,              -- crawl | discover | import
  archive text not null,              -- origin whose captures these are
  options text not null,              -- JSON: the options that shaped the run
  program text not null,              -- name and version of the program
  started_at text not null,           -- instant
  finished_at text,                   -- null: still running, or killed
  ended text                          -- done | some-failed | nothing-found | archive | interrupted
);

-- What a finished run asked of the archive. A run that was killed, or that asked nothing, has no row.
create table requests (
  crawl_id integer primary key references crawls (id),  -- the run
  cdx integer not null,               -- requests for pages of the index
  memento integer not null,           -- requests for captures, redirects followed included
  retries integer not null,           -- of both, those that repeated a failed one
  pauses integer not null,            -- times the whole program held back
  received_bytes integer not null     -- bytes received, headers aside
);

-- One document of a company, followed through time wherever it lived.
create table policies (
  id integer primary key,             -- its number
  domain text not null,               -- the company’s domain name
  policy text not null,               -- short name within the domain, part of addresses: privacy
  unique (domain, policy)
);

-- Addresses looked at for a domain: home pages, policy URLs, candidates that came to nothing.
create table addresses (
  id integer primary key,             -- its number
  domain text not null,               -- for which it was looked at
  url text not null,                  -- the address, as it was come to
  urlkey text not null,               -- the form under which archives file it
  role text not null,                 -- home | policy | rejected: a page of another kind, never fetched
  policy_id integer references policies (id),  -- whose address it is; null for home pages and rejected ones
  confidence real not null,           -- 0 to 1, that this is the policy's address
  evidence text not null,             -- JSON list of {kind, from, timestamp, text}
  archive text not null,              -- origin asked, with a path for a pywb collection; warc+… where WARC files are read in pieces; '' where none was
  listed_at text,                     -- when the index was last read to its end or as far as it went
  listing text,                       -- complete | partial | excluded | failed; null: not listed yet
  listing_note text,                  -- why not complete; for a rejected address, why it was rejected
  unique (domain, urlkey, role, archive)
);

-- Rows of the archive's index, and imported documents (without timestamp where undated).
create table captures (
  id integer primary key,             -- its number
  address_id integer not null references addresses (id),  -- under which address it was listed
  urlkey text not null,               -- as listed
  timestamp text,                     -- 14 digits; null: date unknown
  listed_timestamp text,              -- as listed, for memento URLs
  original text not null,             -- URL as it was requested when captured
  mimetype text not null,             -- as listed
  statuscode text not null,           -- as listed; `-` for a revisit
  digest text not null,               -- the archive’s Base32 SHA-1 of the payload
  length text not null,               -- bytes in the archive, compressed, as listed
  crawl_id integer not null references crawls (id)  -- the run that first saw the row
);
create unique index captures_row on captures (address_id, ifnull(listed_timestamp, ''), original, statuscode, digest);

-- Payloads, each distinct one once. zstd, most of them against the payload stored before (base_id) as dictionary.
create table payloads (
  id integer primary key,             -- its number
  hash text not null unique,          -- SHA-256 of the payload
  length_bytes integer not null,      -- of the payload, not of what is stored
  base_id integer references payloads (id),  -- the payload whose bytes serve as dictionary; null for a keyframe
  chain integer not null,             -- links to the keyframe; 0 is a keyframe
  stored blob not null                -- compressed bytes; empty where the payload is removed
);

-- What the archive, or an imported file, gave for a capture.
create table mementos (
  capture_id integer primary key references captures (id),  -- the capture asked for
  timestamp text,                     -- landing timestamp
  original text not null,             -- URL really captured
  statuscode integer not null,        -- status of the captured answer
  content_type text,                  -- null where the answer names none
  headers text not null,              -- JSON object
  hops text not null,                 -- JSON list of {url, status, kind}
  payload_id integer not null references payloads (id),  -- its body
  retrieved_at text not null          -- instant
);

-- Captures the archive could not or would not give. Final ones are not asked for again; the others are, by the next crawl.
create table failures (
  capture_id integer primary key references captures (id),  -- the capture asked for
  reason text not null,               -- in one word
  is_final integer not null,          -- 1: not asked for again
  detail text not null,               -- what the archive said
  attempts integer not null,          -- times it was asked for
  failed_at text not null             -- instant of the last attempt
);

-- Captures that could have been fetched and that the last crawl chose not to: sampling, limits.
create table passes (
  capture_id integer primary key references captures (id),  -- the capture passed over
  reason text not null                -- not-sampled | between-equal | likely-known | beyond-limit | never-a-policy | endless
);

-- Addresses of published version pages, minted once: the page of the version that holds the anchor capture.
create table published (
  policy_id integer not null references policies (id),  -- whose version
  slug text not null,                 -- end of the address
  anchor text not null,               -- timestamp of a capture; '' for an undated text
  text_hash text not null,            -- tells undated texts apart
  primary key (policy_id, slug)
) without rowid;

-- Addresses of published pages of changes, by the slugs of both sides. Whoever cited one finds an answer there, even where
-- the page has fallen out of the budget or its versions have moved.
create table published_changes (
  policy_id integer not null references policies (id),  -- whose change
  left_slug text not null,            -- slug of the earlier version
  right_slug text not null,           -- slug of the later version
  primary key (policy_id, left_slug, right_slug)
) without rowid;

-- The removal list, as the file beside the store last had it: captures that are not fetched, make no version and are
-- published without their words. Their dates and hashes stay.
create table removals (
  domain text not null,               -- whose captures
  policy text not null,               -- '': every policy of the domain
  first text not null,                -- first timestamp, 14 digits; '': from the beginning, undated texts too
  last text not null,                 -- last timestamp; '': without end, undated texts too
  removed_on text not null,           -- day, yyyy-mm-dd
  reason text not null,               -- in general words
  primary key (domain, policy, first, last)
) without rowid;

-- ---------------------------------------------------------------- derived state
-- Rows carry the version of the rules of their stage (payload, text, labels, history): a number, and behind a `+` part of a
-- hash where the rules were not those committed under it; '0' where it was not kept yet.

-- What normalization made of each payload in the place it was captured.
create table normalizations (
  capture_id integer primary key references captures (id),  -- the capture read
  outcome text not null,              -- version | not-a-policy | failed
  reason text,                        -- why it is no version, in one word; null for one
  title text,                         -- the page’s title; null where it has none
  language text,                      -- ISO 639-1 code; null where undecided
  stated_date text,                   -- JSON {kind, date, words}; date is a day or a month (2023-10)
  text_id integer references texts (id),  -- its text; null where it is no version
  flags text not null,                -- JSON list
  removed text not null,              -- JSON list of {step, reason, text}
  follow text,                        -- URL the page points to (frame, refresh)
  payload_rules text not null default '0'  -- version of the rules that read the payload
);
create index normalizations_by_rules on normalizations (payload_rules);

-- Distinct Markdown texts, as lists of clauses.
create table texts (
  id integer primary key,             -- its number
  markdown_hash text not null,        -- SHA-256 of the Markdown
  text_hash text not null,            -- equal where a reader sees the same text
  tail text not null,                 -- what follows the last clause
  word_count integer not null,        -- words of the text
  text_rules text not null default '0',  -- version of the rules that cut it into clauses
  reading_words integer,              -- words that are read aloud, headings left out; null where older rules cut it
  sentences integer,                  -- sentences of these words; null where older rules cut it
  syllables integer,                  -- syllables of these words, counted as in English; null where older rules cut it
  unique (markdown_hash, text_rules)
);
create index texts_by_text_hash on texts (text_hash);

-- Each distinct clause once.
create table clauses (
  id integer primary key,             -- its number
  kind text not null,                 -- heading | paragraph | item | row
  level integer not null,             -- rank of a heading, depth of an item, else 0
  text text not null,                 -- inline Markdown
  text_hash text,                     -- SHA-256 of the text; null where older rules cut it
  unique (kind, level, text)
);

-- Where clauses stand: what precedes them in the Markdown, and under which headings.
create table contexts (
  id integer primary key,             -- its number
  lead text not null,                 -- Markdown between the clause before and this one
  heading_path text not null,         -- JSON list
  label text not null,                -- the nearest heading’s text, or made up from the first words
  label_is_ours integer not null,     -- 1 where the label is made up
  unique (lead, heading_path, label, label_is_ours)
);

-- Which clauses make up a text, in order.
create table text_clauses (
  text_id integer not null references texts (id),  -- the text
  position integer not null,          -- from 0, in reading order
  clause_id integer not null references clauses (id),  -- the clause that stands there
  context_id integer not null references contexts (id),  -- how it stands there
  primary key (text_id, position)
) without rowid;

-- Topics of the clauses of a policy's versions, given by rules.
create table clause_topics (
  policy_id integer not null references policies (id),  -- in whose policy
  clause_id integer not null references clauses (id),  -- the clause
  context_id integer not null references contexts (id),  -- in this place
  topic text not null,                -- name of the topic
  rule text not null,                 -- the rule that fired
  primary key (policy_id, clause_id, context_id, topic)
) without rowid;

-- Topics of which a clause perhaps speaks: the rules are silent, and the model that learned from headings says it does.
create table clause_perhaps (
  policy_id integer not null references policies (id),  -- in whose policy
  clause_id integer not null references clauses (id),  -- the clause
  context_id integer not null references contexts (id),  -- in this place
  topic text not null,                -- name of the topic
  rule text not null,                 -- what says so
  primary key (policy_id, clause_id, context_id, topic)
) without rowid;

-- By the rules of which language the clauses of a policy's texts were labelled. A text without a row was not judged: no rules
-- know its language.
create table text_labels (
  policy_id integer not null references policies (id),  -- whose text
  text_id integer not null references texts (id),  -- the text
  language text not null,             -- ISO 639-1 code of the language whose rules were used
  primary key (policy_id, text_id)
) without rowid;

-- Versions of policies: longest runs of successive captures that read the same.
create table versions (
  id integer primary key,             -- its number
  policy_id integer not null references policies (id),  -- whose version
  version integer not null,           -- from 1 in time order; undated ones last
  slug text not null,                 -- end of its address on the site
  text_id integer not null references texts (id),  -- its text
  capture_id integer not null references captures (id),  -- the capture whose Markdown is shown
  first_seen text,                    -- instants: bounds seen in captures, never dates of publication; null: undated
  last_seen text,                     -- instant of the last capture; null: undated
  changed_after text,                 -- last capture of the version before
  capture_count integer not null,     -- captures that hold this text
  label_rules text not null default '0',  -- version of the rules that labelled its clauses
  history_rules text not null default '0',  -- version of the rules that made the row
  unique (policy_id, version),
  unique (policy_id, slug)
);

-- What a version cites where the memento of the capture shown lies outside its span: a text that came back was fetched
-- for an earlier capture of the same digest, and what bears witness to its return is a capture of its own.
create table citations (
  version_id integer primary key references versions (id),  -- the version
  capture_id integer not null references captures (id),  -- the capture cited, one of the version’s own
  timestamp text not null,            -- 14 digits, as memento URLs need them
  original text not null              -- URL captured
);

-- The one outcome of each capture of a policy.
create table outcomes (
  capture_id integer primary key references captures (id),  -- the capture
  outcome text not null,              -- version | not-a-policy | duplicate | skipped | failed | pending
  reason text,                        -- why, in one word; null for a version
  version_id integer references versions (id),  -- the version its text is, or equals; null where none
  history_rules text not null default '0'  -- version of the rules that made the row
);
create index outcomes_by_rules on outcomes (history_rules);
create index outcomes_by_version on outcomes (version_id);

-- Comparisons of successive versions.
create table comparisons (
  id integer primary key,             -- its number
  left_version_id integer not null references versions (id),  -- the earlier version
  right_version_id integer not null references versions (id),  -- the later version
  matches text not null,              -- JSON list of {left, right, kind, moved, score}
  counts text not null,               -- JSON {unchanged, edited, added, …}
  words_added integer not null,       -- words that came in
  words_removed integer not null,     -- words that went out
  carried_share real not null,        -- share of the left words that the right text holds, 0 to 1
  significance text,                  -- weightiest of the changes; null where there are none
  size_class text not null,           -- invisible | date | order | small | medium | large | very large | rewrite
  approximate integer not null,       -- 1 where a limit of work was reached
  history_rules text not null default '0',  -- version of the rules that made the row
  gist text,                          -- what the change is about, in one line
  gist_short text,                    -- the same in at most 140 characters
  unique (left_version_id, right_version_id)
);

-- What a comparison says of clauses that are not simply unchanged.
create table changes (
  comparison_id integer not null references comparisons (id),  -- the comparison
  position integer not null,          -- from 0, in reading order
  kind text not null,                 -- edited | added | removed | split | merged | unchanged
  moved integer not null,             -- 1 where the clause changed its place
  left_positions text not null,       -- JSON list of clause positions of the earlier version
  right_positions text not null,      -- the same of the later version
  words_added integer not null,       -- words that came in
  words_removed integer not null,     -- words that went out
  significance text not null,         -- substantive | minor | date | links | typographic
  size_class text not null,           -- as in comparisons
  spans text not null,                -- JSON list of [kind, text]
  primary key (comparison_id, position)
) without rowid;

-- Lives of clauses through the versions of a policy.
create table lineages (
  id integer primary key,             -- its number
  policy_id integer not null references policies (id),  -- whose clause
  lineage integer not null,           -- from 1 within the policy, in order of birth
  slug text not null,                 -- end of its address on the site
  label text not null,                -- its heading, or a label made up from its first words
  first_version_id integer not null references versions (id),  -- the version in which it is first seen
  last_version_id integer not null references versions (id),  -- the version in which it is last seen
  version_count integer not null,     -- versions that hold it
  change_count integer not null,      -- times its words changed
  present_in_latest integer not null, -- 1 where the latest version holds it
  unique (policy_id, lineage)
);

-- Which lineage each clause of a version belongs to.
create table version_lineages (
  version_id integer not null references versions (id),  -- the version
  position integer not null,          -- of the clause in its text
  lineage_id integer not null references lineages (id),  -- the lineage the clause belongs to
  primary key (version_id, position)
) without rowid;
create index version_lineages_by_lineage on version_lineages (lineage_id);

-- Names, promises and vague words in the clauses of a policy's versions. Offsets are UTF-16 units of the plain text.
create table clause_terms (
  policy_id integer not null references policies (id),  -- in whose policy
  clause_id integer not null references clauses (id),  -- the clause
  kind text not null,                 -- third-party | promise | vague
  start integer not null,             -- where it begins
  end integer not null,               -- where it ends, exclusive
  term text not null,                 -- the name, the sentence that promises, the vague words
  rule text not null,                 -- the rule that fired
  canonical text,                     -- a name without case, accents and signs; null for what is no name
  primary key (policy_id, clause_id, kind, start)
) without rowid;

-- Links and mail addresses in the clauses of a policy's versions.
create table clause_links (
  policy_id integer not null references policies (id),  -- in whose policy
  clause_id integer not null references clauses (id),  -- the clause
  start integer not null,             -- where the link’s text begins
  end integer not null,               -- where it ends, exclusive
  kind text not null,                 -- mailto | own | external | other
  text text not null,                 -- the visible text
  href text not null,                 -- where it leads
  host text,                          -- host of the address; null where it has none
  primary key (policy_id, clause_id, start)
) without rowid;

-- Hashes of all rows of a policy, as they were written; a policy without one is being changed, or was when a run was killed.
create table seals (
  policy_id integer primary key,      -- the policy; 0 for all that belongs to none
  hash text not null                  -- SHA-256 of the rows
);

-- ---------------------------------------------------------------- views: the interface
-- They keep to what SQLite 3.33 knows, since one view that cannot be parsed closes the whole file to a program: no
-- `order by` inside an aggregate (3.44), no `->>` (3.38). Aggregates that need an order take their rows from an ordered
-- subquery, whose order SQLite keeps for them.

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

-- A capture is of the policy whose version it bears witness to: in another language than most of its address's, of another.
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

create view v_versions as
  select p.domain, p.policy, v.version, v.slug, v.first_seen, v.last_seen, v.changed_after, v.capture_count,
    coalesce(q.original, m.original, c.original) as original,
    case when c.timestamp is null or a.archive = '' or a.archive like 'warc+%' then null
      else a.archive || iif(a.archive like '%://%/%', '/', '/web/') || coalesce(q.timestamp, m.timestamp, c.listed_timestamp) || '/' || coalesce(q.original, m.original, c.original) end
      as memento_url,
    coalesce(q.timestamp, m.timestamp, c.timestamp) as timestamp, c.digest, y.hash as payload_hash, m.retrieved_at,
    r.started_at as run, r.program,
    n.title, n.language, json_extract(n.stated_date, '$.date') as stated_date, tl.language as label_language,
    iif(tl.text_id is null, null, cast(v.label_rules as integer)) as label_rules_version, t.word_count,
    t.reading_words, t.sentences, t.syllables,
    iif(n.language = 'en' and t.reading_words >= 100 and t.sentences > 0,
      round(0.39 * t.reading_words / t.sentences + 11.8 * t.syllables / t.reading_words - 15.59, 1), null) as grade,
    cast(t.text_rules as integer) as text_rules_version, t.text_hash,
    ifnull(cast(n.payload_rules as integer), 0) + cast(t.text_rules as integer) + cast(v.label_rules as integer)
      + cast(v.history_rules as integer) as rules_version,
    (select group_concat(part, '') from (select x.lead || k.text as part
      from text_clauses tc join clauses k on k.id = tc.clause_id join contexts x on x.id = tc.context_id
      where tc.text_id = t.id order by tc.position)) || t.tail as markdown
  from versions v
  join policies p on p.id = v.policy_id
  join texts t on t.id = v.text_id
  left join text_labels tl on tl.policy_id = v.policy_id and tl.text_id = t.id
  join captures c on c.id = v.capture_id
  left join citations q on q.version_id = v.id
  left join captures qc on qc.id = q.capture_id
  join addresses a on a.id = ifnull(qc.address_id, c.address_id)
  join crawls r on r.id = c.crawl_id
  left join mementos m on m.capture_id = c.id
  left join payloads y on y.id = m.payload_id
  left join normalizations n on n.capture_id = c.id;

create view v_clauses as
  select p.domain, p.policy, v.version, tc.position, k.kind, k.level, x.heading_path, x.label, k.text,
    k.text_hash,
    iif(tl.text_id is null, null, (select json_group_array(topic) from (select ct.topic from clause_topics ct
      where ct.policy_id = v.policy_id and ct.clause_id = tc.clause_id and ct.context_id = tc.context_id order by ct.topic))) as topics,
    iif(tl.text_id is null, null, (select json_group_array(topic) from (select cp.topic from clause_perhaps cp
      where cp.policy_id = v.policy_id and cp.clause_id = tc.clause_id and cp.context_id = tc.context_id order by cp.topic))) as perhaps,
    l.lineage
  from versions v
  join policies p on p.id = v.policy_id
  join text_clauses tc on tc.text_id = v.text_id
  join clauses k on k.id = tc.clause_id
  join contexts x on x.id = tc.context_id
  left join text_labels tl on tl.policy_id = v.policy_id and tl.text_id = tc.text_id
  left join version_lineages vl on vl.version_id = v.id and vl.position = tc.position
  left join lineages l on l.id = vl.lineage_id;

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

create view v_changes as
  select p.domain, p.policy, lv.version as left_version, rv.version as right_version,
    rv.changed_after, rv.first_seen as changed_before, g.position,
    iif(g.kind = 'unchanged' and g.moved = 0, 'edited', g.kind) as kind, -- reads the same, and yet differs: see significance
    g.moved, g.left_positions, g.right_positions,
    (select l.lineage from version_lineages vl join lineages l on l.id = vl.lineage_id
      where vl.version_id = iif(json_array_length(g.right_positions) > 0, rv.id, lv.id)
        and vl.position = iif(json_array_length(g.right_positions) > 0,
          json_extract(g.right_positions, '$[0]'), json_extract(g.left_positions, '$[0]'))) as lineage,
    (select x.heading_path from text_clauses tc join contexts x on x.id = tc.context_id
      where tc.text_id = iif(json_array_length(g.right_positions) > 0, rv.text_id, lv.text_id)
        and tc.position = iif(json_array_length(g.right_positions) > 0,
          json_extract(g.right_positions, '$[0]'), json_extract(g.left_positions, '$[0]'))) as heading_path,
    (select group_concat(text, char(10)) from (select k.text
      from json_each(g.left_positions) j join text_clauses tc on tc.text_id = lv.text_id and tc.position = j.value
      join clauses k on k.id = tc.clause_id order by tc.position)) as left_text,
    (select group_concat(text, char(10)) from (select k.text
      from json_each(g.right_positions) j join text_clauses tc on tc.text_id = rv.text_id and tc.position = j.value
      join clauses k on k.id = tc.clause_id order by tc.position)) as right_text,
    g.words_added, g.words_removed, g.significance
  from changes g
  join comparisons o on o.id = g.comparison_id
  join versions lv on lv.id = o.left_version_id
  join versions rv on rv.id = o.right_version_id
  join policies p on p.id = rv.policy_id;

create view v_lineages as
  select p.domain, p.policy, l.lineage, l.label, fv.first_seen, lv.last_seen, l.version_count, l.change_count,
    l.present_in_latest
  from lineages l
  join policies p on p.id = l.policy_id
  join versions fv on fv.id = l.first_version_id
  join versions lv on lv.id = l.last_version_id;

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

create view v_terms as
  select p.domain, p.policy, v.version, tc.position, ct.kind, ct.term, ct.canonical, ct.start, ct.end, ct.rule
  from versions v
  join policies p on p.id = v.policy_id
  join text_clauses tc on tc.text_id = v.text_id
  join clause_terms ct on ct.policy_id = v.policy_id and ct.clause_id = tc.clause_id;

create view v_links as
  select p.domain, p.policy, v.version, tc.position, cl.kind, cl.text, cl.href, cl.host, cl.start, cl.end
  from versions v
  join policies p on p.id = v.policy_id
  join text_clauses tc on tc.text_id = v.text_id
  join clause_links cl on cl.policy_id = v.policy_id and cl.clause_id = tc.clause_id;

create view v_removals as
  select r.domain, nullif(r.policy, '') as policy, nullif(r.first, '') as first, nullif(r.last, '') as last,
    r.removed_on, r.reason,
    (select count(*) from v_captures c where c.domain = r.domain and c.reason = 'removed' and r.policy in ('', c.policy)
      and iif(c.timestamp is null, r.first = '' and r.last = '',
        c.timestamp >= r.first and (r.last = '' or c.timestamp <= r.last))) as capture_count
  from removals r;

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

create view v_coverage as
  with recursive
    doubtful as (select distinct v.id from versions v join normalizations n on n.capture_id = v.capture_id
      join json_each(n.flags) f where f.value in ('mojibake', 'truncated', 'approximate')),
    seen as (select p.domain,
        cast(substr(c.timestamp, 1, 4) as integer) * 2 + (substr(c.timestamp, 5, 2) > '06') as half,
        max(o.version_id is not null and o.version_id not in (select id from doubtful)) as is_usable,
        count(*) as capture_count, count(distinct o.version_id) as version_count
      from captures c join addresses a on a.id = c.address_id join policies p on p.id = a.policy_id
      left join outcomes o on o.capture_id = c.id
      where c.timestamp is not null group by 1, 2),
    halves (half) as (select min(half) from seen
      union all select half + 1 from halves where half < (select max(half) from seen))
  select d.domain, (h.half / 2) || '-H' || (h.half % 2 + 1) as half_year,
    case s.is_usable when 1 then 'usable' when 0 then 'flagged' else 'none' end as state,
    ifnull(s.capture_count, 0) as capture_count, ifnull(s.version_count, 0) as version_count
  from (select distinct domain from policies) d
  join halves h on h.half is not null
  left join seen s on s.domain = d.domain and s.half = h.half;

-- The days of laws that the site's charts mark (core/law-days.ts; a test holds them equal).
create view v_events as
  select 'data-protection-directive' as name, '1998-10-24' as day, 'EU Data Protection Directive: to be in national law' as label,
    'https://eur-lex.europa.eu/eli/dir/1995/46/oj' as source
  union all select 'coppa', '2000-04-21', 'United States, children’s online privacy rule (COPPA) takes effect',
    'https://www.ecfr.gov/current/title-16/chapter-I/subchapter-C/part-312'
  union all select 'caloppa', '2004-07-01', 'California Online Privacy Protection Act (CalOPPA) becomes operative',
    'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=BPC&sectionNum=22579'
  union all select 'cookie-directive', '2011-05-25', 'EU directive on consent to cookies (2009/136/EC): to be in national law',
    'https://eur-lex.europa.eu/eli/dir/2009/136/oj'
  union all select 'coppa-amended', '2013-07-01', 'United States, amended children’s online privacy rule takes effect',
    'https://www.federalregister.gov/citation/78-FR-3972'
  union all select 'gdpr', '2018-05-25', 'EU General Data Protection Regulation (GDPR) applies',
    'https://eur-lex.europa.eu/eli/reg/2016/679/oj'
  union all select 'ccpa', '2020-01-01', 'California Consumer Privacy Act (CCPA) becomes operative',
    'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1798.198'
  union all select 'lgpd', '2020-09-18', 'Brazil, General Data Protection Law (LGPD) in force',
    'https://www.planalto.gov.br/ccivil_03/_ato2015-2018/2018/lei/l13709.htm'
  union all select 'cpra', '2023-01-01', 'California Privacy Rights Act (CPRA) becomes operative',
    'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1798.100';
