import {
  CHANGED_AFTER,
  CHANGED_BEFORE,
  column,
  type DatasetView,
  DOMAIN,
  FIRST_SEEN,
  HEADING_PATH,
  LAST_SEEN,
  LEFT_VERSION,
  MEMENTO_URL,
  ORIGINAL,
  POLICY,
  RIGHT_VERSION,
  VERSION,
} from './dataset-columns.ts';
import { coverage, events, flags, links, removals, terms, topics } from './dataset-more-views.ts';

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
    column('timestamp', 'timestamp', 'of that copy: the archive’s 14 digits, UTC; null where undated'),
    column('digest', 'text', 'the archive’s Base32 SHA-1 of the payload shown'),
    column('payload_hash', 'text', 'SHA-256 of the bytes that the text was read from; null where not kept'),
    column('retrieved_at', 'instant', 'when these bytes were read; null where not kept'),
    column('run', 'instant', 'when the run began that first saw the capture'),
    column('program', 'text', 'name and version of the program of that run'),
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
    column(
      'reading_words',
      'integer',
      'words in Latin letters outside headings, as read aloud; null where rules from before this count cut the text',
    ),
    column('sentences', 'integer', 'sentences of these words; null where reading_words is'),
    column('syllables', 'integer', 'their syllables, counted as in English; null where reading_words is'),
    column(
      'grade',
      'real',
      'Flesch–Kincaid grade of an English text of 100 words or more, from these three; null for all others',
    ),
    column('text_rules_version', 'integer', 'number of the rules that cut the text into clauses and counted'),
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
    column('label', 'text', 'the nearest heading’s text, or a label made up from its first words'),
    column('text', 'text', 'inline Markdown on one line'),
    column(
      'text_hash',
      'text',
      'SHA-256 of the text: the same in all policies; null where rules from before this hash cut it',
    ),
    column('topics', 'list', 'topics, by rule; null where not judged: no rules know the text’s language'),
    column('perhaps', 'list', 'topics of which it perhaps speaks; null where not judged'),
    column('lineage', 'integer', 'number of its lineage within the policy; null where not traced'),
  ],
};

const changes: DatasetView = {
  name: 'v_changes',
  row: 'change between two successive versions',
  key: ['domain', 'policy', 'right_version', 'position'],
  order: ['domain', 'policy', 'right_version', 'position'],
  columns: [
    DOMAIN,
    POLICY,
    LEFT_VERSION,
    RIGHT_VERSION,
    CHANGED_AFTER,
    CHANGED_BEFORE,
    column('position', 'integer', 'from 0 within the step, in reading order'),
    column('kind', 'text', 'edited, added, removed, split, merged, or unchanged together with moved'),
    column('moved', 'flag', '1 where the clause changed its place'),
    column(
      'left_positions',
      'numbers',
      'positions of its clauses in the earlier version; none for an added one',
    ),
    column(
      'right_positions',
      'numbers',
      'positions of its clauses in the later version; none for a removed one',
    ),
    column(
      'lineage',
      'integer',
      'lineage of its first clause, of the later version where it has one there; null where not traced',
    ),
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

export const datasetViews: readonly DatasetView[] = [
  policies,
  captures,
  versions,
  clauses,
  steps,
  changes,
  lineages,
  topics,
  terms,
  links,
  coverage,
  flags,
  events,
  removals,
];
