import type { Branch } from './branch.ts';

/**
 * What the style sheets inside a page say of the looks of its text: weight, size, slant, lines through and under it,
 * colour, and whether it stands on lines of its own. Simple selectors and those over ancestors are read; what depends
 * on states, places among siblings or the width of a window is not. What hides text is left alone: scripts show it.
 */

interface Compound {
  readonly tag: string | null;
  readonly id: string | null;
  readonly classes: readonly string[];
}

interface Rule {
  /** Outermost first; the last one is the element's own. */
  readonly compounds: readonly Compound[];
  readonly css: string;
  /** Ids, classes and tags as one number, then the place in the page. */
  readonly weight: number;
}

/** Sheets longer than this, in all, are not read: a page's own sheets for text are short. */
const MAX_SHEETS = 400_000;
const MAX_RULES = 4000;
/** Longest declarations of one rule, and rules that one element takes. */
const MAX_DECLARATIONS = 400;
const MAX_TAKEN = 12;
/** Looks at rules and ancestors that one page may cost; what is not looked at does not match. */
const MAX_LOOKS = 2_000_000;

const RELEVANT =
  /^(?:font(?:-weight|-size|-style)?|color|text-align|text-decoration(?:-line)?)$|^display\s*:\s*(?:block|flex|grid|table|list-item)$/i;
const COMPOUND = /^([a-z][a-z0-9]*)?((?:[.#][\w-]+)*)$/i;

function readCompound(text: string): Compound | null {
  const match = COMPOUND.exec(text);
  if (!match || text === '') return null;
  const names = match[2]!.match(/[.#][\w-]+/g) ?? [];
  const ids = names.filter((name) => name.startsWith('#'));
  return {
    tag: match[1]?.toLowerCase() ?? null,
    id: ids[0]?.slice(1) ?? null,
    classes: names.filter((name) => name.startsWith('.')).map((name) => name.slice(1)),
  };
}

/** The declarations that say something of a text's looks, or ''. */
function readDeclarations(block: string): string {
  const kept = block.split(';').filter((one) => {
    const name = one.slice(0, one.indexOf(':')).trim();
    return RELEVANT.test(name) || RELEVANT.test(one.trim());
  });
  const css = kept.map((one) => one.trim()).join(';');
  return css.length <= MAX_DECLARATIONS ? css : '';
}

function readRule(selectors: string, block: string, order: number): Rule[] {
  const css = readDeclarations(block);
  if (css === '') return [];
  return selectors.split(',').flatMap((selector) => {
    const parts = selector.trim().split(/\s+/);
    const compounds = parts.length > 5 ? [] : parts.map(readCompound);
    if (compounds.length === 0 || compounds.includes(null)) return [];
    const known = compounds as Compound[];
    const specificity = known.reduce(
      (sum, { tag, id, classes }) =>
        sum + (id === null ? 0 : 100) + classes.length * 10 + (tag === null ? 0 : 1),
      0,
    );
    return [{ compounds: known, css, weight: specificity * MAX_RULES * 10 + order }];
  });
}

/** The end, exclusive, of a block that begins at `open`, blocks inside it counted. */
function endOfBlock(css: string, open: number): number {
  const brace = /[{}]/g;
  brace.lastIndex = open;
  let depth = 0;
  for (let match = brace.exec(css); match; match = brace.exec(css)) {
    depth += match[0] === '{' ? 1 : -1;
    if (depth === 0) return match.index + 1;
  }
  return css.length;
}

/** Media whose rules hold for whoever reads a page on a screen of usual width. */
const ON_SCREEN = /^@media\s+(?:only\s+)?(?:all|screen)\s*$/i;

/** The rules of a sheet, in order. */
function readRules(css: string): Rule[] {
  const text = css.replace(/<!--|-->/g, ' ').split('/*');
  const bare = text.map((part, at) => (at === 0 ? part : part.slice(endOfComment(part)))).join(' ');
  const rules: Rule[] = [];
  const step = /[{};]/g;
  let from = 0;
  for (let match = step.exec(bare); match && rules.length < MAX_RULES; match = step.exec(bare)) {
    const head = bare.slice(from, match.index).trim();
    from = match.index + 1;
    if (match[0] !== '{' || ON_SCREEN.test(head)) continue;
    const end = endOfBlock(bare, match.index);
    if (!head.startsWith('@')) rules.push(...readRule(head, bare.slice(from, end - 1), rules.length));
    from = end;
    step.lastIndex = end;
  }
  return rules;
}

function endOfComment(part: string): number {
  const end = part.indexOf('*/');
  return end < 0 ? part.length : end + 2;
}

type Classes = ReadonlySet<string>;
const NO_CLASSES: Classes = new Set();

const keyOf = ({ tag, id, classes }: Compound) =>
  classes.length > 0 ? `.${classes[0]}` : id === null ? (tag ?? '') : `#${id}`;

/** The looks that a page's own sheets give to its elements. */
export class Sheet {
  private readonly rules = new Map<string, Rule[]>();
  /** Attributes of classes come again and again on a page: each is taken apart once. */
  private readonly classes = new Map<string, Classes>();
  private readonly rulesOfClasses = new Map<string, readonly Rule[]>();
  private looks = 0;

  constructor(sheets: readonly string[]) {
    const length = sheets.reduce((sum, css) => sum + css.length, 0);
    if (length > MAX_SHEETS) return;
    for (const rule of readRules(sheets.join('\n')).slice(0, MAX_RULES)) {
      const key = keyOf(rule.compounds.at(-1)!);
      const known = this.rules.get(key);
      if (known) known.push(rule);
      else this.rules.set(key, [rule]);
    }
  }

  /** Declarations for an element, the weightiest first; '' for none. */
  cssFor(branch: Branch): string {
    if (this.rules.size === 0 || this.looks > MAX_LOOKS) return '';
    const { id, class: given } = branch.attributes;
    const found: Rule[] = [];
    const consider = (rules: readonly Rule[] | undefined) => {
      for (const rule of rules ?? []) if (this.matches(rule, branch)) found.push(rule);
    };
    consider(this.rules.get(branch.name));
    if (id !== undefined) consider(this.rules.get(`#${id}`));
    if (given !== undefined) consider(this.rulesFor(given));
    if (found.length === 0) return '';
    if (found.length > 1) found.sort((one, other) => other.weight - one.weight);
    return found
      .slice(0, MAX_TAKEN)
      .map((rule) => rule.css)
      .join(';');
  }

  private classesOf(given: string | undefined): Classes {
    if (given === undefined) return NO_CLASSES;
    const known = this.classes.get(given);
    if (known) return known;
    const classes = new Set(given.split(/\s+/));
    this.classes.set(given, classes);
    return classes;
  }

  /** The rules whose own element needs one of some classes. */
  private rulesFor(given: string): readonly Rule[] {
    const known = this.rulesOfClasses.get(given);
    if (known) return known;
    const rules = [...this.classesOf(given)].flatMap((name) => this.rules.get(`.${name}`) ?? []);
    this.rulesOfClasses.set(given, rules);
    return rules;
  }

  private fits({ tag, id, classes }: Compound, { name, attributes }: Branch): boolean {
    if ((tag !== null && tag !== name) || (id !== null && id !== attributes.id)) return false;
    if (classes.length === 0) return true;
    const given = this.classesOf(attributes.class);
    return classes.every((one) => given.has(one));
  }

  private matches({ compounds }: Rule, branch: Branch): boolean {
    let at = compounds.length - 1;
    for (let here: Branch | null = branch; here && at >= 0; here = here.parent) {
      if (++this.looks > MAX_LOOKS) return false;
      if (this.fits(compounds[at]!, here)) at--;
      else if (here === branch) return false;
    }
    return at < 0;
  }
}
