/** Pieces of text on a page to rows in reading order: columns one after the other, cells of a row side by side. */

export interface PdfText {
  readonly text: string;
  /** From the left and from the bottom, in points. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly strong: boolean;
}

/** Pieces with no more than a space between them. */
export interface Segment {
  readonly pieces: readonly PdfText[];
  readonly left: number;
  readonly right: number;
}

/** What stands on one line of a column. */
export interface PdfRow {
  readonly segments: readonly Segment[];
  readonly y: number;
  readonly size: number;
  /** Where most lines of its column begin, and the column's right rim. */
  readonly start: number;
  readonly rim: number;
}

/** Pieces whose lines differ by less than this share of their size stand on one line. */
const SAME_LINE = 0.4;
/** A gap as wide as a letter is high parts columns and cells. */
const MIN_GAP = 1;
/** A gap before a second column. */
const MIN_GUTTER = 0.6;
/** A gap from which on there is a space between words, as a share of the size. */
const MIN_SPACE = 0.15;
/** Rows that have text on both sides of a gutter, at least, and the share of rows that may cross it. */
const MIN_ROWS = 8;
const MAX_CROSSING = 0.25;

const rightOf = (piece: PdfText) => piece.x + piece.width;

/** Pieces of one line, from left to right, as segments. */
function splitLine(pieces: readonly PdfText[]): Segment[] {
  const segments: PdfText[][] = [];
  for (const piece of pieces) {
    const last = segments.at(-1)?.at(-1);
    const gap = last ? piece.x - rightOf(last) : Number.POSITIVE_INFINITY;
    if (!last || gap > piece.size * MIN_GAP) segments.push([piece]);
    else {
      const isParted = gap > piece.size * MIN_SPACE && !/\s$/.test(last.text) && !/^\s/.test(piece.text);
      segments.at(-1)!.push(isParted ? { ...piece, text: ` ${piece.text}` } : piece);
    }
  }
  return segments.map((inner) => ({ pieces: inner, left: inner[0]!.x, right: rightOf(inner.at(-1)!) }));
}

/** Lines from top to bottom. */
function splitLines(pieces: readonly PdfText[]): PdfText[][] {
  const lines: PdfText[][] = [];
  for (const piece of [...pieces].sort((one, other) => other.y - one.y)) {
    if (piece.text.trim() === '') continue;
    const line = lines.at(-1);
    const isSame = line && Math.abs(line[0]!.y - piece.y) < piece.size * SAME_LINE;
    if (isSame) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => line.sort((one, other) => one.x - other.x));
}

/** Where a column may begin, by how many lines begin there, or begin again behind a gap. */
function countStarts(lines: readonly (readonly PdfText[])[]): [number, number][] {
  const counts = new Map<number, number>();
  for (const line of lines) {
    for (const [at, piece] of line.entries()) {
      const isStart = at === 0 || piece.x - rightOf(line[at - 1]!) > piece.size * MIN_GUTTER;
      if (isStart) counts.set(Math.round(piece.x), (counts.get(Math.round(piece.x)) ?? 0) + 1);
    }
  }
  return [...counts];
}

/** Where the second of two columns of text begins; null where the page has one. */
function findGutter(lines: readonly (readonly PdfText[])[]): number | null {
  const left = lines.reduce((least, line) => Math.min(least, line[0]!.x), Number.POSITIVE_INFINITY);
  const right = lines.reduce((most, line) => Math.max(most, rightOf(line.at(-1)!)), 0);
  const width = right - left;
  const [best] = countStarts(lines)
    .filter(([x]) => x > left + width * 0.35 && x < left + width * 0.65)
    .sort((one, other) => other[1] - one[1]);
  if (!best || best[1] < MIN_ROWS) return null;
  const gutter = best[0] - 2;
  const crossing = lines.filter((line) => crosses(line, gutter));
  // A table's cells are short; a column's lines fill it.
  const before = lines.flatMap((line) => {
    const side = line.filter((piece) => rightOf(piece) <= gutter);
    return side.length === 0 ? [] : [rightOf(side.at(-1)!) - side[0]!.x];
  });
  const filling = before.filter((length) => length > width * 0.3);
  const isText = before.length >= MIN_ROWS && filling.length >= before.length * 0.5;
  return isText && crossing.length <= lines.length * MAX_CROSSING ? gutter : null;
}

const crosses = (line: readonly PdfText[], gutter: number) =>
  line.some((piece) => piece.x < gutter && rightOf(piece) > gutter);

function toRow(segments: readonly Segment[], start: number, rim: number): PdfRow {
  const first = segments[0]!.pieces[0]!;
  const size = Math.max(...segments.map((segment) => segment.pieces[0]!.size));
  return { segments, y: first.y, size, start, rim };
}

/** Where most lines begin. */
function findStart(lines: readonly (readonly PdfText[])[]): number {
  const counts = new Map<number, number>();
  for (const [first] of lines) counts.set(Math.round(first!.x), (counts.get(Math.round(first!.x)) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? 0;
}

/** The rows of a page in the order they are read in. */
export function readColumns(pieces: readonly PdfText[]): PdfRow[] {
  const lines = splitLines(pieces);
  const rimOf = (all: readonly (readonly PdfText[])[]) =>
    all.reduce((most, line) => Math.max(most, rightOf(line.at(-1)!)), 0);
  const rowsOf = (all: readonly (readonly PdfText[])[], rim: number) => {
    const start = findStart(all);
    return all.map((line) => toRow(splitLine(line), start, rim));
  };
  const gutter = lines.length === 0 ? null : findGutter(lines);
  const rim = rimOf(lines);
  if (gutter === null) return rowsOf(lines, rim);
  const rows: PdfRow[] = [];
  let columns: [PdfText[][], PdfText[][]] = [[], []];
  const settle = () => {
    for (const column of columns) rows.push(...rowsOf(column, rimOf(column)));
    columns = [[], []];
  };
  for (const line of lines) {
    if (crosses(line, gutter)) {
      settle();
      rows.push(...rowsOf([line], rim));
      continue;
    }
    const sides = [line.filter((piece) => piece.x < gutter), line.filter((piece) => piece.x >= gutter)];
    for (const side of [0, 1] as const) if (sides[side]!.length > 0) columns[side].push(sides[side]!);
  }
  settle();
  return rows;
}
