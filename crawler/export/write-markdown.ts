import { type DatasetView, datasetViews, formatProvenanceHeader, type ViewColumn } from '../core/index.ts';
import { exitCodes, UserError } from '../errors.ts';
import { iterateView, readVersion, type Store, type ViewRow } from '../store/index.ts';
import type { ExportFolder } from './export-folder.ts';
import { csvHead, csvRow } from './write-csv.ts';

const versions = datasetViews.find(({ name }) => name === 'v_versions')!;
const path: ViewColumn = { name: 'path', type: 'text', description: 'the version’s file' };

/** The list of files beside them: all that is known of a version except its text. */
export const indexView: Pick<DatasetView, 'row' | 'key' | 'columns'> = {
  row: 'version',
  key: versions.key,
  columns: [path, ...versions.columns.filter(({ name }) => name !== 'markdown')],
};

/** A file `domain/policy/slug.md` per version, the provenance header before its text, and `index.csv`. */
export function writeMarkdownFiles(store: Store, folder: ExportFolder): void {
  const rows: string[] = [];
  for (const row of iterateView(store, versions)) {
    const file = ['domain', 'policy', 'slug'].map((name) => fileName(row, name)).join('/');
    folder.writeText(`${file}.md`, markdownFile(store, row));
    rows.push(csvRow(indexView.columns, { ...row, path: `${file}.md` }));
  }
  folder.writeRows('index.csv', csvHead(indexView), rows);
}

function markdownFile(store: Store, row: ViewRow): string {
  const [domain, policy] = [String(row.domain), String(row.policy)];
  const { timestamp, rawUrl, markdown } = readVersion(store, domain, policy, Number(row.version))!;
  return `${formatProvenanceHeader({ domain, policy, timestamp, rawUrl })}\n\n${markdown}`;
}

/** A store may come from others: no name of it may lead out of the folder. */
function fileName(row: ViewRow, column: string): string {
  const name = String(row[column]);
  if (/^[a-z0-9_][a-z0-9._-]*$/i.test(name)) return name;
  throw new UserError(
    `the ${column} "${name}" cannot be the name of a file`,
    'Export as csv, jsonl or sqlite, or crawl into a new store.',
    exitCodes.store,
  );
}
