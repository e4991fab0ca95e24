import { type Branch, isBlock, textOf } from './parse-html.ts';
import { isHidden, isStruck } from './style.ts';

/**
 * What stands in a page's markup and is none of its text: struck words, choices of a field, and hidden parts that say
 * again, in other words or in the same, what is shown: older versions, copies for the printer. Any other hidden part is
 * text that a script opens: an accordion's, a tab's.
 */

const FIELDS = new Set(['select', 'datalist', 'option', 'optgroup']);
/** Struck text, or hidden text, is an exception on its page; more of it is the page's own way of showing its text. */
const MAX_SHARE = 0.6;
/** From so many characters on a hidden part is looked at: a label for screen readers is none. */
const MIN_HIDDEN = 80;
/** Share of its runs of words that an older version of a text has in common with the one that is shown. */
const MIN_LIKENESS = 0.4;
const RUN_LENGTH = 5;

interface UnshownParts {
  readonly struck: Branch[];
  readonly fields: Branch[];
  readonly hidden: Branch[];
}

function collect(branch: Branch, found: UnshownParts): void {
  for (const child of branch.children) {
    if (typeof child === 'string') continue;
    if (FIELDS.has(child.name)) found.fields.push(child);
    else if (isStruck(child)) found.struck.push(child);
    else if (isHidden(child) && child.name !== 'details') found.hidden.push(child);
    else collect(child, found);
  }
}

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** A text's runs of words; those that hold a word which is not known are left out. */
function runsOf(words: readonly string[], known: ReadonlySet<string>): Set<string> {
  const runs = new Set<string>();
  let knownWords = 0;
  for (let at = words.length - 1; at >= 0; at--) {
    knownWords = known.has(words[at]!) ? knownWords + 1 : 0;
    const end = Math.min(at + RUN_LENGTH, words.length);
    if (knownWords >= end - at) runs.add(words.slice(at, end).join(' '));
  }
  return runs;
}

/** Whether a hidden text says what the shown one says, by and large: another version of it. */
function isVersionOf(hidden: ReadonlySet<string>, shown: ReadonlySet<string>): boolean {
  const common = [...hidden].filter((run) => shown.has(run)).length;
  return hidden.size > 0 && common >= hidden.size * MIN_LIKENESS;
}

const lengthOf = (branches: readonly Branch[]) => branches.reduce((sum, one) => sum + textOf(one).length, 0);

/** The hidden parts that are other versions of what is shown. */
function chooseHidden(root: Branch, { hidden }: UnshownParts): Branch[] {
  const weighty = hidden.filter((branch) => textOf(branch).length >= MIN_HIDDEN);
  if (weighty.length === 0) return [];
  const texts = weighty.map((branch) => wordsOf(textOf(branch)));
  const known = new Set(texts.flat());
  // Most runs of a page hold a word that its hidden parts lack, and need not be put together.
  const shown = runsOf(wordsOf(textOf(without(root, new Set(hidden)))), known);
  return weighty.filter((_, at) => isVersionOf(runsOf(texts[at]!, known), shown));
}

/** The tree without some of its branches; what they parted stays apart where they stood on lines of their own. */
function without(branch: Branch, dropped: ReadonlySet<Branch>, parent: Branch | null = null): Branch {
  const copy: Branch = { ...branch, children: [], parent };
  for (const child of branch.children) {
    if (typeof child === 'string') copy.children.push(child);
    else if (!dropped.has(child)) copy.children.push(without(child, dropped, copy));
    else if (isBlock(child.name)) copy.children.push(' ');
  }
  return copy;
}

export interface Shown {
  readonly root: Branch;
  readonly removed: readonly { reason: string; text: string }[];
}

/** A page's tree without what none of its readers sees, each such part told. */
export function dropUnshown(root: Branch): Shown {
  const found: UnshownParts = { struck: [], fields: [], hidden: [] };
  collect(root, found);
  if (found.struck.length + found.fields.length + found.hidden.length === 0) return { root, removed: [] };
  const few = (branches: Branch[]) =>
    branches.length === 0 || lengthOf(branches) <= textOf(root).length * MAX_SHARE ? branches : [];
  const reasons: readonly (readonly [string, readonly Branch[]])[] = [
    ['struck', few(found.struck)],
    ['choices of a field', found.fields],
    ['hidden version', few(chooseHidden(root, found))],
  ];
  const removed = reasons.flatMap(([reason, branches]) =>
    branches.map((branch) => ({ reason, text: textOf(branch) })).filter(({ text }) => text !== ''),
  );
  const dropped = new Set(reasons.flatMap(([, branches]) => branches));
  return { root: dropped.size === 0 ? root : without(root, dropped), removed };
}
