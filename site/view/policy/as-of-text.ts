import { type Comparison, nameAnchors } from '../../../crawler/core/index.ts';
import { type ComparisonBlock, listBlocks } from '../comparison/comparison-blocks.ts';
import { renderClause } from '../comparison/render-comparison.ts';
import { shortDay } from '../dates.ts';
import { languageAttributes } from '../languages.ts';
import type { StoredComparison, TextFacts } from '../model.ts';
import { percent } from '../plural.ts';
import { addLeads, renderText } from '../text.ts';

/** The text of a day, in place: the one that was seen, or what the texts before and after a window share, and what they do not. */

/** The text that was seen before and after the day. */
export function renderSeenText(text: TextFacts): string {
  const clauses = addLeads(text.markdown, text.clauses, nameAnchors(text.clauses));
  return (
    '<section class="as-of-text"><h2 class="ours">The text</h2>' +
    `<div class="policy-text"${languageAttributes(text.language)}>${renderText(clauses)}</div></section>`
  );
}

const side = (words: string, clauses: Extract<ComparisonBlock, { type: 'change' }>['left']): string =>
  clauses.length === 0 ? '' : `<p class="of-side">${words}</p>${clauses.map(renderClause).join('')}`;

/**
 * What stood in the text on a day within a window: clauses of both texts stand plain, what is in one of them only is set apart
 * under the day on which it was seen.
 */
export function renderWindowText(step: StoredComparison, left: TextFacts, right: TextFacts): string {
  const before = `only in the text last seen ${shortDay(left.lastSeen)}`;
  const after = `only in the text first seen ${shortDay(right.firstSeen)}`;
  const blocks = listBlocks(step as Comparison, { left: left.clauses, right: right.clauses });
  const html = blocks
    .map((block) => {
      if (block.type === 'kept') return block.clauses.map(renderClause).join('');
      if (block.type === 'departure') return '';
      const isSame = block.change.kind === 'unchanged';
      if (isSame) return block.right.map(renderClause).join('');
      return `<div class="uncertain">${side(before, block.left)}${side(after, block.right)}</div>`;
    })
    .join('');
  return (
    '<section class="as-of-text"><h2 class="ours">What both texts share, and what they do not</h2>' +
    `<p class="aside">${percent(step.carriedShare)} of the words stand in the text before the window and in the text after it. ` +
    'What is set apart stands in one of the two.</p>' +
    `<div class="policy-text"${languageAttributes(right.language)}>${html}</div></section>`
  );
}
