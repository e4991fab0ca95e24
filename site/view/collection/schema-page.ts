import { datasetViews, nullRule, type ViewColumn } from '../../../crawler/core/index.ts';
import { plainLabel } from '../html.ts';

export interface ColumnRow {
  readonly name: string;
  readonly type: string;
  readonly meaning: string;
  /** When it is null; 'never' where it never is. */
  readonly nulls: string;
  readonly example: string;
}

type Examples = Readonly<Record<string, string | number | null>>;

/** Longest example shown, in characters. */
const MAX_EXAMPLE = 60;

/** A value on one line, cut. */
export function shortValue(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  const line = plainLabel(String(value));
  return line.length > MAX_EXAMPLE ? `${line.slice(0, MAX_EXAMPLE - 1)}…` : line;
}

/** What `type` means, where it says more than SQLite's own. */
const typeNames: Readonly<Record<ViewColumn['type'], string>> = {
  text: 'text',
  integer: 'integer',
  real: 'number',
  instant: 'text, instant',
  timestamp: 'text, 14 digits',
  flag: 'integer, 0 or 1',
  list: 'text, JSON list',
  numbers: 'text, JSON list of whole numbers',
};

export interface ViewDescription {
  readonly name: string;
  readonly row: string;
  readonly columns: readonly ColumnRow[];
}

/**
 * The views of a file with every column described.
 * @throws Error for a view or column that the description does not know: the build stops there.
 */
export function describeViews(
  inFile: readonly { readonly name: string; readonly columns: readonly string[] }[],
  examplesOf: (view: string) => Examples,
): ViewDescription[] {
  return datasetViews.map(({ name, row, columns }) => {
    const found = inFile.find((view) => view.name === name)?.columns ?? [];
    const undescribed = found.filter((column) => !columns.some((one) => one.name === column));
    if (found.length === 0 || undescribed.length > 0) {
      throw new Error(`${name} and its description differ: ${undescribed.join(', ') || 'no such view'}`);
    }
    const examples = examplesOf(name);
    return {
      name,
      row,
      columns: columns.map((column) => ({
        name: column.name,
        type: typeNames[column.type],
        meaning: column.description.replaceAll('`', ''),
        nulls: nullRule(column) ?? 'never',
        example: shortValue(examples[column.name]),
      })),
    };
  });
}

export interface TableDescription {
  readonly name: string;
  readonly description: string;
  readonly rowCount: number;
  readonly columns: readonly ColumnRow[];
}

/**
 * The tables below the views.
 * @throws Error for a column that nothing is said of: the build stops there.
 */
export function describeStoredTables(
  tables: readonly {
    readonly name: string;
    readonly description: string;
    readonly rowCount: number;
    readonly columns: readonly {
      readonly name: string;
      readonly type: string;
      readonly comment: string;
      readonly isNullable: boolean;
    }[];
  }[],
): TableDescription[] {
  return tables.map(({ columns, ...table }) => ({
    ...table,
    columns: columns.map(({ name, type, comment, isNullable }) => {
      if (comment === '') throw new Error(`nothing is said of the column ${name} of ${table.name}`);
      return {
        name,
        type,
        meaning: comment.replaceAll('`', ''),
        nulls: isNullable ? 'may be' : 'never',
        example: '',
      };
    }),
  }));
}

/** A view in the picture of how views belong together; places are columns and rows of a grid. */
export interface Entity {
  readonly name: string;
  /** What names a row, with “…” for domain and policy where more than these do; empty where nothing does. */
  readonly key: string;
  readonly at: readonly [column: number, row: number];
}

export interface Relation {
  readonly from: string;
  readonly to: string;
  /** How many rows of `to` belong to one of `from`. */
  readonly words: string;
}

const places: Readonly<Record<string, readonly [column: number, row: number]>> = {
  v_policies: [0, 1],
  v_captures: [1, 2],
  v_versions: [1, 1],
  v_lineages: [1, 0],
  v_steps: [2, 3],
  v_changes: [3, 3],
  v_clauses: [2, 1],
  v_topics: [3, 0],
  v_terms: [3, 1],
  v_links: [3, 2],
  v_coverage: [0, 2],
  v_flags: [1, 3],
  v_events: [0, 3],
  v_removals: [0, 0],
};

/** A key as the picture writes it. */
const keyWords = (key: readonly string[]): string => key.join(', ').replace(/^domain, policy, /, '… ');

export const entities: readonly Entity[] = datasetViews.flatMap(({ name, key }) => {
  const at = places[name];
  return at ? [{ name, key: keyWords(key), at }] : [];
});

export const relations: readonly Relation[] = [
  { from: 'v_policies', to: 'v_captures', words: 'a policy has captures' },
  { from: 'v_policies', to: 'v_versions', words: 'a policy has versions' },
  { from: 'v_policies', to: 'v_lineages', words: 'a policy has lineages of clauses' },
  { from: 'v_versions', to: 'v_captures', words: 'a version was seen in one or more captures' },
  { from: 'v_versions', to: 'v_steps', words: 'a step leads from a version to the next' },
  { from: 'v_steps', to: 'v_changes', words: 'a step is made of changes' },
  { from: 'v_versions', to: 'v_clauses', words: 'a version is made of clauses' },
  {
    from: 'v_lineages',
    to: 'v_clauses',
    words: 'a lineage holds one clause of each version in which it stands',
  },
  { from: 'v_clauses', to: 'v_topics', words: 'a clause may speak of topics' },
  { from: 'v_clauses', to: 'v_terms', words: 'a clause may hold names, promises and vague words' },
  { from: 'v_clauses', to: 'v_links', words: 'a clause may hold links' },
  { from: 'v_coverage', to: 'v_captures', words: 'a half-year of a company may have captures' },
  { from: 'v_captures', to: 'v_flags', words: 'a capture may be in doubt, for one or more reasons' },
];

/** Sizes of the picture, in its own units. */
export const PICTURE = { boxWidth: 214, boxHeight: 46, columnStep: 256, rowStep: 96, margin: 4 } as const;

const corner = ([column, row]: Entity['at']) => ({
  x: PICTURE.margin + column * PICTURE.columnStep,
  y: PICTURE.margin + row * PICTURE.rowStep,
});

export interface PlacedEntity extends Entity {
  readonly x: number;
  readonly y: number;
}

export const placedEntities: readonly PlacedEntity[] = entities.map((one) => ({ ...one, ...corner(one.at) }));

const farthest = (axis: 0 | 1) => Math.max(...entities.map(({ at }) => at[axis]));

export const pictureSize = {
  width: farthest(0) * PICTURE.columnStep + PICTURE.boxWidth + 2 * PICTURE.margin,
  height: farthest(1) * PICTURE.rowStep + PICTURE.boxHeight + 2 * PICTURE.margin,
} as const;

/** The line of a relation: from the nearer side of one box to that of the other, with a fork where many begin. */
export function drawRelation({ from, to }: Relation): { readonly line: string; readonly fork: string } {
  const find = (name: string) => placedEntities.find((one) => one.name === name)!;
  const [a, b] = [find(from), find(to)];
  const { boxWidth: width, boxHeight: height } = PICTURE;
  if (a.x === b.x) {
    const x = a.x + width / 2;
    const [start, end] = a.y < b.y ? [a.y + height, b.y] : [a.y, b.y + height];
    const back = Math.sign(start - end) * 8;
    return { line: `M${x} ${start}V${end}`, fork: `M${x - 6} ${end}L${x} ${end + back}L${x + 6} ${end}` };
  }
  const [start, end] = [a.x + width, b.x];
  const [from0, to0] = [a.y + height / 2, b.y + height / 2];
  const middle = (start + end) / 2;
  return {
    line: `M${start} ${from0}H${middle}V${to0}H${end}`,
    fork: `M${end} ${to0 - 6}L${end - 8} ${to0}L${end} ${to0 + 6}`,
  };
}
