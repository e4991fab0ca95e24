import type { Branch } from './branch.ts';

/** Markup that looks otherwise than its elements' names say, made into what it looks like. */

/** A field is text where it holds at least so many characters: old pages showed whole policies in one. */
const MIN_FIELD = 200;
/** Lines at least this long were wrapped by hand. */
const MIN_WRAPPED = 45;

const make = (name: string, children: (Branch | string)[], attributes = {}): Branch => {
  const branch: Branch = { name, attributes, children, parent: null };
  for (const child of children) if (typeof child !== 'string') child.parent = branch;
  return branch;
};

/** The lines of one typed paragraph, joined where they were wrapped by hand. */
function readParagraph(text: string): Branch {
  const lines = text.split('\n').map((line) => line.trim());
  const isWrapped = lines.slice(0, -1).every((line) => line.length >= MIN_WRAPPED);
  if (isWrapped) return make('p', [lines.join(' ')]);
  return make(
    'p',
    lines.flatMap((line, at) => (at === 0 ? [line] : [make('br', []), line])),
  );
}

/** A text field as the paragraphs it shows; null for one to write in. */
function reshapeField(branch: Branch): Branch | null {
  const text = branch.children.filter((child) => typeof child === 'string').join('');
  if (text.trim().length < MIN_FIELD) return null;
  const paragraphs = text.replace(/\r\n?/g, '\n').split(/\n[^\S\n]*(?=\n)/);
  return make(
    'div',
    paragraphs.filter((part) => part.trim() !== '').map((part) => readParagraph(part.trim())),
  );
}

/** First and last characters that a reader sees in a branch. */
function edges(branch: Branch): string {
  const parts: string[] = [];
  const visit = (from: Branch) => {
    for (const child of from.children) typeof child === 'string' ? parts.push(child) : visit(child);
  };
  visit(branch);
  return parts.join('');
}

/** Inline elements that a style sheet may make blocks of. */
const SPANS = new Set(['span', 'label', 'a', 'b', 'strong']);
/** So many sentences run into each other before their elements are held to be blocks. */
const MIN_GLUED = 2;

/**
 * Spans in a row that nothing parts, of which one's sentence ends where the next one's begins: a style sheet shows each
 * on lines of its own. Words cut into spans go on in lower case.
 */
function areBlocks(children: readonly (Branch | string)[]): boolean {
  const isRow = children.every((child) => (typeof child === 'string' ? child === '' : SPANS.has(child.name)));
  if (!isRow || children.length <= MIN_GLUED) return false;
  const shown = children
    .filter((child): child is Branch => typeof child !== 'string' && child.name === 'span')
    .map(edges)
    .filter((text) => text !== '');
  if (shown.length <= MIN_GLUED) return false;
  let glued = 0;
  for (const [at, text] of shown.slice(1).entries()) {
    const end = shown[at]!.at(-1)!;
    if (!/^[\p{Lu}\p{Lo}\p{N}“"(•-]/u.test(text) || /\s/.test(end)) return false;
    if (/[.?!:;。！？]/u.test(end)) glued++;
  }
  return glued >= MIN_GLUED;
}

const ALWAYS_BLOCK = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item)\b/i;
const RANK = /^[1-6]$/;

/** An element that is marked as a heading is one, of the rank its mark gives. */
function headingOf({ attributes, name }: Branch): string | null {
  if (attributes.role === undefined || !/^heading$/i.test(attributes.role) || /^h[1-6]$/.test(name))
    return null;
  const rank = attributes['aria-level'] ?? '';
  return `h${RANK.test(rank) ? rank : Number.parseInt(rank, 10) > 6 ? 6 : 2}`;
}

/** The element that a branch looks like; the branch itself where it is what it is called. Children are reshaped before it. */
export function reshape(branch: Branch): Branch | null {
  if (branch.name === 'textarea') return reshapeField(branch);
  if (areBlocks(branch.children)) {
    for (const [at, child] of branch.children.entries()) {
      if (typeof child !== 'string' && child.name === 'span') branch.children[at] = { ...child, name: 'div' };
    }
  }
  const heading = headingOf(branch);
  if (heading !== null) return { ...branch, name: heading };
  const isShownAsBlock = branch.name === 'span' && ALWAYS_BLOCK.test(branch.attributes.style ?? '');
  return isShownAsBlock ? { ...branch, name: 'div' } : branch;
}
