import {
  column,
  type DatasetView,
  DOMAIN,
  END,
  ORIGINAL,
  POLICY,
  POSITION,
  START,
  VERSION,
} from './dataset-columns.ts';

/** Views of what clauses speak of, of what there is of whom, and of what is in doubt. */

export const topics: DatasetView = {
  name: 'v_topics',
  row: 'topic of a clause of a version; where `v_versions.label_language` is null nothing was judged, and no row means nothing',
  key: ['domain', 'policy', 'version', 'position', 'topic', 'standing'],
  order: ['domain', 'policy', 'version', 'position', 'topic', 'standing'],
  columns: [
    DOMAIN,
    POLICY,
    VERSION,
    POSITION,
    column('topic', 'text', 'name of the topic'),
    column('standing', 'text', 'spoken: a rule found the clause to be on it; perhaps: weaker than a rule'),
    column('rule', 'text', 'the rule that fired, or what else says so'),
    column('label_language', 'text', 'ISO 639-1 code of the language whose rules judged the text'),
  ],
};

export const terms: DatasetView = {
  name: 'v_terms',
  row: 'name, promise or vague wording in a clause of a version',
  key: ['domain', 'policy', 'version', 'position', 'kind', 'start'],
  order: ['domain', 'policy', 'version', 'position', 'kind', 'start'],
  columns: [
    DOMAIN,
    POLICY,
    VERSION,
    POSITION,
    column('kind', 'text', 'third-party, promise or vague'),
    column('term', 'text', 'the name, the sentence that promises, or the vague words'),
    column(
      'canonical',
      'text',
      'the name in one spelling: lower case, no accents and signs; null for what is no name',
    ),
    START,
    END,
    column('rule', 'text', 'the rule that fired'),
  ],
};

export const links: DatasetView = {
  name: 'v_links',
  row: 'link or mail address in a clause of a version',
  key: ['domain', 'policy', 'version', 'position', 'start'],
  order: ['domain', 'policy', 'version', 'position', 'start'],
  columns: [
    DOMAIN,
    POLICY,
    VERSION,
    POSITION,
    column('kind', 'text', 'mailto, own, external or other'),
    column('text', 'text', 'the link’s visible text'),
    column('href', 'text', 'the address it leads to'),
    column('host', 'text', 'the address’s host; null where it has none'),
    START,
    END,
  ],
};

export const removals: DatasetView = {
  name: 'v_removals',
  row: 'entry of the removal list: captures whose words are not published',
  key: [],
  order: ['domain', 'policy', 'first', 'last'],
  columns: [
    DOMAIN,
    column('policy', 'text', 'short name of the policy; null for every policy of the domain'),
    column('first', 'timestamp', 'first timestamp removed; null for the beginning, undated texts included'),
    column('last', 'timestamp', 'last timestamp removed; null where there is no end'),
    column('removed_on', 'text', 'day of the removal, yyyy-mm-dd'),
    column('reason', 'text', 'why, in general words'),
    column('capture_count', 'integer', 'captures without their words for this reason'),
  ],
};

export const flags: DatasetView = {
  name: 'v_flags',
  row: 'doubt about a capture that was read',
  key: [],
  order: ['domain', 'policy', 'timestamp', 'original', 'flag', 'version', 'is_shown'],
  columns: [
    DOMAIN,
    POLICY,
    column('timestamp', 'timestamp', 'the archive’s 14 digits, UTC; null where undated'),
    ORIGINAL,
    column('version', 'integer', 'the version its text is, or equals; null where none'),
    column(
      'flag',
      'text',
      'mojibake, truncated, approximate, several-documents: words in doubt; pdf, plain-text, embedded-data, noframes: how it was read; undecided-date',
    ),
    column('is_shown', 'flag', '1 where this capture’s text is the one shown of its version'),
  ],
};

export const coverage: DatasetView = {
  name: 'v_coverage',
  row: 'company and half-year, from the oldest capture of all to the newest, those without captures included',
  key: ['domain', 'half_year'],
  order: ['domain', 'half_year'],
  columns: [
    DOMAIN,
    column('half_year', 'text', '2004-H1: January to June'),
    column(
      'state',
      'text',
      'usable: a text without doubt was seen; flagged: captures, all of them doubtful or of no use; none: no capture known',
    ),
    column('capture_count', 'integer', 'captures known of its policies'),
    column('version_count', 'integer', 'distinct versions seen'),
  ],
};

export const events: DatasetView = {
  name: 'v_events',
  row: 'day of a law: a fact with its source, no claim that anything followed from it',
  key: ['name'],
  order: ['day', 'name'],
  columns: [
    column('name', 'text', 'short name, part of addresses'),
    column('day', 'text', 'yyyy-mm-dd'),
    column('label', 'text', 'what happened on the day'),
    column('source', 'text', 'where the law itself says so'),
  ],
};
