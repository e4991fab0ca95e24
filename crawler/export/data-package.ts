import type { ColumnType, DatasetView } from '../core/index.ts';
import type { ExportedFile } from './export-folder.ts';

/** A file of the dataset with what its columns are; no columns for what is no table. */
export interface DescribedFile {
  readonly file: ExportedFile;
  readonly name: string;
  readonly title: string;
  readonly format: 'csv' | 'jsonl' | 'parquet' | 'sqlite' | 'warc';
  readonly view: Pick<DatasetView, 'key' | 'columns'> | null;
}

const MEDIA_TYPES = {
  csv: 'text/csv',
  jsonl: 'application/jsonl',
  parquet: 'application/vnd.apache.parquet',
  sqlite: 'application/vnd.sqlite3',
  warc: 'application/warc',
} as const;

const FIELD_TYPES: Readonly<Record<ColumnType, object>> = {
  text: { type: 'string' },
  integer: { type: 'integer' },
  real: { type: 'number' },
  instant: { type: 'datetime' },
  timestamp: { type: 'string', constraints: { pattern: '\\d{14}' } },
  flag: { type: 'boolean' },
  list: { type: 'array' },
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
}

/** The description of a dataset for programs: Data Package, version 2 (datapackage.org). */
export function formatDataPackage(facts: PackageFacts): string {
  const { format, description, program, gatheredAt, release, contentHash, files } = facts;
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

function describeResource({ file, name, title, format, view }: DescribedFile): object {
  return {
    name,
    path: file.path,
    title,
    format,
    mediatype: MEDIA_TYPES[format],
    ...(format === 'csv' || format === 'jsonl' ? { encoding: 'utf-8' } : {}),
    bytes: file.lengthBytes,
    hash: `sha256:${file.hash}`,
    ...(view === null ? {} : { type: 'table', schema: describeSchema(view, format) }),
  };
}

function describeSchema({ key, columns }: Pick<DatasetView, 'key' | 'columns'>, format: string): object {
  const fields = columns.map(({ name, type, description }) => ({
    name,
    description,
    ...FIELD_TYPES[type],
    ...(type === 'flag' && format === 'csv' ? { trueValues: ['1'], falseValues: ['0'] } : {}),
  }));
  return { fields, missingValues: [''], ...(key.length > 0 ? { primaryKey: key } : {}) };
}
