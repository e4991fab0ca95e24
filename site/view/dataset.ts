/**
 * What the dataset's views hold, column by column. A test compares the names with the views of a store, so that neither
 * can be changed alone.
 */
export const viewRows: Readonly<Record<string, string>> = {
  v_policies: 'policy',
  v_captures: 'capture known',
  v_versions: 'version',
  v_clauses: 'clause of a version',
  v_changes: 'change between two successive versions',
  v_lineages: 'lineage: one clause’s life through the versions',
};

const everywhere: Readonly<Record<string, string>> = {
  domain: 'the company’s domain name',
  policy: 'short name of the policy within the domain',
  version: 'number from 1 in time order within the policy; undated ones last',
  title: 'the page’s title; null where it has none',
  first_seen: 'instant of the first capture: a bound, not a date of publication; null where undated',
  last_seen: 'instant of the last capture; null where undated',
  capture_count: 'captures',
  version_count: 'versions',
  timestamp: 'the archive’s 14 digits, UTC; null where undated',
  original: 'the URL that was captured',
  memento_url: 'address of the archived copy; null where there is none',
  kind: 'kind',
  heading_path: 'JSON list: the headings it stands under, outermost first',
  lineage: 'number of the lineage within the policy; null where not traced',
  changed_after: 'last capture of the version before: the change lies after it',
};

const own: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  v_policies: { capture_count: 'captures known at all its addresses', version_count: 'versions seen' },
  v_captures: {
    statuscode: 'status of the captured answer, `-` for a revisit',
    mimetype: 'type as the index has it',
    digest: 'the archive’s Base32 SHA-1 of the payload',
    outcome: 'version, not-a-policy, duplicate, skipped, failed or pending',
    reason: 'why, in one word; null for a version',
    payload_hash: 'SHA-256 of the bytes received; null where not fetched',
    version: 'the version its text is, or equals; null where none',
  },
  v_versions: {
    slug: 'the end of the version’s address on the site',
    capture_count: 'captures that hold this text',
    language: 'ISO 639-1 code; null where undecided',
    stated_date: 'the date the text gives for itself: a claim; null where none or undecided',
    word_count: 'words of the text',
    text_hash: 'SHA-256 of the words as read: equal for equal texts',
    rules_version: 'number of the rules that derived the row',
    markdown: 'the whole text',
  },
  v_clauses: {
    position: 'from 0, in reading order',
    kind: 'heading, paragraph, item or row',
    level: 'rank of a heading, depth of an item, else 0',
    text: 'inline Markdown on one line',
    topics: 'JSON list of topics',
  },
  v_changes: {
    left_version: 'the earlier version',
    right_version: 'the later version',
    changed_before: 'first capture of the later version: the change lies before it',
    kind: 'edited, added, removed, split, merged, or unchanged together with moved',
    moved: '1 where the clause changed its place',
    left_text: 'the clause before; null for an added one',
    right_text: 'the clause after; null for a removed one',
    words_added: 'words that came in',
    words_removed: 'words that went out',
    significance: 'substantive, minor, date, links or typographic',
  },
  v_lineages: {
    label: 'its heading, or a label made up from its first words',
    version_count: 'versions that hold it',
    change_count: 'times its words changed',
    present_in_latest: '1 where the latest version holds it',
  },
};

/** What a column holds; undefined where nobody has said so yet. */
export const describeColumn = (view: string, column: string): string | undefined =>
  own[view]?.[column] ?? everywhere[column];
