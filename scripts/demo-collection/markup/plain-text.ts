import { inlineText } from '../inline.ts';
import type { Block, Era, Inline, ListItem, PageToRender } from '../model.ts';

/** A policy as a text file: headings and line width in the era's manner, starred lists. */
export function renderPlainText(page: PageToRender): string {
  const { textHeadings, lineWidth } = page.era;
  const head = [titleLines(page.title, textHeadings)];
  if (page.stated !== null) head.push(page.stated);
  const body = page.blocks.map((block) =>
    block.kind === 'heading'
      ? headingLines(inlineText(block.inlines), block.level, textHeadings)
      : blockLines(block, lineWidth ?? Number.POSITIVE_INFINITY),
  );
  return `${[...head, ...body].join('\n\n')}\n`;
}

function titleLines(title: string, style: Era['textHeadings']): string {
  if (style === 'unadorned') return title;
  const words = title.toUpperCase();
  return style === 'capitals' ? words : `${words}\n${'='.repeat(words.length)}`;
}

function headingLines(words: string, level: 2 | 3, style: Era['textHeadings']): string {
  if (level === 3) return `${words}:`;
  if (style === 'capitals') return words.toUpperCase();
  return style === 'unadorned' ? words : `${words}\n${'-'.repeat(words.length)}`;
}

function blockLines(block: Exclude<Block, { kind: 'heading' }>, lineWidth: number): string {
  if (block.kind === 'paragraph') return wrap(typedInlines(block.inlines), '', '', lineWidth);
  if (block.kind === 'list') {
    return block.items
      .map((item, index) => itemLines(item, block.ordered ? `${index + 1}.` : '*', '  ', lineWidth))
      .join('\n');
  }
  return block.rows.map((row) => rowLines(block.header, row, lineWidth)).join('\n');
}

function itemLines(item: ListItem, mark: string, indent: string, lineWidth: number): string {
  const own = wrap(
    typedInlines(item.inlines),
    `${indent}${mark} `,
    `${indent}${' '.repeat(mark.length + 1)}`,
    lineWidth,
  );
  return [own, ...item.children.map((child) => itemLines(child, '-', `${indent}  `, lineWidth))].join('\n');
}

/** A row as one line: its first cell, then the others under their column's name. */
function rowLines(
  header: readonly (readonly Inline[])[],
  row: readonly (readonly Inline[])[],
  lineWidth: number,
): string {
  const [first = [], ...others] = row;
  const rest = others.map((cell, index) => `${inlineText(header[index + 1] ?? [])}: ${typedInlines(cell)}`);
  return wrap(`${typedInlines(first)}. ${rest.join('. ')}.`, '  * ', '    ', lineWidth);
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

function wrap(text: string, first: string, later: string, lineWidth: number): string {
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
