import { weighText } from '../core/index.ts';
import { type Branch, isBlock } from './parse-html.ts';

/** How much text of which kind stands below each element. Characters are counted by what their script carries. */

export interface Measure {
  /** Characters of text, leading and trailing white space of each piece left out. */
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

export const NOTHING: Measure = {
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

export function measurePage(root: Branch): Measures {
  const measures = new Map<Branch, Measure>();
  let stretch = 0;
  let stretchFrom = 0;
  let total = 0;
  let firstProse = Number.POSITIVE_INFINITY;
  let lastProse = 0;
  const visit = (branch: Branch, inLink: boolean): Measure => {
    const measure: Measure = {
      chars: 0,
      linkChars: 0,
      linkCount: 0,
      innerLinkCount: 0,
      controlCount: 0,
      prose: 0,
      from: total,
    };
    measures.set(branch, measure);
    const close = () => {
      if (stretch >= MIN_SENTENCE) {
        measure.prose += stretch;
        firstProse = Math.min(firstProse, stretchFrom);
        lastProse = total;
      }
      stretch = 0;
    };
    for (const child of branch.children) {
      if (typeof child === 'string') {
        const length = weighText(child.trim());
        if (stretch === 0) stretchFrom = total;
        measure.chars += length;
        total += length;
        if (inLink) measure.linkChars += length;
        else stretch += length;
        continue;
      }
      const isBoundary = isBlock(child.name);
      if (isBoundary) close();
      const isLink = child.name === 'a' && child.attributes.href !== undefined;
      const isInner = isLink && child.attributes.href!.startsWith('#');
      const inner = visit(child, inLink || isLink);
      measure.chars += inner.chars;
      measure.linkChars += inner.linkChars;
      measure.linkCount += inner.linkCount + (isLink ? 1 : 0);
      measure.innerLinkCount += inner.innerLinkCount + (isInner ? 1 : 0);
      measure.controlCount += inner.controlCount + (isControl(child) ? 1 : 0);
      measure.prose += inner.prose;
    }
    if (isBlock(branch.name) || branch.parent === null) close();
    return measure;
  };
  visit(root, false);
  return { of: measures, firstProse, lastProse };
}
