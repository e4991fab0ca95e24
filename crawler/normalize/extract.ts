import type { Removal } from '../core/model.ts';
import { findFurniture } from './furniture.ts';
import { type Measure, type Measures, measurePage, NOTHING } from './measure.ts';
import { type Branch, findBranch, textOf } from './parse-html.ts';

/** The tree of the policy's own content within a page. */

/** The element that holds at least this share of the page's sentences is the policy's. */
const MAIN_SHARE = 0.95;

/** Meaningless without what stands around them. */
const PARTS = new Set([
  'ul',
  'ol',
  'menu',
  'dir',
  'dl',
  'li',
  'dt',
  'dd',
  'table',
  'thead',
  'tbody',
  'tfoot',
  'tr',
]);

export interface Extraction {
  readonly content: Branch;
  readonly removed: Removal[];
  /** Characters of sentences outside links, in the content and on the page. */
  readonly prose: number;
  readonly pageMeasure: Measure;
  readonly body: Branch;
}

/** The deepest element below `body` that holds nearly all sentences outside links. */
export function findMain(body: Branch, measures: Measures): Branch {
  const wanted = (measures.get(body)?.prose ?? 0) * MAIN_SHARE;
  let main = body;
  if (wanted === 0) return main;
  for (let next: Branch | undefined = main; next; ) {
    main = next;
    next = main.children.find(
      (child): child is Branch => typeof child !== 'string' && (measures.get(child)?.prose ?? 0) >= wanted,
    );
  }
  while (PARTS.has(main.name) && main.parent && main !== body) main = main.parent;
  return main;
}

/** The tree without some of its branches; branches that lose nothing are shared with the old tree. */
function without(branch: Branch, removed: ReadonlySet<Branch>): Branch {
  let changed = false;
  const children: (Branch | string)[] = [];
  for (const child of branch.children) {
    if (typeof child === 'string') children.push(child);
    else if (removed.has(child)) {
      changed = true;
      children.push(' ');
    } else {
      const kept = without(child, removed);
      changed ||= kept !== child;
      children.push(kept);
    }
  }
  return changed ? { ...branch, children } : branch;
}

const MAX_REMOVAL_TEXT = 300;

export function logRemoval(step: string, reason: string, text: string): Removal {
  const short = text.length > MAX_REMOVAL_TEXT ? `${text.slice(0, MAX_REMOVAL_TEXT - 1)}…` : text;
  return { step, reason, text: short };
}

/** What lies beside the path from `body` down to `main`, as one removal for each piece with text. */
function logOutside(body: Branch, main: Branch, kept: ReadonlySet<Branch>): Removal[] {
  const removals: Removal[] = [];
  const path = new Set<Branch>();
  for (let at: Branch | null = main; at; at = at.parent) path.add(at);
  const visit = (branch: Branch): void => {
    if (branch === main) return;
    for (const child of branch.children) {
      const text = typeof child === 'string' ? child.trim() : '';
      if (typeof child === 'string') {
        if (text) removals.push(logRemoval('main', 'beside the policy', text));
      } else if (path.has(child)) visit(child);
      else if (!kept.has(child)) {
        const outside = textOf(child);
        if (outside) removals.push(logRemoval('main', 'beside the policy', outside));
      }
    }
  };
  visit(body);
  return removals;
}

/** The nearest `h1` before the main element, if it stands in none of the page's menus. */
function findOuterTitle(body: Branch, main: Branch, measures: Measures): Branch | null {
  if (findBranch(main, 'h1')) return null;
  const limit = measures.get(main)!.from;
  let title: Branch | null = null;
  const visit = (branch: Branch): void => {
    for (const child of branch.children) {
      if (typeof child === 'string' || child === main || child.name === 'nav') continue;
      const measure = measures.get(child);
      if (!measure || measure.from > limit || measure.chars === 0) continue;
      if (child.name === 'h1' && measure.linkChars < measure.chars) title = child;
      else visit(child);
    }
  };
  visit(body);
  return title;
}

/** @returns null where the page has no body (frames) */
export function extractContent(root: Branch): Extraction | null {
  const body = findBranch(root, 'body');
  if (!body) return null;
  const measures = measurePage(body);
  const main = findMain(body, measures);
  const title = findOuterTitle(body, main, measures);
  const removed = logOutside(body, main, new Set(title ? [title] : []));
  const furniture = findFurniture(main, measures);
  for (const [branch, reason] of furniture) {
    const text = textOf(branch);
    if (text) removed.push(logRemoval('furniture', reason, text));
  }
  const trimmed = without(main, new Set(furniture.keys()));
  const content: Branch = {
    name: 'div',
    attributes: {},
    children: title ? [title, trimmed] : [trimmed],
    parent: null,
  };
  return {
    content,
    removed,
    prose: measures.get(main)?.prose ?? 0,
    pageMeasure: measures.get(body) ?? NOTHING,
    body,
  };
}
