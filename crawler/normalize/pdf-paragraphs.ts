import { type Line, type StyledText, tidyRuns } from './line.ts';
import type { PdfRow, Segment } from './pdf-columns.ts';

/** Rows of text as laid out to lines: paragraphs made whole, words that a row's end cut joined, tables and items told. */

/** Rows further apart than this, beside the usual, begin another paragraph. */
const MAX_LEADING = 1.3;
/** A row that leaves this share of its column empty is a last one, if its sentence ends. */
const MIN_EMPTY = 0.2;
/** Sizes differ where one is so much larger. */
const OTHER_SIZE = 1.08;
const LABEL = /^\s*(?:[•·●▪■◦‣○–—*-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s/i;
/** Cells of one column begin within a letter of each other; items stand in by more. */
const ALIGNED = 1;
const MIN_INDENT = 1.5;

const textOf = (row: PdfRow) =>
  row.segments
    .map((segment) => segment.pieces.map((piece) => piece.text).join(''))
    .join(' ')
    .trim();

/** Steps of `<font size>`; ordinary text is 12 points. */
const sizeSteps = (size: number) => Math.round((10 * Math.log(size / 12)) / Math.log(1.2)) / 10;

function runsOf(segments: readonly Segment[]): StyledText[] {
  const plain = { emphasis: false, underline: false, href: null };
  return segments.flatMap((segment, at) => {
    const runs = segment.pieces.map(({ text, size, strong }) => ({
      ...plain,
      text,
      size: sizeSteps(size),
      strong,
    }));
    return at === 0 || runs.length === 0 ? runs : [{ ...runs[0]!, text: ' ' }, ...runs];
  });
}

/** The usual distance of rows, as a share of their size. */
function findLeading(pages: readonly (readonly PdfRow[])[]): number {
  const leadings = pages.flatMap((rows) =>
    rows.slice(1).flatMap((row, at) => {
      const leading = (rows[at]!.y - row.y) / row.size;
      return leading > 0.5 && leading < 4 ? [leading] : [];
    }),
  );
  return leadings.sort((one, other) => one - other)[Math.floor(leadings.length / 3)] ?? 1.2;
}

const isStrong = (row: PdfRow) => row.segments.every((one) => one.pieces.every((piece) => piece.strong));

/** Whether a row goes on with the paragraph of the one above it. */
function goesOn(above: PdfRow, row: PdfRow, leading: number): boolean {
  const [larger, smaller] = [Math.max(above.size, row.size), Math.min(above.size, row.size)];
  if (larger > smaller * OTHER_SIZE || isStrong(above) !== isStrong(row)) return false;
  const distance = above.y - row.y;
  if (distance <= 0 || distance > row.size * leading * MAX_LEADING || LABEL.test(textOf(row))) return false;
  const left = above.segments[0]!.left;
  const isShort = above.rim - above.segments.at(-1)!.right > (above.rim - left) * MIN_EMPTY;
  const isEnded = /[.:;!?。！？]["”’)]?$/.test(textOf(above)) || isStrong(above);
  const isIndented = row.segments[0]!.left > left + row.size * MIN_INDENT && !LABEL.test(textOf(above));
  return !(isShort && isEnded) && !isIndented;
}

/** Whether cells begin below each other. */
function areAligned(above: PdfRow, row: PdfRow): boolean {
  const { length } = row.segments;
  if (length < 2 || above.segments.length !== length) return false;
  return row.segments.every(
    ({ left }, at) => Math.abs(left - above.segments[at]!.left) <= row.size * ALIGNED,
  );
}

/** Words written with a hyphen somewhere inside a row: there it is their own. */
function listHyphenated(pages: readonly (readonly PdfRow[])[]): ReadonlySet<string> {
  const words = pages.flatMap((rows) =>
    rows.flatMap((row) => textOf(row).match(/(?<!\p{L})\p{L}{1,40}-\p{L}{1,40}/gu) ?? []),
  );
  return new Set(words.map((word) => word.toLowerCase()));
}

class ParagraphWriter {
  readonly lines: Line[] = [];
  private readonly hyphenated: ReadonlySet<string>;

  constructor(hyphenated: ReadonlySet<string>) {
    this.hyphenated = hyphenated;
  }

  private push(line: Pick<Line, 'kind' | 'runs'> & Partial<Line>): void {
    const base = { heading: 0, isTerm: false, depth: 0, marker: null, breaks: 0, dress: '', indent: 0 };
    if (line.runs.length > 0) this.lines.push({ ...base, block: this.lines.length, ...line });
  }

  /** A row's runs behind those above; a word cut in two made whole. */
  private join(runs: StyledText[], next: StyledText[]): StyledText[] {
    const last = runs.at(-1)!;
    const start = /(?<!\p{L})(\p{L}{1,40})-$/u.exec(last.text.trimEnd());
    const rest = /^\p{Ll}+/u.exec(next[0]?.text.trimStart() ?? '');
    if (!start || !rest) return [...runs, { ...last, text: ' ' }, ...next];
    const isOwn = this.hyphenated.has(`${start[1]}-${rest[0]}`.toLowerCase());
    const whole = last.text.trimEnd();
    return [...runs.slice(0, -1), { ...last, text: isOwn ? whole : whole.slice(0, -1) }, ...next];
  }

  writeText(rows: readonly PdfRow[], isItem: boolean): void {
    let runs: StyledText[] = [];
    for (const row of rows) {
      const next = runsOf(row.segments);
      runs = runs.length === 0 ? next : this.join(runs, next);
    }
    this.push({ kind: 'text', runs: tidyRuns(runs), ...(isItem ? { depth: 1, marker: '-' } : {}) });
  }

  writeTable(rows: readonly PdfRow[]): void {
    for (const [at, row] of rows.entries()) {
      const cells = row.segments.map((segment) => tidyRuns(runsOf([segment])));
      this.push({ kind: 'row', runs: cells.flat(), cells, startsTable: at === 0 });
    }
  }
}

/** A gap between pieces that may part cells, as a share of their size; cells before the last are short. */
const MIN_CELL_GAP = 0.33;
const MAX_CELL = 40;
const MIN_TIGHT_ROWS = 3;

/** A row cut wherever pieces stand apart: the cells of a tight table. */
function cutRow(row: PdfRow): PdfRow {
  const segments = row.segments.flatMap(({ pieces }) => {
    const cut: Segment[] = [];
    for (const piece of pieces) {
      const last = cut.at(-1);
      if (last && piece.x - last.right <= piece.size * MIN_CELL_GAP) {
        cut[cut.length - 1] = { ...last, pieces: [...last.pieces, piece], right: piece.x + piece.width };
      } else cut.push({ pieces: [piece], left: piece.x, right: piece.x + piece.width });
    }
    return cut;
  });
  return { ...row, segments };
}

const hasShortCells = (row: PdfRow) =>
  row.segments
    .slice(0, -1)
    .every((one) => one.pieces.reduce((sum, { text }) => sum + text.length, 0) <= MAX_CELL);

/** The end of a table that begins at `at`, its rows as they are or cut; `at` where none does. */
function takeTable(rows: readonly PdfRow[], at: number): { to: number; table: PdfRow[] } {
  let to = at + 1;
  while (to < rows.length && areAligned(rows[to - 1]!, rows[to]!)) to++;
  if (to > at + 1) return { to, table: rows.slice(at, to) };
  const table = [cutRow(rows[at]!)];
  for (let next = at + 1; next < rows.length; next++) {
    const cut = cutRow(rows[next]!);
    if (!hasShortCells(cut) || !areAligned(table.at(-1)!, cut)) break;
    table.push(cut);
  }
  return table.length >= MIN_TIGHT_ROWS && hasShortCells(table[0]!)
    ? { to: at + table.length, table }
    : { to: at, table: [] };
}

/** Rows from `at` on that belong together: a table's, or a paragraph's. */
function takeGroup(rows: readonly PdfRow[], at: number, leading: number): { to: number; table: PdfRow[] } {
  const found = takeTable(rows, at);
  if (found.to > at) return found;
  let to = at + 1;
  while (to < rows.length && goesOn(rows[to - 1]!, rows[to]!, leading)) {
    if (to + 1 < rows.length && areAligned(rows[to]!, rows[to + 1]!)) break;
    to++;
  }
  return { to, table: [] };
}

/**
 * Paragraphs that stand in by the same width, two or more in a row that do not fill it, are items whose marks were
 * drawn rather than written.
 */
function areItems(groups: readonly (readonly PdfRow[])[], at: number): boolean {
  const inset = (rows: readonly PdfRow[] | undefined) =>
    rows?.[0] ? rows[0].segments[0]!.left - rows[0].start : 0;
  const own = inset(groups[at]);
  const isInset = own > groups[at]![0]!.size * MIN_INDENT && own < groups[at]![0]!.size * 6;
  const isLike = (near: number) => Math.abs(inset(groups[near]) - own) < 2;
  const isWhole = groups[at]!.every((row) => Math.abs(row.segments[0]!.left - row.start - own) < 2);
  return isInset && isWhole && (isLike(at - 1) || isLike(at + 1)) && !isStrong(groups[at]![0]!);
}

/** @param pages rows in reading order, page by page */
export function writeParagraphs(pages: readonly (readonly PdfRow[])[]): readonly Line[] {
  const writer = new ParagraphWriter(listHyphenated(pages));
  const leading = findLeading(pages);
  for (const rows of pages) {
    const groups: (readonly PdfRow[])[] = [];
    const tables = new Map<number, PdfRow[]>();
    for (let at = 0; at < rows.length; ) {
      const { to, table } = takeGroup(rows, at, leading);
      if (table.length > 0) tables.set(groups.length, table);
      groups.push(rows.slice(at, to));
      at = to;
    }
    for (const [at, group] of groups.entries()) {
      const table = tables.get(at);
      if (table) writer.writeTable(table);
      else writer.writeText(group, areItems(groups, at) && !LABEL.test(textOf(group[0]!)));
    }
  }
  return writer.lines;
}
