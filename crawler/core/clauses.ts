import { plainText } from './inline.ts';
import type { Clause, ClauseKind, PlacedClause } from './model.ts';

/**
 * Markdown to clauses. Reads the one fixed spelling of a version's text: ATX headings; `-` lists and, where the page
 * numbers its items itself, `1.` lists; pipe tables; a block a line, blocks apart by one blank line, items of a list on
 * successive lines; what belongs to an item indented below its text.
 */

const HEADING = /^(#{1,6}) +/;
const ITEM = /^(-|\d{1,9}[.)]) +/;
const TABLE_ROW = /^\|.*\|$/;
const TABLE_RULE = /^\|(?: *:?-{3,}:? *\|)+$/;

interface MarkdownBlock {
  kind: ClauseKind;
  level: number;
  start: number;
  end: number;
}

/** The block on one line, or null for a blank line or the rule below a table's head. `indents` is the open lists. */
function readLine(line: string, offset: number, indents: number[]): MarkdownBlock | null {
  const trimmed = line.trim();
  if (trimmed === '' || TABLE_RULE.test(trimmed)) return null;
  const indent = line.length - line.trimStart().length;
  const end = offset + line.trimEnd().length;
  while (indents.length > 0 && indent < indents.at(-1)!) indents.pop();
  const heading = HEADING.exec(trimmed);
  if (heading) {
    indents.length = 0;
    return { kind: 'heading', level: heading[1]!.length, start: offset + indent + heading[0].length, end };
  }
  const item = ITEM.exec(trimmed);
  if (item) {
    indents.push(indent + item[0].length);
    return { kind: 'item', level: indents.length, start: offset + indents.at(-1)!, end };
  }
  if (TABLE_ROW.test(trimmed) && trimmed.length > 2) {
    const cells = trimmed.slice(1, -1);
    const start = offset + indent + 1 + (cells.length - cells.trimStart().length);
    return { kind: 'row', level: 0, start, end: start + cells.trim().length };
  }
  return { kind: 'paragraph', level: indents.length, start: offset + indent, end };
}

function readBlocks(markdown: string): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  const indents: number[] = [];
  let offset = 0;
  for (const line of markdown.split('\n')) {
    const block = readLine(line, offset, indents);
    if (block && block.end > block.start) blocks.push(block);
    offset += line.length + 1;
  }
  return blocks;
}

/** The mark of a numbered item, before its text. */
const NUMBER_MARK = /\d[.)]\s{1,4}$/;

/** Longest label we make up, in characters; cut at a word. */
const MAX_LABEL = 48;

/** A number that a page typed before a clause, bold or not; `8. Title. What it says` has a title before the first full stop. */
const NUMBER_BEFORE = /^(?:\*\*)?\(?\d{1,3}(?:\.\d{1,2}){0,3}[.)](?:\*\*)?\s+(?=[*\p{Lu}])/u;

/** A label for a clause that stands under no heading: its run-in title (`Cookies:`, bold start), else its first words. */
function makeLabel(text: string, isNumbered: boolean): string {
  const bare = text.replace(NUMBER_BEFORE, '');
  const runIn =
    /^\*\*([^*]{2,60}?)[.:]?\*\*|^(\p{Lu}[^.:!?]{1,46}):(?=\s)/u.exec(bare) ??
    (bare === text && !isNumbered ? null : /^()(\p{Lu}[^.:!?]{1,46})\.(?=\s)/u.exec(bare));
  const plain = plainText((runIn?.[1] || runIn?.[2]) ?? bare).trim();
  if (plain.length <= MAX_LABEL) return plain;
  const cut = plain.slice(0, MAX_LABEL);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 20)).replace(/(?<![\s,;:.])[\s,;:.]+$/, '')}…`;
}

/** A clause's own name, whatever it stands under: a heading's text, a run-in title, or the first words. */
export const nameByOwnWords = ({ kind, text }: Clause): string =>
  kind === 'heading' ? plainText(text) : makeLabel(text, false);

/** Position of the heading that titles the whole text, or -1: it comes first and no later heading ranks as high. */
export function findTitle(blocks: readonly Pick<Clause, 'kind' | 'level'>[]): number {
  const first = blocks.findIndex((block) => block.kind === 'heading');
  if (first < 0 || first > 1) return -1;
  const rank = blocks[first]!.level;
  const rivals = blocks.slice(first + 1).some((block) => block.kind === 'heading' && block.level <= rank);
  return rivals ? -1 : first;
}

/**
 * The clauses of a version's Markdown, in reading order. Spans do not overlap; what lies between them is list marks,
 * heading marks, table marks and line ends only, so the clauses with what stands before each reproduce the text.
 */
export function parseClauses(markdown: string): PlacedClause[] {
  const blocks = readBlocks(markdown);
  const title = findTitle(blocks);
  const open: { level: number; text: string; isTitle: boolean }[] = [];
  return blocks.map((block, position) => {
    const text = markdown.slice(block.start, block.end);
    if (block.kind === 'heading') {
      while (open.length > 0 && open.at(-1)!.level >= block.level) open.pop();
    }
    const headingPath = open.map((heading) => heading.text);
    const under = open.filter((heading) => !heading.isTitle).at(-1);
    if (block.kind === 'heading') {
      open.push({ level: block.level, text: plainText(text), isTitle: position === title });
    }
    const label =
      block.kind === 'heading'
        ? plainText(text)
        : (under?.text ??
          makeLabel(text, NUMBER_MARK.test(markdown.slice(Math.max(0, block.start - 12), block.start))));
    const labelIsOurs = block.kind !== 'heading' && under === undefined;
    return { ...block, text, position, headingPath, label, labelIsOurs };
  });
}

/** What stands before each clause, and after the last: `leads[i] + clause.text …, then tail` is the Markdown again. */
export function splitLeads(
  markdown: string,
  clauses: readonly PlacedClause[],
): { leads: string[]; tail: string } {
  let at = 0;
  const leads = clauses.map((clause) => {
    const lead = markdown.slice(at, clause.start);
    at = clause.end;
    return lead;
  });
  return { leads, tail: markdown.slice(at) };
}
