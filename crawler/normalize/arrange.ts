import { type Block, blockText } from './block.ts';
import type { Headings } from './find-headings.ts';
import { dropStart, isMarked, joinRuns, type Line, lineText, type StyledText } from './line.ts';

/** Lines to blocks: paragraphs made of breaks, typed bullets and labels, addresses, paragraphs cut in two. */

const BULLET = /^(?:[•·●▪■◦‣○∙\u2023\u2043\uf0b7\uf0a7]\s*|[*–—-]\s+)(?=\S)/u;
/** `1)`, `(1)`, `1.`, `a)`, `(iv)`: an item label typed as text. */
const LABEL = /^(?:\(?\d{1,2}[.)]|\(?[a-z]\)|[a-z]\.|\(?[ivx]{1,4}\))\s/i;
/** Longest line of an address or a list of lines kept apart. */
const MAX_SHORT = 60;

/** Ends, exclusive, of the groups of lines that single breaks separate, by first line. */
function groupLines(lines: readonly Line[], headings: Headings): Map<number, number> {
  const groups = new Map<number, number>();
  let start = 0;
  for (let at = 1; at <= lines.length; at++) {
    const line = lines[at];
    const goesOn =
      line &&
      line.kind === 'text' &&
      line.block === lines[start]!.block &&
      line.breaks === 1 &&
      !headings.levels.has(at) &&
      !headings.levels.has(at - 1) &&
      lines[at - 1]!.kind === 'text';
    if (goesOn) continue;
    groups.set(start, at);
    start = at;
  }
  return groups;
}

/** Short lines that do not run on: an address, or facts one a line. */
function areLinesKept(group: readonly Line[]): boolean {
  if (group.length < 2) return false;
  return group.every((line, at) => {
    const text = lineText(line);
    return (
      text.length <= MAX_SHORT &&
      (at === 0 || !/^\p{Ll}/u.test(text) || /@|^(?:www|http|e-?mail|tel|fax)/i.test(text))
    );
  });
}

function toBlock(line: Line): Block {
  const text = lineText(line);
  const bullet = BULLET.exec(text);
  if (line.marker !== null) {
    return {
      kind: 'item',
      level: line.depth,
      marker: line.marker,
      runs: bullet ? dropStart(line.runs, bullet[0].length) : line.runs,
    };
  }
  if (bullet && text.length > bullet[0].length + 1) {
    return { kind: 'item', level: line.depth + 1, marker: '-', runs: dropStart(line.runs, bullet[0].length) };
  }
  return { kind: 'paragraph', level: line.depth, marker: null, runs: line.runs };
}

/** Longest rest of a sentence that is looked at. */
const MAX_CUT = 2000;

/** A sentence that a paragraph's end cut in two. */
function isCut(above: Block | undefined, below: Block): boolean {
  if (above?.kind !== 'paragraph' || below.kind !== 'paragraph' || above.level !== below.level) return false;
  const start = blockText(above);
  const end = blockText(below);
  return (
    end.length <= MAX_CUT &&
    start.length >= 25 &&
    /[\p{L}\p{N}]$/u.test(start) &&
    /^\p{Ll}\p{L}*[ ,]/u.test(end) &&
    /[.?!:]$/.test(end) &&
    !LABEL.test(end)
  );
}

/** `<li><b>Title</b><br>text`: the item's title stands on a line of its own. */
function titlesItem(line: Line, next: Line | undefined): boolean {
  return line.marker !== null && next !== undefined && isMarked(line) && !isMarked(next);
}

const asTitle = (runs: readonly StyledText[]) =>
  runs.map((run) => ({ ...run, strong: true, underline: false }));

function arrangeGroup(group: readonly Line[], blocks: Block[]): void {
  const keepLines = areLinesKept(group);
  const hasTitle = titlesItem(group[0]!, group[1]);
  for (let at = 0; at < group.length; ) {
    const block = toBlock(group[at]!);
    let end = at + 1;
    while (!keepLines && !(hasTitle && at === 0) && end < group.length && goesOn(group[end]!)) end++;
    const runs =
      end > at + 1 ? [block.runs, ...group.slice(at + 1, end).map((line) => line.runs)] : [block.runs];
    blocks.push({ ...block, runs: joinRuns(hasTitle && at === 0 ? [asTitle(block.runs)] : runs) });
    at = end;
  }
}

/** Whether a line after a break goes on with the sentence before it: it is no item, typed or marked. */
function goesOn(line: Line): boolean {
  return toBlock(line).kind === 'paragraph' && !LABEL.test(lineText(line));
}

/** Joins sentences that paragraphs cut, from the end on, so that one cut twice becomes whole. */
function joinCutSentences(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of [...blocks].reverse()) {
    const below = joined.at(-1);
    if (below && isCut(block, below))
      joined[joined.length - 1] = { ...block, runs: joinRuns([block.runs, below.runs]) };
    else joined.push(block);
  }
  return joined.reverse();
}

/**
 * An item deeper than the ones around it allow takes the depth they allow. Every reader of Markdown counts on from a
 * list's first number: where a page's numbers do not, another sign behind them begins another list.
 */
function settleItems(blocks: readonly Block[]): void {
  const counts: ({ number: number; sign: string } | null)[] = [];
  let open = 0;
  for (const block of blocks) {
    if (block.kind === 'paragraph') block.level = Math.min(block.level, open);
    if (block.kind === 'item') block.level = Math.min(block.level, open + 1);
    open = block.kind === 'item' || block.kind === 'paragraph' ? block.level : 0;
    counts.length = Math.min(counts.length, open);
    if (block.kind !== 'item') continue;
    const before = counts[open - 1];
    const number = Number.parseInt(block.marker!, 10);
    if (Number.isNaN(number)) counts[open - 1] = null;
    else {
      const goesOn = !before || before.number + 1 === number;
      const sign = goesOn ? (before?.sign ?? '.') : before.sign === '.' ? ')' : '.';
      counts[open - 1] = { number, sign };
      block.marker = `${number}${sign}`;
    }
  }
}

/** Rows of one table get as many cells as its widest, since readers of Markdown drop what is more than its first. */
function evenRows(blocks: readonly Block[]): void {
  for (let from = 0; from < blocks.length; from++) {
    if (!blocks[from]!.isFirstRow) continue;
    let to = from + 1;
    while (to < blocks.length && blocks[to]!.kind === 'row' && !blocks[to]!.isFirstRow) to++;
    const rows = blocks.slice(from, to);
    const width = rows.reduce((widest, row) => Math.max(widest, row.cells!.length), 0);
    for (const row of rows) row.cells = [...row.cells!, ...Array(width - row.cells!.length).fill([])];
  }
}

/** A title that counts an item keeps its number, unless it was typed besides. */
function titleRuns(line: Line): readonly StyledText[] {
  const look = line.runs[0];
  if (look === undefined || !/^\d/.test(line.marker ?? '') || /^\W*\d/.test(look.text)) return line.runs;
  return joinRuns([[{ ...look, href: null, text: line.marker! }], line.runs]);
}

export function arrangeBlocks(lines: readonly Line[], headings: Headings): Block[] {
  const blocks: Block[] = [];
  const groups = groupLines(lines, headings);
  for (const [from, to] of groups) {
    const line = lines[from]!;
    const level = headings.levels.get(from);
    if (level) blocks.push({ kind: 'heading', level, marker: null, runs: titleRuns(line) });
    else if (line.kind === 'row') {
      blocks.push({
        kind: 'row',
        level: 0,
        marker: null,
        runs: line.runs,
        cells: line.cells ?? [],
        isFirstRow: line.startsTable ?? true,
      });
    } else arrangeGroup(lines.slice(from, to), blocks);
  }
  const whole = joinCutSentences(blocks);
  settleItems(whole);
  evenRows(whole);
  return whole;
}
