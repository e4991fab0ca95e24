import { findBesideReason, findMakeReason, isSameSort, TEXT_PARTS } from './beside.ts';
import type { Measures } from './measure.ts';
import { isHeading } from './overlays.ts';
import type { Branch } from './parse-html.ts';

/** The deepest element that holds the text, by where the sentences stand. */

/** An element with at least this share of the sentences, what stands beside the text left out, holds the text. */
const MAIN_SHARE = 0.95;
/** Share of the sentences from which on an element is the one that others stand beside. */
const MIN_SHARE = 0.5;

/** Parts of a text: they mean little without what stands around them. */
const PARTS = new Set('p ul ol menu dir dl li dt dd table thead tbody tfoot tr'.split(' '));

/** Longest parts of a text that others are held against. */
const MODELS = 12;

export interface Main {
  readonly main: Branch;
  /** What stands beside the text inside it, with reasons. */
  readonly beside: ReadonlyMap<Branch, string>;
}

const branchesOf = (branch: Branch) =>
  branch.children.filter((child): child is Branch => typeof child !== 'string');

/** Whether a part after the one with most sentences goes on with the text: of its sort, under a heading, or a bare paragraph. */
function goesOn(part: Branch, before: Branch | undefined, main: Branch, measures: Measures): boolean {
  const measure = measures.of.get(part)!;
  if (measure.prose === 0 || measure.linkChars > measure.chars / 2 || measure.controlCount > 0) return false;
  if (isSameSort(part, main) || TEXT_PARTS.has(part.name)) return true;
  return before !== undefined && isHeading(before);
}

function reasonsFor(
  parts: readonly Branch[],
  findReason: (part: Branch) => string | null,
): Map<Branch, string> {
  const reasons = new Map<Branch, string>();
  for (const part of parts) {
    const reason = findReason(part);
    if (reason) reasons.set(part, reason);
  }
  return reasons;
}

class MainFinder {
  private readonly measures: Measures;
  readonly beside = new Map<Branch, string>();

  constructor(measures: Measures) {
    this.measures = measures;
  }

  private proseOf(branch: Branch): number {
    return this.measures.of.get(branch)?.prose ?? 0;
  }

  private hasText(branch: Branch): boolean {
    return (this.measures.of.get(branch)?.chars ?? 0) > 0;
  }

  /** The child below which to go on, or null where the text is spread over several. */
  step(outer: Branch): Branch | null {
    const parts = branchesOf(outer).filter((part) => this.hasText(part));
    const next = parts.find((part) => this.proseOf(part) >= this.proseOf(outer) * MIN_SHARE);
    if (!next) return null;
    const at = parts.indexOf(next);
    const others = parts.filter((part) => part !== next);
    const later = new Set(parts.slice(at + 1));
    const around = (part: Branch) => ({
      measures: this.measures,
      main: next,
      models: [next],
      isAfter: later.has(part),
    });
    const plain = reasonsFor(others, (part) => findBesideReason(part, around(part)));
    const made = reasonsFor(others, (part) => plain.get(part) ?? findMakeReason(part, around(part)));
    for (const [part, reason] of plain) this.beside.set(part, reason);
    const left = [...made.keys()].reduce((sum, part) => sum - this.proseOf(part), this.proseOf(outer));
    if (this.proseOf(next) < left * MAIN_SHARE) return null;
    for (const [part, reason] of made) this.beside.set(part, reason);
    const after = [...later].filter((part) => !made.has(part));
    return after.some((part, place) => goesOn(part, after[place - 1], next, this.measures)) ? null : next;
  }

  /** Where the text is spread over many parts, what stands beside it comes first or last among them. */
  trimEdges(main: Branch): void {
    const parts = branchesOf(main).filter((part) => this.hasText(part) && !this.beside.has(part));
    const half = parts.length >> 1;
    const longest = [...parts].sort((one, other) => this.proseOf(other) - this.proseOf(one)).slice(0, MODELS);
    const trim = (part: Branch, isAfter: boolean): boolean => {
      const models = longest.filter((other) => this.proseOf(other) > this.proseOf(part));
      const reason = findBesideReason(part, { measures: this.measures, main, models, isAfter });
      if (reason) this.beside.set(part, reason);
      return reason !== null;
    };
    for (let at = 0; at < half && trim(parts[at]!, false); ) at++;
    for (let at = parts.length - 1; at >= half && trim(parts[at]!, true); ) at--;
  }
}

/** The element below `body` that holds the text, and what stands beside the text in it or on the way to it. */
export function findMain(body: Branch, measures: Measures): Main {
  const finder = new MainFinder(measures);
  let main = body;
  if ((measures.of.get(body)?.prose ?? 0) === 0) return { main, beside: finder.beside };
  for (let next = finder.step(main); next; next = finder.step(main)) main = next;
  while (PARTS.has(main.name) && main.parent && main !== body) main = main.parent;
  finder.trimEdges(main);
  return { main, beside: finder.beside };
}
