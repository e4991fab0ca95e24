import { load } from 'cheerio';
import type { Branch } from './branch.ts';
import { allowTags } from './budget.ts';
import { hidesEmail, isHiddenEmail, revealTarget, shownEmail } from './email-protection.ts';
import { reshape } from './reshape.ts';
import { Sheet } from './sheet.ts';
import { stripMarkup } from './strip-markup.ts';

/**
 * HTML text to a light tree of our own: elements and text, without comments, scripts and styles. The only file that
 * knows the parser. It follows the HTML standard, as browsers do; a lenient one lost whole texts of the old web.
 */

export type { Branch } from './branch.ts';

export interface Page {
  readonly root: Branch;
  /** What the page gives to browsers without frames, as markup; '' where it has none. */
  readonly noframes: string;
  /** Contents of script elements that hold data rather than program: `type` ends in `json`. */
  readonly data: readonly string[];
  /** Scripts that push rows of text into the document. */
  readonly pushes: string;
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

/** What of the parser's nodes we read. */
interface ParserNode {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Record<string, string>;
  readonly children?: readonly ParserNode[];
}

/** A branch, and its children, below the parents they stand under. */
function own(branch: Branch, parent: Branch): Branch {
  branch.parent = parent;
  for (const child of branch.children) if (typeof child !== 'string') child.parent = branch;
  return branch;
}

/** Attributes with what the page's sheets say of the element behind what it says itself. */
function withSheet(branch: Branch, sheet: Sheet): Branch {
  const css = sheet.cssFor(branch);
  if (css === '') return branch;
  const { attributes } = branch;
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
  const document = load(html)('body')[0] as unknown as ParserNode;
  for (const child of convert(document, inner, depth + 1, new Sheet(sheets)).children) {
    inner.children.push(typeof child === 'string' ? child : own(child, inner));
  }
  return inner;
}

function convert(node: ParserNode, parent: Branch | null, depth: number, sheet: Sheet): Branch {
  const given = node.attribs ?? {};
  const bare: Branch = { name: node.name ?? '', attributes: revealTarget(given), children: [], parent };
  const branch = withSheet(bare, sheet);
  if (branch.name === 'iframe' && given.srcdoc !== undefined) return readInnerPage(branch, depth);
  if (KEPT_EMPTY.has(branch.name) || depth > MAX_DEPTH) return branch;
  for (const child of node.children ?? []) {
    if (child.type === 'text') {
      const last = branch.children.length - 1;
      if (typeof branch.children[last] === 'string') branch.children[last] += child.data ?? '';
      else branch.children.push(child.data ?? '');
    } else if (child.name !== undefined) {
      if (!NEVER_TEXT.has(child.name) || KEPT_EMPTY.has(child.name)) {
        const shape = reshape(convert(child, branch, depth + 1, sheet));
        if (shape !== null) branch.children.push(own(shape, branch));
      }
    }
  }
  if (hidesEmail(given)) {
    const shown = shownEmail(given);
    if (isHiddenEmail(textOf(branch), shown)) return { ...branch, children: [shown] };
  }
  return branch;
}

/**
 * @throws {TooCostly} for more tags than a budget allows
 * @returns null for input built to be slow: text nested thousands deep, tags with tens of thousands of attributes
 */
export function parseHtml(text: string): Page | null {
  const { html, data, pushes, sheets, scriptChars, isTrap } = stripMarkup(text);
  if (isTrap) return null;
  allowTags(html);
  const document = load(html).root()[0] as unknown as ParserNode;
  return {
    root: convert(document, null, 0, new Sheet(sheets)),
    noframes: readNoframes(html),
    data,
    pushes,
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
  return parts.join('').replace(/\s+/g, ' ').trim();
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
