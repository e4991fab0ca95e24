import { type DatasetView, datasetViews } from '../core/index.ts';
import { exitCodes, UserError } from '../errors.ts';
import { sha256 } from '../hash.ts';
import { iterateView, type Store, type ViewRow } from '../store/index.ts';
import { CLAUSE_NOTE, clauseTables, type ExportedTable, writePolicyClauses } from './clause-tables.ts';
import type { DescribedFile } from './data-package.ts';
import type { ExportFolder } from './export-folder.ts';
import type { Redactor } from './redact.ts';
import type { FilledFolder } from './table-forms.ts';
import { CSV_NOTE, csvHead, csvRow } from './write-csv.ts';
import { JSONL_NOTE, jsonlRow } from './write-jsonl.ts';

/** Small forms: pairs of texts for those who train or measure, and a part of the whole to look at. */

const view = (name: string): DatasetView => datasetViews.find((one) => one.name === name)!;

/** All files of a sample together, descriptions aside. */
const SAMPLE_BYTES = 4_500_000;

const PAIR_COLUMNS = [
  'domain',
  'policy',
  'left_version',
  'right_version',
  'changed_after',
  'changed_before',
  'position',
  'moved',
  'lineage',
  'heading_path',
  'left_text',
  'right_text',
  'words_added',
  'words_removed',
  'significance',
];

const pairTable: ExportedTable = {
  name: 'pairs',
  row: 'clause that was edited from one version to the next: its text before and after',
  key: view('v_changes').key,
  columns: PAIR_COLUMNS.map((name) => view('v_changes').columns.find((column) => column.name === name)!),
};

/** Each edited clause with its text before and after. */
export function fillPairs(store: Store, folder: ExportFolder, redactor: Redactor | null): FilledFolder {
  function* pairs() {
    for (const row of iterateView(store, view('v_changes'))) {
      if (row.kind !== 'edited' || row.left_text === null || row.right_text === null) continue;
      yield jsonlRow(pairTable.columns, redactor?.row(row) ?? row);
    }
  }
  folder.writeRows('pairs.jsonl', '', pairs());
  return {
    opening: `${JSONL_NOTE} What a program held to be the same clause in two versions is a judgement of rules, never of people.`,
    files: [
      {
        file: folder.files[0]!,
        format: 'jsonl',
        name: 'pairs',
        title: `a row per ${pairTable.row}`,
        view: pairTable,
      },
    ],
    tables: [{ title: 'pairs.jsonl', table: pairTable }],
  };
}

const OF_POLICIES = [
  'v_policies',
  'v_captures',
  'v_versions',
  'v_steps',
  'v_changes',
  'v_lineages',
  'v_flags',
];

const sampleTables: readonly ExportedTable[] = [
  ...OF_POLICIES.map((name) => ({ ...view(name), name: name.slice(2) })),
  ...Object.values(clauseTables),
];

/** The rows of one policy, table by table, as lines. */
function formatPolicy(store: Store, policy: PolicyName, redactor: Redactor | null): Map<string, string[]> {
  const lines = new Map(sampleTables.map(({ name }) => [name, [] as string[]]));
  const columnsOf = new Map(sampleTables.map(({ name, columns }) => [name, columns]));
  const write = (name: string, row: ViewRow) =>
    lines.get(name)!.push(csvRow(columnsOf.get(name)!, redactor?.row(row) ?? row));
  for (const name of OF_POLICIES) {
    for (const row of iterateView(store, view(name), policy)) write(name.slice(2), row);
  }
  writePolicyClauses(store, policy, write);
  return lines;
}

type PolicyName = { readonly domain: string; readonly policy: string };

const measure = (lines: ReadonlyMap<string, readonly string[]>) =>
  [...lines.values()].flat().reduce((sum, line) => sum + Buffer.byteLength(line), 0);

/** Whole policies, in an order that has to do with nothing (of the hashes of their names), as many as there is room for. */
function choosePolicies(store: Store, redactor: Redactor | null): Map<string, string[]>[] {
  const policies = [...iterateView(store, view('v_policies'))]
    .filter(({ version_count }) => Number(version_count) > 0)
    .map(({ domain, policy }) => ({ domain: String(domain), policy: String(policy) }))
    .map((name) => ({ name, order: sha256(`${name.domain} ${name.policy}`) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1));
  const chosen: { readonly name: PolicyName; readonly lines: Map<string, string[]> }[] = [];
  let [left, misses] = [SAMPLE_BYTES, 0];
  for (const { name } of policies) {
    const lines = formatPolicy(store, name, redactor);
    const length = measure(lines);
    if (length <= left) {
      left -= length;
      chosen.push({ name, lines });
    } else if (++misses >= MOST_MISSES) break;
  }
  const keyOf = ({ name }: { name: PolicyName }) => `${name.domain} ${name.policy}`;
  return chosen.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)).map(({ lines }) => lines);
}

/** So many policies that find no room end the search for smaller ones. */
const MOST_MISSES = 20;

/** A part of the whole in at most 5 MB, as CSV. */
export function fillSample(store: Store, folder: ExportFolder, redactor: Redactor | null): FilledFolder {
  const chosen = choosePolicies(store, redactor);
  if (chosen.length === 0) {
    throw new UserError(
      'no policy is small enough for a sample',
      'Export the whole: csv, parquet or sqlite.',
      exitCodes.nothingFound,
    );
  }
  for (const table of sampleTables) {
    folder.writeRows(
      `${table.name}.csv`,
      csvHead(table),
      chosen.flatMap((lines) => lines.get(table.name)!),
    );
  }
  const files = sampleTables.map(
    (table, at): DescribedFile => ({
      file: folder.files[at]!,
      format: 'csv',
      name: table.name,
      title: `a row per ${table.row}`,
      view: table,
    }),
  );
  return {
    opening: `${chosen.length} whole policies, chosen by the hash of their names: a look at the form, no sample for counting. ${CSV_NOTE}\n\n${CLAUSE_NOTE}`,
    files,
    tables: sampleTables.map((table) => ({ title: `${table.name}.csv`, table })),
  };
}
