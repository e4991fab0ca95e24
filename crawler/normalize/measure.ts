import { weighText } from '../core/index.ts';
import { type Branch, isBlock } from './parse-html.ts';

/** How much text of which kind stands below each element. */

export interface Measure {
  /** Characters of text as if in Latin letters, leading and trailing white space of each piece left out. */
  chars: number;
  linkChars: number;
  linkCount: number;
  /** Links to places on the page itself. */
  innerLinkCount: number;
  /** Things to press or fill in. */
  controlCount: number;
  /** Characters of stretches long enough to be sentences, outside links. */
  prose: number;
  /** Position of its first character among all of the page's. */
  from: number;
}

export interface Measures {
  readonly of: ReadonlyMap<Branch, Measure>;
  /** Where, among all of the page's characters, the first sentence starts and the last one ends. */
  readonly firstProse: number;
  readonly lastProse: number;
}

/** Stretches of text shorter than this, link text not counted, are labels rather than sentences. */
const MIN_SENTENCE = 50;

const NOTHING: Measure = {
  chars: 0,
  linkChars: 0,
  linkCount: 0,
  innerLinkCount: 0,
  controlCount: 0,
  prose: 0,
  from: 0,
};

export function isControl(branch: Branch): boolean {
  return branch.name === 'button' || branch.name === 'input' || branch.attributes.role === 'button';
}

class Measurer {
  readonly of = new Map<Branch, Measure>();
  firstProse = Number.POSITIVE_INFINITY;
  lastProse = 0;
  private readonly ignored: ReadonlyMap<Branch, string>;
  private stretch = 0;
  private stretchFrom = 0;
  private total = 0;
  private ignoredDepth = 0;

  constructor(ignored: ReadonlyMap<Branch, string>) {
    this.ignored = ignored;
  }

  measure(branch: Branch, inLink: boolean): Measure {
    const measure: Measure = { ...NOTHING, from: this.total };
    this.of.set(branch, measure);
    for (const child of branch.children) {
      if (typeof child === 'string') this.readText(child, measure, inLink);
      else this.readBranch(child, measure, inLink);
    }
    if (isBlock(branch.name) || branch.parent === null) this.endStretch(measure);
    return measure;
  }

  private readText(text: string, measure: Measure, inLink: boolean): void {
    const length = weighText(text.trim());
    if (this.stretch === 0) this.stretchFrom = this.total;
    measure.chars += length;
    this.total += length;
    if (inLink) measure.linkChars += length;
    else this.stretch += length;
  }

  private readBranch(branch: Branch, around: Measure, inLink: boolean): void {
    const isIgnored = this.ignored.has(branch);
    if (isBlock(branch.name) || isIgnored) this.endStretch(around);
    const isLink = branch.name === 'a' && branch.attributes.href !== undefined;
    const isInner = isLink && branch.attributes.href!.startsWith('#');
    if (isIgnored) this.ignoredDepth++;
    const inner = this.measure(branch, inLink || isLink);
    if (isIgnored) {
      this.ignoredDepth--;
      this.stretch = 0;
      return;
    }
    around.chars += inner.chars;
    around.linkChars += inner.linkChars;
    around.linkCount += inner.linkCount + (isLink ? 1 : 0);
    around.innerLinkCount += inner.innerLinkCount + (isInner ? 1 : 0);
    around.controlCount += inner.controlCount + (isControl(branch) ? 1 : 0);
    around.prose += inner.prose;
  }

  private endStretch(measure: Measure): void {
    if (this.stretch >= MIN_SENTENCE) {
      measure.prose += this.stretch;
      if (this.ignoredDepth === 0) {
        this.firstProse = Math.min(this.firstProse, this.stretchFrom);
        this.lastProse = this.total;
      }
    }
    this.stretch = 0;
  }
}

/**
 * Measures all elements from one on.
 * @param ignored elements that count for themselves alone, not for what they stand in
 */
export function measurePage(root: Branch, ignored: ReadonlyMap<Branch, string> = new Map()): Measures {
  const measurer = new Measurer(ignored);
  measurer.measure(root, false);
  const { of, firstProse, lastProse } = measurer;
  return { of, firstProse, lastProse };
}
