/** Views of the dataset as data, and the columns that several of them have. */

/**
 * How to read a column's values: `instant` is ISO 8601 in UTC, `timestamp` the archive's 14 digits, `flag` 0 or 1,
 * `list` a JSON list of texts, `numbers` one of whole numbers. All others are what they are called.
 */
export type ColumnType = 'text' | 'integer' | 'real' | 'instant' | 'timestamp' | 'flag' | 'list' | 'numbers';

export interface ViewColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly description: string;
}

export interface DatasetView {
  /** `v_versions`. */
  readonly name: string;
  /** What one row stands for. */
  readonly row: string;
  /** Columns that together name a row; none where the view promises no such thing. */
  readonly key: readonly string[];
  /** Columns that give the rows their order in a dataset; none where the view has an order of its own. */
  readonly order: readonly string[];
  readonly columns: readonly ViewColumn[];
}

export const column = (name: string, type: ColumnType, description: string): ViewColumn => ({
  name,
  type,
  description,
});

export const DOMAIN = column('domain', 'text', 'the company’s domain name');
export const POLICY = column('policy', 'text', 'short name of the policy within the domain');
export const VERSION = column(
  'version',
  'integer',
  'number from 1 in time order within the policy; undated ones last',
);
export const FIRST_SEEN = column(
  'first_seen',
  'instant',
  'instant of the first capture: a bound, not a date of publication; null where undated',
);
export const LAST_SEEN = column('last_seen', 'instant', 'instant of the last capture; null where undated');
export const ORIGINAL = column('original', 'text', 'the URL that was captured');
export const MEMENTO_URL = column(
  'memento_url',
  'text',
  'address of the archived copy; null where there is none',
);
export const HEADING_PATH = column('heading_path', 'list', 'the headings it stands under, outermost first');
export const LEFT_VERSION = column('left_version', 'integer', 'the earlier version');
export const RIGHT_VERSION = column('right_version', 'integer', 'the later version');
export const START = column(
  'start',
  'integer',
  'where it begins in the clause’s plain text, in UTF-16 units',
);
export const END = column('end', 'integer', 'where it ends, exclusive');
export const POSITION = column('position', 'integer', 'position of the clause within the version, from 0');
export const CHANGED_AFTER = column(
  'changed_after',
  'instant',
  'last capture of the earlier version: the change lies after it',
);
export const CHANGED_BEFORE = column(
  'changed_before',
  'instant',
  'first capture of the later version: the change lies before it',
);

/** When a column of a view is null, as its description says; null for one that never is. */
export const nullRule = ({ description }: ViewColumn): string | null =>
  /\bnull (.*)$/.exec(description)?.[1] ?? null;
