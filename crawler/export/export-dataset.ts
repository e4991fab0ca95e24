import { datasetViews } from '../core/index.ts';
import { exitCodes, UserError } from '../errors.ts';
import {
  countTableRows,
  countViewRows,
  describeTables,
  inOneSnapshot,
  openStoreReadOnly,
  SEARCH_EXAMPLE,
  type Store,
} from '../store/index.ts';
import { type Changes, findChanges, formatChanges, writeChangedRows } from './changes-since.ts';
import { formatDataPackage } from './data-package.ts';
import { describeContent, writeDatasetFile } from './dataset-file.ts';
import { formatDatasheet } from './datasheet.ts';
import {
  type ExportedFile,
  type ExportFolder,
  makeExportFolder,
  PACKAGE_FILE,
  type ScratchListener,
} from './export-folder.ts';
import { type FillSettings, fillGit, fillTexts, fillWarcs } from './file-forms.ts';
import { formatReadme, type SchemaFacts } from './format-readme.ts';
import { Redactor } from './redact.ts';
import {
  formatCardHead,
  formatCitationFile,
  formatCroissant,
  formatKaggle,
  formatZenodo,
  type ReleaseFacts,
} from './release-files.ts';
import { fillPairs, fillSample } from './sample-forms.ts';
import { type FilledFolder, fillLines, fillParquet } from './table-forms.ts';
import type { TextLayout } from './write-texts.ts';

/** The forms a dataset can take, with what each is good for. */
export const exportFormats = {
  sqlite: 'one SQLite file with everything, payloads included, and a full-text search inside',
  csv: 'tables for spreadsheets and statistics, each clause once',
  jsonl: 'the same tables, one JSON object a line',
  parquet: 'a table per view, in files by year, for programs that read many rows and few columns',
  markdown: 'a Markdown file per version, its provenance at its head',
  text: 'a file of plain words per version',
  git: 'a git repository with a commit per version, dated when it was first seen',
  pairs: 'each edited clause with its text before and after, one JSON object a line',
  sample: 'whole policies in at most 5 MB, as CSV',
  warc: 'a WARC file per domain: the captures, for tools that read web archives',
} as const;

export type ExportFormat = keyof typeof exportFormats;

export interface ExportOptions {
  /** Masks contact data in texts. */
  readonly redact?: boolean;
  /** How texts lie in their folder. */
  readonly layout?: TextLayout;
  /** False leaves the captures' bytes out of a SQLite file. */
  readonly payloads?: boolean;
  /** An earlier release: what is another since then is listed. */
  readonly since?: Store;
  readonly onScratch?: ScratchListener;
}

export interface DatasetExport {
  readonly format: ExportFormat;
  readonly files: readonly ExportedFile[];
}

type Fill = (store: Store, folder: ExportFolder, settings: FillSettings) => FilledFolder;

/**
 * Writes the dataset into `target` in one form, with its descriptions and SHA256SUMS. The same store gives the same bytes.
 * `program` is the name and version of the program.
 * @throws UserError for a store without policies, for options that the form does not have, and for a folder that must not or
 * cannot be written.
 */
export function exportDataset(
  store: Store,
  format: ExportFormat,
  target: string,
  program: string,
  options: ExportOptions = {},
): DatasetExport {
  checkOptions(format, options);
  if ((countTableRows(store).get('policies') ?? 0) === 0) {
    throw new UserError(
      'the store holds no policy to export',
      'Fill it first: `palimpsest crawl example.com`; or name another with --store FILE.',
      exitCodes.nothingFound,
    );
  }
  const fill = (folder: ExportFolder) => {
    if (format === 'sqlite') fillStore(store, folder, program, options);
    else inOneSnapshot(store, () => fillForm(store, folder, format, program, options));
  };
  return { format, files: makeExportFolder(target, fill, options.onScratch) };
}

const REDACTABLE: ReadonlySet<ExportFormat> = new Set([
  'csv',
  'jsonl',
  'parquet',
  'markdown',
  'text',
  'git',
  'pairs',
  'sample',
]);

function checkOptions(format: ExportFormat, { redact, layout, payloads }: ExportOptions): void {
  const refuse = (option: string, forms: string) => {
    throw new UserError(`${option} is not for the form ${format}`, `It is for ${forms}.`);
  };
  if (redact && !REDACTABLE.has(format)) refuse('--redact', [...REDACTABLE].join(', '));
  if (layout !== undefined && format !== 'markdown' && format !== 'git')
    refuse('--layout', 'markdown and git');
  if (payloads === false && format !== 'sqlite') refuse('--no-payloads', 'sqlite');
}

const FILL: Readonly<Record<Exclude<ExportFormat, 'sqlite'>, Fill>> = {
  csv: (store, folder, { redactor }) => fillLines(store, folder, 'csv', redactor),
  jsonl: (store, folder, { redactor }) => fillLines(store, folder, 'jsonl', redactor),
  parquet: (store, folder, { redactor }) => fillParquet(store, folder, redactor),
  markdown: (store, folder, settings) => fillTexts(store, folder, 'md', settings),
  text: (store, folder, settings) => fillTexts(store, folder, 'txt', settings),
  git: fillGit,
  pairs: (store, folder, { redactor }) => fillPairs(store, folder, redactor),
  sample: (store, folder, { redactor }) => fillSample(store, folder, redactor),
  warc: fillWarcs,
};

function fillForm(
  store: Store,
  folder: ExportFolder,
  format: Exclude<ExportFormat, 'sqlite'>,
  program: string,
  options: ExportOptions,
): void {
  const redactor = options.redact ? new Redactor() : null;
  const filled = FILL[format](store, folder, { redactor, layout: options.layout ?? 'policies' });
  const opening = redactor === null ? filled.opening : `${filled.opening}\n\n${redactor.describe()}`;
  describe(store, folder, { format, program, filled: { ...filled, opening }, schema: null, options });
}

/** The copy is one moment of the store; whatever is said of it is counted in the copy itself. */
function fillStore(store: Store, folder: ExportFolder, program: string, options: ExportOptions): void {
  folder.writeBy('palimpsest.sqlite', (file) => {
    writeDatasetFile(store, file, program, options.payloads);
    return null;
  });
  const copy = openStoreReadOnly(`${folder.path}/palimpsest.sqlite`);
  try {
    const { schemaVersion, tables } = describeTables();
    const rowCounts = countTableRows(copy);
    const schema = {
      schemaVersion,
      tables: tables.map((table) => ({ ...table, rowCount: rowCounts.get(table.name) ?? 0 })),
    };
    const filled = describeStore(folder, options.payloads !== false);
    describe(copy, folder, { format: 'sqlite', program, filled, schema, options });
  } finally {
    copy.close();
  }
}

function describeStore(folder: ExportFolder, hasPayloads: boolean): FilledFolder {
  return {
    opening: [
      'The views are the interface; a `.schema` shows the tables with the same remarks. `meta` says what the file is, and ' +
        '`columns_doc` what each column of each view says.',
      ...(hasPayloads
        ? []
        : ['The bytes of the captures are left out; their hashes are there. Such a file is for reading.']),
      '```sh\nsqlite3 palimpsest.sqlite "select domain, version, first_seen, word_count from v_versions"\n```',
      `A full-text search is inside (SQLite’s FTS5): words, \`"phrases"\`, \`AND\`, \`OR\`, \`NOT\`, \`NEAR\`.\n\n\`\`\`sql\n${SEARCH_EXAMPLE}\n\`\`\``,
    ].join('\n\n'),
    files: [
      {
        file: folder.files[0]!,
        name: 'palimpsest',
        title: exportFormats.sqlite,
        format: 'sqlite',
        view: null,
      },
    ],
    tables: datasetViews.map((table) => ({ title: table.name, table })),
  };
}

interface ReleaseContents {
  readonly format: ExportFormat;
  readonly program: string;
  readonly filled: FilledFolder;
  readonly schema: SchemaFacts | null;
  readonly options: ExportOptions;
}

const COUNTED = ['v_policies', 'v_captures', 'v_versions', 'v_changes', 'v_lineages'];

function describe(store: Store, folder: ExportFolder, described: ReleaseContents): void {
  const { format, program, filled, schema, options } = described;
  // Rows of the views and not of the tables below them: what is counted is what is shipped.
  const counts = COUNTED.map((view) => [view.slice(2), countViewRows(store, view)] as const);
  const facts: ReleaseFacts = {
    ...describeContent(store),
    title: 'Privacy policies through time',
    description: `Versions of ${counts[0]![1]} privacy policies as web archives captured them: ${exportFormats[format]}.`,
    program,
    files: filled.files,
  };
  folder.writeText(
    'README.md',
    `${formatCardHead(facts)}\n\n${formatReadme({ ...facts, ...filled, counts, schema })}`,
  );
  folder.writeText('DATASHEET.md', formatDatasheet(facts, counts));
  folder.writeText('CITATION.cff', formatCitationFile(facts));
  folder.writeText('croissant.json', formatCroissant(facts));
  folder.writeText('.zenodo.json', formatZenodo(facts));
  folder.writeText('dataset-metadata.json', formatKaggle(facts));
  if (options.since) describeSince(store, options.since, folder, facts);
  folder.writeText(PACKAGE_FILE, formatDataPackage({ ...facts, format, opening: filled.opening }));
}

function describeSince(store: Store, earlier: Store, folder: ExportFolder, facts: ReleaseFacts): void {
  const changes: Changes[] = findChanges(earlier, store, (view, lines) =>
    writeChangedRows(folder, view, lines),
  );
  folder.writeText('CHANGES.md', formatChanges(describeContent(earlier), facts, changes));
}
