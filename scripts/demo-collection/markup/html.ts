import type { Block, Inline, ListItem } from '../model.ts';

/** How a look writes what stands inside a line. */
export interface InlineMarkup {
  readonly strong: (html: string) => string;
  readonly emphasis: (html: string) => string;
  readonly link: (href: string, html: string) => string;
}

/** How a look writes blocks; each gets the HTML of its lines and gives back its own. */
export interface BlockMarkup extends InlineMarkup {
  readonly heading: (level: 2 | 3, html: string) => string;
  readonly paragraph: (html: string) => string;
  readonly list: (items: readonly ItemHtml[], isOrdered: boolean) => string;
  readonly table: (header: readonly string[], rows: readonly (readonly string[])[]) => string;
}

export interface ItemHtml {
  readonly html: string;
  readonly children: readonly ItemHtml[];
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

export function inlineHtml(inlines: readonly Inline[], markup: InlineMarkup): string {
  return inlines.map((inline) => oneInlineHtml(inline, markup)).join('');
}

function oneInlineHtml(inline: Inline, markup: InlineMarkup): string {
  // Quotation marks need no escape in text, and no page of any time escapes them there.
  if (inline.kind === 'text') return escapeHtml(inline.text).replaceAll('&quot;', '"');
  const inner = inlineHtml(inline.children, markup);
  if (inline.kind === 'link') return markup.link(escapeHtml(inline.href), inner);
  return inline.kind === 'strong' ? markup.strong(inner) : markup.emphasis(inner);
}

/** The blocks in a look's markup, one string each. */
export function blocksHtml(blocks: readonly Block[], markup: BlockMarkup): string[] {
  return blocks.map((block) => {
    if (block.kind === 'heading') return markup.heading(block.level, inlineHtml(block.inlines, markup));
    if (block.kind === 'paragraph') return markup.paragraph(inlineHtml(block.inlines, markup));
    if (block.kind === 'list') {
      const items = block.items.map((item) => itemHtml(item, markup));
      return markup.list(items, block.ordered);
    }
    const rowHtml = (row: readonly (readonly Inline[])[]): string[] =>
      row.map((cell) => inlineHtml(cell, markup));
    return markup.table(rowHtml(block.header), block.rows.map(rowHtml));
  });
}

function itemHtml(item: ListItem, markup: InlineMarkup): ItemHtml {
  return {
    html: inlineHtml(item.inlines, markup),
    children: item.children.map((child) => itemHtml(child, markup)),
  };
}

/** The tags of HTML 4 and later, lists and tables closed. Looks replace what they write differently. */
export const plainMarkup: BlockMarkup = {
  strong: (html) => `<strong>${html}</strong>`,
  emphasis: (html) => `<em>${html}</em>`,
  link: (href, html) => `<a href="${href}">${html}</a>`,
  heading: (level, html) => `<h${level}>${html}</h${level}>`,
  paragraph: (html) => `<p>${html}</p>`,
  list: (items, isOrdered) => listHtml(items, isOrdered),
  table: (header, rows) =>
    [
      '<table>',
      `<thead><tr>${header.map((cell) => `<th>${cell}</th>`).join('')}</tr></thead>`,
      '<tbody>',
      ...rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`),
      '</tbody></table>',
    ].join('\n'),
};

function listHtml(items: readonly ItemHtml[], isOrdered: boolean): string {
  const tag = isOrdered ? 'ol' : 'ul';
  const lines = items.map(
    (item) =>
      `<li>${item.html}${item.children.length > 0 ? `\n${listHtml(item.children, false)}\n` : ''}</li>`,
  );
  return `<${tag}>\n${lines.join('\n')}\n</${tag}>`;
}
