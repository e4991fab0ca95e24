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

/** Most rows and columns that one cell is repeated over. */
const MAX_SPAN = 50;

function spanOf(cell: Branch, name: 'rowspan' | 'colspan'): number {
  const span = Number.parseInt(cell.attributes[name] ?? '', 10);
  return span >= 1 ? Math.min(span, MAX_SPAN) : 1;
}

/**
 * Rows in which a cell that spans several rows or columns stands in each of them, as a reader sees it do. A row that is
 * one cell from end to end stays that.
 */
export function spreadSpans(rows: readonly (readonly Branch[])[]): Branch[][] {
  /** Cells that reach into the next rows, by column, with how many rows are left. */
  const reaching = new Map<number, { cell: Branch; left: number }>();
  return rows.map((row) => {
    const spread: Branch[] = [];
    const takeReaching = () => {
      for (let above = reaching.get(spread.length); above; above = reaching.get(spread.length)) {
        if (--above.left === 0) reaching.delete(spread.length);
        spread.push(above.cell);
      }
    };
    for (const cell of row) {
      takeReaching();
      const columns = row.length === 1 && reaching.size === 0 ? 1 : spanOf(cell, 'colspan');
      const left = spanOf(cell, 'rowspan') - 1;
      for (let count = 0; count < columns; count++) {
        if (left > 0) reaching.set(spread.length, { cell, left });
        spread.push(cell);
      }
    }
    takeReaching();
    return spread;
  });
}

/** Longest label of a picture that stands for a word in a cell. */
const MAX_LABEL = 60;

/** What a cell's picture says in words, by its `alt`, its accessible name or its title; '' for none. */
export function pictureLabel(cell: Branch): string {
  const { alt, title, 'aria-label': name } = cell.attributes;
  const own = (name ?? (cell.name === 'img' ? alt : undefined) ?? title ?? '').trim();
  if (own !== '') return own.length <= MAX_LABEL ? own : '';
  for (const child of cell.children) {
    const label = typeof child === 'string' ? '' : pictureLabel(child);
    if (label !== '') return label;
  }
  return '';
}

const isFilled = (cell: Branch) => measureCell(cell).length > 0;

/** Whether pictures stand for words in a table: its first row says in words what its columns are. */
export function labelsPictures(table: Branch): boolean {
  const [first, ...others] = listRows(table);
  if (first === undefined || first.length < 2 || others.length === 0) return false;
  return first.slice(1).every(isFilled) && others.some((row) => row.slice(0, 1).some(isFilled));
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

/** A title in the margin is at most so long; the text beside it is on the average at least so long. */
const MAX_MARGIN = 60;
const MIN_BESIDE = 120;

/** Whether all words of a cell are bold. */
function isBold(branch: Branch): boolean {
  return branch.children.every((child) =>
    typeof child === 'string'
      ? child.trim() === ''
      : child.name === 'b' || child.name === 'strong' || isBold(child),
  );
}

/** Two columns, one of bold titles and one of the text that each titles. */
function hasMarginTitles(rows: readonly Branch[][], measures: readonly CellMeasure[][]): boolean {
  const filled = rows.map((row, at) => row.filter((_, column) => measures[at]![column]!.length > 0));
  const used = filled.filter((row) => row.length > 0);
  const isEven =
    used.length > 1 && used.every((row) => row.length === 2 && row[0]!.name === 'td' && isBold(row[0]!));
  if (!isEven) return false;
  const lengths = used.map((row) => row.map((cell) => measureCell(cell).length));
  const beside = lengths.reduce((sum, [, text = 0]) => sum + text, 0);
  return lengths.every(([title = 0]) => title <= MAX_MARGIN) && beside >= lengths.length * MIN_BESIDE;
}

/**
 * Data has at least two rows with at least two filled cells, most rows are filled alike, and no cell holds a page of
 * its own. A typed number or picture in one cell and the clause in the other is layout.
 */
export function isDataTable(table: Branch): boolean {
  if (/^(?:presentation|none)$/.test(table.attributes.role ?? '')) return false;
  const rows = listRows(table);
  const measures = rows.map((row) => row.map(measureCell));
  if (labelsPictures(table)) {
    for (const [at, row] of rows.entries()) {
      for (const [column, cell] of row.entries()) measures[at]![column]!.length ||= pictureLabel(cell).length;
    }
  }
  const all = measures.flat();
  if (all.some((cell) => cell.isLayout)) return false;
  const filled = measures.map((row) => row.filter((cell) => cell.length > 0).length);
  const wide = filled.filter((count) => count >= 2).length;
  if (wide < 2 || wide < rows.filter((_, at) => filled[at]! > 0).length * 0.5) return false;
  const hasHeads = rows.some((row) => row.some((cell) => cell.name === 'th'));
  if (hasHeads) return true;
  if (hasMarginTitles(rows, measures)) return false;
  const firstColumn = measures.map((row) => row[0]?.length ?? 0);
  const isNumbered = firstColumn.every((length) => length <= 4) && filled.every((count) => count <= 2);
  return !isNumbered && all.every((cell) => cell.length < MAX_CELL);
}
