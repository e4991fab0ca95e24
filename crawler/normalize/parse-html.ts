import type { Branch } from './branch.ts';
import { allowTags } from './budget.ts';
import { hidesEmail, isHiddenEmail, revealTarget, shownEmail } from './email-protection.ts';
import { type ElementNode, parseTree } from './parse-tree.ts';
import { reshape } from './reshape.ts';
import { Sheet } from './sheet.ts';
import { squashSpace } from './squash-space.ts';
import { stripMarkup } from './strip-markup.ts';

/** HTML text to a light tree of our own: elements and text, without comments, scripts and styles. */

export type { Branch } from './branch.ts';

export interface Page {
  readonly root: Branch;
  /** What the page gives to browsers without frames, as markup; '' where it has none. */
  readonly noframes: string;
  /** Contents of script elements that hold data rather than program: `type` ends in `json`. */
  readonly data: readonly string[];
  /** Scripts that push rows of text into the document. */
  readonly pushes: string;
  /** Contents of the other scripts: programs. */
  readonly programs: readonly string[];
  /** Characters of program and data in scripts. */
  readonly scriptChars: number;
}

/** Never text, whatever they hold. */
const NEVER_TEXT = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'noframes',
  'svg',
  'math',
  'canvas',
]);
/** Kept without their content: their attributes matter to someone. */
const KEPT_EMPTY = new Set(['iframe']);

/** Elements deeper than this are not read. */
const MAX_DEPTH = 1500;

/** A branch, and its children, below the parents they stand under. */
function own(branch: Branch, parent: Branch): Branch {
  branch.parent = parent;
  for (const child of branch.children) if (typeof child !== 'string') child.parent = branch;
  return branch;
}

type Attributes = Branch['attributes'];

/** By name, in a table without a prototype: a page may call an attribute what it likes. */
function readAttributes({ attributes }: ElementNode): Attributes {
  const table: Record<string, string> = Object.create(null);
  for (const { name, value } of attributes) table[name] = value;
  return table;
}

/** A parsed element without its children; what the page's sheets say of its looks stands behind what it says itself. */
function readElement(name: string, given: Attributes, parent: Branch | null, sheet: Sheet): Branch {
  const attributes = revealTarget(given);
  const branch: Branch = { name, attributes, children: [], parent };
  const css = sheet.cssFor(branch);
  if (css === '') return branch;
  const style = attributes.style === undefined ? css : `${attributes.style};${css}`;
  return { ...branch, attributes: { ...attributes, style } };
}

/** Frames in frames that are read. */
const MAX_FRAMES = 3;

/** What a frame shows that holds its own page: a part of this one. */
function readInnerPage(frame: Branch, depth: number): Branch {
  const { html, sheets, isTrap } = stripMarkup(frame.attributes.srcdoc!);
  let frames = 0;
  for (let at: Branch | null = frame.parent; at; at = at.parent)
    if (at.attributes.srcdoc !== undefined) frames++;
  const inner: Branch = { ...frame, name: 'div' };
  if (isTrap || frames >= MAX_FRAMES) return inner;
  allowTags(html);
  const body = findNode(parseTree(html), 'body');
  for (const child of body ? convert(body, inner, depth + 1, new Sheet(sheets)).children : []) {
    inner.children.push(typeof child === 'string' ? child : own(child, inner));
  }
  return inner;
}

function findNode(node: ElementNode, name: string): ElementNode | null {
  for (const child of node.children) {
    const found = child.isText ? null : child.name === name ? child : findNode(child, name);
    if (found) return found;
  }
  return null;
}

function convert(node: ElementNode, parent: Branch | null, depth: number, sheet: Sheet): Branch {
  const given = readAttributes(node);
  const branch = readElement(node.name, given, parent, sheet);
  if (branch.name === 'iframe' && given.srcdoc !== undefined) return readInnerPage(branch, depth);
  if (KEPT_EMPTY.has(branch.name) || depth > MAX_DEPTH) return branch;
  const { children } = branch;
  for (const child of node.children) {
    if (child.isText) {
      const last = children.length - 1;
      if (typeof children[last] === 'string') children[last] += child.text;
      else children.push(child.text);
    } else if (!NEVER_TEXT.has(child.name) || KEPT_EMPTY.has(child.name)) {
      const shape = reshape(convert(child, branch, depth + 1, sheet));
      if (shape !== null) children.push(own(shape, branch));
    }
  }
  return hidesEmail(given) ? showEmail(branch, given) : branch;
}

/** The element with the address in place of the words that hide it. */
function showEmail(branch: Branch, given: Attributes): Branch {
  const shown = shownEmail(given);
  return isHiddenEmail(textOf(branch), shown) ? { ...branch, children: [shown] } : branch;
}

/**
 * @throws {TooCostly} for more tags than a budget allows
 * @returns null for input built to be slow: text nested thousands deep, tags with tens of thousands of attributes
 */
export function parseHtml(text: string): Page | null {
  const { html, data, pushes, programs, sheets, scriptChars, isTrap } = stripMarkup(text);
  if (isTrap) return null;
  allowTags(html);
  return {
    root: convert(parseTree(html), null, 0, new Sheet(sheets)),
    noframes: readNoframes(html),
    data,
    pushes,
    programs,
    scriptChars,
  };
}

/** The parser takes the content of `noframes` for text without markup, as browsers with frames do. */
function readNoframes(html: string): string {
  const start = html.search(/<noframes/i);
  if (start < 0) return '';
  const content = html.slice(html.indexOf('>', start) + 1);
  const end = content.search(/<\/noframes/i);
  return end < 0 ? content : content.slice(0, end);
}

const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
   footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol optgroup option p
   plaintext pre search section select summary table tbody td tfoot th thead tr ul xmp button input`.split(
    /\s+/,
  ),
);

/** Whether text before, inside and after an element of that name stands on lines of their own. */
export function isBlock(name: string): boolean {
  return BLOCKS.has(name);
}

/** Whether a branch holds any text: `textOf` without making it, which on a page of buttons was a quarter of all time. */
export function hasText(branch: Branch): boolean {
  return branch.children.some((child) => (typeof child === 'string' ? /\S/.test(child) : hasText(child)));
}

/** The text of a branch, white space squashed. */
export function textOf(branch: Branch): string {
  const parts: string[] = [];
  const collect = (from: Branch): void => {
    for (const child of from.children) {
      if (typeof child === 'string') parts.push(child);
      else {
        const space = isBlock(child.name) || child.name === 'br' ? ' ' : '';
        parts.push(space);
        collect(child);
        parts.push(space);
      }
    }
  };
  collect(branch);
  return squashSpace(parts.join('')).trim();
}

/** The first element of that name at or below a branch, in document order. */
export function findBranch(branch: Branch, name: string): Branch | null {
  if (branch.name === name) return branch;
  for (const child of branch.children) {
    const found = typeof child === 'string' ? null : findBranch(child, name);
    if (found) return found;
  }
  return null;
}
