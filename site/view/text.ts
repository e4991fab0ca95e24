import { type PlacedClause, plainText } from '../../crawler/core/index.ts';
import { escapeHtml, plainLabel } from './html.ts';
import { renderInline, splitCells } from './inline.ts';

/** A clause with what its place on the page needs. */
export interface PageClause extends PlacedClause {
  readonly anchor: string;
  /** What stands before it in the Markdown: list and table marks. */
  readonly lead: string;
}

/** HTML of the margin note of a clause, or ''. */
export type NoteOf = (clause: PageClause) => string;

/** HTML of what stands in the element of a clause. */
export type ContentOf = (clause: PageClause) => string;

const plainContent: ContentOf = (clause) => renderInline(clause.text);

/** What precedes each clause in the Markdown. */
export function addLeads<C extends PlacedClause>(
  markdown: string,
  clauses: readonly C[],
  anchors: readonly string[],
): (C & PageClause)[] {
  let end = 0;
  return clauses.map((clause, position) => {
    const lead = markdown.slice(end, clause.start);
    end = clause.end;
    return { ...clause, lead, anchor: anchors[position]! };
  });
}

/** Rank of a clause heading on our page, whose own `h1` stands above: the original's ranks are pushed together. */
function rankHeadings(clauses: readonly PageClause[]): Map<number, number> {
  const levels = new Set(clauses.filter((c) => c.kind === 'heading').map((c) => c.level));
  const ranks = new Map<number, number>();
  for (const level of [...levels].sort((a, b) => a - b)) ranks.set(level, Math.min(6, ranks.size + 2));
  return ranks;
}

/** Writes blocks and keeps track of the lists and tables that are open. */
class Writer {
  readonly html: string[] = [];
  private readonly lists: ('ul' | 'ol')[] = [];
  private inTable = false;
  private tables = 0;

  closeTable(): void {
    if (this.inTable) this.html.push('</tbody></table></div>');
    this.inTable = false;
  }

  /** Closes lists down to `depth` levels. */
  closeLists(depth: number): void {
    while (this.lists.length > depth) this.html.push(`</li></${this.lists.pop()}>`);
  }

  openTable(): void {
    if (!this.inTable) {
      this.tables++;
      this.html.push(
        `<div class="table" tabindex="0" role="region" aria-label="Table ${this.tables}"><table><tbody>`,
      );
    }
    this.inTable = true;
  }

  /** Begins an item at `level`, opening or closing lists as needed. */
  openItem(level: number, tag: 'ul' | 'ol', attributes: string): void {
    this.closeLists(level);
    if (this.lists.length === level && this.lists.at(-1) === tag) this.html.push('</li>');
    else this.closeLists(level - 1);
    while (this.lists.length < level) {
      this.lists.push(tag);
      this.html.push(`<${tag}>`);
      if (this.lists.length < level) this.html.push('<li>');
    }
    this.html.push(`<li${attributes}>`);
  }

  finish(): string {
    this.closeTable();
    this.closeLists(0);
    return this.html.join('');
  }
}

function writeRow(writer: Writer, clause: PageClause, note: string, isHead: boolean): void {
  writer.openTable();
  const cell = isHead ? 'th scope="col"' : 'td';
  const cells = splitCells(clause.text).map(
    (text, at) => `<${cell}>${renderInline(text)}${at === 0 ? note : ''}</${cell.slice(0, 2)}>`,
  );
  writer.html.push(`<tr id="${clause.anchor}">${cells.join('')}</tr>`);
}

function writeItem(writer: Writer, clause: PageClause, note: string, html: string): void {
  const number = /(\d{1,9})[.)] +$/.exec(clause.lead)?.[1];
  const value = number === undefined ? '' : ` value="${number}"`;
  writer.openItem(clause.level, number === undefined ? 'ul' : 'ol', ` id="${clause.anchor}"${value}`);
  writer.html.push(note, html);
}

function copyLink(clause: PageClause): string {
  const name = escapeHtml(plainLabel(clause.label));
  return ` <a class="pilcrow" href="#${clause.anchor}" aria-label="Link to ${name}">¶</a>`;
}

/** True where a label of ours adds something: one made of the clause's own first words would only say them twice. */
function needsLabel(clause: PageClause): boolean {
  if (!clause.labelIsOurs) return false;
  return !plainText(clause.text).startsWith(clause.label.replace(/…$/, ''));
}

/**
 * The text of a version as HTML: headings from `h2` down, paragraphs, nested lists, tables; every clause carries its
 * anchor, the margin note that `noteOf` gives it, and the content that `contentOf` does.
 */
export function renderText(
  clauses: readonly PageClause[],
  noteOf: NoteOf = () => '',
  contentOf: ContentOf = plainContent,
): string {
  const writer = new Writer();
  const ranks = rankHeadings(clauses);
  clauses.forEach((clause, at) => {
    const note = noteOf(clause);
    if (clause.kind !== 'row') writer.closeTable();
    if (clause.kind === 'heading') {
      writer.closeLists(0);
      const rank = ranks.get(clause.level) ?? 6;
      writer.html.push(
        `${note}<h${rank} id="${clause.anchor}">${renderInline(clause.text)}${copyLink(clause)}</h${rank}>`,
      );
    } else if (clause.kind === 'item') {
      writeItem(writer, clause, note, contentOf(clause));
    } else if (clause.kind === 'row') {
      writer.closeLists(0);
      const next = clauses[at + 1];
      writeRow(writer, clause, note, next?.kind === 'row' && /-{3}/.test(next.lead));
    } else {
      writer.closeLists(clause.level);
      const label = needsLabel(clause)
        ? `<span class="label">[${escapeHtml(plainLabel(clause.label))}]</span>`
        : '';
      writer.html.push(`${note}<p id="${clause.anchor}">${label}${contentOf(clause)}</p>`);
    }
  });
  return writer.finish();
}

export interface ContentsEntry {
  readonly anchor: string;
  readonly label: string;
  readonly isOurs: boolean;
  /** 0 for the outermost rank. */
  readonly depth: number;
}

/** Longer lists of contents are as much to read as a text: they leave out what stands deepest. */
const MOST_CONTENTS = 60;

/** The entries down to the depth at which they are still a list to be looked over; all of the outermost rank. */
function leaveOutDeepest(entries: readonly ContentsEntry[]): ContentsEntry[] {
  const counts = [0, 1, 2, 3, 4].map((depth) => entries.filter((entry) => entry.depth <= depth).length);
  const deepest = Math.max(
    0,
    counts.findLastIndex((count) => count <= MOST_CONTENTS),
  );
  return entries.filter((entry) => entry.depth <= deepest);
}

/** The contents list: the headings, or, where there are none, the first clause of each label of ours. */
export function listContents(clauses: readonly PageClause[]): ContentsEntry[] {
  const headings = clauses.filter((clause) => clause.kind === 'heading');
  const ranks = rankHeadings(clauses);
  const entry = (clause: PageClause): ContentsEntry => ({
    anchor: clause.anchor,
    label: plainLabel(clause.label),
    isOurs: clause.labelIsOurs,
    depth: clause.kind === 'heading' ? (ranks.get(clause.level) ?? 2) - 2 : 0,
  });
  if (headings.length >= 3) return leaveOutDeepest(headings.map(entry));
  const seen = new Set<string>();
  return clauses.filter((clause) => !seen.has(clause.label) && seen.add(clause.label)).map(entry);
}
