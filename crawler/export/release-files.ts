import type { ColumnType } from '../core/index.ts';
import { countViewRows, type Store } from '../store/index.ts';
import type { DescribedFile } from './data-package.ts';
import { citeRelease, type DatasetFacts, describeContent, LICENCE, LICENCE_ADDRESS } from './dataset-file.ts';

/**
 * What repositories and search engines ask of a dataset, each in its own form: the same facts, said once here. The same
 * release gives the same files.
 */

export interface ReleaseFacts extends DatasetFacts {
  readonly title: string;
  readonly description: string;
  readonly program: string;
  readonly files: readonly DescribedFile[];
}

const KEYWORDS = ['privacy policies', 'web archive', 'longitudinal', 'text', 'privacy', 'law'] as const;

const AUTHORS = 'Palimpsest contributors';

/** JSON is YAML: a string as it stands in a YAML file. */
const quote = (text: string) => JSON.stringify(text);

const dayOf = ({ gatheredAt }: DatasetFacts) => gatheredAt?.slice(0, 10) ?? null;

/** Citation File Format 1.2.0 (citation-file-format.github.io). */
export function formatCitationFile(facts: ReleaseFacts): string {
  const day = dayOf(facts);
  return [
    'cff-version: 1.2.0',
    `message: ${quote(`Cite the release: ${citeRelease(facts.release, facts.contentHash)}`)}`,
    'type: dataset',
    `title: ${quote(facts.title)}`,
    `abstract: ${quote(facts.description)}`,
    `version: ${quote(facts.release)}`,
    ...(day === null ? [] : [`date-released: ${day}`]),
    'license: CC-BY-4.0',
    'authors:',
    `  - name: ${quote(AUTHORS)}`,
    'identifiers:',
    '  - type: other',
    `    value: ${quote(`urn:sha256:${facts.contentHash}`)}`,
    '    description: "SHA-256 of the content, in whatever form"',
    'keywords:',
    ...KEYWORDS.map((word) => `  - ${quote(word)}`),
    '',
  ].join('\n');
}

const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** Metadata of a deposit at Zenodo (developers.zenodo.org). */
export function formatZenodo(facts: ReleaseFacts): string {
  const day = dayOf(facts);
  return toJson({
    upload_type: 'dataset',
    title: `${facts.title}, release ${facts.release}`,
    description: facts.description,
    version: facts.release,
    ...(day === null ? {} : { publication_date: day }),
    creators: [{ name: AUTHORS }],
    access_right: 'open',
    license: 'cc-by-4.0',
    keywords: KEYWORDS,
    notes: `${LICENCE}. Content SHA-256 ${facts.contentHash}.`,
  });
}

/** `dataset-metadata.json` of the Kaggle program; who uploads puts their name before the slash. */
export function formatKaggle(facts: ReleaseFacts): string {
  return toJson({
    title: facts.title,
    id: 'YOUR-NAME/palimpsest-privacy-policies',
    licenses: [{ name: 'CC-BY-4.0' }],
    keywords: KEYWORDS.slice(0, 3),
    description: `${facts.description} ${citeRelease(facts.release, facts.contentHash)}`,
    resources: facts.files.map(({ file, title }) => ({ path: file.path, description: title })),
  });
}

/** The head of a Hugging Face dataset card: which files are which table. */
export function formatCardHead(facts: ReleaseFacts): string {
  const tables = facts.files.filter(({ view, format }) => view !== null && CARD_FORMATS.has(format));
  const configs = tables.flatMap(({ name, glob, file }) => [
    `  - config_name: ${name}`,
    `    data_files: ${quote(glob ?? file.path)}`,
  ]);
  return [
    '---',
    'license: cc-by-4.0',
    `pretty_name: ${quote(facts.title)}`,
    'task_categories:',
    '  - text-classification',
    'tags:',
    ...KEYWORDS.map((word) => `  - ${quote(word)}`),
    ...(configs.length > 0 ? ['configs:', ...configs] : []),
    '---',
  ].join('\n');
}

const CARD_FORMATS: ReadonlySet<string> = new Set(['csv', 'jsonl', 'parquet']);

const CROISSANT_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'sc:Text',
  integer: 'sc:Integer',
  real: 'sc:Float',
  instant: 'sc:DateTime',
  timestamp: 'sc:Text',
  flag: 'sc:Boolean',
  list: 'sc:Text',
  numbers: 'sc:Integer',
};

const ENCODINGS: Readonly<Record<DescribedFile['format'], string>> = {
  csv: 'text/csv',
  jsonl: 'application/jsonlines',
  parquet: 'application/x-parquet',
  sqlite: 'application/vnd.sqlite3',
  warc: 'application/warc',
  git: 'application/octet-stream',
};

const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataBiases: 'cr:dataBiases',
  dataCollection: 'cr:dataCollection',
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  fileProperty: 'cr:fileProperty',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  personalSensitiveInformation: 'cr:personalSensitiveInformation',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
} as const;

/** Croissant 1.0 (docs.mlcommons.org/croissant): JSON-LD that search engines for datasets read as well. */
export function describeCroissant(facts: ReleaseFacts, address: (path: string) => string): object {
  const day = dayOf(facts);
  return {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: 'palimpsest-privacy-policies',
    alternateName: facts.title,
    description: facts.description,
    version: facts.release,
    identifier: `urn:sha256:${facts.contentHash}`,
    license: LICENCE_ADDRESS,
    citeAs: citeRelease(facts.release, facts.contentHash),
    creator: { '@type': 'sc:Organization', name: AUTHORS },
    ...(day === null ? {} : { datePublished: day }),
    isAccessibleForFree: true,
    keywords: KEYWORDS,
    distribution: facts.files.flatMap((described) => describeDistribution(described, address)),
    recordSet: facts.files.filter(({ view }) => view !== null).map(describeRecords),
  };
}

export const formatCroissant = (facts: ReleaseFacts): string =>
  toJson(describeCroissant(facts, (path) => path));

function describeDistribution(
  { file, parts, format, glob, name, title }: DescribedFile,
  address: (path: string) => string,
): object[] {
  const describeFile = (one: DescribedFile['file']) => ({
    '@type': 'cr:FileObject',
    '@id': one.path,
    name: one.path,
    description: title,
    contentUrl: address(one.path),
    contentSize: `${one.lengthBytes} B`,
    encodingFormat: ENCODINGS[format],
    sha256: one.hash,
  });
  if (glob === undefined) return [describeFile(file)];
  const set = {
    '@type': 'cr:FileSet',
    '@id': `${name}-files`,
    name: `${name}-files`,
    encodingFormat: ENCODINGS[format],
    includes: glob,
  };
  return [...(parts ?? []).map(describeFile), set];
}

function describeRecords({ name, title, view, format, glob, file }: DescribedFile): object {
  const from =
    glob === undefined ? { fileObject: { '@id': file.path } } : { fileSet: { '@id': `${name}-files` } };
  const extract = (column: string) => (format === 'jsonl' ? { jsonPath: `$.${column}` } : { column });
  return {
    '@type': 'cr:RecordSet',
    '@id': name,
    name,
    description: title,
    ...(view!.key.length > 0 ? { key: view!.key.map((column) => ({ '@id': `${name}/${column}` })) } : {}),
    field: view!.columns.map((column) => ({
      '@type': 'cr:Field',
      '@id': `${name}/${column.name}`,
      name: `${name}/${column.name}`,
      description: column.description,
      dataType: CROISSANT_TYPES[column.type],
      ...((column.type === 'list' || column.type === 'numbers') && format !== 'csv'
        ? { repeated: true }
        : {}),
      source: { ...from, extract: extract(column.name) },
    })),
  };
}

/** A file of a release as it is offered for download. */
export interface OfferedFile {
  readonly name: string;
  readonly words: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

export interface DescribedRelease extends DatasetFacts {
  readonly policyCount: number;
  /** JSON-LD of the files that are offered, for the page that offers them. */
  readonly describe: (files: readonly OfferedFile[]) => string;
}

/** A store's release, and how the page that offers it is to describe it to programs. */
export function describeRelease(store: Store, program: string): DescribedRelease {
  const facts = describeContent(store);
  const policyCount = countViewRows(store, 'v_policies');
  return {
    ...facts,
    policyCount,
    describe: (files) => {
      const title = 'Privacy policies through time';
      const description = `Versions of ${policyCount} privacy policies as web archives captured them, cut into clauses, compared and labelled by rule.`;
      const about = describeCroissant({ ...facts, title, description, program, files: [] }, (path) => path);
      const distribution = files.map(({ name, words, sizeBytes, sha256 }) => ({
        '@type': 'cr:FileObject',
        '@id': name,
        name,
        description: words,
        contentUrl: name,
        contentSize: `${sizeBytes} B`,
        encodingFormat: name.endsWith('.sqlite') ? ENCODINGS.sqlite : 'application/gzip',
        sha256,
      }));
      return JSON.stringify({ ...about, distribution });
    },
  };
}
