import type { ColumnType } from '../core/index.ts';
import type { ExportedTable } from './clause-tables.ts';
import type { ExportedFile } from './export-folder.ts';

/** A file of the dataset with what its columns are; no columns for what is no table. */
export interface DescribedFile {
  readonly file: ExportedFile;
  readonly name: string;
  readonly title: string;
  readonly format: 'csv' | 'jsonl' | 'parquet' | 'sqlite' | 'warc' | 'git';
  readonly view: Pick<ExportedTable, 'key' | 'columns'> | null;
  /** Of a table in several files: the files, of which `file` is the sum, and a pattern of their paths. */
  readonly parts?: readonly ExportedFile[];
  readonly glob?: string;
}

const MEDIA_TYPES = {
  csv: 'text/csv',
  jsonl: 'application/jsonl',
  parquet: 'application/vnd.apache.parquet',
  sqlite: 'application/vnd.sqlite3',
  warc: 'application/warc',
  git: 'application/octet-stream',
} as const;

/** What the apostrophe means that stands before some texts is said in the package’s description. */
const CSV_DIALECT = {
  delimiter: ',',
  lineTerminator: '\r\n',
  quoteChar: '"',
  doubleQuote: true,
  header: true,
} as const;

const FIELD_TYPES: Readonly<Record<ColumnType, object>> = {
  text: { type: 'string' },
  integer: { type: 'integer' },
  real: { type: 'number' },
  instant: { type: 'datetime' },
  timestamp: { type: 'string', constraints: { pattern: '\\d{14}' } },
  flag: { type: 'boolean' },
  list: { type: 'array' },
  numbers: { type: 'array' },
};

export interface PackageFacts {
  readonly format: string;
  readonly description: string;
  /** Name and version of the program. */
  readonly program: string;
  readonly gatheredAt: string | null;
  /** Name of the release, by its day and content. */
  readonly release: string;
  /** SHA-256 of the content, whatever the form. */
  readonly contentHash: string;
  readonly files: readonly DescribedFile[];
  /** What a reader of the files has to know of them. */
  readonly opening: string;
}

/** The description of a dataset for programs: Data Package, version 2 (datapackage.org). */
export function formatDataPackage(facts: PackageFacts): string {
  const { format, program, gatheredAt, release, contentHash, files } = facts;
  const description = `${facts.description} ${facts.opening.replaceAll('`', '').replace(/\s+/g, ' ')}`;
  const described = {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `palimpsest-${format}`,
    title: 'Privacy policies through time',
    description,
    version: release,
    id: `urn:sha256:${contentHash}`,
    ...(gatheredAt === null ? {} : { created: gatheredAt }),
    contributors: [{ title: program, roles: ['creator'] }],
    licenses: [
      {
        name: 'CC-BY-4.0',
        path: 'https://creativecommons.org/licenses/by/4.0/',
        title: 'for what the program adds; the texts of the policies stay their publishers’',
      },
    ],
    resources: files.map(describeResource),
  };
  return `${JSON.stringify(described, null, 2)}\n`;
}

function describeResource({ file, parts, name, title, format, view }: DescribedFile): object {
  return {
    name,
    path: parts?.map(({ path }) => path) ?? file.path,
    title,
    format,
    mediatype: MEDIA_TYPES[format],
    ...(format === 'csv' || format === 'jsonl' ? { encoding: 'utf-8' } : {}),
    ...(format === 'csv' ? { dialect: CSV_DIALECT } : {}),
    bytes: file.lengthBytes,
    ...(parts && parts.length !== 1 ? {} : { hash: `sha256:${(parts?.[0] ?? file).hash}` }),
    ...(view === null ? {} : { type: 'table', schema: describeSchema(view, format) }),
  };
}

function describeSchema({ key, columns }: Pick<ExportedTable, 'key' | 'columns'>, format: string): object {
  const fields = columns.map(({ name, type, description }) => ({
    name,
    description,
    ...FIELD_TYPES[type],
    ...(type === 'flag' && format === 'csv' ? { trueValues: ['1'], falseValues: ['0'] } : {}),
  }));
  return { fields, missingValues: [''], ...(key.length > 0 ? { primaryKey: key } : {}) };
}
