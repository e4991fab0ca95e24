import type { Removal } from '../core/model.ts';
import { findCopies, findFurniture, findOverlays } from './furniture.ts';
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
  readonly removed: readonly Removal[];
  /** Characters of sentences outside links in the content. */
  readonly prose: number;
  readonly pageMeasure: Measure;
  readonly body: Branch;
}

/** The deepest element below `body` that holds nearly all sentences outside links. */
export function findMain(body: Branch, measures: Measures): Branch {
  const wanted = (measures.of.get(body)?.prose ?? 0) * MAIN_SHARE;
  let main = body;
  if (wanted === 0) return main;
  for (let next: Branch | undefined = main; next; ) {
    main = next;
    next = main.children.find(
      (child): child is Branch => typeof child !== 'string' && (measures.of.get(child)?.prose ?? 0) >= wanted,
    );
  }
  while (PARTS.has(main.name) && main.parent && main !== body) main = main.parent;
  return main;
}

/** The tree without some of its branches; parents are set anew. */
function without(branch: Branch, removed: ReadonlyMap<Branch, string>, parent: Branch | null = null): Branch {
  const copy: Branch = { ...branch, children: [], parent };
  for (const child of branch.children) {
    if (typeof child === 'string') copy.children.push(child);
    else copy.children.push(removed.has(child) ? ' ' : without(child, removed, copy));
  }
  return copy;
}

const MAX_REMOVAL_TEXT = 300;

export function logRemoval(step: string, reason: string, text: string): Removal {
  const short = text.length > MAX_REMOVAL_TEXT ? `${text.slice(0, MAX_REMOVAL_TEXT - 1)}…` : text;
  return { step, reason, text: short };
}

/** Takes branches out, and logs those that held text. */
function remove(branch: Branch, found: ReadonlyMap<Branch, string>, step: string, log: Removal[]): Branch {
  if (found.size === 0) return branch;
  for (const [lost, reason] of found) {
    const text = textOf(lost);
    if (text) log.push(logRemoval(step, reason, text));
  }
  return without(branch, found, branch.parent);
}

/** The nearest `h1` before the main element, if it stands in none of the page's menus. */
function findOuterTitle(body: Branch, main: Branch, measures: Measures): Branch | null {
  if (findBranch(main, 'h1')) return null;
  const limit = measures.of.get(main)!.from;
  let title: Branch | null = null;
  const visit = (branch: Branch): void => {
    for (const child of branch.children) {
      if (typeof child === 'string' || child === main || child.name === 'nav') continue;
      const measure = measures.of.get(child);
      if (!measure || measure.from > limit || measure.chars === 0) continue;
      if (child.name === 'h1' && measure.linkChars < measure.chars) title = child;
      else visit(child);
    }
  };
  visit(body);
  return title;
}

/** The path from `body` down to a branch, both included. */
function pathTo(branch: Branch): Branch[] {
  const path: Branch[] = [];
  for (let at: Branch | null = branch; at; at = at.parent) path.unshift(at);
  return path;
}

/** What a reader passes between the title and the main element: date lines and introductions, no menus. */
function listPreface(title: Branch, main: Branch, measures: Measures): Branch[] {
  const preface: Branch[] = [];
  const path = new Set(pathTo(main));
  const titlePath = new Set(pathTo(title));
  const titleEnd = measures.of.get(title)!.from;
  const visit = (branch: Branch): void => {
    for (const child of branch.children) {
      if (typeof child === 'string' || child === main) continue;
      const measure = measures.of.get(child);
      if (!measure || measure.chars === 0) continue;
      if (path.has(child) || titlePath.has(child)) {
        if (child === title) preface.push(child);
        else visit(child);
      } else if (
        measure.from > titleEnd &&
        measure.from < measures.of.get(main)!.from + 1 &&
        measure.linkChars < measure.chars * 0.5
      ) {
        preface.push(child);
      }
    }
  };
  const common = [...titlePath].filter((branch) => path.has(branch)).at(-1);
  if (common) visit(common);
  return preface;
}

/** What lies beside the path from `body` down to `main`, as one removal for each piece with text. */
function logOutside(body: Branch, main: Branch, kept: ReadonlySet<Branch>, log: Removal[]): void {
  const path = new Set([main, ...kept].flatMap(pathTo));
  const visit = (branch: Branch): void => {
    if (branch === main || kept.has(branch)) return;
    for (const child of branch.children) {
      if (typeof child !== 'string' && path.has(child)) visit(child);
      else {
        const text = typeof child === 'string' ? child.replace(/\s+/g, ' ').trim() : textOf(child);
        if (text) log.push(logRemoval('main', 'beside the policy', text));
      }
    }
  };
  visit(body);
}

/** @returns null where the page has no body (frames) */
export function extractContent(root: Branch): Extraction | null {
  const page = findBranch(root, 'body');
  if (!page) return null;
  const removed: Removal[] = [];
  const pageMeasures = measurePage(page);
  const overlays = findOverlays(page, pageMeasures);
  const body = remove({ ...page, parent: null }, overlays, 'overlays', removed);
  const measures = overlays.size > 0 ? measurePage(body) : measurePage(body);
  const main = findMain(body, measures);
  const title = findOuterTitle(body, main, measures);
  const preface = title ? listPreface(title, main, measures) : [];
  logOutside(body, main, new Set(preface), removed);
  const whole: Branch = { name: 'div', attributes: {}, children: [...preface, main], parent: null };
  const found = new Map([...findFurnitureIn([...preface, main], measures), ...findCopies(whole, measures)]);
  const content = remove(whole, found, 'furniture', removed);
  return {
    content,
    removed,
    prose: measures.of.get(main)?.prose ?? 0,
    pageMeasure: pageMeasures.of.get(page) ?? NOTHING,
    body: page,
  };
}

function findFurnitureIn(parts: readonly Branch[], measures: Measures): Map<Branch, string> {
  return new Map(parts.flatMap((part) => [...findFurniture(part, measures)]));
}
