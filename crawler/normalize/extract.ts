import { findStatedDate, type Removal } from '../core/index.ts';
import { findArchiveFrame } from './archive-frame.ts';
import { settleButtons } from './buttons.ts';
import { findMain } from './find-main.ts';
import { findCopies, findFurniture } from './furniture.ts';
import { findDeclaredMain, findFrame } from './landmarks.ts';
import { lineText } from './line.ts';
import { type Measures, measurePage } from './measure.ts';
import type { Flag } from './normalization.ts';
import { findOuterTitle, listOuterDates, listPreface, pathTo } from './outer-title.ts';
import { findOverlays } from './overlays.ts';
import { type Branch, findBranch, textOf } from './parse-html.ts';
import { readLines } from './read-lines.ts';
import { findOtherDocuments } from './several-documents.ts';
import { squashSpace } from './squash-space.ts';

/** The tree of the policy's own content within a page. */

export interface Extraction {
  readonly content: Branch;
  readonly removed: readonly Removal[];
  /** Characters of sentences outside links in the content. */
  readonly prose: number;
  readonly flags: readonly Flag[];
  readonly body: Branch;
}

/** The tree without some of its branches; parents are set anew. */
function without(
  branch: Branch,
  removed: ReadonlyMap<Branch, string>,
  onRemoved: (lost: Branch) => void,
  parent: Branch | null = null,
): Branch {
  const copy: Branch = { ...branch, children: [], parent };
  for (const child of branch.children) {
    const isLost = typeof child !== 'string' && removed.has(child);
    if (isLost) onRemoved(child);
    copy.children.push(
      typeof child === 'string' ? child : isLost ? ' ' : without(child, removed, onRemoved, copy),
    );
  }
  return copy;
}

const MAX_REMOVAL_TEXT = 300;

export function logRemoval(step: string, reason: string, text: string): Removal {
  const short = text.length > MAX_REMOVAL_TEXT ? `${text.slice(0, MAX_REMOVAL_TEXT - 1)}…` : text;
  return { step, reason, text: short };
}

/** Takes branches out, and logs those that stood there and held text. */
function remove(branch: Branch, found: ReadonlyMap<Branch, string>, step: string, log: Removal[]): Branch {
  if (found.size === 0) return branch;
  const onRemoved = (lost: Branch): void => {
    const text = textOf(lost);
    if (text) log.push(logRemoval(step, found.get(lost)!, text));
  };
  return without(branch, found, onRemoved, branch.parent);
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

/** The parts before the main element and the date line, each where a reader meets it. */
function inOrder(parts: readonly Branch[], date: Branch, { of }: Measures): Branch[] {
  const at = parts.findIndex((part) => of.get(part)!.from > of.get(date)!.from);
  return at < 0 ? [...parts, date] : parts.toSpliced(at, 0, date);
}

/** What lies beside the path from `body` down to `main`, as one removal for each piece with text. */
function logOutside(body: Branch, main: Branch, kept: ReadonlySet<Branch>, log: Removal[]): void {
  const path = new Set([main, ...kept].flatMap(pathTo));
  const visit = (branch: Branch): void => {
    if (branch === main || kept.has(branch)) return;
    for (const child of branch.children) {
      if (typeof child !== 'string' && path.has(child)) visit(child);
      else {
        const text = typeof child === 'string' ? squashSpace(child).trim() : textOf(child);
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
  const body = settleButtons(remove(site, overlays, 'overlays', removed));
  const allMeasures = body === site ? pageMeasures : measurePage(body);
  const frame = findFrame(body, allMeasures);
  const measures = frame.size === 0 ? allMeasures : measurePage(body, frame);
  const { main, beside } = findMain(findDeclaredMain(body, measures) ?? body, measures);
  const title = findOuterTitle(body, main, measures, pageTitle);
  const documents = findOtherDocuments(main, title, measures);
  const preface = title && documents.others.size === 0 ? listPreface(title, main, measures) : [];
  const date = findOuterDate(body, main, preface, measures);
  const before = date ? inOrder(preface, date, measures) : preface;
  logOutside(body, main, new Set(before), removed);
  const parts = before.map((part) => (part === title ? asHeading(part) : part));
  const whole: Branch = {
    name: 'div',
    attributes: {},
    children: [...parts, main],
    parent: null,
  };
  const furniture = findFurniture(whole, main, measures);
  const found = new Map([
    ...frame,
    ...beside,
    ...documents.others,
    ...furniture,
    ...findCopies(whole, measures),
  ]);
  const content = remove(whole, found, 'furniture', removed);
  return {
    content,
    removed,
    prose: measures.of.get(main)?.prose ?? 0,
    flags: documents.areMixed ? ['several-documents'] : [],
    body: site,
  };
}
