import { datasetViews, formatProvenanceHeader, plainText, type ViewColumn } from '../core/index.ts';
import { exitCodes, UserError } from '../errors.ts';
import { iterateView, readVersion, type Store, type ViewRow } from '../store/index.ts';
import type { ExportedTable } from './clause-tables.ts';
import type { ExportFolder } from './export-folder.ts';
import type { Redactor } from './redact.ts';
import { csvHead, csvRow } from './write-csv.ts';

/** How files of texts lie in their folder. */
export type TextLayout = 'policies' | 'princeton';

export const layouts: Readonly<Record<TextLayout, string>> = {
  policies: 'a file `domain/policy/version.md` per version',
  princeton:
    'a file `p/pa/pal/paltalk.com.md` per company, as the Princeton-Leuven corpus has them, with its latest text (in a ' +
    'repository: with all of them); policies of other names have them at their end: `paltalk.com.children.md`',
};

const versions = datasetViews.find(({ name }) => name === 'v_versions')!;
const path: ViewColumn = { name: 'path', type: 'text', description: 'the version’s file' };

/** The list of files beside them: all that is known of a version except its text. */
export const indexTable: ExportedTable = {
  name: 'index',
  row: 'version',
  key: versions.key,
  columns: [path, ...versions.columns.filter(({ name }) => name !== 'markdown')],
};

/** Gives a version's text its form: Markdown with the provenance header, or words alone. */
export type TextForm = 'md' | 'txt';

/** A file per version, in the layout's place, and `index.csv`. */
export function writeTexts(
  store: Store,
  folder: ExportFolder,
  form: TextForm,
  layout: TextLayout,
  redactor: Redactor | null,
): void {
  const index: string[] = [];
  const rows = iterateView(store, versions);
  for (const row of layout === 'policies' ? rows : latestOf(rows)) {
    const file = placeText(row, layout, form);
    const text = form === 'md' ? formatMarkdown(store, row) : formatPlain(store, row);
    folder.writeText(file, redactor?.text(text) ?? text);
    const described = { ...row, path: file };
    index.push(csvRow(indexTable.columns, redactor?.row(described) ?? described));
  }
  folder.writeRows('index.csv', csvHead(indexTable), index);
}

/** The last dated version of each policy; of one without any, the last. Rows come policy by policy, undated ones last. */
function* latestOf(rows: Iterable<ViewRow>): Generator<ViewRow> {
  let latest: ViewRow | null = null;
  for (const row of rows) {
    const isSame = latest !== null && row.domain === latest.domain && row.policy === latest.policy;
    if (latest !== null && !isSame) yield latest;
    if (!isSame || row.first_seen !== null) latest = row;
  }
  if (latest !== null) yield latest;
}

/** Where a version's text lies. */
export function placeText(row: ViewRow, layout: TextLayout, form: TextForm): string {
  if (layout === 'princeton') return placeCompany(row, form);
  return `${['domain', 'policy', 'slug'].map((name) => fileName(row, name)).join('/')}.${form}`;
}

/** `p/pa/pal/paltalk.com.md`. */
function placeCompany(row: ViewRow, form: TextForm): string {
  const [domain, policy] = [fileName(row, 'domain'), fileName(row, 'policy')];
  const letters = [1, 2, 3].map((count) => domain.slice(0, count).replace(/\.$/, '_'));
  return [...letters, `${domain}${policy === 'privacy' ? '' : `.${policy}`}.${form}`].join('/');
}

export function formatMarkdown(store: Store, row: ViewRow): string {
  const [domain, policy] = [String(row.domain), String(row.policy)];
  const { timestamp, rawUrl, markdown } = readVersion(store, domain, policy, Number(row.version))!;
  return `${formatProvenanceHeader({ domain, policy, timestamp, rawUrl })}\n\n${markdown}`;
}

/** The words a reader sees, a clause a paragraph. */
function formatPlain(store: Store, row: ViewRow): string {
  const shown = readVersion(store, String(row.domain), String(row.policy), Number(row.version))!;
  return `${shown.clauses.map(({ text }) => plainText(text)).join('\n\n')}\n`;
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
