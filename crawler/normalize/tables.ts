import type { Branch } from './parse-html.ts';

/** Tables that hold data, told from tables that only place things on the page. */

/** Rows of a table as lists of cells, rows of nested tables left out. */
export function listRows(table: Branch): Branch[][] {
  const rows: Branch[][] = [];
  const collect = (branch: Branch): void => {
    for (const child of branch.children) {
      if (typeof child === 'string') continue;
      if (child.name === 'tr') {
        rows.push(
          child.children.filter((cell) => typeof cell !== 'string' && /^t[dh]$/.test(cell.name)) as Branch[],
        );
      } else if (/^t(?:head|body|foot)$/.test(child.name)) collect(child);
    }
  };
  collect(table);
  return rows;
}

/** Longest cell of data, in characters. */
const MAX_CELL = 3000;

interface CellMeasure {
  length: number;
  /** Headings, tables, fields: what no cell of data holds. */
  isLayout: boolean;
}

function measureCell(cell: Branch): CellMeasure {
  const measure: CellMeasure = { length: 0, isLayout: false };
  const visit = (branch: Branch): void => {
    for (const child of branch.children) {
      if (typeof child === 'string') measure.length += child.trim().length;
      else {
        if (/^(?:table|h[1-6]|form|nav|section|article)$/.test(child.name)) measure.isLayout = true;
        visit(child);
      }
    }
  };
  visit(cell);
  return measure;
}

/**
 * Data has at least two rows with at least two filled cells, most rows are filled alike, and no cell holds a page of
 * its own. A typed number or picture in one cell and the clause in the other is layout.
 */
export function isDataTable(table: Branch): boolean {
  if (/^(?:presentation|none)$/.test(table.attributes.role ?? '')) return false;
  const rows = listRows(table);
  const measures = rows.map((row) => row.map(measureCell));
  const all = measures.flat();
  if (all.some((cell) => cell.isLayout)) return false;
  const filled = measures.map((row) => row.filter((cell) => cell.length > 0).length);
  const wide = filled.filter((count) => count >= 2).length;
  if (wide < 2 || wide < rows.filter((_, at) => filled[at]! > 0).length * 0.5) return false;
  const hasHeads = rows.some((row) => row.some((cell) => cell.name === 'th'));
  if (hasHeads) return true;
  const firstColumn = measures.map((row) => row[0]?.length ?? 0);
  const isNumbered = firstColumn.every((length) => length <= 4) && filled.every((count) => count <= 2);
  return !isNumbered && all.every((cell) => cell.length < MAX_CELL);
}
