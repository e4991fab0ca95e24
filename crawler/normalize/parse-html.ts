import { load } from 'cheerio';

/**
 * HTML text to a light tree of our own: elements and text, without comments, scripts and styles. The only file that
 * knows the parser. It follows the HTML standard, as browsers do; a lenient one lost whole texts of the old web.
 */

/** An element of the page. */
export interface Branch {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Branch | string)[];
  parent: Branch | null;
}

export interface Page {
  readonly root: Branch;
  /** Contents of script elements that hold data rather than program: `type` ends in `json`. */
  readonly data: readonly string[];
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

/** Elements within elements deeper than this are a trap, not a page (browsers stop at 512). */
const MAX_DEPTH = 1500;
/** Work of the parser grows with the square of the attributes of one tag. */
const MAX_TAG_LENGTH = 100_000;

/** What of the parser's nodes we read. */
interface ParserNode {
  readonly type: string;
  readonly name?: string;
  readonly data?: string;
  readonly attribs?: Record<string, string>;
  readonly children?: readonly ParserNode[];
}

/** Linear checks for input on which the parser's own work would grow with its square. */
function isTrap(html: string): boolean {
  for (const [tag] of html.matchAll(new RegExp(`<[a-z][^<>]{${MAX_TAG_LENGTH},}`, 'gi'))) {
    if (tag.replace(/"[^"]*"|'[^']*'/g, '').length > MAX_TAG_LENGTH) return true;
  }
  let depth = 0;
  for (const [, slash] of html.matchAll(
    /<(\/?)(?:div|span|section|article|main|center|blockquote|ul|ol|dl|table|form)\b/gi,
  )) {
    depth = Math.max(0, depth + (slash ? -1 : 1));
    if (depth > 2 * MAX_DEPTH) return true;
  }
  return false;
}

interface Scripts {
  readonly data: string[];
  chars: number;
}

function keepScript(script: ParserNode, scripts: Scripts): void {
  const text = script.children?.[0]?.data ?? '';
  scripts.chars += text.length;
  if (/json/i.test(script.attribs?.type ?? '')) scripts.data.push(text);
}

function convert(node: ParserNode, parent: Branch | null, depth: number, scripts: Scripts): Branch {
  const branch: Branch = { name: node.name ?? '', attributes: node.attribs ?? {}, children: [], parent };
  if (KEPT_EMPTY.has(branch.name) || depth > MAX_DEPTH) return branch;
  for (const child of node.children ?? []) {
    if (child.type === 'text') {
      const last = branch.children.length - 1;
      if (typeof branch.children[last] === 'string') branch.children[last] += child.data ?? '';
      else branch.children.push(child.data ?? '');
    } else if (child.name !== undefined) {
      if (child.name === 'script') keepScript(child, scripts);
      if (!NEVER_TEXT.has(child.name) || KEPT_EMPTY.has(child.name)) {
        branch.children.push(convert(child, branch, depth + 1, scripts));
      }
    }
  }
  return branch;
}

/** @returns null for input built to be slow: text nested thousands deep, tags with tens of thousands of attributes */
export function parseHtml(html: string): Page | null {
  if (isTrap(html)) return null;
  const scripts: Scripts = { data: [], chars: 0 };
  const document = load(html).root()[0] as unknown as ParserNode;
  const root = convert(document, null, 0, scripts);
  return { root, data: scripts.data, scriptChars: scripts.chars };
}

/** All elements below a branch, itself included, in document order. */
export function* walkBranches(branch: Branch): Generator<Branch> {
  yield branch;
  for (const child of branch.children) if (typeof child !== 'string') yield* walkBranches(child);
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

/** The first element of that name at or below a branch. */
export function findBranch(branch: Branch, name: string): Branch | null {
  for (const found of walkBranches(branch)) if (found.name === name) return found;
  return null;
}
