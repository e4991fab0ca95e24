import { type Line, type Style, type StyledText, tidyRuns } from './line.ts';
import { resolveLink } from './links.ts';
import { type Branch, isBlock } from './parse-html.ts';
import { isInvisible, styleOf } from './style.ts';
import { isDataTable, listRows } from './tables.ts';

/** The content tree to lines: what a browser would put on lines of their own, with looks and list nesting. */

const HEADING = /^h([1-6])$/;
const LISTS = new Set(['ul', 'ol', 'menu', 'dir']);

interface OpenList {
  readonly ordered: boolean;
  next: number;
}

interface Place {
  readonly style: Style;
  readonly heading: number;
  readonly isTerm: boolean;
  readonly isPre: boolean;
}

/** Collects lines while the tree is walked. */
class LineReader {
  readonly lines: Line[] = [];
  private readonly base: string | null;
  private readonly lists: OpenList[] = [];
  private raw: StyledText[] = [];
  private marker: string | null = null;
  private breaks = 0;
  private block = 0;
  private place: Place;

  constructor(base: string | null, place: Place) {
    this.base = base;
    this.place = place;
  }

  read(branch: Branch, place: Place): void {
    for (const child of branch.children) {
      if (typeof child === 'string') this.readText(child, place);
      else this.readBranch(child, place);
    }
  }

  private readText(text: string, place: Place): void {
    if (place.isPre && text.includes('\n')) {
      for (const [at, part] of text.split(/\r?\n/).entries()) {
        if (at > 0) this.breakLine();
        this.raw.push({ ...place.style, text: part });
        this.place = place;
      }
      return;
    }
    if (this.raw.length === 0 && text.trim() === '' && !text.includes('\u00a0')) return;
    this.raw.push({ ...place.style, text });
    if (text.trim() !== '') this.place = place;
  }

  private readBranch(branch: Branch, place: Place): void {
    const { name } = branch;
    const style = styleOf(branch, place.style, (href) => resolveLink(href, this.base));
    if (name === 'br') this.breakLine();
    else if (name === 'table' && isDataTable(branch)) this.readTable(branch, place);
    else if (isBlock(name)) this.readBlock(branch, place, style);
    else if (!isInvisible(branch)) this.read(branch, style === place.style ? place : { ...place, style });
  }

  private readBlock(branch: Branch, place: Place, style: Style): void {
    const { name } = branch;
    const heading = HEADING.exec(name);
    this.endBlock();
    const inner: Place = {
      style,
      heading: heading ? Number(heading[1]) : place.heading,
      isTerm: place.isTerm || name === 'dt' || name === 'summary' || name === 'caption' || name === 'legend',
      isPre: place.isPre || name === 'pre' || name === 'listing' || name === 'xmp' || name === 'plaintext',
    };
    if (LISTS.has(name)) this.readList(branch, inner);
    else if (name === 'li') this.readItem(branch, inner);
    else this.read(branch, inner);
    this.endBlock();
  }

  private readList(branch: Branch, place: Place): void {
    const hasItems = branch.children.some((child) => typeof child !== 'string' && child.name === 'li');
    const start = Number.parseInt(branch.attributes.start ?? '', 10);
    if (hasItems) this.lists.push({ ordered: branch.name === 'ol', next: start >= 0 ? start : 1 });
    this.read(branch, place);
    if (hasItems) this.lists.pop();
    this.marker = null;
  }

  private readItem(branch: Branch, place: Place): void {
    const isStray = this.lists.length === 0;
    if (isStray) this.lists.push({ ordered: false, next: 1 });
    const list = this.lists.at(-1)!;
    const value = Number.parseInt(branch.attributes.value ?? '', 10);
    if (value >= 0) list.next = value;
    this.marker = list.ordered ? `${list.next}.` : '-';
    list.next++;
    this.read(branch, place);
    this.endBlock();
    this.marker = null;
    if (isStray) this.lists.pop();
  }

  private readTable(branch: Branch, place: Place): void {
    this.endBlock();
    let startsTable = true;
    for (const row of listRows(branch)) {
      const cells = row.map((cell) => readCell(cell, this.base, place));
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
    this.raw = [];
    if (runs.length === 0) return;
    this.push({ kind: 'text', runs, indent: start.split('\u00a0').length - 1 });
  }

  private push(line: Pick<Line, 'kind' | 'runs'> & Partial<Line>): void {
    this.lines.push({
      heading: this.place.heading,
      isTerm: this.place.isTerm,
      depth: this.lists.length,
      marker: this.marker,
      breaks: this.breaks,
      block: this.block,
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

const TOP: Place = {
  style: { strong: false, emphasis: false, underline: false, size: 0, href: null },
  heading: 0,
  isTerm: false,
  isPre: false,
};

function readCell(cell: Branch, base: string | null, place: Place): StyledText[] {
  const reader = new LineReader(base, TOP);
  reader.read(cell, { ...place, heading: 0, isTerm: false });
  const space: StyledText = { ...TOP.style, text: ' ' };
  return tidyRuns(reader.finish().flatMap((line) => [...line.runs, space]));
}

/**
 * @param base address that relative links resolve against, or null: then they are read as text
 */
export function readLines(branch: Branch, base: string | null): Line[] {
  const reader = new LineReader(base, TOP);
  reader.read(branch, TOP);
  return reader.finish();
}
