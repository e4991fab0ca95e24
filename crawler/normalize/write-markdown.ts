import type { Block } from './block.ts';
import { writeInline } from './write-inline.ts';

/** Blocks to Markdown in the one fixed spelling. */

/** Escapes what would make a block of another kind of a line of text. */
export function escapeBlockStart(line: string): string {
  return line
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+])(?=\s|$)/, '\\$1')
    .replace(/^(#{1,6})(?=\s|$)/, '\\$1')
    .replace(/^([>|~=])/, '\\$1')
    .replace(/^-[\s-]*$/, (row) => (row.split('-').length > 3 ? `\\${row}` : row));
}

/**
 * A permalink's mark after a heading: furniture, and at the end of an ATX heading Markdown would take a `#` for its close.
 * Set apart by a space, so that `C#` keeps its own.
 */
const PERMALINK = /(?<!\s)\s+[#¶]+$/;

const writeCell = (cell: Block['runs']) => writeInline(cell).replace(/\|/g, '\\|');

function writeBlock(block: Block, indent: string): string[] {
  if (block.kind === 'heading')
    return [
      `${'#'.repeat(block.level)} ${escapeBlockStart(writeInline(block.runs, true)).replace(PERMALINK, '')}`,
    ];
  if (block.kind === 'row') {
    const cells = block.cells ?? [];
    const row = `${indent}| ${cells.map(writeCell).join(' | ')} |`;
    return block.isFirstRow ? [row, `${indent}|${' --- |'.repeat(cells.length)}`] : [row];
  }
  const text = escapeBlockStart(writeInline(block.runs));
  return [block.kind === 'item' ? `${indent}${block.marker} ${text}` : `${indent}${text}`];
}

/** Rows of a table and items of a list stand on successive lines; one blank line lies between all other blocks. */
function areJoined(above: Block | undefined, below: Block): boolean {
  if (above?.kind !== below.kind) return false;
  if (below.kind === 'row') return !below.isFirstRow;
  if (below.kind !== 'item') return false;
  const isNumbered = below.marker !== '-';
  // A nested list that does not count from 1 would be read as the item's text.
  if (below.level > above.level) return !isNumbered || below.marker === '1.';
  if (below.level === above.level && isNumbered && above.marker!.at(-1) !== below.marker!.at(-1))
    return false;
  return below.level < above.level || below.level > 1 || isNumbered === (above.marker !== '-');
}

/** @returns the text, ending in one line end; `''` for no blocks */
export function writeMarkdown(blocks: readonly Block[]): string {
  const lines: string[] = [];
  /** Widths of the markers of the items that are open. */
  const open: number[] = [];
  for (const [at, block] of blocks.entries()) {
    if (at > 0 && !areJoined(blocks[at - 1], block)) lines.push('');
    if (block.kind === 'heading' || block.kind === 'row') open.length = 0;
    else open.length = Math.min(open.length, block.kind === 'item' ? block.level - 1 : block.level);
    const indent = ' '.repeat(open.reduce((sum, width) => sum + width, 0));
    lines.push(...writeBlock(block, indent));
    if (block.kind === 'item') open.push(block.marker!.length + 1);
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
