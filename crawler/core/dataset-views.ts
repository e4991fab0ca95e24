import {
  CHANGED_AFTER,
  CHANGED_BEFORE,
  column,
  type DatasetView,
  DOMAIN,
  END,
  FIRST_SEEN,
  HEADING_PATH,
  LAST_SEEN,
  LEFT_VERSION,
  MEMENTO_URL,
  ORIGINAL,
  POLICY,
  POSITION,
  RIGHT_VERSION,
  START,
  VERSION,
} from './dataset-columns.ts';

/**
 * What the dataset's views hold, column by column: said once, for the site's data page and for every export. Tests
 * compare the names with the views of a store, so that neither can be changed alone.
 */

const policies: DatasetView = {
  name: 'v_policies',
  row: 'policy',
  key: ['domain', 'policy'],
  order: ['domain', 'policy'],
  columns: [
    DOMAIN,
    POLICY,
    column('title', 'text', 'the title of its latest version that has one; null where none has'),
    FIRST_SEEN,
    LAST_SEEN,
    column('capture_count', 'integer', 'captures known at all its addresses'),
    column('version_count', 'integer', 'versions seen'),
  ],
};

const captures: DatasetView = {
  name: 'v_captures',
  row: 'capture known',
  key: [],
  order: ['domain', 'policy', 'timestamp', 'original', 'statuscode', 'digest'],
  columns: [
    DOMAIN,
    POLICY,
    column('timestamp', 'timestamp', 'the archive’s 14 digits, UTC; null where undated'),
    ORIGINAL,
    MEMENTO_URL,
    column('statuscode', 'text', 'status of the captured answer, `-` for a revisit'),
    column('mimetype', 'text', 'type as the index has it'),
    column('digest', 'text', 'the archive’s Base32 SHA-1 of the payload'),
    column('outcome', 'text', 'version, not-a-policy, duplicate, skipped, failed or pending'),
    column('reason', 'text', 'why, in one word; null for a version'),
    column('payload_hash', 'text', 'SHA-256 of the bytes received; null where not fetched'),
    column('version', 'integer', 'the version its text is, or equals; null where none'),
  ],
};

const versions: DatasetView = {
  name: 'v_versions',
  row: 'version',
  key: ['domain', 'policy', 'version'],
  order: ['domain', 'policy', 'version'],
  columns: [
    DOMAIN,
    POLICY,
    VERSION,
    column('slug', 'text', 'the end of the version’s address on the site'),
    FIRST_SEEN,
    LAST_SEEN,
    column(
      'changed_after',
      'instant',
      'last capture of the version before: the change lies after it; null for the first and for undated ones',
    ),
    column('capture_count', 'integer', 'captures that hold this text'),
    ORIGINAL,
    MEMENTO_URL,
    column('title', 'text', 'the page’s title; null where it has none'),
    column('language', 'text', 'ISO 639-1 code; null where undecided'),
    column(
      'stated_date',
      'text',
      'the date the text gives for itself: a claim; null where none or undecided',
    ),
    column(
      'label_language',
      'text',
      'ISO 639-1 code of the language whose rules labelled the clauses; null where not judged',
    ),
    column('label_rules_version', 'integer', 'number of those rules; null where not judged'),
    column('word_count', 'integer', 'words of the text'),
    column('text_hash', 'text', 'SHA-256 of the words as read: equal for equal texts'),
    column(
      'rules_version',
      'integer',
      'version of the rules that derived the row: the sum of those of all stages, which grows with each',
    ),
    column('markdown', 'text', 'the whole text'),
  ],
};

const clauses: DatasetView = {
  name: 'v_clauses',
  row: 'clause of a version',
  key: ['domain', 'policy', 'version', 'position'],
  order: ['domain', 'policy', 'version', 'position'],
  columns: [
    DOMAIN,
    POLICY,
    VERSION,
    column('position', 'integer', 'from 0, in reading order'),
    column('kind', 'text', 'heading, paragraph, item or row'),
    column('level', 'integer', 'rank of a heading, depth of an item, else 0'),
    HEADING_PATH,
    column('text', 'text', 'inline Markdown on one line'),
    column('topics', 'list', 'topics, by rule; null where not judged: no rules know the text’s language'),
    column('perhaps', 'list', 'topics of which it perhaps speaks; null where not judged'),
    column('lineage', 'integer', 'number of its lineage within the policy; null where not traced'),
  ],
};

const changes: DatasetView = {
  name: 'v_changes',
  row: 'change between two successive versions',
  key: [],
  order: [],
  columns: [
    DOMAIN,
    POLICY,
    LEFT_VERSION,
    RIGHT_VERSION,
    CHANGED_AFTER,
    CHANGED_BEFORE,
    column('kind', 'text', 'edited, added, removed, split, merged, or unchanged together with moved'),
    column('moved', 'flag', '1 where the clause changed its place'),
    HEADING_PATH,
    column('left_text', 'text', 'the clause before; null for an added one'),
    column('right_text', 'text', 'the clause after; null for a removed one'),
    column('words_added', 'integer', 'words that came in'),
    column('words_removed', 'integer', 'words that went out'),
    column('significance', 'text', 'substantive, minor, date, links or typographic'),
  ],
};

const steps: DatasetView = {
  name: 'v_steps',
  row: 'step: two successive versions compared',
  key: ['domain', 'policy', 'right_version'],
  order: ['domain', 'policy', 'right_version'],
  columns: [
    DOMAIN,
    POLICY,
    LEFT_VERSION,
    RIGHT_VERSION,
    CHANGED_AFTER,
    CHANGED_BEFORE,
    column(
      'gist',
      'text',
      'what the change is about, in one line made by rule; null until labels are derived',
    ),
    column('gist_short', 'text', 'the same in at most 140 characters; null until labels are derived'),
    column(
      'size_class',
      'text',
      'invisible, date, order, small (to 5 words), medium (to 50), large (to 500), very large, or rewrite',
    ),
    column(
      'significance',
      'text',
      'weightiest of its changes: substantive, minor, date, links, typographic; null where none',
    ),
    column('carried_share', 'real', 'share of the earlier text’s words that the later one holds, 0 to 1'),
    column('clauses_unchanged', 'integer', 'clauses that read the same'),
    column('clauses_edited', 'integer', 'clauses with other words'),
    column('clauses_added', 'integer', 'clauses that came in'),
    column('clauses_removed', 'integer', 'clauses that went out'),
    column('clauses_split', 'integer', 'clauses that became several'),
    column('clauses_merged', 'integer', 'clauses that became one of several'),
    column('clauses_moved', 'integer', 'clauses that changed their place'),
    column('words_added', 'integer', 'words that came in'),
    column('words_removed', 'integer', 'words that went out'),
    column('approximate', 'flag', '1 where a limit of work was reached and a coarser method finished'),
  ],
};

const lineages: DatasetView = {
  name: 'v_lineages',
  row: 'lineage: one clause’s life through the versions',
  key: ['domain', 'policy', 'lineage'],
  order: ['domain', 'policy', 'lineage'],
  columns: [
    DOMAIN,
    POLICY,
    column('lineage', 'integer', 'number from 1 within the policy, in order of birth'),
    column('label', 'text', 'its heading, or a label made up from its first words'),
    FIRST_SEEN,
    LAST_SEEN,
    column('version_count', 'integer', 'versions that hold it'),
    column('change_count', 'integer', 'times its words changed'),
    column('present_in_latest', 'flag', '1 where the latest version holds it'),
  ],
};

const terms: DatasetView = {
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
    START,
    END,
    column('rule', 'text', 'the rule that fired'),
  ],
};

const links: DatasetView = {
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

const removals: DatasetView = {
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

export const datasetViews: readonly DatasetView[] = [
  policies,
  captures,
  versions,
  clauses,
  steps,
  changes,
  lineages,
  terms,
  links,
  removals,
];
