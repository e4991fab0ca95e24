import { hideTypography } from '../../crawler/core/compare/visible-spans.ts';
import { plainText } from '../../crawler/core/inline.ts';
import type { Change, Comparison, PlacedClause, Span } from '../../crawler/core/model.ts';
import { type Block, cutSpans, isMostlyChanged, isUnmarked } from './comparison-blocks.ts';
import { escapeHtml, plainLabel } from './html.ts';
import { renderInline, splitCells } from './inline.ts';
import { changeLabel, type SideNames } from './labels.ts';
import { plural } from './plural.ts';

/**
 * The changes of a comparison as HTML, for the built pages and for the comparison in the browser alike. Each change is
 * there twice, inline and side by side; the page's style shows one of the two.
 */

type ChangeBlock = Block & { type: 'change' };

/** Text of spans: `<ins>` and `<del>` get their spoken start and end words from the style sheet. */
export function renderSpans(spans: readonly Span[]): string {
  return spans
    .map(([kind, text]) => {
      const html = escapeHtml(text);
      if (kind === 'kept') return html;
      return kind === 'added' ? `<ins>${html}</ins>` : `<del>${html}</del>`;
    })
    .join('');
}

/** A clause in the dress of its kind; `content` is HTML. */
function dress(clause: PlacedClause, content: string): string {
  if (clause.kind === 'heading') return `<p class="as-heading">${content}</p>`;
  if (clause.kind === 'item') return `<p class="as-item">${content}</p>`;
  return clause.kind === 'row' ? `<p class="as-row">${content}</p>` : `<p>${content}</p>`;
}

/** A clause of one side as it stands. */
function renderClause(clause: PlacedClause): string {
  if (clause.kind !== 'row') return dress(clause, renderInline(clause.text));
  return dress(clause, splitCells(clause.text).map(renderInline).join('<span class="cell"> · </span>'));
}

const wrapAll = (tag: 'ins' | 'del', clauses: readonly PlacedClause[]): string =>
  clauses.map((clause) => dress(clause, `<${tag}>${escapeHtml(plainText(clause.text))}</${tag}>`)).join('');

/** The clauses of two companies one after the other, each under its company's name: nothing was added or removed. */
function renderInTurn(block: ChangeBlock, names: SideNames): string {
  const part = (name: string, clauses: readonly PlacedClause[]) =>
    clauses.length === 0
      ? ''
      : `<p class="of-side">${escapeHtml(name)}</p>${clauses.map(renderClause).join('')}`;
  return part(names.left, block.left) + part(names.right, block.right);
}

/** Both sides in one text. */
function renderInlineForm(block: ChangeBlock, names: SideNames | null): string {
  const { change, left, right } = block;
  const hasMarks = change.kind === 'edited' && !isMostlyChanged(change.spans);
  if (names && !hasMarks && change.kind !== 'unchanged') return renderInTurn(block, names);
  if (change.kind === 'added') return wrapAll('ins', right);
  if (change.kind === 'removed') return wrapAll('del', left);
  if (change.kind === 'unchanged') return right.map(renderClause).join('');
  if (isMostlyChanged(change.spans)) return wrapAll('del', left) + wrapAll('ins', right);
  const pieces = cutSpans(hideTypography(change.spans, 'right'), right, 'right');
  return right.map((clause, at) => dress(clause, renderSpans(pieces[at]!))).join('');
}

function renderSide(block: ChangeBlock, side: 'left' | 'right', names: SideNames | null): string {
  const clauses = block[side];
  const { change } = block;
  const tag = side === 'left' ? 'del' : 'ins';
  if (clauses.length === 0) return '<p class="nothing">not present</p>';
  if (change.kind === 'unchanged') return clauses.map(renderClause).join('');
  if (change.kind === 'added' || change.kind === 'removed') {
    return names ? clauses.map(renderClause).join('') : wrapAll(tag, clauses);
  }
  if (isMostlyChanged(change.spans)) return clauses.map(renderClause).join('');
  const shown = hideTypography(change.spans, side);
  const own = shown.filter(([kind]) => kind !== (side === 'left' ? 'added' : 'removed'));
  const pieces = cutSpans(own, clauses, side);
  return clauses.map((clause, at) => dress(clause, renderSpans(pieces[at]!))).join('');
}

function labelOf(clause: PlacedClause): string {
  const label = escapeHtml(plainLabel(clause.label));
  return clause.labelIsOurs ? `<span class="label">[${label}]</span>` : label;
}

const SIGNS: Readonly<Record<string, string>> = {
  added: '+',
  removed: '−',
  unchanged: '↕',
  split: '⋔',
  merged: '⋔',
};

function renderHead(block: ChangeBlock, names: SideNames | null): string {
  const { change, left, right, number } = block;
  const clause = (right[0] ?? left[0])!;
  const words = [changeLabel(change, clause.kind === 'heading', names)];
  if (!names && change.kind === 'edited' && isMostlyChanged(change.spans))
    words.push('mostly in other words');
  if (block.movedFrom !== null) {
    const from = block.movedFrom === '' ? 'the beginning' : `after “${plainLabel(block.movedFrom)}”`;
    words.push(`moved from ${from}`);
  }
  const what = words.map(escapeHtml).join(', ');
  const jump = change.moved ? ` <a href="#_from-${number}">old place</a>` : '';
  return (
    `<h3 class="change-head" tabindex="-1"><span class="sign" aria-hidden="true">${names ? '·' : (SIGNS[change.kind] ?? '~')}</span> ` +
    `${labelOf(clause)} <span class="what">${what}${jump}</span> ` +
    `<a class="pilcrow" href="#change-${number}" aria-label="Link to change ${number}">¶</a></h3>`
  );
}

/** True where a change goes on what the one before began: the same happened to the next clause of the same section. */
function continuesChange(block: ChangeBlock, before: Block | undefined): boolean {
  if (before?.type !== 'change' || block.change.kind !== before.change.kind) return false;
  if (block.change.kind !== 'added' && block.change.kind !== 'removed') return false;
  const clause = (one: ChangeBlock) => (one.right[0] ?? one.left[0])!;
  const [own, last] = [clause(block), clause(before)];
  return own.kind !== 'heading' && own.label === last.label && !own.labelIsOurs;
}

function renderChange(block: ChangeBlock, before: Block | undefined, names: SideNames | null): string {
  const { change, number } = block;
  const classes = [
    'change',
    // Colours of adding and removing would say of two companies what did not happen.
    names ? 'is-across' : `is-${change.kind}`,
    change.moved ? 'is-moved' : '',
    continuesChange(block, before) ? 'continues' : '',
  ]
    .filter(Boolean)
    .join(' ');
  return (
    `<section class="${classes}" id="change-${number}">${renderHead(block, names)}` +
    `<div class="inline-form">${renderInlineForm(block, names)}</div>` +
    `<div class="side-form"><div class="side-left">${renderSide(block, 'left', names)}</div>` +
    `<div class="side-right">${renderSide(block, 'right', names)}</div></div></section>`
  );
}

function quietNote(change: Change | undefined): string {
  if (!change) return '';
  return `<p class="quiet-note">${changeLabel(change, false)}</p>`;
}

/** Names for the fold: the headings inside it, else the first label. */
function nameKept(clauses: readonly PlacedClause[]): string {
  const labels = [...new Set(clauses.map(labelOf))];
  const shown = labels.slice(0, 3).join(' · ');
  return labels.length > 3 ? `${shown} …` : shown;
}

function renderKept(block: Block & { type: 'kept' }): string {
  const { clauses, quiet } = block;
  const notes = quiet.size === 0 ? '' : `, ${plural(quiet.size, 'quiet change')}`;
  const body = clauses.map((clause, at) => renderClause(clause) + quietNote(quiet.get(at))).join('');
  return (
    `<details class="kept"><summary><span class="fold">${plural(clauses.length, 'clause')} unchanged${notes}</span> ` +
    `<span class="names">${nameKept(clauses)}</span></summary><div class="kept-text">${body}</div></details>`
  );
}

function renderDeparture(block: Block & { type: 'departure' }): string {
  const label = escapeHtml(plainLabel(block.label));
  return (
    `<p class="departure" id="_from-${block.number}">“${label}” stood here; ` +
    `<a href="#change-${block.number}">moved to its new place</a></p>`
  );
}

/** All blocks of a comparison as HTML; `names` where the sides are two companies. */
export function renderBlocks(blocks: readonly Block[], names: SideNames | null = null): string {
  return blocks
    .map((block, at) => {
      if (block.type === 'change') return renderChange(block, blocks[at - 1], names);
      return block.type === 'kept' ? renderKept(block) : renderDeparture(block);
    })
    .join('');
}

/** The sentences of a comparison's visible changes, each a list item linking to its change. */
export function renderSentences(comparison: Comparison, sentences: readonly string[]): string {
  let number = 0;
  const items = comparison.changes.map((change, at) => {
    const text = escapeHtml(plainLabel(sentences[at] ?? ''));
    if (isUnmarked(change)) return `<li class="is-quiet">${text}</li>`;
    number++;
    return `<li><a href="#change-${number}" aria-label="Change ${number}">${number}</a> ${text}</li>`;
  });
  return `<ul class="sentences">${items.join('')}</ul>`;
}
