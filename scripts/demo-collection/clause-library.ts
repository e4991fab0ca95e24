import { UserError } from '../../crawler/errors.ts';
import { inlineText, parseInlines } from './inline.ts';
import type { Block, ClauseLibrary, Inline, ListItem } from './model.ts';

const keyPattern = /^@@ (?<key>[a-z][a-z0-9-]*\/[a-z0-9-]+)$/u;
const itemPattern = /^(?<indent> *)(?<mark>-|\d+\.) (?<text>.+)$/u;

/**
 * Reads a `clauses.md`: wordings, each under its `@@ key` line.
 * @throws UserError for a malformed or repeated key line and for an empty wording.
 */
export function parseClauseLibrary(text: string, fileName: string): ClauseLibrary {
  const library = new Map<string, readonly Block[]>();
  const parts = text.replaceAll('\r\n', '\n').split(/^(?=@@)/mu);
  for (const part of parts) {
    if (!part.startsWith('@@')) continue;
    const lineEnd = part.indexOf('\n');
    const keyLine = (lineEnd < 0 ? part : part.slice(0, lineEnd)).trimEnd();
    const key = keyPattern.exec(keyLine)?.groups?.key;
    if (key === undefined) {
      throw new UserError(`${fileName}: "${keyLine}" is not a key line.`, 'Write it as "@@ topic/1".');
    }
    if (library.has(key))
      throw new UserError(`${fileName}: the key ${key} is used twice.`, 'Number one anew.');
    const blocks = lineEnd < 0 ? [] : parseBlocks(part.slice(lineEnd + 1));
    if (blocks.length === 0)
      throw new UserError(`${fileName}: ${key} has no text.`, 'Write some, or remove it.');
    library.set(key, blocks);
  }
  return library;
}

/** Reads clause text: blocks separated by blank lines; headings stand on a line of their own. */
export function parseBlocks(text: string): readonly Block[] {
  const chunks = text.replace(/^(#{2,3} .+)$/gmu, '\n$1\n').split(/\n\s*\n/u);
  return chunks
    .map((chunk) => chunk.replace(/^\n+|\s+$/gu, ''))
    .flatMap((chunk) => (chunk === '' ? [] : [parseBlock(chunk)]));
}

function parseBlock(chunk: string): Block {
  const lines = chunk.split('\n');
  const first = lines[0] ?? '';
  if (first.startsWith('### ')) return { kind: 'heading', level: 3, inlines: parseInlines(first.slice(4)) };
  if (first.startsWith('## ')) return { kind: 'heading', level: 2, inlines: parseInlines(first.slice(3)) };
  if (first.startsWith('|')) return parseTable(lines);
  if (itemPattern.test(first)) return parseList(lines);
  return { kind: 'paragraph', inlines: parseInlines(lines.map((line) => line.trim()).join(' ')) };
}

function parseTable(lines: readonly string[]): Block {
  const cellsOf = (line: string): readonly (readonly Inline[])[] =>
    line
      .trim()
      .replace(/^\||\|$/gu, '')
      .split('|')
      .map((cell) => parseInlines(cell.trim()));
  const [header = '', , ...rows] = lines;
  return { kind: 'table', header: cellsOf(header), rows: rows.map(cellsOf) };
}

function parseList(lines: readonly string[]): Block {
  const entries: { text: string; children: { text: string }[] }[] = [];
  let current: { text: string } | undefined;
  for (const line of lines) {
    const groups = itemPattern.exec(line)?.groups;
    const parent = entries.at(-1);
    if (!groups) {
      if (current) current.text += ` ${line.trim()}`;
    } else if ((groups.indent ?? '').length >= 2 && parent) {
      current = { text: groups.text ?? '' };
      parent.children.push(current);
    } else {
      const entry = { text: groups.text ?? '', children: [] };
      entries.push(entry);
      current = entry;
    }
  }
  const items: readonly ListItem[] = entries.map((entry) => ({
    inlines: parseInlines(entry.text),
    children: entry.children.map((child) => ({ inlines: parseInlines(child.text), children: [] })),
  }));
  return { kind: 'list', ordered: /^\d/u.test(lines[0] ?? ''), items };
}

/** The words of blocks, for counting and for telling texts apart. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks.map(blockText).join('\n');
}

function blockText(block: Block): string {
  if (block.kind === 'list') return block.items.map(itemText).join('\n');
  if (block.kind === 'table') {
    return [block.header, ...block.rows].map((row) => row.map(inlineText).join(' ')).join('\n');
  }
  return inlineText(block.inlines);
}

function itemText(item: ListItem): string {
  return [inlineText(item.inlines), ...item.children.map(itemText)].join('\n');
}
