import { type Dress, dressOf, NAKED } from './dress.ts';
import { type Line, type Style, type StyledText, tidyRuns } from './line.ts';
import { resolveLink } from './links.ts';
import { type Counting, countingOf, writeCount } from './list-marks.ts';
import { type Branch, isBlock, textOf } from './parse-html.ts';
import { isInvisible, styleOf } from './style.ts';
import { isDataTable, labelsPictures, listRows, pictureLabel, spreadSpans } from './tables.ts';

/** The content tree to lines: what a browser would put on lines of their own, with looks and list nesting. */

const HEADING = /^h([1-6])$/;
/** What a footnote is called by: a figure, a letter, a star or dagger. */
const FOOTNOTE_MARK = /^(?:\d{1,3}|[a-z]|[*†‡§]{1,3})$/;
const LETTER = /[\p{L}\p{N}]/u;
const LISTS = new Set(['ul', 'ol', 'menu', 'dir']);

interface OpenList {
  readonly counting: Counting;
  /** 1, or -1 where it counts down. */
  readonly step: number;
  next: number;
}

interface LineSetting {
  readonly style: Style;
  readonly heading: number;
  readonly isTerm: boolean;
  readonly isPre: boolean;
  readonly dress: Dress;
}

/** Collects lines while the tree is walked. */
class LineReader {
  readonly lines: Line[] = [];
  private readonly base: string | null;
  private readonly lists: OpenList[] = [];
  private raw: StyledText[] = [];
  /** What the words of the line so far wear. */
  private readonly dresses = new Set<string>();
  private marker: string | null = null;
  /** What stands before an item's text where its mark is text. */
  private label: string | null = null;
  private breaks = 0;
  private block = 0;
  private place: LineSetting;

  constructor(base: string | null, place: LineSetting) {
    this.base = base;
    this.place = place;
  }

  read(branch: Branch, place: LineSetting): void {
    for (const child of branch.children) {
      if (typeof child === 'string') this.readText(child, place);
      else this.readBranch(child, place);
    }
  }

  private readText(text: string, place: LineSetting): void {
    if (place.isPre && text.includes('\n')) {
      for (const [at, part] of text.split(/\r?\n/).entries()) {
        if (at > 0) this.breakLine();
        this.raw.push({ ...place.style, text: part });
        this.place = place;
        if (LETTER.test(part)) this.dresses.add(place.dress.key);
      }
      return;
    }
    if (this.raw.length === 0 && text.trim() === '' && !text.includes('\u00a0')) return;
    this.raw.push({ ...place.style, text });
    if (text.trim() !== '') this.place = place;
    if (LETTER.test(text)) this.dresses.add(place.dress.key);
  }

  private readBranch(branch: Branch, place: LineSetting): void {
    const { name } = branch;
    const style = styleOf(branch, place.style, (href) => resolveLink(href, this.base));
    if (name === 'sup' && this.readFootnoteMark(branch, place)) return;
    if (name === 'br') this.breakLine();
    else if (name === 'table' && isDataTable(branch)) this.readTable(branch, place);
    else if (isBlock(name)) this.readBlock(branch, place, style);
    else if (!isInvisible(branch)) {
      const dress = dressOf(branch, place.dress);
      const isSame = style === place.style && dress === place.dress;
      this.read(branch, isSame ? place : { ...place, style, dress });
    }
  }

  /** Writes the mark of a footnote in brackets: set high it neither parts nor lengthens the word before it. */
  private readFootnoteMark(branch: Branch, place: LineSetting): boolean {
    const mark = textOf(branch).replace(/^[[(]|[\])]$/g, '');
    const before = this.raw
      .map((run) => run.text.slice(-3))
      .join('')
      .slice(-3);
    if (!FOOTNOTE_MARK.test(mark) || !/\p{L}\p{L}[\p{L}.,;:!?)”’"']$/u.test(before)) return false;
    this.readText(`[${mark}]`, place);
    return true;
  }

  private readBlock(branch: Branch, place: LineSetting, style: Style): void {
    const { name } = branch;
    const heading = HEADING.exec(name);
    this.endBlock();
    const inner: LineSetting = {
      style,
      heading: heading ? Number(heading[1]) : place.heading,
      isTerm: place.isTerm || name === 'dt' || name === 'summary' || name === 'caption' || name === 'legend',
      dress: dressOf(branch, place.dress),
      isPre: place.isPre || name === 'pre' || name === 'listing' || name === 'xmp' || name === 'plaintext',
    };
    if (LISTS.has(name)) this.readList(branch, inner);
    else if (name === 'li') this.readItem(branch, inner);
    else this.read(branch, inner);
    this.endBlock();
  }

  private readList(branch: Branch, place: LineSetting): void {
    const items = branch.children.filter((child) => typeof child !== 'string' && child.name === 'li').length;
    const start = Number.parseInt(branch.attributes.start ?? '', 10);
    const step = branch.attributes.reversed === undefined ? 1 : -1;
    const next = start >= 0 ? start : step < 0 ? items : 1;
    if (items > 0) this.lists.push({ counting: countingOf(branch, null), step, next });
    this.read(branch, place);
    if (items > 0) this.lists.pop();
    this.marker = null;
  }

  private readItem(branch: Branch, place: LineSetting): void {
    const isStray = this.lists.length === 0;
    if (isStray) this.lists.push({ counting: null, step: 1, next: 1 });
    const list = this.lists.at(-1)!;
    const value = Number.parseInt(branch.attributes.value ?? '', 10);
    if (value >= 0) list.next = value;
    const counting = countingOf(branch, list.counting);
    // Markdown counts upwards in figures; any other mark is text, as a reader sees it.
    const isCounted = counting === 'decimal' && list.step > 0;
    this.marker = isCounted ? `${list.next}.` : '-';
    this.label = isCounted || counting === null ? null : `${writeCount(list.next, counting)}.`;
    list.next += list.step;
    this.read(branch, place);
    this.endBlock();
    this.marker = null;
    this.label = null;
    if (isStray) this.lists.pop();
  }

  private readTable(branch: Branch, place: LineSetting): void {
    this.endBlock();
    let startsTable = true;
    const isLabelled = labelsPictures(branch);
    for (const row of spreadSpans(listRows(branch))) {
      const cells = row.map((cell) => readCell(cell, this.base, place, isLabelled));
      if (cells.every((cell) => cell.length === 0)) continue;
      this.push({ kind: 'row', runs: cells.flat(), cells, startsTable });
      startsTable = false;
      this.endBlock();
    }
  }

  private breakLine(): void {
    this.endLine();
    this.breaks++;
  }

  private endBlock(): void {
    this.endLine();
    this.breaks = 0;
    this.block++;
  }

  private endLine(): void {
    if (this.raw.length === 0) return;
    const runs = tidyRuns(this.raw);
    const start = this.raw
      .map((run) => run.text)
      .join('')
      .match(/^\s*/)![0];
    const dress = this.dresses.size === 1 ? [...this.dresses][0]! : '';
    this.raw = [];
    this.dresses.clear();
    if (runs.length === 0) return;
    this.push({ kind: 'text', runs, dress, indent: start.split('\u00a0').length - 1 });
  }

  private push(given: Pick<Line, 'kind' | 'runs'> & Partial<Line>): void {
    const look = given.runs[0];
    const isLabelled = this.label !== null && look !== undefined && given.kind === 'text';
    const line = isLabelled
      ? { ...given, runs: tidyRuns([{ ...look, href: null, text: `${this.label} ` }, ...given.runs]) }
      : given;
    if (isLabelled) this.label = null;
    this.lines.push({
      heading: this.place.heading,
      isTerm: this.place.isTerm,
      depth: this.lists.length,
      marker: this.marker,
      breaks: this.breaks,
      block: this.block,
      dress: '',
      indent: 0,
      ...line,
    });
    this.marker = null;
    this.breaks = 0;
  }

  finish(): Line[] {
    this.endBlock();
    return this.lines;
  }
}

const TOP: LineSetting = {
  style: { strong: false, emphasis: false, underline: false, size: 0, href: null },
  heading: 0,
  isTerm: false,
  isPre: false,
  dress: NAKED,
};

function readCell(cell: Branch, base: string | null, place: LineSetting, isLabelled: boolean): StyledText[] {
  const reader = new LineReader(base, TOP);
  reader.read(cell, { ...place, heading: 0, isTerm: false });
  const space: StyledText = { ...TOP.style, text: ' ' };
  const runs = tidyRuns(reader.finish().flatMap((line) => [...line.runs, space]));
  return runs.length > 0 || !isLabelled ? runs : tidyRuns([{ ...TOP.style, text: pictureLabel(cell) }]);
}

/**
 * @param base address that relative links resolve against, or null: then they are read as text
 */
export function readLines(branch: Branch, base: string | null): Line[] {
  const reader = new LineReader(base, TOP);
  reader.read(branch, TOP);
  return reader.finish();
}
