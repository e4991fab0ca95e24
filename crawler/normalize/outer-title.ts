import { findDate, findStatedDate } from '../core/index.ts';
import type { Measures } from './measure.ts';
import { type Branch, findBranch, isBlock, textOf } from './parse-html.ts';
import { namesPolicy } from './policy-words.ts';

/** The title of the text where the page puts it outside the main element, and what stands between the two. */

/** Longest block that can be a title. */
const MAX_TITLE = 100;

/** Longest block that can be a date line. */
const MAX_DATE_LINE = 80;

/** Characters of a text before its own title, at most: dates, an introduction. */
const MAX_BEFORE_TITLE = 1000;

/** The path from the top down to a branch, both included. */
export function pathTo(branch: Branch): Branch[] {
  const path: Branch[] = [];
  for (let at: Branch | null = branch; at; at = at.parent) path.push(at);
  return path.reverse();
}

interface FoundTitle {
  /** The nearest `h1` before the main element. */
  head: Branch | null;
  /** The nearest block before it whose text names a policy and is no link. */
  named: Branch | null;
}

function search(branch: Branch, main: Branch, measures: Measures, found: FoundTitle): void {
  const limit = measures.of.get(main)!.from;
  for (const child of branch.children) {
    if (typeof child === 'string' || child === main || child.name === 'nav') continue;
    const measure = measures.of.get(child);
    if (!measure || measure.from > limit || measure.chars === 0) continue;
    if (child.name === 'h1' && measure.linkChars < measure.chars) found.head = child;
    const before = found.named;
    search(child, main, measures, found);
    if (found.named === before && isNamed(child, branch, limit, measures)) found.named = child;
  }
}

/** A short block of its own, no link and not among links, that names a policy. */
function isNamed(branch: Branch, around: Branch, limit: number, measures: Measures): boolean {
  const measure = measures.of.get(branch)!;
  const outer = measures.of.get(around)!;
  const isShort = measure.chars <= MAX_TITLE && measure.from + measure.chars <= limit;
  const isText = measure.linkChars === 0 && outer.linkChars <= outer.chars / 2;
  return isShort && isText && isBlock(branch.name) && namesPolicy(textOf(branch));
}

/** Whether the main element holds an `h1` of its own; one far down in the text heads a part of it. */
function isTitled(main: Branch, { of }: Measures): boolean {
  const own = findBranch(main, 'h1');
  return own !== null && of.get(own)!.from - of.get(main)!.from < MAX_BEFORE_TITLE;
}

/**
 * The block before the main element that titles the text: one that names a policy, or the page's `h1` unless the
 * page's own `<title>` names a policy and the `h1` says something else (a slogan).
 * @returns null where the main element holds a title of its own
 */
export function findOuterTitle(
  body: Branch,
  main: Branch,
  measures: Measures,
  pageTitle: string | null,
): Branch | null {
  if (main === body || isTitled(main, measures)) return null;
  const found: FoundTitle = { head: null, named: null };
  search(body, main, measures, found);
  const { head, named } = found;
  if (!head) return named;
  const text = textOf(head);
  const isSlogan = !namesPolicy(text) && namesPolicy(pageTitle ?? '') && !pageTitle!.includes(text);
  return isSlogan ? named : head;
}

/** A line that tells the edition of a text by its number. */
const EDITION = /^v(?:ersion|\.)\s*[\d.]+\d\b/i;

const isEditionLine = (text: string) => findDate(text) !== null || EDITION.test(text);

/**
 * The title, the lines beside it in the same box that date the text, and what a reader passes between it and the main
 * element: dates and introductions, no menus.
 */
export function listPreface(title: Branch, main: Branch, measures: Measures): Branch[] {
  const preface: Branch[] = [];
  const path = new Set(pathTo(main));
  const titlePath = new Set(pathTo(title));
  const from = measures.of.get(title)!.from;
  const to = measures.of.get(main)!.from;
  const visit = (branch: Branch): void => {
    const isBox = !path.has(branch);
    for (const child of branch.children) {
      if (typeof child === 'string' || child === main) continue;
      const measure = measures.of.get(child);
      if (!measure || measure.chars === 0) continue;
      const isText = measure.from <= to && measure.linkChars < measure.chars / 2;
      const isAfter = measure.from > from && (measure.prose > 0 || findDate(textOf(child)) !== null);
      const isBeside = isBox && measure.chars <= MAX_DATE_LINE && isEditionLine(textOf(child));
      if (child === title) preface.push(child);
      else if (path.has(child) || titlePath.has(child)) visit(child);
      else if (isText && (isAfter || isBeside)) preface.push(child);
    }
  };
  const common = pathTo(title).findLast((branch) => path.has(branch));
  if (common) visit(common);
  return preface;
}

/** Short blocks outside the main element that say when the text was updated or took effect, in reading order. */
export function listOuterDates(body: Branch, main: Branch, measures: Measures): Branch[] {
  const dates: Branch[] = [];
  if (main === body) return dates;
  const visit = (branch: Branch): void => {
    for (const child of branch.children) {
      if (typeof child === 'string' || child === main) continue;
      const measure = measures.of.get(child);
      if (!measure || measure.chars === 0) continue;
      const isText = isBlock(child.name) && measure.linkChars < measure.chars / 2;
      const isLine = isText && measure.chars <= MAX_DATE_LINE && measure.chars >= 12;
      const stated = isLine ? findStatedDate([textOf(child)]) : null;
      if (stated && stated.kind !== 'posted') dates.push(child);
      else visit(child);
    }
  };
  visit(body);
  return dates;
}
