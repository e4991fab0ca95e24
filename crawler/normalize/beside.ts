import { findStatedDate } from '../core/index.ts';
import { isFramePart } from './landmarks.ts';
import { isControl, type Measure, type Measures } from './measure.ts';
import { holds, isHeading, namesOf } from './overlays.ts';
import { type Branch, hasText, isBlock, textOf } from './parse-html.ts';
import { isPicker } from './pickers.ts';
import { isCopyrightLine, MAX_COPYRIGHT } from './trim-lines.ts';

/** What stands beside a text, on the way from the page down to it: columns, footers, menus with a sentence to each link. */

/** Something named as furniture, or laid out as it is, holds at most this many of the sentences that the text beside it holds. */
const MAX_PROSE = 0.35;

/** Elements that hold text by themselves, and mean little without what stands around them. */
export const TEXT_PARTS = new Set('p ul ol dl table blockquote pre'.split(' '));

/** Words in class and id for parts of a page's frame, believed of parts with sentences too. */
const FRAME_NAMES = new Set(
  `footer sidebar sidenav masthead colophon nav navbar topbar megamenu breadcrumb breadcrumbs newsletter related offcanvas`.split(
    ' ',
  ),
);

function isNamedFrame(branch: Branch): boolean {
  const names = namesOf(branch)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  return names !== '' && names.split(/[\s_-]+/).some((name) => FRAME_NAMES.has(name));
}

/** Less of its letters than this are sentences, in a part with links: boxes and lists rather than a text. */
const MIN_DENSITY = 0.65;
const MIN_LINKS = 3;

/** Few of its letters in sentences, and links among them; what holds a table is no such thing. */
function isSparse(branch: Branch, measure: Measure): boolean {
  if (TEXT_PARTS.has(branch.name)) return false;
  if (measure.linkCount - measure.innerLinkCount < MIN_LINKS) return false;
  return measure.prose < measure.chars * MIN_DENSITY && !holds(branch, (inner) => inner.name === 'table');
}

/** Longest text that goes with a link, in the mean, where links are what a part is made of. */
const MAX_BLURB = 160;

/** What the links of a branch open. */
interface Units {
  /** Whether its own first text is a link. */
  readonly opens: boolean;
  /** Links that open a block. */
  readonly heads: number;
  /** Characters of sentences in blocks that a link opens. */
  readonly prose: number;
}

function readUnits(branch: Branch, measures: Measures): Units {
  let opens: boolean | null = null;
  let heads = 0;
  let prose = 0;
  for (const child of branch.children) {
    if (typeof child === 'string') {
      if (child.trim() !== '') opens ??= false;
      continue;
    }
    if ((measures.of.get(child)?.chars ?? 0) === 0) continue;
    const isLink = child.name === 'a' && child.attributes.href !== undefined;
    const inner = isLink ? { opens: isOutward(child), heads: 0, prose: 0 } : readUnits(child, measures);
    if (inner.opens && opens === null && !isBlock(child.name)) heads++;
    heads += inner.heads;
    prose += inner.prose;
    opens ??= inner.opens;
  }
  const isUnit = opens === true && isBlock(branch.name);
  return { opens: opens === true, heads, prose: isUnit ? measures.of.get(branch)!.prose : prose };
}

const isOutward = (link: Branch) => !link.attributes.href!.startsWith('#');

/** A menu made of sentences: links, each with a line of praise in the same block. */
function isBlurbMenu(branch: Branch, measure: Measure, measures: Measures): boolean {
  const links = measure.linkCount - measure.innerLinkCount;
  if (links < MIN_LINKS || measure.prose === 0 || measure.prose > links * MAX_BLURB) return false;
  const { heads, prose } = readUnits(branch, measures);
  return heads >= links * 0.8 && prose >= measure.prose * 0.8;
}

/** A link made to look like a button. */
const looksLikeButton = (branch: Branch) =>
  isControl(branch) ||
  (branch.name === 'a' && /(?:^|[\s_-])(?:btn|button|cta)(?:$|[\s_-])/i.test(namesOf(branch)));

/** Longest text of a call to sign up, to buy, to write. */
const MAX_CALL = 400;

/** Whether the last text of a branch is a button's. */
function endsInButton(branch: Branch): boolean {
  if (isHeading(branch)) return false;
  if (looksLikeButton(branch)) return true;
  const last = branch.children.findLast((child) =>
    typeof child === 'string' ? child.trim() !== '' : looksLikeButton(child) || hasText(child),
  );
  return last !== undefined && typeof last !== 'string' && endsInButton(last);
}

/** A call to do something: a sentence or two and a button. */
function isCall(branch: Branch, measure: Measure): boolean {
  return branch.name !== 'p' && measure.chars <= MAX_CALL && endsInButton(branch);
}

/** Whether a copyright line stands in it; one that states a date is kept for that. */
function holdsCopyright(branch: Branch, measures: Measures): boolean {
  const isShort = (inner: Branch) => (measures.of.get(inner)?.chars ?? 0) <= MAX_COPYRIGHT;
  const isLine = (text: string) => isCopyrightLine(text) && findStatedDate([text]) === null;
  const test = (inner: Branch) => isBlock(inner.name) && isShort(inner) && isLine(textOf(inner));
  return test(branch) || holds(branch, test);
}

const classesOf = ({ attributes }: Branch) => new Set(attributes.class?.trim().split(/\s+/).filter(Boolean));

/** Same element, and most classes in common: parts of one sort, as the sections of a text are. */
export function isSameSort(one: Branch, other: Branch): boolean {
  if (one.name !== other.name) return false;
  const [classes, others] = [classesOf(one), classesOf(other)];
  const common = [...classes].filter((name) => others.has(name)).length;
  return common > 0 && common >= (classes.size + others.size - common) / 2;
}

export interface Surroundings {
  readonly measures: Measures;
  /** The part with most of the sentences, among those beside it; or what they all stand in. */
  readonly main: Branch;
  /** Parts of the text: whatever is of their sort is none of the frame. */
  readonly models: readonly Branch[];
  /** Whether the part comes after it. */
  readonly isAfter: boolean;
}

/** Why a part of the page is no part of the text beside it, by what it says of itself or plainly is; null where nothing says so. */
export function findBesideReason(branch: Branch, around: Surroundings): string | null {
  const { measures, isAfter } = around;
  if (!isCandidate(branch, around)) return null;
  if (isFramePart(branch)) return 'frame';
  if (isOfText(branch, around)) return null;
  if (isNamedFrame(branch)) return 'named as frame';
  if (isPicker(branch, measures)) return 'picker';
  return isAfter && holdsCopyright(branch, measures) ? 'copyright' : null;
}

/** The same by how it is made, which says something only of what stands beside one part that holds the text. */
export function findMakeReason(branch: Branch, around: Surroundings): string | null {
  const { measures, isAfter } = around;
  const measure = measures.of.get(branch);
  if (!measure || isHeading(branch) || isOfText(branch, around)) return null;
  const isList = isAfter && TEXT_PARTS.has(branch.name);
  if (!isList && isBlurbMenu(branch, measure, measures)) return 'menu';
  if (!isCandidate(branch, around)) return null;
  if (isSparse(branch, measure)) return 'boxes and links';
  return isCall(branch, measure) ? 'call' : null;
}

function isCandidate(branch: Branch, { measures, main }: Surroundings): boolean {
  const measure = measures.of.get(branch);
  if (!measure || measure.chars === 0 || isHeading(branch)) return false;
  return measure.prose <= (measures.of.get(main)?.prose ?? 0) * MAX_PROSE;
}

const isOfText = (branch: Branch, { models }: Surroundings) =>
  !isBlock(branch.name) || models.some((model) => isSameSort(branch, model));
