import { findStatedDate, type Removal } from '../core/index.ts';
import { findArchiveFrame } from './archive-frame.ts';
import { findCopies, findFurniture, findOverlays } from './furniture.ts';
import { lineText } from './line.ts';
import { type Measure, type Measures, measurePage, NOTHING } from './measure.ts';
import { findOuterTitle, listOuterDates, listPreface, pathTo } from './outer-title.ts';
import { type Branch, findBranch, textOf } from './parse-html.ts';
import { readLines } from './read-lines.ts';

/** The tree of the policy's own content within a page. */

/** The element that holds at least this share of the page's sentences is the policy's. */
const MAIN_SHARE = 0.95;

/** Parts of a text: they mean little without what stands around them. */
const PARTS = new Set('p ul ol menu dir dl li dt dd table thead tbody tfoot tr'.split(' '));

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

/** A title from a cell or a box of its own, as the heading it looks like. */
function asHeading(title: Branch): Branch {
  return { name: 'h1', attributes: {}, children: [textOf(title)], parent: null };
}

/** The date line that the page keeps beside the text, where the text itself begins and ends without one. */
function findOuterDate(
  body: Branch,
  main: Branch,
  preface: readonly Branch[],
  measures: Measures,
): Branch | null {
  const dates = listOuterDates(body, main, measures).filter(
    (date) => !preface.some((part) => pathTo(date).includes(part)),
  );
  if (dates.length === 0) return null;
  const lines = [...preface, main].flatMap((part) => readLines(part, null).map(lineText));
  return findStatedDate(lines) ? null : dates[0]!;
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
export function extractContent(root: Branch, pageTitle: string | null): Extraction | null {
  const page = findBranch(root, 'body');
  if (!page) return null;
  const removed: Removal[] = [];
  const site = remove(page, findArchiveFrame(page), 'archive', removed);
  const pageMeasures = measurePage(site);
  const overlays = findOverlays(site, pageMeasures);
  const body = remove(site, overlays, 'overlays', removed);
  const measures = body === site ? pageMeasures : measurePage(body);
  const main = findMain(body, measures);
  const title = findOuterTitle(body, main, measures, pageTitle);
  const preface = title ? listPreface(title, main, measures) : [];
  const date = findOuterDate(body, main, preface, measures);
  logOutside(body, main, new Set(date ? [...preface, date] : preface), removed);
  const parts = preface.map((part) => (part === title ? asHeading(part) : part));
  const whole: Branch = {
    name: 'div',
    attributes: {},
    children: date ? [...parts, date, main] : [...parts, main],
    parent: null,
  };
  const found = new Map([...findFurniture(whole, main, measures), ...findCopies(whole, measures)]);
  const content = remove(whole, found, 'furniture', removed);
  return {
    content,
    removed,
    prose: measures.of.get(main)?.prose ?? 0,
    pageMeasure: pageMeasures.of.get(site) ?? NOTHING,
    body: site,
  };
}
