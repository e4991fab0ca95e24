import { holds, isHeading } from './overlays.ts';
import { type Branch, hasText, isBlock, textOf } from './parse-html.ts';

/**
 * Buttons that are text: words of a sentence that can be pressed, and the titles of parts that open when pressed. What
 * else is a button is none of the text.
 */

const isButton = ({ name, attributes }: Branch) => name === 'button' || attributes.role === 'button';

const isBoundary = (child: Branch | string) =>
  typeof child !== 'string' && (child.name === 'br' || (isBlock(child.name) && !isButton(child)));

/** Text of children that are no buttons, from a place on in one direction, up to where the line ends. */
function textBeside(children: readonly (Branch | string)[], from: number, step: 1 | -1): string {
  const parts: string[] = [];
  for (let at = from + step; at >= 0 && at < children.length; at += step) {
    const child = children[at]!;
    if (isBoundary(child)) break;
    const text = typeof child === 'string' ? child : isButton(child) ? ' ' : textOf(child);
    if (step > 0) parts.push(text);
    else parts.unshift(text);
    if (/\p{L}/u.test(text)) break;
  }
  return parts.join('').trim();
}

/** Whether a button stands within a sentence: words before it that no full stop ends, and words or the stop after it. */
function isInSentence(children: readonly (Branch | string)[], at: number): boolean {
  const before = textBeside(children, at, -1);
  const after = textBeside(children, at, 1);
  return /\p{L}[^.!?。]*$/u.test(before) && /^[\p{Ll}\p{Lo},.;:)»”"]/u.test(after);
}

/** Longest title of a part that opens. */
const MAX_TITLE = 200;
/** Shortest text of a part that opens. */
const MIN_PANEL = 40;

const branchesOf = (branch: Branch) =>
  branch.children.filter((child): child is Branch => typeof child !== 'string' && hasText(child));

/** The only button of a branch that holds nothing else. */
function soleButton(branch: Branch): Branch | null {
  if (isButton(branch)) return branch;
  const inner = branchesOf(branch);
  const hasOwnText = branch.children.some((child) => typeof child === 'string' && child.trim() !== '');
  return inner.length === 1 && !hasOwnText ? soleButton(inner[0]!) : null;
}

interface Opener {
  readonly button: Branch;
  readonly title: string;
  /** Level of the last heading before it. */
  readonly level: number;
}

/** Buttons that are followed by a part of text, as the titles of an accordion are. */
class OpenerFinder {
  readonly openers: Opener[] = [];
  private level = 1;

  visit(branch: Branch, isHead: boolean): void {
    const children = branchesOf(branch);
    for (const [at, child] of children.entries()) {
      const isTitle = isHead || isHeading(child) || child.name === 'summary';
      if (isHeading(child) && !holds(child, isButton)) this.level = Number(child.name[1]);
      const button = isTitle ? null : soleButton(child);
      if (button && this.opens(button, children[at + 1])) {
        this.openers.push({ button, title: textOf(button), level: this.level });
      } else this.visit(child, isTitle);
    }
  }

  private opens(button: Branch, panel: Branch | undefined): boolean {
    const title = textOf(button);
    if (title.length < 4 || title.length > MAX_TITLE || !panel || !isBlock(panel.name)) return false;
    return !soleButton(panel) && !isHeading(panel) && textOf(panel).length >= MIN_PANEL;
  }
}

/** New names for the buttons that are text. Titles of parts come in twos at least, each its own: "Read more" is none. */
function nameButtons(body: Branch): Map<Branch, string> {
  const finder = new OpenerFinder();
  finder.visit(body, false);
  const isAccordion = new Set(finder.openers.map(({ title }) => title)).size > 1;
  const isTitled = ({ attributes }: Branch) => attributes['aria-expanded'] !== undefined;
  const names = new Map<Branch, string>();
  for (const { button, level } of finder.openers) {
    if (isAccordion || isTitled(button)) names.set(button, `h${Math.min(6, level + 1)}`);
  }
  const visit = (branch: Branch): void => {
    for (const [at, child] of branch.children.entries()) {
      if (typeof child === 'string') continue;
      if (isButton(child) && !names.has(child) && isInSentence(branch.children, at)) {
        names.set(child, child.name === 'a' ? 'a' : 'span');
      } else visit(child);
    }
  };
  visit(body);
  return names;
}

function rename(branch: Branch, names: ReadonlyMap<Branch, string>, parent: Branch | null): Branch {
  const name = names.get(branch);
  const { role, ...attributes } = branch.attributes;
  const isKept = name === undefined || role !== 'button';
  const copy: Branch = {
    name: name ?? branch.name,
    attributes: isKept ? branch.attributes : attributes,
    children: [],
    parent,
  };
  for (const child of branch.children)
    copy.children.push(typeof child === 'string' ? child : rename(child, names, copy));
  return copy;
}

/** The tree with the buttons that are text named as what they are. */
export function settleButtons(body: Branch): Branch {
  if (!holds(body, isButton)) return body;
  const names = nameButtons(body);
  return names.size === 0 ? body : rename(body, names, body.parent);
}
