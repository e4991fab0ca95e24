import { type DatasetView, datasetViews } from '../core/index.ts';
import { exitCodes, UserError } from '../errors.ts';
import {
  copyStore,
  countTableRows,
  describeTables,
  inOneSnapshot,
  iterateView,
  listCapturedDomains,
  openStoreReadOnly,
  readGatheredAt,
  type Store,
} from '../store/index.ts';
import { hashContent, nameRelease } from './content-hash.ts';
import { type DescribedFile, formatDataPackage } from './data-package.ts';
import {
  type ExportedFile,
  type ExportFolder,
  makeExportFolder,
  PACKAGE_FILE,
  type ScratchListener,
} from './export-folder.ts';
import { formatReadme, type ReadmeFacts } from './format-readme.ts';
import { CSV_NOTE, csvHead, csvRow } from './write-csv.ts';
import { JSONL_NOTE, jsonlRow } from './write-jsonl.ts';
import { indexView, writeMarkdownFiles } from './write-markdown.ts';
import { PARQUET_NOTE, writeParquet } from './write-parquet.ts';
import { WARC_NOTE, writeWarcFile } from './write-warc.ts';

/** The forms a dataset can take, with what each is good for. */
export const exportFormats = {
  sqlite: 'one SQLite file with everything, payloads included',
  csv: 'a table per view, for spreadsheets and statistics',
  jsonl: 'a file per view, one JSON object a line',
  parquet: 'a file per view, for programs that read many rows and few columns',
  markdown: 'a Markdown file per version, its provenance at its head',
  warc: 'a WARC file per domain: the captures, for tools that read web archives',
} as const;

export type ExportFormat = keyof typeof exportFormats;

export interface DatasetExport {
  readonly format: ExportFormat;
  readonly files: readonly ExportedFile[];
}

/** What one form adds to the folder before its descriptions. */
interface FilledFolder extends Pick<ReadmeFacts, 'opening' | 'files' | 'views' | 'viewNames'> {
  readonly schema: ReadmeFacts['schema'];
}

/**
 * Writes the dataset into `target` in one form, with README.md, datapackage.json and SHA256SUMS. The same store gives
 * the same bytes. `program` is the name and version of the program.
 * @throws UserError for a store without policies, and for a folder that must not or cannot be written.
 */
export function exportDataset(
  store: Store,
  format: ExportFormat,
  target: string,
  program: string,
  onScratch?: ScratchListener,
): DatasetExport {
  if (countPolicies(store) === 0) {
    throw new UserError(
      'the store holds no policy to export',
      'Fill it first: `palimpsest crawl example.com`; or name another with --store FILE.',
      exitCodes.nothingFound,
    );
  }
  const files = makeExportFolder(
    target,
    (folder) => {
      if (format === 'sqlite') {
        // The copy is one moment of the store; whatever is said of it is counted in the copy itself.
        folder.writeBy('palimpsest.sqlite', (file) => {
          copyStore(store, file);
          return null;
        });
        const copy = openStoreReadOnly(`${folder.path}/palimpsest.sqlite`);
        try {
          describe(copy, folder, format, program, describeStore(copy, folder));
        } finally {
          copy.close();
        }
      } else {
        inOneSnapshot(store, () => describe(store, folder, format, program, FILL[format](store, folder)));
      }
    },
    onScratch,
  );
  return { format, files };
}

const countPolicies = (store: Store) => countTableRows(store).get('policies') ?? 0;

const FILL: Readonly<
  Record<Exclude<ExportFormat, 'sqlite'>, (store: Store, folder: ExportFolder) => FilledFolder>
> = {
  csv: (store, folder) => fillTables(store, folder, 'csv'),
  jsonl: (store, folder) => fillTables(store, folder, 'jsonl'),
  parquet: (store, folder) => fillTables(store, folder, 'parquet'),
  markdown: fillMarkdown,
  warc: fillWarcs,
};

type TableFormat = 'csv' | 'jsonl' | 'parquet';

const NOTES: Readonly<Record<TableFormat, string>> = {
  csv: CSV_NOTE,
  jsonl: JSONL_NOTE,
  parquet: PARQUET_NOTE,
};

/** `v_versions` becomes `versions.csv`. */
function fillTables(store: Store, folder: ExportFolder, format: TableFormat): FilledFolder {
  for (const view of datasetViews) writeTable(store, folder, format, view);
  return {
    opening: NOTES[format],
    files: folder.files.map((file, at) => ({
      file,
      format,
      name: datasetViews[at]!.name.slice(2),
      title: `a row per ${datasetViews[at]!.row}`,
      view: datasetViews[at]!,
    })),
    views: datasetViews,
    viewNames: datasetViews.map(({ name }) => `${name.slice(2)}.${format}`),
    schema: null,
  };
}

function writeTable(store: Store, folder: ExportFolder, format: TableFormat, view: DatasetView): void {
  const path = `${view.name.slice(2)}.${format}`;
  const rows = iterateView(store, view);
  if (format === 'parquet') {
    folder.writeBy(path, (file) => writeParquet(file, view, rows));
    return;
  }
  const toRow = format === 'csv' ? csvRow : jsonlRow;
  const lines = mapLazily(rows, (row) => toRow(view.columns, row));
  folder.writeRows(path, format === 'csv' ? csvHead(view) : '', lines);
}

function* mapLazily<T, U>(values: Iterable<T>, change: (value: T) => U): Generator<U> {
  for (const value of values) yield change(value);
}

function fillMarkdown(store: Store, folder: ExportFolder): FilledFolder {
  writeMarkdownFiles(store, folder);
  const index: DescribedFile = {
    file: folder.files.at(-1)!,
    name: 'index',
    title: 'a row per version, with the path of its file',
    format: 'csv',
    view: indexView,
  };
  return {
    opening: `A file \`domain/policy/version.md\` per version: where its text comes from, a blank line, the text. \`index.csv\` lists them: ${CSV_NOTE}`,
    files: [index],
    views: [indexView],
    viewNames: ['index.csv'],
    schema: null,
  };
}

function fillWarcs(store: Store, folder: ExportFolder): FilledFolder {
  const domains = listCapturedDomains(store);
  for (const domain of domains) {
    folder.writeBy(`${domain}.warc.gz`, (file) => writeWarcFile(store, domain, file));
  }
  return {
    opening: WARC_NOTE,
    files: folder.files.map((file, at) => ({
      file,
      format: 'warc' as const,
      name: domains[at]!,
      title: `captures of ${domains[at]}`,
      view: null,
    })),
    views: [],
    viewNames: [],
    schema: null,
  };
}

function describeStore(copy: Store, folder: ExportFolder): FilledFolder {
  const { schemaVersion, tables } = describeTables();
  const rowCounts = countTableRows(copy);
  return {
    opening: [
      'The views are the interface; a `.schema` shows the tables with the same remarks.',
      '```sh\nsqlite3 palimpsest.sqlite "select domain, version, first_seen, word_count from v_versions"\n```',
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
    views: datasetViews,
    viewNames: datasetViews.map(({ name }) => name),
    schema: {
      schemaVersion,
      tables: tables.map((table) => ({ ...table, rowCount: rowCounts.get(table.name) ?? 0 })),
    },
  };
}

function describe(
  store: Store,
  folder: ExportFolder,
  format: ExportFormat,
  program: string,
  filled: FilledFolder,
): void {
  const gatheredAt = readGatheredAt(store);
  const contentHash = hashContent(store);
  const release = nameRelease(gatheredAt, contentHash);
  const rowCounts = countTableRows(store);
  const counts = ['policies', 'captures', 'versions', 'changes', 'lineages'].map(
    (table) => [table, rowCounts.get(table) ?? 0] as const,
  );
  folder.writeText(
    'README.md',
    formatReadme({ ...filled, program, gatheredAt, release, contentHash, counts }),
  );
  const description = `Versions of ${counts[0]![1]} privacy policies as web archives captured them: ${exportFormats[format]}.`;
  const { files } = filled;
  folder.writeText(
    PACKAGE_FILE,
    formatDataPackage({ format, description, program, gatheredAt, release, contentHash, files }),
  );
}
