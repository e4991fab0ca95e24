import { type DatasetView, datasetViews } from '../core/index.ts';
import { iterateView, type Store, type ViewRow } from '../store/index.ts';
import type { DatasetFacts } from './dataset-file.ts';
import type { ExportFolder } from './export-folder.ts';

/** What is another in a release than in an earlier one, view by view. */

export interface Changes {
  readonly view: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
}

/** Views whose rows are compared: those of clauses follow from the texts, and hold most of the bytes. */
const COMPARED = [
  'v_policies',
  'v_captures',
  'v_versions',
  'v_steps',
  'v_changes',
  'v_lineages',
  'v_removals',
];

type RowChange = 'added' | 'removed' | 'changed';

/** SQLite's order: null, numbers, texts by their bytes. */
function compareValues(a: string | number | null | undefined, b: string | number | null | undefined): number {
  const rank = (value: unknown) => (value == null ? 0 : typeof value === 'number' ? 1 : 2);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (a == null || a === b) return 0;
  if (typeof a === 'number') return a - (b as number);
  return Buffer.compare(Buffer.from(a), Buffer.from(b as string));
}

function compareRows(order: readonly string[], a: ViewRow, b: ViewRow): number {
  for (const name of order) {
    const difference = compareValues(a[name], b[name]);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Rows of both stores side by side, in the view's order: what only one has, and what reads otherwise. */
function* iterateChanges(
  earlier: Store,
  later: Store,
  view: DatasetView,
): Generator<readonly [RowChange, ViewRow]> {
  const [left, right] = [iterateView(earlier, view), iterateView(later, view)];
  let [before, after] = [left.next(), right.next()];
  while (!before.done || !after.done) {
    const place = before.done ? 1 : after.done ? -1 : compareRows(view.order, before.value, after.value);
    if (place < 0) yield ['removed', before.value!];
    else if (place > 0) yield ['added', after.value!];
    else if (JSON.stringify(before.value) !== JSON.stringify(after.value)) yield ['changed', after.value!];
    if (place <= 0) before = left.next();
    if (place >= 0) after = right.next();
  }
}

/** Compares two stores; `write` takes the changed rows of a view, each a line of JSON. */
export function findChanges(
  earlier: Store,
  later: Store,
  write: (view: string, lines: Iterable<string>) => void,
): Changes[] {
  return COMPARED.map((name) => {
    const counts = { added: 0, removed: 0, changed: 0 };
    function* lines() {
      for (const [change, row] of iterateChanges(earlier, later, viewOf(name))) {
        counts[change]++;
        const { markdown: _text, ...rest } = row;
        yield `${JSON.stringify({ change, ...rest })}\n`;
      }
    }
    write(name.slice(2), lines());
    return { view: name.slice(2), ...counts };
  });
}

const viewOf = (name: string) => datasetViews.find((view) => view.name === name)!;

export function writeChangedRows(folder: ExportFolder, view: string, lines: Iterable<string>): void {
  folder.writeRows(`changes/${view}.jsonl`, '', lines);
}

/** `CHANGES.md`: what a reader of the earlier release has to know. */
export function formatChanges(
  earlier: DatasetFacts,
  later: DatasetFacts,
  changes: readonly Changes[],
): string {
  const rows = changes.map(
    ({ view, added, removed, changed }) =>
      `| [${view}](changes/${view}.jsonl) | ${added} | ${removed} | ${changed} |`,
  );
  return `# Changes

From release \`${earlier.release}\` (content SHA-256 \`${earlier.contentHash}\`) to release \`${later.release}\`
(\`${later.contentHash}\`). A release never changes: who cited the earlier one finds it under its name.

| rows | added | removed | changed |
|---|---:|---:|---:|
${rows.join('\n')}

The files hold these rows as they are now, or, where removed, as they were; texts of versions are left out. Clauses, topics,
names and links follow from the versions and are not listed.
`;
}
