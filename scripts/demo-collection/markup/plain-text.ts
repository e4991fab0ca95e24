import { inlineText } from '../inline.ts';
import type { Block, Inline, ListItem, PageToRender } from '../model.ts';

const lineWidth = 72;

/** A policy as a text file: underlined headings, lines of at most 72 characters, starred lists. */
export function renderPlainText(page: PageToRender): string {
  const head = [`${page.title.toUpperCase()}\n${'='.repeat(page.title.length)}`];
  if (page.stated !== null) head.push(page.stated);
  return `${[...head, ...page.blocks.map(blockLines)].join('\n\n')}\n`;
}

function blockLines(block: Block): string {
  if (block.kind === 'heading') {
    const words = inlineText(block.inlines);
    return block.level === 2 ? `${words}\n${'-'.repeat(words.length)}` : `${words}:`;
  }
  if (block.kind === 'paragraph') return wrap(typedInlines(block.inlines), '', '');
  if (block.kind === 'list') {
    return block.items
      .map((item, index) => itemLines(item, block.ordered ? `${index + 1}.` : '*', '  '))
      .join('\n');
  }
  return block.rows.map((row) => rowLines(block.header, row)).join('\n');
}

function itemLines(item: ListItem, mark: string, indent: string): string {
  const own = wrap(
    typedInlines(item.inlines),
    `${indent}${mark} `,
    `${indent}${' '.repeat(mark.length + 1)}`,
  );
  return [own, ...item.children.map((child) => itemLines(child, '-', `${indent}  `))].join('\n');
}

/** A row as one line: its first cell, then the others under their column's name. */
function rowLines(header: readonly (readonly Inline[])[], row: readonly (readonly Inline[])[]): string {
  const [first = [], ...others] = row;
  const rest = others.map((cell, index) => `${inlineText(header[index + 1] ?? [])}: ${typedInlines(cell)}`);
  return wrap(`${typedInlines(first)}. ${rest.join('. ')}.`, '  * ', '    ');
}

/** Emphasis keeps its stars; a link's target follows in angle brackets unless it is what the words say. */
function typedInlines(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text;
      const words = typedInlines(inline.children);
      if (inline.kind !== 'link') return `*${words}*`;
      return inline.href.replace('mailto:', '') === words ? words : `${words} <${inline.href}>`;
    })
    .join('');
}

function wrap(text: string, first: string, later: string): string {
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(/ +/u)) {
    if (!isEmpty && line.length + 1 + word.length > lineWidth) {
      lines.push(line);
      line = later;
      isEmpty = true;
    }
    line += isEmpty ? word : ` ${word}`;
    isEmpty = false;
  }
  return [...lines, line].join('\n');
}
